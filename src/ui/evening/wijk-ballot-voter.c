/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-ballot-voter.h"

#include <glib/gi18n.h>

#include "wijk-ballot-entry.h"
#include "wijk-ballot-tally.h"

#define WIDTH 560
#define HEIGHT 640

struct _WijkBallotVoter
{
  AdwDialog parent_instance;

  WijkHall *hall;
  WijkBallot *ballot;
  GPtrArray *options; /* lent */
  guint *dots;        /* of each option */
  guint n_voters;

  GtkLabel *left;
  GtkListBox *list;
  GtkWidget *done;
  GtkLabel *thanks;
};

G_DEFINE_FINAL_TYPE (WijkBallotVoter, wijk_ballot_voter, ADW_TYPE_DIALOG)

static guint
get_limit (WijkBallotVoter *self)
{
  return self->ballot->dots != WIJK_UNSET ? (guint) self->ballot->dots
                                          : wijk_ballot_propose_dots (self->options->len);
}

static guint
count_given (WijkBallotVoter *self)
{
  guint n = 0;

  for (guint i = 0; i < self->options->len; i++)
    n += self->dots[i];

  return n;
}

/* ---- what shows ---- */

static char *
dup_dots (guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, "●");

  return g_string_free_and_steal (text);
}

static void
show_row (WijkBallotVoter *self, guint at, gboolean is_full)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) at);
  GtkWidget *dots = g_object_get_data (G_OBJECT (row), "dots");
  GtkWidget *less = g_object_get_data (G_OBJECT (row), "less");
  GtkWidget *more = g_object_get_data (G_OBJECT (row), "more");
  g_autofree char *text = dup_dots (self->dots[at]);
  g_autofree char *name = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s: %u dot", "%s: %u dots", (gulong) self->dots[at]),
      ((WijkOption *) self->options->pdata[at])->title,
      self->dots[at]);

  gtk_label_set_label (GTK_LABEL (dots), text);
  gtk_widget_set_sensitive (less, self->dots[at] > 0);
  gtk_widget_set_sensitive (more, !is_full);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_dots (WijkBallotVoter *self)
{
  guint limit = get_limit (self), given = count_given (self);
  guint left = limit > given ? limit - given : 0;
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u dot left", "%u dots left", (gulong) left), left);

  gtk_label_set_label (self->left, text);
  for (guint i = 0; i < self->options->len; i++)
    show_row (self, i, left == 0);
  gtk_widget_set_sensitive (self->done, given > 0);
}

/* ---- giving dots ---- */

static void
give (WijkBallotVoter *self, guint at, int by)
{
  if (at >= self->options->len || (by < 0 && self->dots[at] == 0) ||
      (by > 0 && count_given (self) >= get_limit (self)))
    return;
  self->dots[at] = (guint) ((int) self->dots[at] + by);
  gtk_label_set_label (self->thanks, "");
  show_dots (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->left),
                           gtk_label_get_label (self->left),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
button_cb (WijkBallotVoter *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);
  gboolean is_less = g_object_get_data (G_OBJECT (row), "less") == button;

  give (self, (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)), is_less ? -1 : 1);
}

static void
row_cb (WijkBallotVoter *self, GtkListBoxRow *row)
{
  give (self, (guint) gtk_list_box_row_get_index (row), 1);
}

static gboolean
key_pressed_cb (WijkBallotVoter *self, guint keyval, guint keycode, GdkModifierType state)
{
  gunichar sign = gdk_keyval_to_unicode (keyval);
  int digit = g_unichar_digit_value (sign);
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  int at = focus != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (digit > 0)
    give (self, (guint) digit - 1, 1);
  else if (at >= 0 && sign == '+')
    give (self, (guint) at, 1);
  else if (at >= 0 && (sign == '-' || keyval == GDK_KEY_BackSpace || keyval == GDK_KEY_Delete))
    give (self, (guint) at, -1);
  else
    return FALSE;

  return TRUE;
}

/* The votes are in; the ballot is empty for who comes next. */
static void
done_cb (WijkBallotVoter *self)
{
  WijkDocument *document = wijk_hall_get_document (self->hall);
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *thanks = NULL;

  if (!wijk_ballot_entry_vote (wijk_document_get_state (document),
                               self->options,
                               self->dots,
                               WIJK_VOTE_SCREEN,
                               edits,
                               &error) ||
      !wijk_document_write (document, _ ("Vote on this screen"), edits, &error))
    {
      gtk_label_set_label (self->thanks, error->message);
      return;
    }
  self->n_voters++;
  memset (self->dots, 0, sizeof (guint) * self->options->len);
  thanks = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "Thank you. %u person voted here. The next one can begin.",
                                         "Thank you. %u people voted here. The next one can begin.",
                                         (gulong) self->n_voters),
                            self->n_voters);
  gtk_label_set_label (self->thanks, thanks);
  gtk_accessible_announce (
      GTK_ACCESSIBLE (self->thanks), thanks, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  show_dots (self);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0)));
}

/* ---- GObject ---- */

static void
wijk_ballot_voter_dispose (GObject *object)
{
  WijkBallotVoter *self = WIJK_BALLOT_VOTER (object);

  g_clear_pointer (&self->options, g_ptr_array_unref);
  g_clear_pointer (&self->dots, g_free);
  g_clear_object (&self->ballot);
  g_clear_object (&self->hall);

  G_OBJECT_CLASS (wijk_ballot_voter_parent_class)->dispose (object);
}

static void
wijk_ballot_voter_class_init (WijkBallotVoterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wijk_ballot_voter_dispose;
}

static GtkWidget *
make_button (WijkBallotVoter *self, const char *icon, const char *what, const char *option)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *tip = g_strdup_printf ("%s: %s", what, option);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_add_css_class (button, "circular");
  g_signal_connect_object (button, "clicked", G_CALLBACK (button_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static void
add_row (WijkBallotVoter *self, WijkOption *option, guint at)
{
  GtkWidget *row = adw_action_row_new (), *dots = gtk_label_new (NULL);
  const char *title = option->title != NULL ? option->title : "";
  GtkWidget *less = make_button (self, "list-remove-symbolic", _ ("One dot less"), title);
  GtkWidget *more = make_button (self, "list-add-symbolic", _ ("One dot more"), title);
  g_autofree char *numbered = g_strdup_printf ("%u. %s", at + 1, title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), numbered);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_add_css_class (dots, "voter-dots");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), dots);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), less);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), more);
  g_object_set_data (G_OBJECT (row), "dots", dots);
  g_object_set_data (G_OBJECT (row), "less", less);
  g_object_set_data (G_OBJECT (row), "more", more);
  gtk_list_box_append (self->list, row);
}

static GtkWidget *
make_content (WijkBallotVoter *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *question = gtk_label_new (self->ballot->title);

  gtk_label_set_wrap (GTK_LABEL (question), TRUE);
  gtk_widget_add_css_class (question, "title-2");
  gtk_widget_add_css_class (GTK_WIDGET (self->left), "heading");
  gtk_widget_add_css_class (self->done, "suggested-action");
  gtk_widget_add_css_class (self->done, "pill");
  gtk_widget_set_halign (self->done, GTK_ALIGN_CENTER);
  gtk_label_set_wrap (self->thanks, TRUE);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_widget_set_margin_top (box, 6);
  gtk_box_append (GTK_BOX (box), question);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->left));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), self->done);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->thanks));
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);

  return scrolled;
}

static void
wijk_ballot_voter_init (WijkBallotVoter *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->left = GTK_LABEL (gtk_label_new (NULL));
  self->thanks = GTK_LABEL (gtk_label_new (NULL));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Options of the vote"), -1);
  g_signal_connect_object (
      self->list, "row-activated", G_CALLBACK (row_cb), self, G_CONNECT_SWAPPED);
  self->done = gtk_button_new_with_label (_ ("Done"));
  g_signal_connect_object (self->done, "clicked", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (
      keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

AdwDialog *
wijk_ballot_voter_new (WijkHall *hall, WijkBallot *ballot)
{
  WijkBallotVoter *self = g_object_new (WIJK_TYPE_BALLOT_VOTER, NULL);
  GtkWidget *view = adw_toolbar_view_new ();

  self->hall = g_object_ref (hall);
  self->ballot = g_object_ref (ballot);
  self->options = wijk_ballot_list_options (wijk_document_get_state (wijk_hall_get_document (hall)),
                                            wijk_record_get_id (WIJK_RECORD (ballot)));
  self->dots = g_new0 (guint, self->options->len + 1);
  for (guint i = 0; i < self->options->len; i++)
    add_row (self, self->options->pdata[i], i);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), make_content (self));
  adw_dialog_set_child (ADW_DIALOG (self), view);
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Vote"));
  adw_dialog_set_content_width (ADW_DIALOG (self), WIDTH);
  adw_dialog_set_content_height (ADW_DIALOG (self), HEIGHT);
  show_dots (self);

  return ADW_DIALOG (self);
}
