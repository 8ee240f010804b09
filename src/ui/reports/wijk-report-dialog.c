/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-report-dialog.h"

#include <glib/gi18n.h>

#include "wijk-ballot.h"
#include "wijk-format.h"
#include "wijk-personal-row.h"
#include "wijk-report-save.h"
#include "wijk-session.h"

/* What a kind of report asks for. */
typedef enum
{
  ASKS_SESSION = 1 << 0,
  ASKS_BALLOT = 1 << 1,
  ASKS_ORDER = 1 << 2,
  ASKS_CARDS = 1 << 3,
} Asks;

static const struct
{
  WijkReportKind kind;
  const char *title;
  const char *subtitle;
  guint asks;
} kinds[WIJK_N_REPORTS] = {
  { WIJK_REPORT_REPLIES,
    N_ ("Note of replies"),
    N_ ("Every remark with its answer and the reason"),
    ASKS_SESSION | ASKS_ORDER },
  { WIJK_REPORT_PARTICIPATION,
    N_ ("Participation report"),
    N_ ("Who took part, how and when, and what came of it"),
    ASKS_SESSION },
  { WIJK_REPORT_YOU_SAID,
    N_ ("You said, we do"),
    N_ ("Pages to print and hang up: what was said, and what is done with it"),
    ASKS_SESSION },
  { WIJK_REPORT_CARDS,
    N_ ("Reaction cards"),
    N_ ("To write on: numbered, four on a page, to be cut"),
    ASKS_SESSION | ASKS_CARDS },
  { WIJK_REPORT_DOT_SHEETS,
    N_ ("Dot sheets"),
    N_ ("The options of a vote with room for stickers"),
    ASKS_BALLOT },
  { WIJK_REPORT_CODEBOOK,
    N_ ("Codebook"),
    N_ ("The themes, for programs of qualitative research (REFI-QDA)"),
    0 },
};

/* In the order of the row. */
static const WijkReportFormat formats[] = { WIJK_REPORT_FORMAT_PDF,
                                            WIJK_REPORT_FORMAT_ODS,
                                            WIJK_REPORT_FORMAT_CSV };

struct _WijkReportDialog
{
  AdwDialog parent_instance;

  WijkDocument *document;
  GtkWidget *opener;   /* where it was asked for: that is told how it ended */
  GPtrArray *sessions; /* ids in the order of the row, behind "all" */
  GPtrArray *ballots;

  AdwPreferencesGroup *kinds;
  GtkCheckButton *checks[WIJK_N_REPORTS];
  GtkWidget *save;
  GtkWidget *options;
  AdwComboRow *session;
  AdwComboRow *ballot;
  AdwComboRow *order;
  AdwSwitchRow *internal;
  GtkWidget *n_cards_row;
  GtkSpinButton *n_cards;
  GtkWidget *first_row;
  GtkSpinButton *first;
  AdwComboRow *format;
  GtkLabel *hint;
};

G_DEFINE_FINAL_TYPE (WijkReportDialog, wijk_report_dialog, ADW_TYPE_DIALOG)

static guint
find_kind (WijkReportDialog *self)
{
  for (guint i = 0; i < WIJK_N_REPORTS; i++)
    if (self->checks[i] != NULL && gtk_check_button_get_active (self->checks[i]))
      return i;

  return 0;
}

static const char *
get_chosen (AdwComboRow *row, GPtrArray *ids, guint n_before)
{
  const guint selected = adw_combo_row_get_selected (row);

  return selected >= n_before && selected - n_before < ids->len ? ids->pdata[selected - n_before]
                                                                : NULL;
}

static gboolean
is_table (WijkReportKind kind)
{
  return wijk_report_kind_has_format (kind, WIJK_REPORT_FORMAT_ODS);
}

static WijkReportFormat
find_format (WijkReportDialog *self, WijkReportKind kind)
{
  const guint selected = adw_combo_row_get_selected (self->format);

  if (kind == WIJK_REPORT_CODEBOOK)
    return WIJK_REPORT_FORMAT_QDC;

  return is_table (kind) && selected < G_N_ELEMENTS (formats) ? formats[selected]
                                                              : WIJK_REPORT_FORMAT_PDF;
}

/* What must be there first, or NULL. */
static const char *
find_obstacle (WijkReportDialog *self, WijkReportKind kind)
{
  WijkState *state = wijk_document_get_state (self->document);

  if (kind == WIJK_REPORT_CARDS && self->sessions->len == 0)
    return _ ("Cards are for a session: make one first, under Sessions.");
  if (kind == WIJK_REPORT_CARDS && adw_combo_row_get_selected (self->session) == 0)
    return _ ("Choose the session that the cards are for.");
  if (kind == WIJK_REPORT_DOT_SHEETS && self->ballots->len == 0)
    return _ ("There is no vote yet. Prepare one in the session it is for.");
  if (kind == WIJK_REPORT_YOU_SAID && wijk_document_get_tally (self->document).n_answered == 0)
    return _ ("No remark has an answer yet, so there is nothing to report back.");
  if (kind == WIJK_REPORT_CODEBOOK &&
      wijk_record_list_get_length (wijk_state_get_list (state, WIJK_KIND_THEME)) == 0)
    return _ ("There are no themes yet.");

  return NULL;
}

static void
update_cb (WijkReportDialog *self)
{
  const guint place = find_kind (self);
  const WijkReportKind kind = kinds[place].kind;
  const guint asks = kinds[place].asks;
  const char *obstacle;

  if (self->document == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->session), (asks & ASKS_SESSION) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->ballot),
                          (asks & ASKS_BALLOT) != 0 && self->ballots->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->order), (asks & ASKS_ORDER) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->internal), wijk_report_kind_has_internal (kind));
  gtk_widget_set_visible (self->n_cards_row, (asks & ASKS_CARDS) != 0);
  gtk_widget_set_visible (self->first_row, (asks & ASKS_CARDS) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->format), is_table (kind));
  gtk_widget_set_visible (self->options,
                          (asks & ~ASKS_BALLOT) != 0 ||
                              gtk_widget_get_visible (GTK_WIDGET (self->ballot)));
  obstacle = find_obstacle (self, kind);
  gtk_label_set_label (self->hint, obstacle != NULL ? obstacle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), obstacle != NULL);
  gtk_widget_set_sensitive (self->save, obstacle == NULL);
}

static void
cancel_cb (WijkReportDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
save_cb (WijkReportDialog *self)
{
  const guint place = find_kind (self);
  const guint asks = kinds[place].asks;
  WijkReportChoice choice = { .kind = kinds[place].kind };

  if (asks & ASKS_SESSION)
    choice.session = get_chosen (self->session, self->sessions, 1);
  if (asks & ASKS_BALLOT)
    choice.ballot = get_chosen (self->ballot, self->ballots, 0);
  if (asks & ASKS_ORDER)
    choice.by =
        (WijkReportOrder) MIN (adw_combo_row_get_selected (self->order), WIJK_N_REPORT_ORDERS - 1);
  choice.is_internal =
      wijk_report_kind_has_internal (choice.kind) && adw_switch_row_get_active (self->internal);
  choice.n_cards = (guint) gtk_spin_button_get_value_as_int (self->n_cards);
  choice.first = (guint) gtk_spin_button_get_value_as_int (self->first);
  wijk_report_save (self->opener, self->document, &choice, find_format (self, choice.kind));
  adw_dialog_close (ADW_DIALOG (self));
}

/* ---- what there is to choose from ---- */

static int
compare_sessions (gconstpointer a, gconstpointer b)
{
  const WijkSession *one = *(WijkSession *const *) a, *other = *(WijkSession *const *) b;
  int order = g_strcmp0 (other->date, one->date); /* the last one first */

  return order != 0 ? order : g_strcmp0 (one->title, other->title);
}

static void
fill_sessions (WijkReportDialog *self, const char *chosen)
{
  WijkState *state = wijk_document_get_state (self->document);
  g_autoptr (GPtrArray) sessions = wijk_state_dup_sorted (state, WIJK_KIND_SESSION);
  g_autoptr (GtkStringList) titles =
      gtk_string_list_new ((const char *[]) { _ ("All sessions"), NULL });
  guint selected = 0;

  g_ptr_array_sort (sessions, compare_sessions);
  for (guint i = 0; i < sessions->len; i++)
    {
      WijkSession *session = sessions->pdata[i];
      const char *id = wijk_record_get_id (WIJK_RECORD (session));

      g_ptr_array_add (self->sessions, g_strdup (id));
      gtk_string_list_append (titles, session->title != NULL ? session->title : _ ("Session"));
      if (g_strcmp0 (id, chosen) == 0)
        selected = i + 1;
    }
  adw_combo_row_set_model (self->session, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->session, selected);
}

static void
fill_ballots (WijkReportDialog *self)
{
  WijkState *state = wijk_document_get_state (self->document);
  g_autoptr (GPtrArray) ballots = wijk_state_dup_sorted (state, WIJK_KIND_BALLOT);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < ballots->len; i++)
    {
      WijkBallot *ballot = ballots->pdata[i];

      g_ptr_array_add (self->ballots, g_strdup (wijk_record_get_id (WIJK_RECORD (ballot))));
      gtk_string_list_append (titles, ballot->title != NULL ? ballot->title : _ ("Vote"));
    }
  adw_combo_row_set_model (self->ballot, G_LIST_MODEL (titles));
}

static void
add_kind (WijkReportDialog *self, guint place)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  GtkWidget *check = gtk_check_button_new ();

  self->checks[place] = GTK_CHECK_BUTTON (check);
  gtk_check_button_set_group (self->checks[place], place > 0 ? self->checks[0] : NULL);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (kinds[place].title), -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (kinds[place].title));
  adw_action_row_set_subtitle (row, _ (kinds[place].subtitle));
  adw_action_row_set_subtitle_lines (row, 0);
  adw_action_row_add_prefix (row, check);
  adw_action_row_set_activatable_widget (row, check);
  adw_preferences_group_add (self->kinds, GTK_WIDGET (row));
  g_signal_connect_object (check, "toggled", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
}

/* ---- GObject ---- */

static void
wijk_report_dialog_dispose (GObject *object)
{
  WijkReportDialog *self = WIJK_REPORT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_REPORT_DIALOG);
  g_clear_object (&self->document);
  g_clear_object (&self->opener);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  g_clear_pointer (&self->ballots, g_ptr_array_unref);

  G_OBJECT_CLASS (wijk_report_dialog_parent_class)->dispose (object);
}

static void
wijk_report_dialog_class_init (WijkReportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_report_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-report-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkReportDialog, kinds);
  gtk_widget_class_bind_template_child (widget_class, WijkReportDialog, save);
  gtk_widget_class_bind_template_child (widget_class, WijkReportDialog, options);
  gtk_widget_class_bind_template_child (widget_class, WijkReportDialog, session);
  gtk_widget_class_bind_template_child (widget_class, WijkReportDialog, ballot);
  gtk_widget_class_bind_template_child (widget_class, WijkReportDialog, order);
  gtk_widget_class_bind_template_child (widget_class, WijkReportDialog, internal);
  gtk_widget_class_bind_template_child (widget_class, WijkReportDialog, n_cards_row);
  gtk_widget_class_bind_template_child (widget_class, WijkReportDialog, n_cards);
  gtk_widget_class_bind_template_child (widget_class, WijkReportDialog, first_row);
  gtk_widget_class_bind_template_child (widget_class, WijkReportDialog, first);
  gtk_widget_class_bind_template_child (widget_class, WijkReportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, WijkReportDialog, hint);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
}

static void
wijk_report_dialog_init (WijkReportDialog *self)
{
  self->sessions = g_ptr_array_new_with_free_func (g_free);
  self->ballots = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < WIJK_N_REPORTS; i++)
    add_kind (self, i);
  gtk_check_button_set_active (self->checks[0], TRUE);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->checks[0]));
}

void
wijk_report_dialog_show_session (GtkWidget *widget, WijkDocument *document, const char *session)
{
  WijkReportDialog *self;
  GtkWidget *personal;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (WIJK_IS_DOCUMENT (document));

  self = g_object_new (WIJK_TYPE_REPORT_DIALOG, NULL);
  personal = g_object_new (WIJK_TYPE_PERSONAL_ROW, NULL);
  wijk_personal_row_set_document (WIJK_PERSONAL_ROW (personal), document);
  adw_preferences_group_add (self->kinds, personal);
  self->document = g_object_ref (document);
  self->opener = g_object_ref (widget);
  fill_sessions (self, session);
  fill_ballots (self);
  update_cb (self);
  adw_dialog_present (ADW_DIALOG (self), widget);
}

void
wijk_report_dialog_show (GtkWidget *widget, WijkDocument *document)
{
  wijk_report_dialog_show_session (widget, document, NULL);
}
