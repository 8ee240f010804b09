/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-remark-bulk.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-answer-dialog.h"
#include "wijk-cluster-actions.h"
#include "wijk-format.h"
#include "wijk-remark-chooser.h"
#include "wijk-remark-edits.h"
#include "wijk-remark-withdraw.h"
#include "wijk-theme-strip.h"
#include "wijk-trace.h"

static const struct
{
  WijkRemarkChoiceKind kind;
  const char *key; /* NULL: links from elsewhere */
  const char *icon;
} fields[] = {
  { WIJK_CHOICE_THEME, "themes", "wijk-theme-symbolic" },
  { WIJK_CHOICE_ASPECT, "aspects", NULL },
  { WIJK_CHOICE_SESSION, "session", NULL },
  { WIJK_CHOICE_AREA, "area-code", NULL },
  { WIJK_CHOICE_CHANNEL, "channel", NULL },
  { WIJK_CHOICE_TARGET, NULL, "list-add-symbolic" },
};

#define N_FIELDS G_N_ELEMENTS (fields)

struct _WijkRemarkBulk
{
  GtkBox parent_instance;

  WijkDocument *document;
  GPtrArray *remarks;
  WijkRemarkChooser *choosers[N_FIELDS];
  WijkThemeStrip *strip;
  GtkLabel *count;
  GtkWidget *many; /* what only makes sense for more than one */
};

G_DEFINE_FINAL_TYPE (WijkRemarkBulk, wijk_remark_bulk, GTK_TYPE_BOX)

static guint done_signal;

/* ---- writing ---- */

/* Writes @edits as one step and says so where one might not see it. */
static void
write_edits (WijkRemarkBulk *self, GPtrArray *edits, guint n, const char *step, const char *label)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (edits->len == 0)
    return;
  if (!wijk_document_write (self->document, step, edits, &error))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
      return;
    }
  /* Translators: what was changed, and for how many remarks: “Traffic: 12 remarks” */
  text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s: %u remark", "%s: %u remarks", n), label, n);
  gtk_accessible_announce (
      GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  if (n > 1)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", text);
}

static void
set_theme (WijkRemarkBulk *self, const char *id, gboolean present)
{
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  guint n = wijk_remarks_set_member (self->remarks, "themes", id, present, edits);
  g_autofree char *name = wijk_remark_choice_dup_label (WIJK_CHOICE_THEME, self->document, id);
  /* Translators: %s is the name of a theme that was taken off remarks */
  g_autofree char *off = g_strdup_printf (_ ("No longer %s"), name != NULL ? name : "");

  write_edits (self,
               edits,
               n,
               self->remarks->len > 1 ? _ ("Change the themes of remarks")
                                      : _ ("Change the themes of a remark"),
               present ? name : off);
}

static void
toggled_cb (WijkRemarkBulk *self, const char *value, gboolean chosen, WijkRemarkChooser *chooser)
{
  WijkRemarkChoiceKind kind = wijk_remark_chooser_get_kind (chooser);
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  g_autofree char *label = NULL;
  guint n = 0;

  if (kind == WIJK_CHOICE_THEME)
    {
      set_theme (self, value, chosen);
      return;
    }
  label = wijk_remark_choice_dup_label (kind, self->document, value);
  for (guint i = 0; i < N_FIELDS; i++)
    {
      const WijkField *field =
          fields[i].key != NULL ? wijk_kind_find_field (WIJK_KIND_REMARK, fields[i].key) : NULL;
      WijkRecord *target = wijk_state_lookup (wijk_document_get_state (self->document), value);

      if (fields[i].kind != kind)
        continue;
      if (field == NULL && target != NULL)
        n = wijk_remarks_set_link (self->remarks, target, chosen, edits);
      else if (field != NULL && field->kind == WIJK_FIELD_SET)
        n = wijk_remarks_set_member (self->remarks, field->key, value, chosen, edits);
      else if (field != NULL)
        n = wijk_remarks_set_value (self->remarks, field->key, chosen ? value : "", edits);
    }
  write_edits (self,
               edits,
               n,
               kind != WIJK_CHOICE_TARGET ? _ ("Change a field of remarks")
               : chosen                   ? _ ("Link remarks")
                                          : _ ("Unlink remarks"),
               label != NULL ? label : wijk_remark_choice_kind_get_name (kind));
}

/* ---- what they have ---- */

/* Which priorities and sections link to all of them, or to some. */
static GStrv
dup_targets (WijkRemarkBulk *self, gboolean all)
{
  g_autoptr (GPtrArray) choices = wijk_remark_choices_new (WIJK_CHOICE_TARGET, self->document);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < choices->len; i++)
    {
      const char *id = ((WijkRemarkChoice *) choices->pdata[i])->value;
      WijkRecord *target = wijk_state_lookup (wijk_document_get_state (self->document), id);
      guint n = 0;

      for (guint j = 0; j < self->remarks->len; j++)
        n += (guint) wijk_link_is_set (target, wijk_record_get_id (self->remarks->pdata[j]));
      if (all ? n == self->remarks->len : n > 0 && n < self->remarks->len)
        g_strv_builder_add (builder, id);
    }

  return g_strv_builder_end (builder);
}

static void
opening_cb (WijkRemarkBulk *self, WijkRemarkChooser *chooser)
{
  for (guint i = 0; i < N_FIELDS; i++)
    if (self->choosers[i] == chooser)
      {
        const char *key = fields[i].key;
        g_auto (GStrv) all = key != NULL ? wijk_remarks_dup_values (self->remarks, key, TRUE)
                                         : dup_targets (self, TRUE);
        g_auto (GStrv) some = key != NULL ? wijk_remarks_dup_values (self->remarks, key, FALSE)
                                          : dup_targets (self, FALSE);

        wijk_remark_chooser_set_for_many (
            chooser, (const char *const *) all, (const char *const *) some);
      }
}

static void
closed_cb (WijkRemarkBulk *self)
{
  g_signal_emit (self, done_signal, 0);
}

static void
theme_toggled_cb (WijkRemarkBulk *self, const char *id)
{
  guint n = wijk_remarks_count_member (self->remarks, "themes", id);

  if (self->remarks->len > 0 && !wijk_document_is_read_only (self->document))
    set_theme (self, id, n < self->remarks->len);
}

static void
answer_cb (WijkRemarkBulk *self)
{
  wijk_answer_dialog_present (GTK_WIDGET (self), self->document, self->remarks);
}

static void
merge_cb (WijkRemarkBulk *self)
{
  wijk_cluster_merge (GTK_WIDGET (self), self->document, self->remarks, NULL);
}

static void
withdraw_cb (WijkRemarkBulk *self)
{
  wijk_remark_ask_withdraw (GTK_WIDGET (self), self->document, self->remarks);
}

static void
show_remarks (WijkRemarkBulk *self)
{
  guint n = self->remarks->len;
  g_autofree char *number = wijk_ui_format_count (n);
  g_autofree char *text = g_strdup_printf (
      /* Translators: %s is how many remarks are selected */
      g_dngettext (GETTEXT_PACKAGE, "%s selected", "%s selected", n),
      number);

  gtk_label_set_label (self->count, text);
  gtk_widget_set_visible (self->many, n > 1);
  wijk_theme_strip_set_remarks (self->strip, self->remarks);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          n > 0 && !wijk_document_is_read_only (self->document) &&
                              (n > 1 || wijk_theme_strip_has_themes (self->strip)));
}

/* ---- GObject ---- */

static void
wijk_remark_bulk_dispose (GObject *object)
{
  WijkRemarkBulk *self = WIJK_REMARK_BULK (object);

  g_clear_pointer (&self->remarks, g_ptr_array_unref);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_remark_bulk_parent_class)->dispose (object);
}

static void
wijk_remark_bulk_class_init (WijkRemarkBulkClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wijk_remark_bulk_dispose;

  done_signal = g_signal_new (
      "done", WIJK_TYPE_REMARK_BULK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "remark-bulk");
}

static void
wijk_remark_bulk_init (WijkRemarkBulk *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->remarks = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
add_button (WijkRemarkBulk *self, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_add_css_class (button, "chip");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (ADW_WRAP_BOX (self->many), button);
}

static void
add_fields (WijkRemarkBulk *self)
{
  for (guint i = 0; i < N_FIELDS; i++)
    {
      gboolean is_set =
          fields[i].key == NULL ||
          wijk_kind_find_field (WIJK_KIND_REMARK, fields[i].key)->kind == WIJK_FIELD_SET;

      self->choosers[i] = WIJK_REMARK_CHOOSER (wijk_remark_chooser_new (
          self->document, fields[i].kind, is_set ? WIJK_CHOOSE_MANY : WIJK_CHOOSE_ONE));
      wijk_remark_chooser_set_fixed_text (
          self->choosers[i],
          fields[i].key == NULL ? _ ("Link…") : wijk_remark_choice_kind_get_name (fields[i].kind),
          fields[i].icon);
      g_signal_connect_object (
          self->choosers[i], "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (
          self->choosers[i], "opening", G_CALLBACK (opening_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (
          self->choosers[i], "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
      if (fields[i].kind == WIJK_CHOICE_THEME)
        wijk_theme_strip_set_first (self->strip, GTK_WIDGET (self->choosers[i]));
      else
        adw_wrap_box_append (ADW_WRAP_BOX (self->many), GTK_WIDGET (self->choosers[i]));
    }
}

void
wijk_remark_bulk_set_document (WijkRemarkBulk *self, WijkDocument *document)
{
  g_return_if_fail (WIJK_IS_REMARK_BULK (self) && self->document == NULL);

  self->document = g_object_ref (document);
  self->strip = WIJK_THEME_STRIP (wijk_theme_strip_new (document));
  self->count = GTK_LABEL (gtk_label_new (NULL));
  self->many = adw_wrap_box_new ();
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (self->many), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (self->many), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_widget_set_margin_end (GTK_WIDGET (self->count), 6);
  adw_wrap_box_append (ADW_WRAP_BOX (self->many), GTK_WIDGET (self->count));
  add_fields (self);
  add_button (self, _ ("_Answer…"), G_CALLBACK (answer_cb));
  add_button (self, _ ("_Merge"), G_CALLBACK (merge_cb));
  add_button (self, _ ("_Withdraw…"), G_CALLBACK (withdraw_cb));
  gtk_box_append (GTK_BOX (self), self->many);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->strip));
  g_signal_connect_object (
      self->strip, "toggled", G_CALLBACK (theme_toggled_cb), self, G_CONNECT_SWAPPED);
}

void
wijk_remark_bulk_take_remarks (WijkRemarkBulk *self, GPtrArray *remarks)
{
  g_return_if_fail (WIJK_IS_REMARK_BULK (self));

  g_ptr_array_unref (self->remarks);
  self->remarks = remarks;
  show_remarks (self);
}

void
wijk_remark_bulk_open_themes (WijkRemarkBulk *self)
{
  g_return_if_fail (WIJK_IS_REMARK_BULK (self));

  for (guint i = 0; i < N_FIELDS; i++)
    if (fields[i].kind == WIJK_CHOICE_THEME)
      wijk_remark_chooser_open (self->choosers[i]);
}

void
wijk_remark_bulk_toggle_theme (WijkRemarkBulk *self, guint number)
{
  g_autoptr (GPtrArray) themes = NULL;

  g_return_if_fail (WIJK_IS_REMARK_BULK (self));

  themes = wijk_themes_dup_numbered (wijk_document_get_state (self->document));
  if (number <= themes->len)
    theme_toggled_cb (self, wijk_record_get_id (themes->pdata[number - 1]));
}
