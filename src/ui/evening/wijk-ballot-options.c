/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-ballot-options.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-ballot-entry.h"
#include "wijk-ballot-tally.h"
#include "wijk-label.h"
#include "wijk-vote.h"

#define MOST_DOTS 100000
#define MOST_ENTRIES 50

struct _WijkBallotOptions
{
  GtkBox parent_instance;

  WijkHall *hall;
  WijkBallot *ballot;
  GHashTable *counts; /* id of an option -> GtkSpinButton, lent */

  GtkWidget *entry;
  GtkListBox *list;
  GtkWidget *paper;
  GtkLabel *hint;
  GtkWidget *entries_box;
  GtkListBox *entries;
};

G_DEFINE_FINAL_TYPE (WijkBallotOptions, wijk_ballot_options, GTK_TYPE_BOX)

static WijkDocument *
get_document (WijkBallotOptions *self)
{
  return wijk_hall_get_document (self->hall);
}

static void
tell (WijkBallotOptions *self, GError *error)
{
  if (error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

/* ---- what is pressed ---- */

static void
add_option_cb (WijkBallotOptions *self)
{
  g_autofree char *title =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  g_autoptr (GError) error = NULL;

  if (*title == '\0' || self->ballot == NULL)
    return;
  if (wijk_ballot_entry_add_option (wijk_document_get_state (get_document (self)),
                                    wijk_record_get_id (WIJK_RECORD (self->ballot)),
                                    title,
                                    NULL,
                                    edits,
                                    &error) &&
      wijk_document_write (get_document (self), _ ("Add an option to a vote"), edits, &error))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  tell (self, error);
}

static void
delete_cb (WijkBallotOptions *self, GtkWidget *button)
{
  WijkRecord *record = g_object_get_data (G_OBJECT (button), "record");
  gboolean is_vote = WIJK_IS_VOTE (record);
  g_autoptr (GError) error = NULL;

  if (wijk_document_delete (get_document (self),
                            is_vote ? _ ("Take back an entry of a vote")
                                    : _ ("Delete an option of a vote"),
                            record,
                            &error))
    gtk_widget_activate_action (GTK_WIDGET (self),
                                "win.toast-undo",
                                "s",
                                is_vote ? _ ("Entry taken back") : _ ("Option deleted"));
  tell (self, error);
}

/* The dots of a sheet of paper, or of all sheets together. */
static void
add_paper_cb (WijkBallotOptions *self)
{
  WijkState *state = wijk_document_get_state (get_document (self));
  const char *ballot = wijk_record_get_id (WIJK_RECORD (self->ballot));
  g_autoptr (GPtrArray) options = wijk_ballot_list_options (state, ballot);
  g_autofree guint *dots = g_new0 (guint, options->len + 1);
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < options->len; i++)
    {
      GtkSpinButton *count =
          g_hash_table_lookup (self->counts, wijk_record_get_id (options->pdata[i]));

      if (count != NULL)
        {
          gtk_spin_button_update (count);
          dots[i] = (guint) gtk_spin_button_get_value_as_int (count);
        }
    }
  if (!wijk_ballot_entry_vote (state, options, dots, WIJK_VOTE_PAPER, edits, &error) ||
      edits->len == 0 ||
      !wijk_document_write (get_document (self), _ ("Count dots on paper"), edits, &error))
    {
      tell (self, error);
      return;
    }
  for (guint i = 0; i < options->len; i++)
    {
      GtkSpinButton *count =
          g_hash_table_lookup (self->counts, wijk_record_get_id (options->pdata[i]));

      if (count != NULL)
        gtk_spin_button_set_value (count, 0);
    }
}

/* ---- the options ---- */

static GtkWidget *
make_delete (WijkBallotOptions *self, WijkRecord *record, const char *tip)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "record", g_object_ref (record), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (delete_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
make_count (WijkBallotOptions *self, WijkOption *option)
{
  GtkWidget *count = gtk_spin_button_new_with_range (0, MOST_DOTS, 1);
  /* Translators: %s is an option of a vote */
  g_autofree char *name = g_strdup_printf (_ ("Dots on paper for “%s”"), option->title);

  gtk_editable_set_width_chars (GTK_EDITABLE (count), 3);
  gtk_widget_set_valign (count, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (count, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (count), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (count, "activate", G_CALLBACK (add_paper_cb), self, G_CONNECT_SWAPPED);
  g_hash_table_insert (self->counts, (gpointer) wijk_record_get_id (WIJK_RECORD (option)), count);

  return count;
}

/* "1.", or "2. (tied)"; and how many dots from where. */
static char *
describe_result (const WijkOptionTally *tally)
{
  g_autofree char *rank = tally->rank == 0 ? g_strdup (_ ("no dots"))
                          : tally->is_tied ? g_strdup_printf (_ ("place %u, tied"), tally->rank)
                                           : g_strdup_printf (_ ("place %u"), tally->rank);

  if (tally->total == 0)
    return g_steal_pointer (&rank);

  return g_strdup_printf (_ ("%s · %d dots: %d on paper, %d on screen"),
                          rank,
                          (int) tally->total,
                          (int) tally->paper,
                          (int) tally->screen);
}

static GtkWidget *
make_row (WijkBallotOptions *self, WijkOptionTally *tally)
{
  GtkWidget *row = adw_action_row_new ();
  WijkOption *option = tally->option;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 option->title != NULL ? option->title : "");
  if (self->ballot->status == WIJK_BALLOT_CLOSED)
    {
      g_autofree char *result = describe_result (tally);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), result);
    }
  if (self->ballot->status == WIJK_BALLOT_OPEN)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_count (self, option));
  else if (tally->total == 0)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               make_delete (self, WIJK_RECORD (option), _ ("Delete this option")));

  return row;
}

static int
compare_options (gconstpointer a, gconstpointer b)
{
  return wijk_record_compare (WIJK_RECORD ((*(WijkOptionTally *const *) a)->option),
                              WIJK_RECORD ((*(WijkOptionTally *const *) b)->option));
}

/* Numbers that are being typed stay as long as the options do. */
static char *
sign_rows (WijkBallotOptions *self, GPtrArray *tallies)
{
  GString *sign = g_string_new (NULL);

  g_string_printf (
      sign, "%s %d", wijk_record_get_id (WIJK_RECORD (self->ballot)), self->ballot->status);
  for (guint i = 0; i < tallies->len; i++)
    {
      WijkOptionTally *tally = tallies->pdata[i];

      g_string_append_printf (
          sign, "\n%s %s", wijk_record_get_id (WIJK_RECORD (tally->option)), tally->option->title);
      if (self->ballot->status != WIJK_BALLOT_OPEN)
        g_string_append_printf (sign, " %d %d", (int) tally->paper, (int) tally->screen);
    }

  return g_string_free_and_steal (sign);
}

static void
show_options (WijkBallotOptions *self)
{
  g_autoptr (GPtrArray) tallies =
      wijk_ballot_tally (wijk_document_get_state (get_document (self)),
                         wijk_record_get_id (WIJK_RECORD (self->ballot)),
                         NULL);
  gboolean is_open = self->ballot->status == WIJK_BALLOT_OPEN;
  g_autofree char *sign = NULL;

  if (self->ballot->status != WIJK_BALLOT_CLOSED)
    g_ptr_array_sort (tallies, compare_options);
  sign = sign_rows (self, tallies);
  gtk_widget_set_visible (self->entry, self->ballot->status == WIJK_BALLOT_PREPARED);
  gtk_widget_set_visible (self->paper, is_open);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), is_open);
  gtk_widget_set_visible (GTK_WIDGET (self->list), tallies->len > 0);
  if (g_strcmp0 (sign, g_object_get_data (G_OBJECT (self->list), "sign")) == 0)
    return;
  g_object_set_data_full (G_OBJECT (self->list), "sign", g_steal_pointer (&sign), g_free);
  g_hash_table_remove_all (self->counts);
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < tallies->len; i++)
    gtk_list_box_append (self->list, make_row (self, tallies->pdata[i]));
}

/* ---- what was entered ---- */

static GtkWidget *
make_entry_row (WijkBallotOptions *self, WijkVote *vote)
{
  GtkWidget *row = adw_action_row_new ();
  WijkOption *option = (WijkOption *) wijk_state_lookup (
      wijk_document_get_state (get_document (self)), vote->option);
  const WijkField *way = wijk_kind_find_field (WIJK_KIND_VOTE, "way");
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d dot · %s", "%d dots · %s", (gulong) vote->dots),
      (int) vote->dots,
      wijk_label_for_choice (way, (int) vote->way));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 option->title != NULL ? option->title : "");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             make_delete (self, WIJK_RECORD (vote), _ ("Take this entry back")));

  return row;
}

static void
show_entries (WijkBallotOptions *self)
{
  g_autoptr (GPtrArray) votes =
      wijk_ballot_list_votes (wijk_document_get_state (get_document (self)),
                              wijk_record_get_id (WIJK_RECORD (self->ballot)));
  guint n_paper = 0;

  gtk_list_box_remove_all (self->entries);
  /* who voted on the screen did so in secret: only what was counted on paper is listed while the
   * vote is open */
  for (guint i = votes->len; i-- > 0 && n_paper < MOST_ENTRIES;)
    {
      WijkVote *vote = votes->pdata[i];

      if (vote->way != WIJK_VOTE_PAPER && self->ballot->status != WIJK_BALLOT_CLOSED)
        continue;
      gtk_list_box_append (self->entries, make_entry_row (self, vote));
      n_paper++;
    }
  gtk_widget_set_visible (self->entries_box, n_paper > 0);
}

/* ---- GObject ---- */

static void
wijk_ballot_options_dispose (GObject *object)
{
  WijkBallotOptions *self = WIJK_BALLOT_OPTIONS (object);

  g_clear_pointer (&self->counts, g_hash_table_unref);
  g_clear_object (&self->ballot);
  g_clear_object (&self->hall);

  G_OBJECT_CLASS (wijk_ballot_options_parent_class)->dispose (object);
}

static void
wijk_ballot_options_class_init (WijkBallotOptionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wijk_ballot_options_dispose;
}

static GtkListBox *
make_list (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_LIST_BOX (list);
}

static void
wijk_ballot_options_init (WijkBallotOptions *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);
  self->counts = g_hash_table_new (g_str_hash, g_str_equal);
  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("New option"));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("New option"), -1);
  g_signal_connect_object (
      self->entry, "activate", G_CALLBACK (add_option_cb), self, G_CONNECT_SWAPPED);
  self->list = make_list (_ ("Options of the vote"));
  self->hint = GTK_LABEL (
      gtk_label_new (_ ("Type the dots of each option from paper and press Enter; what was entered "
                        "before stays counted.")));
  gtk_label_set_xalign (self->hint, 0);
  gtk_label_set_wrap (self->hint, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "dimmed");
  self->paper = gtk_button_new_with_label (_ ("Count These Dots on Paper"));
  gtk_widget_set_halign (self->paper, GTK_ALIGN_END);
  g_signal_connect_object (
      self->paper, "clicked", G_CALLBACK (add_paper_cb), self, G_CONNECT_SWAPPED);
  self->entries = make_list (_ ("What was entered"));
  self->entries_box = gtk_expander_new (_ ("What was entered"));
  gtk_expander_set_child (GTK_EXPANDER (self->entries_box), GTK_WIDGET (self->entries));
  gtk_widget_set_margin_top (GTK_WIDGET (self->entries), 6);
  gtk_box_append (GTK_BOX (self), self->entry);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->hint));
  gtk_box_append (GTK_BOX (self), self->paper);
  gtk_box_append (GTK_BOX (self), self->entries_box);
}

void
wijk_ballot_options_set_hall (WijkBallotOptions *self, WijkHall *hall)
{
  g_return_if_fail (WIJK_IS_BALLOT_OPTIONS (self) && self->hall == NULL);

  self->hall = g_object_ref (hall);
}

void
wijk_ballot_options_set_ballot (WijkBallotOptions *self, WijkBallot *ballot)
{
  g_return_if_fail (WIJK_IS_BALLOT_OPTIONS (self));

  g_set_object (&self->ballot, ballot);
  if (ballot == NULL)
    return;
  show_options (self);
  show_entries (self);
}
