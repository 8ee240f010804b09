/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-remark-fields.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-field-binding.h"
#include "wijk-remark-chooser.h"
#include "wijk-remark-date.h"

static const struct
{
  WijkRemarkChoiceKind kind;
  const char *key;
  const char *step;
} fields[] = {
  { WIJK_CHOICE_THEME, "themes", N_ ("Change the themes of a remark") },
  { WIJK_CHOICE_ASPECT, "aspects", N_ ("Change the aspects of a remark") },
  { WIJK_CHOICE_SESSION, "session", N_ ("Change the session of a remark") },
  { WIJK_CHOICE_CHANNEL, "channel", N_ ("Change the channel of a remark") },
  { WIJK_CHOICE_AREA, "area-code", N_ ("Change the neighbourhood of a remark") },
  { WIJK_CHOICE_ROLE, "role", N_ ("Change the role of who said a remark") },
  { WIJK_CHOICE_PERSON, "stakeholder", N_ ("Change who said a remark") },
};

#define N_FIELDS G_N_ELEMENTS (fields)

struct _WijkRemarkFields
{
  GObject parent_instance;

  WijkDocument *document;
  WijkRemark *remark;
  GSignalGroup *signals;
  WijkRemarkChooser *choosers[N_FIELDS]; /* lent by the list, as what follows */
  WijkRemarkDate *date;
  WijkFieldBinding *count;
};

G_DEFINE_FINAL_TYPE (WijkRemarkFields, wijk_remark_fields, G_TYPE_OBJECT)

/* ---- from the remark ---- */

static void
show_field (WijkRemarkFields *self, guint i)
{
  const WijkField *field = wijk_kind_find_field (WIJK_KIND_REMARK, fields[i].key);
  g_autofree char *value = wijk_record_dup_value (WIJK_RECORD (self->remark), field);
  g_auto (GStrv) values = *value != '\0' ? g_strsplit (value, "\n", -1) : NULL;

  wijk_remark_chooser_set_values (self->choosers[i], (const char *const *) values);
}

static void
show_remark (WijkRemarkFields *self)
{
  if (self->remark == NULL)
    return;
  for (guint i = 0; i < N_FIELDS; i++)
    show_field (self, i);
  wijk_remark_date_set_date (self->date, self->remark->date);
}

/* ---- to the remark ---- */

static void
tell_failure (GtkWidget *widget, GError *error)
{
  if (error != NULL)
    gtk_widget_activate_action (widget, "win.toast", "s", error->message);
}

static void
toggled_cb (WijkRemarkFields *self, const char *value, gboolean chosen, WijkRemarkChooser *chooser)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; self->remark != NULL && i < N_FIELDS; i++)
    {
      if (self->choosers[i] != chooser)
        continue;
      if (wijk_kind_find_field (WIJK_KIND_REMARK, fields[i].key)->kind == WIJK_FIELD_SET)
        wijk_document_set_member (self->document,
                                  _ (fields[i].step),
                                  WIJK_RECORD (self->remark),
                                  fields[i].key,
                                  value,
                                  chosen,
                                  &error);
      else
        wijk_document_set (self->document,
                           _ (fields[i].step),
                           WIJK_RECORD (self->remark),
                           fields[i].key,
                           chosen ? value : "",
                           &error);
    }
  tell_failure (GTK_WIDGET (chooser), error);
}

static void
date_chosen_cb (WijkRemarkFields *self, const char *date)
{
  g_autoptr (GError) error = NULL;

  if (self->remark != NULL)
    wijk_document_set (self->document,
                       _ ("Change the date of a remark"),
                       WIJK_RECORD (self->remark),
                       "date",
                       date,
                       &error);
  tell_failure (GTK_WIDGET (self->date), error);
}

/* ---- GObject ---- */

static void
wijk_remark_fields_finalize (GObject *object)
{
  WijkRemarkFields *self = WIJK_REMARK_FIELDS (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->remark);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_remark_fields_parent_class)->finalize (object);
}

static void
wijk_remark_fields_class_init (WijkRemarkFieldsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wijk_remark_fields_finalize;
}

static void
wijk_remark_fields_init (WijkRemarkFields *self)
{
  self->signals = g_signal_group_new (WIJK_TYPE_REMARK);
  g_signal_group_connect_swapped (self->signals, "notify", G_CALLBACK (show_remark), self);
}

static void
add_row (WijkRemarkFields *self, GtkListBox *list, const char *title, GtkWidget *control)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
  g_object_bind_property (self->document,
                          "read-only",
                          control,
                          "sensitive",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  gtk_list_box_append (list, row);
}

static void
add_count (WijkRemarkFields *self, GtkListBox *list)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (1, 100000, 1);

  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 3);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Number of people who said this"),
                                  -1);
  self->count = wijk_field_binding_new (
      self->document, spin, WIJK_KIND_REMARK, "count", _ ("Change how many people said this"));
  add_row (self, list, _ ("People"), spin);
}

WijkRemarkFields *
wijk_remark_fields_new (WijkDocument *document, GtkListBox *list)
{
  WijkRemarkFields *self = g_object_new (WIJK_TYPE_REMARK_FIELDS, NULL);

  self->document = g_object_ref (document);
  for (guint i = 0; i < N_FIELDS; i++)
    {
      gboolean is_set =
          wijk_kind_find_field (WIJK_KIND_REMARK, fields[i].key)->kind == WIJK_FIELD_SET;

      self->choosers[i] = WIJK_REMARK_CHOOSER (wijk_remark_chooser_new (
          document, fields[i].kind, is_set ? WIJK_CHOOSE_MANY : WIJK_CHOOSE_ONE));
      g_signal_connect_object (
          self->choosers[i], "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      add_row (self,
               list,
               wijk_remark_choice_kind_get_name (fields[i].kind),
               GTK_WIDGET (self->choosers[i]));
    }
  self->date = WIJK_REMARK_DATE (wijk_remark_date_new ());
  g_signal_connect_object (
      self->date, "chosen", G_CALLBACK (date_chosen_cb), self, G_CONNECT_SWAPPED);
  add_row (self, list, _ ("Date"), GTK_WIDGET (self->date));
  add_count (self, list);

  return self;
}

void
wijk_remark_fields_set_remark (WijkRemarkFields *self, WijkRemark *remark)
{
  g_return_if_fail (WIJK_IS_REMARK_FIELDS (self));

  g_set_object (&self->remark, remark);
  g_signal_group_set_target (self->signals, remark);
  wijk_field_binding_set_record (self->count, (WijkRecord *) remark);
  show_remark (self);
}

void
wijk_remark_fields_open_themes (WijkRemarkFields *self)
{
  g_return_if_fail (WIJK_IS_REMARK_FIELDS (self));

  for (guint i = 0; i < N_FIELDS; i++)
    if (fields[i].kind == WIJK_CHOICE_THEME)
      wijk_remark_chooser_open (self->choosers[i]);
}
