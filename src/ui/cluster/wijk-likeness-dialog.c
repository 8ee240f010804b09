/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-likeness-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-cluster-actions.h"
#include "wijk-likeness-card.h"
#include "wijk-proposals.h"

#define BEAT 100 /* milliseconds between two looks at the progress */

#define WIJK_TYPE_LIKENESS_DIALOG (wijk_likeness_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WijkLikenessDialog, wijk_likeness_dialog, WIJK, LIKENESS_DIALOG, AdwDialog)

struct _WijkLikenessDialog
{
  AdwDialog parent_instance;

  WijkDocument *document;
  WijkProgress *progress;
  GCancellable *cancellable;
  guint beat;
  GPtrArray *proposals; /* GStrv of ids; NULL while they are looked for */
  guint at;

  AdwToastOverlay *toasts;
  AdwWindowTitle *window_title;
  GtkStack *stack;
  GtkProgressBar *bar;
  AdwStatusPage *nothing;
  GtkScrolledWindow *scrolled;
  GtkFlowBox *cards;
  GtkWidget *title_list;
  GtkEditable *title_row;
  GtkWidget *actions;
  GtkWidget *merge;
};

G_DEFINE_FINAL_TYPE (WijkLikenessDialog, wijk_likeness_dialog, ADW_TYPE_DIALOG)

/* ---- what is proposed ---- */

/* The remarks of a proposal that still stand and are not in one group by now. */
static GPtrArray *
dup_standing (WijkLikenessDialog *self, guint i)
{
  WijkState *state = wijk_document_get_state (self->document);
  const char *const *ids = self->proposals->pdata[i];
  GPtrArray *remarks = g_ptr_array_new ();
  const char *cluster = NULL;
  gboolean differ = FALSE;

  for (guint j = 0; ids[j] != NULL; j++)
    {
      WijkRemark *remark = (WijkRemark *) wijk_state_lookup_live (state, ids[j], WIJK_KIND_REMARK);

      if (remark == NULL || remark->withdrawn != NULL)
        continue;
      differ |= remark->cluster == NULL ||
                (remarks->len > 0 && g_strcmp0 (remark->cluster, cluster) != 0);
      cluster = remark->cluster;
      g_ptr_array_add (remarks, remark);
    }
  if (remarks->len < 2 || !differ)
    g_ptr_array_set_size (remarks, 0);

  return remarks;
}

static GPtrArray *
dup_checked (WijkLikenessDialog *self, gboolean checked)
{
  GPtrArray *remarks = g_ptr_array_new ();
  GtkFlowBoxChild *child;

  for (int i = 0; (child = gtk_flow_box_get_child_at_index (self->cards, i)) != NULL; i++)
    {
      WijkLikenessCard *card = WIJK_LIKENESS_CARD (gtk_flow_box_child_get_child (child));

      if (wijk_likeness_card_is_checked (card) == checked)
        g_ptr_array_add (remarks, wijk_likeness_card_get_remark (card));
    }

  return remarks;
}

/* ---- what shows ---- */

static gboolean
has_group (GPtrArray *remarks)
{
  for (guint i = 0; i < remarks->len; i++)
    if (WIJK_REMARK (remarks->pdata[i])->cluster != NULL)
      return TRUE;

  return FALSE;
}

static void
checked_cb (WijkLikenessDialog *self)
{
  g_autoptr (GPtrArray) checked = dup_checked (self, TRUE);
  g_autofree char *title = wijk_cluster_propose_title (checked);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "likeness.merge", checked->len >= 2);
  gtk_widget_set_visible (self->title_list, !has_group (checked)); /* a group has its name */
  gtk_editable_set_text (self->title_row, title);
}

static void
show_cards (WijkLikenessDialog *self, GPtrArray *remarks)
{
  WijkState *state = wijk_document_get_state (self->document);

  gtk_flow_box_remove_all (self->cards);
  gtk_flow_box_set_max_children_per_line (self->cards, MIN (remarks->len, 3));
  for (guint i = 0; i < remarks->len; i++)
    {
      GtkWidget *card = wijk_likeness_card_new (state, remarks->pdata[i]);
      GtkWidget *child;

      g_signal_connect_object (card, "toggled", G_CALLBACK (checked_cb), self, G_CONNECT_SWAPPED);
      gtk_flow_box_append (self->cards, card);
      child = gtk_widget_get_parent (card);
      gtk_widget_set_focusable (child, FALSE);
    }
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  checked_cb (self);
}

static void
show_none (WijkLikenessDialog *self, const char *title, const char *description)
{
  adw_status_page_set_title (self->nothing, title);
  adw_status_page_set_description (self->nothing, description);
  adw_window_title_set_subtitle (self->window_title, "");
  gtk_stack_set_visible_child_name (self->stack, "none");
  gtk_widget_set_visible (self->actions, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "likeness.next", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "likeness.previous", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "likeness.merge", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "likeness.refuse", FALSE);
}

/* Shows the proposal at `at`; what was settled elsewhere meanwhile is passed over. */
static void
show_proposal (WijkLikenessDialog *self)
{
  g_autofree char *where = NULL;
  g_autoptr (GPtrArray) remarks = NULL;

  while (self->at < self->proposals->len)
    {
      remarks = dup_standing (self, self->at);
      if (remarks->len > 0)
        break;
      g_clear_pointer (&remarks, g_ptr_array_unref);
      g_ptr_array_remove_index (self->proposals, self->at);
    }
  if (self->proposals->len == 0)
    {
      show_none (self,
                 _ ("Nothing More to Judge"),
                 _ ("No other remarks look alike. Remarks that say the same in quite other words "
                    "are not found; select them in the list to merge them."));
      return;
    }
  if (remarks == NULL)
    {
      self->at = 0;
      show_proposal (self);
      return;
    }
  /* Translators: “3 of 41” proposals */
  where = g_strdup_printf (_ ("%u of %u"), self->at + 1, self->proposals->len);
  adw_window_title_set_subtitle (self->window_title, where);
  gtk_stack_set_visible_child_name (self->stack, "group");
  gtk_widget_set_visible (self->actions, TRUE);
  gtk_widget_action_set_enabled (
      GTK_WIDGET (self), "likeness.next", self->at + 1 < self->proposals->len);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "likeness.previous", self->at > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "likeness.refuse", TRUE);
  show_cards (self, remarks);
  gtk_widget_grab_focus (self->merge);
}

/* ---- looking ---- */

static gboolean
beat_cb (gpointer user_data)
{
  WijkLikenessDialog *self = user_data;

  gtk_progress_bar_set_fraction (self->bar, wijk_progress_get_fraction (self->progress));

  return G_SOURCE_CONTINUE;
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WijkLikenessDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) proposals = wijk_proposals_find_finish (result, &error);

  if (proposals == NULL) /* closed before it was done */
    return;
  g_clear_handle_id (&self->beat, g_source_remove);
  self->proposals = g_steal_pointer (&proposals);
  show_proposal (self);
}

static void
look (WijkLikenessDialog *self)
{
  gtk_stack_set_visible_child_name (self->stack, "busy");
  gtk_widget_set_visible (self->actions, FALSE);
  self->beat = g_timeout_add (BEAT, beat_cb, self);
  wijk_proposals_find_async (wijk_document_get_state (self->document),
                             self->progress,
                             self->cancellable,
                             found_cb,
                             g_object_ref (self));
}

/* ---- judging ---- */

static void
go_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkLikenessDialog *self = WIJK_LIKENESS_DIALOG (widget);

  if (g_str_equal (name, "likeness.next"))
    self->at = MIN (self->at + 1, self->proposals->len - 1);
  else if (self->at > 0)
    self->at--;
  show_proposal (self);
}

/* The proposal at `at` is settled: the next one takes its place. */
static void
pass (WijkLikenessDialog *self)
{
  g_ptr_array_remove_index (self->proposals, self->at);
  show_proposal (self);
}

static void
merge_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkLikenessDialog *self = WIJK_LIKENESS_DIALOG (widget);
  g_autoptr (GPtrArray) checked = dup_checked (self, TRUE);

  if (wijk_cluster_merge (widget, self->document, checked, gtk_editable_get_text (self->title_row)))
    pass (self);
}

static void
refuse_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkLikenessDialog *self = WIJK_LIKENESS_DIALOG (widget);
  g_autoptr (GPtrArray) all = dup_standing (self, self->at);

  if (wijk_cluster_refuse (widget, self->document, all))
    pass (self);
}

/* Toasts of what is done here show here, above the dialog and not behind it. */
static void
undo_cb (WijkLikenessDialog *self)
{
  wijk_document_undo (self->document);
}

static void
toast_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkLikenessDialog *self = WIJK_LIKENESS_DIALOG (widget);
  AdwToast *toast = adw_toast_new (g_variant_get_string (parameter, NULL));

  adw_toast_set_use_markup (toast, FALSE);
  if (g_str_equal (name, "win.toast-undo"))
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      g_signal_connect_object (
          toast, "button-clicked", G_CALLBACK (undo_cb), self, G_CONNECT_SWAPPED);
    }
  adw_toast_overlay_dismiss_all (self->toasts);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* ---- GObject ---- */

static void
wijk_likeness_dialog_closed (AdwDialog *dialog)
{
  WijkLikenessDialog *self = WIJK_LIKENESS_DIALOG (dialog);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->beat, g_source_remove);
}

static void
wijk_likeness_dialog_dispose (GObject *object)
{
  WijkLikenessDialog *self = WIJK_LIKENESS_DIALOG (object);

  g_clear_handle_id (&self->beat, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_LIKENESS_DIALOG);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->progress);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_likeness_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-likeness-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkLikenessDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, WijkLikenessDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, WijkLikenessDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, WijkLikenessDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, WijkLikenessDialog, nothing);
  gtk_widget_class_bind_template_child (widget_class, WijkLikenessDialog, scrolled);
  gtk_widget_class_bind_template_child (widget_class, WijkLikenessDialog, cards);
  gtk_widget_class_bind_template_child (widget_class, WijkLikenessDialog, title_list);
  gtk_widget_class_bind_template_child (widget_class, WijkLikenessDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, WijkLikenessDialog, actions);
  gtk_widget_class_bind_template_child (widget_class, WijkLikenessDialog, merge);
}

static void
wijk_likeness_dialog_class_init (WijkLikenessDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_n, 0, "likeness.next" },
    { GDK_KEY_p, 0, "likeness.previous" },
    { GDK_KEY_x, 0, "likeness.refuse" },
    { GDK_KEY_Return, GDK_CONTROL_MASK, "likeness.merge" },
    { GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "likeness.merge" },
  };

  G_OBJECT_CLASS (klass)->dispose = wijk_likeness_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = wijk_likeness_dialog_closed;
  gtk_widget_class_install_action (widget_class, "likeness.next", NULL, go_action);
  gtk_widget_class_install_action (widget_class, "likeness.previous", NULL, go_action);
  gtk_widget_class_install_action (widget_class, "likeness.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "likeness.refuse", NULL, refuse_action);
  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast_action);
  gtk_widget_class_install_action (widget_class, "win.toast-undo", "s", toast_action);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (
        widget_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
  bind_template (widget_class);
}

static void
wijk_likeness_dialog_init (WijkLikenessDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->progress = wijk_progress_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "likeness.next", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "likeness.previous", FALSE);
}

void
wijk_likeness_dialog_present (GtkWidget *parent, WijkDocument *document)
{
  WijkLikenessDialog *self = g_object_new (WIJK_TYPE_LIKENESS_DIALOG, NULL);

  self->document = g_object_ref (document);
  look (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
