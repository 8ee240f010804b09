/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-person-form.h"

#include <glib/gi18n.h>

#include "wijk-commitment-list.h"
#include "wijk-consent.h"
#include "wijk-field-binding.h"
#include "wijk-format.h"
#include "wijk-label.h"
#include "wijk-remark-date.h"
#include "wijk-remark.h"

enum
{
  NAME,
  ORGANISATION,
  ROLE,
  CONTACT,
  N_BINDINGS
};

static const struct
{
  const char *key;
  const char *step;
} fields[N_BINDINGS] = {
  [NAME] = { "name", N_ ("Change a name in the register") },
  [ORGANISATION] = { "organisation", N_ ("Change an organisation") },
  [ROLE] = { "role", N_ ("Change a role") },
  [CONTACT] = { "contact", N_ ("Change a contact") },
};

#define N_CONSENTS 4

/* What each purpose means, in the order of wijk_consent_words. */
static const char *const meanings[N_CONSENTS] = {
  N_ ("Name and contact may be kept in this plan"),
  N_ ("May be asked about the plan"),
  N_ ("May be told what became of their remarks"),
  N_ ("The name may stand in what everyone reads; without it the role stands there"),
};

struct _WijkPersonForm
{
  AdwBin parent_instance;

  WijkDocument *document;
  WijkStakeholder *person; /* NULL: nobody */
  GSignalGroup *signals;
  WijkFieldBinding *bindings[N_BINDINGS]; /* lent */
  gboolean is_showing;                    /* what changes meanwhile was not done by the user */

  GtkStack *stack;
  GtkWidget *widgets[N_BINDINGS];
  AdwPreferencesGroup *consents;
  GtkWidget *switches[N_CONSENTS];
  AdwActionRow *date_row;
  WijkRemarkDate *consent_date;
  AdwActionRow *keep_row;
  WijkRemarkDate *keep_until;
  GtkWidget *propose;
  WijkCommitmentList *commitments;
  GtkLabel *said;
};

G_DEFINE_FINAL_TYPE (WijkPersonForm, wijk_person_form, ADW_TYPE_BIN)

static char *
dup_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

static void
write_edits (WijkPersonForm *self, const char *step, GPtrArray *edits)
{
  g_autoptr (GError) error = NULL;

  if (!wijk_document_write (self->document, step, edits, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
write_one (WijkPersonForm *self, const char *step, const char *field, const char *value)
{
  g_autoptr (GPtrArray) edits = wijk_edits_new ();

  wijk_edits_add (edits, wijk_record_get_id (WIJK_RECORD (self->person)), field, value);
  write_edits (self, step, edits);
}

/* ---- showing ---- */

/* "Said ." */
static void
show_said (WijkPersonForm *self)
{
  g_autoptr (GPtrArray) remarks =
      wijk_state_dup_children (wijk_document_get_state (self->document),
                               WIJK_KIND_REMARK,
                               "stakeholder",
                               wijk_record_get_id (WIJK_RECORD (self->person)));
  g_autoptr (GString) labels = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < remarks->len; i++)
    {
      const char *label = ((WijkRemark *) remarks->pdata[i])->label;

      g_string_append_printf (labels, "%s%s", i > 0 ? ", " : "", label != NULL ? label : "?");
    }
  /* Translators: %s is a list of numbers of remarks */
  text = remarks->len > 0 ? g_strdup_printf (_ ("Remarks: %s"), labels->str)
                          : g_strdup (_ ("No remarks in the register are theirs."));
  gtk_label_set_label (self->said, text);
}

static void
show_keep (WijkPersonForm *self)
{
  g_autofree char *today = dup_today ();
  g_autofree char *iso =
      wijk_state_dup_keep_until (wijk_document_get_state (self->document), today);
  g_autofree char *date = wijk_ui_format_date (iso);
  g_autofree char *text = NULL;

  if (wijk_stakeholder_is_expired (self->person, today))
    text = g_strdup (_ ("This has passed: to be cleaned up."));
  else if (self->person->keep_until == NULL)
    /* Translators: %s is a date */
    text = g_strdup_printf (_ ("Proposed: %s, a year after the last session."), date);
  adw_action_row_set_subtitle (self->keep_row, text != NULL ? text : "");
  gtk_widget_set_visible (self->propose, self->person->keep_until == NULL);
  wijk_remark_date_set_date (self->keep_until, self->person->keep_until);
}

static void
show_consents (WijkPersonForm *self)
{
  self->is_showing = TRUE;
  for (guint i = 0; i < N_CONSENTS; i++)
    adw_switch_row_set_active (ADW_SWITCH_ROW (self->switches[i]),
                               wijk_set_contains (self->person->consents, wijk_consent_words[i]));
  self->is_showing = FALSE;
  wijk_remark_date_set_date (self->consent_date, self->person->consent_date);
  gtk_widget_set_visible (GTK_WIDGET (self->date_row),
                          self->person->consents != NULL || self->person->consent_date != NULL);
}

static gboolean
is_gone (WijkPersonForm *self)
{
  return self->person->kind == WIJK_STAKEHOLDER_PERSON &&
         wijk_stakeholder_is_erased (self->person) && self->person->keep_until != NULL;
}

static void
show_person (WijkPersonForm *self)
{
  gboolean is_organisation;

  if (self->person == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "none");
      return;
    }
  is_organisation = self->person->kind == WIJK_STAKEHOLDER_ORGANISATION;
  gtk_stack_set_visible_child_name (self->stack, is_gone (self) ? "erased" : "form");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->widgets[NAME]),
                                 is_organisation ? _ ("Contact person") : _ ("Name"));
  show_consents (self);
  show_keep (self);
  show_said (self);
}

/* ---- changing ---- */

/* The first consent brings the day with it. */
static void
switched_cb (GtkWidget *widget, GParamSpec *pspec, WijkPersonForm *self)
{
  guint i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "purpose"));
  gboolean given = adw_switch_row_get_active (ADW_SWITCH_ROW (widget));
  g_autoptr (GPtrArray) edits = NULL;
  g_autofree char *field = NULL;
  g_autofree char *today = NULL;
  const char *id;

  if (self->is_showing || self->person == NULL)
    return;
  edits = wijk_edits_new ();
  id = wijk_record_get_id (WIJK_RECORD (self->person));
  field = g_strconcat ("consents/", wijk_consent_words[i], NULL);
  today = dup_today ();
  wijk_edits_add (edits, id, field, given ? "1" : "");
  if (given && self->person->consent_date == NULL)
    wijk_edits_add (edits, id, "consent-date", today);
  write_edits (self, given ? _ ("Note consent") : _ ("Take consent back"), edits);
}

static void
consent_date_cb (WijkPersonForm *self, const char *date)
{
  write_one (self, _ ("Change when consent was given"), "consent-date", date);
}

static void
keep_until_cb (WijkPersonForm *self, const char *date)
{
  write_one (self, _ ("Change how long a name is kept"), "keep-until", date);
}

static void
propose_cb (WijkPersonForm *self)
{
  g_autofree char *today = dup_today ();
  g_autofree char *date =
      wijk_state_dup_keep_until (wijk_document_get_state (self->document), today);

  write_one (self, _ ("Change how long a name is kept"), "keep-until", date);
}

/* ---- GObject ---- */

static void
wijk_person_form_dispose (GObject *object)
{
  WijkPersonForm *self = WIJK_PERSON_FORM (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_PERSON_FORM);
  g_clear_object (&self->signals);
  g_clear_object (&self->person);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_person_form_parent_class)->dispose (object);
}

static void
bind_widget (GtkWidgetClass *widget_class, const char *name, guint index)
{
  gtk_widget_class_bind_template_child_full (widget_class,
                                             name,
                                             FALSE,
                                             G_STRUCT_OFFSET (WijkPersonForm, widgets) +
                                                 (gssize) (index * sizeof (GtkWidget *)));
}

static void
wijk_person_form_class_init (WijkPersonFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_person_form_dispose;
  g_type_ensure (WIJK_TYPE_COMMITMENT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-person-form.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkPersonForm, stack);
  gtk_widget_class_bind_template_child (widget_class, WijkPersonForm, consents);
  gtk_widget_class_bind_template_child (widget_class, WijkPersonForm, keep_row);
  gtk_widget_class_bind_template_child (widget_class, WijkPersonForm, propose);
  gtk_widget_class_bind_template_child (widget_class, WijkPersonForm, commitments);
  gtk_widget_class_bind_template_child (widget_class, WijkPersonForm, said);
  bind_widget (widget_class, "name", NAME);
  bind_widget (widget_class, "organisation", ORGANISATION);
  bind_widget (widget_class, "role", ROLE);
  bind_widget (widget_class, "contact", CONTACT);
  gtk_widget_class_bind_template_callback (widget_class, propose_cb);
}

static WijkRemarkDate *
add_date (WijkPersonForm *self, AdwActionRow *row, GCallback chosen)
{
  GtkWidget *date = wijk_remark_date_new ();

  gtk_widget_set_valign (date, GTK_ALIGN_CENTER);
  g_signal_connect_object (date, "chosen", chosen, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (row, date);

  return WIJK_REMARK_DATE (date);
}

static void
add_consents (WijkPersonForm *self)
{
  for (guint i = 0; i < N_CONSENTS; i++)
    {
      GtkWidget *row = adw_switch_row_new ();

      adw_preferences_row_set_title (
          ADW_PREFERENCES_ROW (row),
          wijk_label_for_word (wijk_consent_words, wijk_consent_words[i]));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (meanings[i]));
      g_object_set_data (G_OBJECT (row), "purpose", GUINT_TO_POINTER (i));
      g_signal_connect_object (row, "notify::active", G_CALLBACK (switched_cb), self, 0);
      adw_preferences_group_add (self->consents, row);
      self->switches[i] = row;
    }
  self->date_row = ADW_ACTION_ROW (adw_action_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->date_row), _ ("Given on"));
  adw_preferences_group_add (self->consents, GTK_WIDGET (self->date_row));
}

static void
wijk_person_form_init (WijkPersonForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signals = g_signal_group_new (WIJK_TYPE_STAKEHOLDER);
  g_signal_group_connect_swapped (self->signals, "notify", G_CALLBACK (show_person), self);
  add_consents (self);
  self->consent_date = add_date (self, self->date_row, G_CALLBACK (consent_date_cb));
  self->keep_until = add_date (self, self->keep_row, G_CALLBACK (keep_until_cb));
}

void
wijk_person_form_set_document (WijkPersonForm *self, WijkDocument *document)
{
  GtkWidget *writing[] = { GTK_WIDGET (self->consents),
                           GTK_WIDGET (self->keep_until),
                           self->propose };

  g_return_if_fail (WIJK_IS_PERSON_FORM (self) && self->document == NULL);

  self->document = g_object_ref (document);
  for (guint i = 0; i < N_BINDINGS; i++)
    {
      self->bindings[i] = wijk_field_binding_new (
          document, self->widgets[i], WIJK_KIND_STAKEHOLDER, fields[i].key, _ (fields[i].step));
      wijk_field_binding_set_record (self->bindings[i], NULL);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (writing); i++)
    g_object_bind_property (document,
                            "read-only",
                            writing[i],
                            "sensitive",
                            G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
}

void
wijk_person_form_set_person (WijkPersonForm *self, WijkStakeholder *person)
{
  g_return_if_fail (WIJK_IS_PERSON_FORM (self));

  if (g_set_object (&self->person, person))
    {
      wijk_document_end_typing (self->document);
      g_signal_group_set_target (self->signals, person);
      for (guint i = 0; i < N_BINDINGS; i++)
        wijk_field_binding_set_record (self->bindings[i], (WijkRecord *) person);
      wijk_commitment_list_set_person (self->commitments, self->document, person);
    }
  show_person (self);
}

void
wijk_person_form_focus (WijkPersonForm *self)
{
  g_return_if_fail (WIJK_IS_PERSON_FORM (self));

  gtk_widget_grab_focus (self->widgets[NAME]);
}
