/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-remark-detail.h"

#include <glib/gi18n.h>

#include "wijk-dissent-row.h"
#include "wijk-erase-dialog.h"
#include "wijk-field-binding.h"
#include "wijk-remark-fields.h"
#include "wijk-remark-links.h"
#include "wijk-remark-personal.h"
#include "wijk-remark-reply.h"
#include "wijk-remark-withdraw.h"
#include "wijk-together-actions.h"

struct _WijkRemarkDetail
{
  AdwBin parent_instance;

  WijkDocument *document;
  WijkRemark *remark;
  guint n_selected;
  GSignalGroup *signals;
  WijkFieldBinding *binding; /* of the words, lent */
  WijkRemarkFields *rows;
  GActionMap *actions;
  WijkTogetherActions *together;
  WijkDissentRow *dissent;

  GtkLabel *title;
  GtkWidget *menu;
  GtkWidget *next;
  GtkWidget *previous;
  GtkStack *stack;
  AdwStatusPage *many;
  GtkScrolledWindow *scrolled;
  GtkWidget *withdrawn;
  GtkLabel *withdrawn_label;
  GtkWidget *restore;
  GtkTextView *words;
  GtkLabel *problem;
  GtkWidget *warning;
  GtkLabel *warning_label;
  WijkRemarkReply *reply;
  WijkRemarkLinks *links;
  GtkListBox *dissent_list;
  GtkListBox *fields;
};

G_DEFINE_FINAL_TYPE (WijkRemarkDetail, wijk_remark_detail, ADW_TYPE_BIN)

/* ---- what shows ---- */

static void
enable (WijkRemarkDetail *self, const char *action, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (self->actions, action)),
                               enabled);
}

static void
show_remark (WijkRemarkDetail *self)
{
  gboolean may_write = !wijk_document_is_read_only (self->document);
  gboolean is_withdrawn = self->remark != NULL && self->remark->withdrawn != NULL;
  g_autofree char *text = NULL;

  gtk_stack_set_visible_child_name (self->stack,
                                    self->n_selected > 1   ? "many"
                                    : self->remark != NULL ? "remark"
                                                           : "none");
  gtk_label_set_label (self->title,
                       self->n_selected < 2 && self->remark != NULL && self->remark->label != NULL
                           ? self->remark->label
                           : "");
  gtk_widget_set_visible (self->menu, self->n_selected < 2 && self->remark != NULL && may_write);
  enable (self, "withdraw", self->remark != NULL && may_write && !is_withdrawn);
  enable (self, "restore", is_withdrawn && may_write);
  enable (self, "erase", self->remark != NULL && may_write && self->remark->text != NULL);
  gtk_widget_set_visible (self->withdrawn, is_withdrawn);
  gtk_widget_set_visible (self->restore, may_write);
  if (!is_withdrawn)
    return;
  /* Translators: %s is why a remark was withdrawn */
  text = g_strdup_printf (_ ("Withdrawn: %s. It is not counted and not published."),
                          self->remark->withdrawn);
  gtk_label_set_label (self->withdrawn_label, text);
}

static void
words_changed_cb (WijkRemarkDetail *self, GtkTextBuffer *buffer)
{
  GtkTextIter start, end;
  g_autofree char *words = NULL;
  g_autofree char *warning = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  words = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  warning = wijk_remark_dup_personal_warning (words);
  gtk_widget_set_visible (self->warning, warning != NULL);
  gtk_label_set_label (self->warning_label, warning != NULL ? warning : "");
}

/* ---- withdrawing ---- */

static void
withdraw_cb (GSimpleAction *action, GVariant *parameter, WijkRemarkDetail *self)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (one, g_object_ref (self->remark));
  wijk_remark_ask_withdraw (GTK_WIDGET (self), self->document, one);
}

static void
erase_cb (GSimpleAction *action, GVariant *parameter, WijkRemarkDetail *self)
{
  wijk_erase_dialog_present (GTK_WIDGET (self),
                             self->document,
                             WIJK_ERASE_REMARK,
                             wijk_record_get_id (WIJK_RECORD (self->remark)));
}

static void
restore_cb (WijkRemarkDetail *self)
{
  g_autoptr (GError) error = NULL;

  if (!wijk_document_set (self->document,
                          _ ("Take back the withdrawal of a remark"),
                          WIJK_RECORD (self->remark),
                          "withdrawn",
                          "",
                          &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
restore_action_cb (GSimpleAction *action, GVariant *parameter, WijkRemarkDetail *self)
{
  restore_cb (self);
}

/* ---- GObject ---- */

static gboolean
wijk_remark_detail_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (WIJK_REMARK_DETAIL (widget)->words));
}

static void
wijk_remark_detail_dispose (GObject *object)
{
  WijkRemarkDetail *self = WIJK_REMARK_DETAIL (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_REMARK_DETAIL);
  g_clear_object (&self->signals);
  g_clear_object (&self->rows);
  g_clear_object (&self->together);
  g_clear_object (&self->actions);
  g_clear_object (&self->remark);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_remark_detail_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-remark-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkDetail, title);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkDetail, menu);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkDetail, next);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkDetail, previous);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkDetail, stack);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkDetail, many);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkDetail, scrolled);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkDetail, withdrawn);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkDetail, withdrawn_label);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkDetail, restore);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkDetail, words);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkDetail, problem);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkDetail, warning);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkDetail, warning_label);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkDetail, reply);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkDetail, links);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkDetail, dissent_list);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkDetail, fields);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
}

static void
wijk_remark_detail_class_init (WijkRemarkDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_remark_detail_dispose;
  widget_class->grab_focus = wijk_remark_detail_grab_focus;

  g_type_ensure (WIJK_TYPE_REMARK_REPLY);
  g_type_ensure (WIJK_TYPE_REMARK_LINKS);
  bind_template (widget_class);
}

static void
add_action (WijkRemarkDetail *self, const char *name, GCallback callback)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, NULL);

  g_signal_connect_object (action, "activate", callback, self, 0);
  g_action_map_add_action (self->actions, G_ACTION (action));
}

static void
wijk_remark_detail_init (WijkRemarkDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = G_ACTION_MAP (g_simple_action_group_new ());
  add_action (self, "withdraw", G_CALLBACK (withdraw_cb));
  add_action (self, "restore", G_CALLBACK (restore_action_cb));
  add_action (self, "erase", G_CALLBACK (erase_cb));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "remark", G_ACTION_GROUP (self->actions));
  self->signals = g_signal_group_new (WIJK_TYPE_REMARK);
  g_signal_group_connect_swapped (self->signals, "notify", G_CALLBACK (show_remark), self);
  g_signal_connect_object (gtk_text_view_get_buffer (self->words),
                           "changed",
                           G_CALLBACK (words_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_visible (self->warning, FALSE);
}

void
wijk_remark_detail_set_document (WijkRemarkDetail *self, WijkDocument *document)
{
  g_return_if_fail (WIJK_IS_REMARK_DETAIL (self) && self->document == NULL);

  self->document = g_object_ref (document);
  self->binding = wijk_field_binding_new (document,
                                          GTK_WIDGET (self->words),
                                          WIJK_KIND_REMARK,
                                          "text",
                                          _ ("Change the words of a remark"));
  wijk_field_binding_set_message_label (self->binding, self->problem);
  wijk_remark_reply_set_document (self->reply, document);
  wijk_remark_links_set_document (self->links, document);
  self->together = wijk_together_actions_new (GTK_WIDGET (self), document);
  self->dissent = WIJK_DISSENT_ROW (wijk_dissent_row_new (document, WIJK_KIND_REMARK));
  gtk_list_box_append (self->dissent_list, GTK_WIDGET (self->dissent));
  self->rows = wijk_remark_fields_new (document, self->fields);
  g_signal_connect_object (
      document, "notify::read-only", G_CALLBACK (show_remark), self, G_CONNECT_SWAPPED);
  show_remark (self);
}

void
wijk_remark_detail_set_remark (WijkRemarkDetail *self, WijkRemark *remark)
{
  g_return_if_fail (WIJK_IS_REMARK_DETAIL (self));

  if (!g_set_object (&self->remark, remark))
    return;
  wijk_document_end_typing (self->document);
  g_signal_group_set_target (self->signals, remark);
  wijk_field_binding_set_record (self->binding, (WijkRecord *) remark);
  wijk_remark_reply_set_remark (self->reply, remark);
  wijk_remark_links_set_remark (self->links, remark);
  wijk_together_actions_set_remark (self->together, remark);
  wijk_dissent_row_set_record (self->dissent, (WijkRecord *) remark);
  wijk_remark_fields_set_remark (self->rows, remark);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  show_remark (self);
}

WijkRemark *
wijk_remark_detail_get_remark (WijkRemarkDetail *self)
{
  g_return_val_if_fail (WIJK_IS_REMARK_DETAIL (self), NULL);

  return self->remark;
}

void
wijk_remark_detail_set_n_selected (WijkRemarkDetail *self, guint n_selected)
{
  g_autofree char *text = NULL;

  g_return_if_fail (WIJK_IS_REMARK_DETAIL (self));

  if (self->n_selected == n_selected)
    return;
  self->n_selected = n_selected;
  text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u Remark Selected", "%u Remarks Selected", n_selected),
      n_selected);
  adw_status_page_set_title (self->many, text);
  show_remark (self);
}

void
wijk_remark_detail_open_themes (WijkRemarkDetail *self)
{
  g_return_if_fail (WIJK_IS_REMARK_DETAIL (self));

  wijk_remark_fields_open_themes (self->rows);
}

void
wijk_remark_detail_press_outcome (WijkRemarkDetail *self, WijkOutcome outcome)
{
  g_return_if_fail (WIJK_IS_REMARK_DETAIL (self));

  wijk_remark_reply_press (self->reply, outcome);
}

void
wijk_remark_detail_focus_answer (WijkRemarkDetail *self)
{
  g_return_if_fail (WIJK_IS_REMARK_DETAIL (self));

  wijk_remark_reply_focus (self->reply);
}

gboolean
wijk_remark_detail_check_answered (WijkRemarkDetail *self)
{
  g_return_val_if_fail (WIJK_IS_REMARK_DETAIL (self), FALSE);

  return self->remark == NULL || wijk_remark_reply_check (self->reply);
}
