/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-vote-phase.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-ballot-entry.h"
#include "wijk-ballot-options.h"
#include "wijk-ballot-tally.h"
#include "wijk-ballot-voter.h"
#include "wijk-field-binding.h"
#include "wijk-label.h"

struct _WijkVotePhase
{
  GtkBox parent_instance;

  WijkHall *hall;
  GPtrArray *ballots; /* lent; as shown */
  char *awaited;      /* id of a ballot that is on its way */
  gboolean is_showing;
  WijkFieldBinding *title_binding; /* lent */
  WijkFieldBinding *dots_binding;

  GtkStack *stack;
  GtkDropDown *drop_down;
  GtkWidget *title;
  GtkWidget *dots;
  GtkLabel *status;
  GtkButton *turn;
  GtkWidget *vote;
  WijkBallotOptions *options;
};

G_DEFINE_FINAL_TYPE (WijkVotePhase, wijk_vote_phase, GTK_TYPE_BOX)

static WijkState *
get_state (WijkVotePhase *self)
{
  return wijk_document_get_state (wijk_hall_get_document (self->hall));
}

static WijkBallot *
get_ballot (WijkVotePhase *self)
{
  return (WijkBallot *) wijk_state_lookup_live (
      get_state (self), wijk_hall_get_evening (self->hall)->ballot, WIJK_KIND_BALLOT);
}

static void
tell (WijkVotePhase *self, GError *error)
{
  if (error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

/* ---- what shows ---- */

static void
show_ballots (WijkVotePhase *self)
{
  const char *chosen = wijk_hall_get_evening (self->hall)->ballot;
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = GTK_INVALID_LIST_POSITION;

  g_clear_pointer (&self->ballots, g_ptr_array_unref);
  self->ballots = wijk_state_dup_children (
      get_state (self), WIJK_KIND_BALLOT, "session", wijk_hall_get_session_id (self->hall));
  for (guint i = 0; i < self->ballots->len; i++)
    {
      WijkBallot *ballot = self->ballots->pdata[i];

      gtk_string_list_append (titles, ballot->title != NULL ? ballot->title : "");
      if (g_strcmp0 (wijk_record_get_id (WIJK_RECORD (ballot)), chosen) == 0)
        selected = i;
    }
  self->is_showing = TRUE;
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->drop_down, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->drop_down), self->ballots->len > 1);
  self->is_showing = FALSE;
}

static char *
describe_status (WijkVotePhase *self, WijkBallot *ballot)
{
  WijkBallotTotal total;
  g_autoptr (GPtrArray) tallies =
      wijk_ballot_tally (get_state (self), wijk_record_get_id (WIJK_RECORD (ballot)), &total);

  if (ballot->status == WIJK_BALLOT_OPEN)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     "Open. %d dot so far; the counts stay hidden until it closes.",
                     "Open. %d dots so far; the counts stay hidden until it closes.",
                     (gulong) total.total),
        (int) total.total);
  if (ballot->status == WIJK_BALLOT_CLOSED)
    return g_strdup_printf (_ ("Closed. %d dots: %d on paper, %d on screen."),
                            (int) total.total,
                            (int) total.paper,
                            (int) total.screen);

  return g_strdup (_ ("Prepared. Open it to begin."));
}

static void
show_ballot (WijkVotePhase *self, WijkBallot *ballot)
{
  g_autofree char *status = describe_status (self, ballot);

  gtk_label_set_label (self->status, status);
  gtk_button_set_label (self->turn,
                        ballot->status == WIJK_BALLOT_OPEN     ? _ ("Close and Show the Result")
                        : ballot->status == WIJK_BALLOT_CLOSED ? _ ("Open Again")
                                                               : _ ("Open the Vote"));
  if (ballot->status == WIJK_BALLOT_CLOSED)
    gtk_widget_remove_css_class (GTK_WIDGET (self->turn), "suggested-action");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->turn), "suggested-action");
  gtk_widget_set_sensitive (self->vote, ballot->status == WIJK_BALLOT_OPEN);
}

static void
changed_cb (WijkVotePhase *self)
{
  WijkBallot *ballot = get_ballot (self);
  WijkRecord *awaited = wijk_state_lookup_live (get_state (self), self->awaited, WIJK_KIND_BALLOT);

  if (awaited != NULL)
    {
      g_autofree char *id = g_steal_pointer (&self->awaited);

      wijk_hall_set_ballot (self->hall, id); /* which tells again */
      return;
    }
  show_ballots (self);
  if (ballot == NULL && self->ballots->len > 0)
    {
      wijk_hall_set_ballot (self->hall, wijk_record_get_id (self->ballots->pdata[0]));
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, ballot != NULL ? "ballot" : "empty");
  wijk_field_binding_set_record (self->title_binding, WIJK_RECORD (ballot));
  wijk_field_binding_set_record (self->dots_binding, WIJK_RECORD (ballot));
  wijk_ballot_options_set_ballot (self->options, ballot);
  if (ballot != NULL)
    show_ballot (self, ballot);
}

/* ---- what is pressed ---- */

static void
chosen_cb (WijkVotePhase *self)
{
  guint selected = gtk_drop_down_get_selected (self->drop_down);

  if (!self->is_showing && self->ballots != NULL && selected < self->ballots->len)
    wijk_hall_set_ballot (self->hall, wijk_record_get_id (self->ballots->pdata[selected]));
}

static WijkBallotOf
find_subjects (const char *word)
{
  static const char *const words[] = {
    [WIJK_BALLOT_OF_THEMES] = "themes",
    [WIJK_BALLOT_OF_CLUSTERS] = "clusters",
    [WIJK_BALLOT_OF_PRIORITIES] = "priorities",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i], word))
      return (WijkBallotOf) i;

  return WIJK_BALLOT_OF_NOTHING;
}

static void
make_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkVotePhase *self = WIJK_VOTE_PHASE (widget);
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *id =
      wijk_ballot_entry_make (get_state (self),
                              wijk_hall_get_session_id (self->hall),
                              find_subjects (g_variant_get_string (parameter, NULL)),
                              _ ("What matters most?"),
                              edits,
                              &error);

  if (id != NULL && wijk_document_write (
                        wijk_hall_get_document (self->hall), _ ("Prepare a vote"), edits, &error))
    g_set_str (&self->awaited, id);
  tell (self, error);
}

static void
turn_cb (WijkVotePhase *self)
{
  WijkBallot *ballot = get_ballot (self);
  gboolean closes = ballot->status == WIJK_BALLOT_OPEN;
  g_autoptr (GError) error = NULL;

  if (wijk_document_set (
          wijk_hall_get_document (self->hall),
          closes ? _ ("Close a vote") : _ ("Open a vote"),
          WIJK_RECORD (ballot),
          "status",
          wijk_ballot_status_words[(closes ? WIJK_BALLOT_CLOSED : WIJK_BALLOT_OPEN) - 1],
          &error))
    wijk_hall_set_screen (self->hall, closes ? WIJK_SCREEN_RESULT : WIJK_SCREEN_VOTE);
  tell (self, error);
}

static void
vote_cb (WijkVotePhase *self)
{
  AdwDialog *dialog = wijk_ballot_voter_new (self->hall, get_ballot (self));

  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkVotePhase *self = WIJK_VOTE_PHASE (widget);
  WijkBallot *ballot = get_ballot (self);
  g_autoptr (GError) error = NULL;

  if (ballot == NULL)
    return;
  if (wijk_document_delete (
          wijk_hall_get_document (self->hall), _ ("Delete a vote"), WIJK_RECORD (ballot), &error))
    gtk_widget_activate_action (widget, "win.toast-undo", "s", _ ("Vote deleted"));
  tell (self, error);
}

/* ---- GObject ---- */

static gboolean
wijk_vote_phase_grab_focus (GtkWidget *widget)
{
  WijkVotePhase *self = WIJK_VOTE_PHASE (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->turn)) ||
         gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
wijk_vote_phase_dispose (GObject *object)
{
  WijkVotePhase *self = WIJK_VOTE_PHASE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_VOTE_PHASE);
  g_clear_pointer (&self->ballots, g_ptr_array_unref);
  g_clear_pointer (&self->awaited, g_free);
  g_clear_object (&self->hall);

  G_OBJECT_CLASS (wijk_vote_phase_parent_class)->dispose (object);
}

static void
wijk_vote_phase_class_init (WijkVotePhaseClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_vote_phase_dispose;
  widget_class->grab_focus = wijk_vote_phase_grab_focus;

  g_type_ensure (WIJK_TYPE_BALLOT_OPTIONS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-vote-phase.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkVotePhase, stack);
  gtk_widget_class_bind_template_child (widget_class, WijkVotePhase, drop_down);
  gtk_widget_class_bind_template_child (widget_class, WijkVotePhase, title);
  gtk_widget_class_bind_template_child (widget_class, WijkVotePhase, dots);
  gtk_widget_class_bind_template_child (widget_class, WijkVotePhase, status);
  gtk_widget_class_bind_template_child (widget_class, WijkVotePhase, turn);
  gtk_widget_class_bind_template_child (widget_class, WijkVotePhase, vote);
  gtk_widget_class_bind_template_child (widget_class, WijkVotePhase, options);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, turn_cb);
  gtk_widget_class_bind_template_callback (widget_class, vote_cb);
  gtk_widget_class_install_action (widget_class, "vote.make", "s", make_action);
  gtk_widget_class_install_action (widget_class, "vote.delete", NULL, delete_action);
}

static void
wijk_vote_phase_init (WijkVotePhase *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
wijk_vote_phase_new (WijkHall *hall)
{
  WijkVotePhase *self = g_object_new (WIJK_TYPE_VOTE_PHASE, NULL);
  WijkDocument *document = wijk_hall_get_document (hall);

  self->hall = g_object_ref (hall);
  self->title_binding = wijk_field_binding_new (
      document, self->title, WIJK_KIND_BALLOT, "title", _ ("Change what is voted on"));
  self->dots_binding = wijk_field_binding_new (
      document, self->dots, WIJK_KIND_BALLOT, "dots", _ ("Change the dots for each voter"));
  wijk_ballot_options_set_hall (self->options, hall);
  g_signal_connect_object (hall, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);

  return GTK_WIDGET (self);
}
