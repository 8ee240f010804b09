/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-comment-list.h"

#include <glib/gi18n.h>

#include "wijk-application.h"
#include "wijk-comment.h"

struct _WijkCommentList
{
  GtkWidget parent_instance;

  WijkDocument *document;
  WijkRecord *subject;
  GtkWidget *box;
  GtkStack *stack;
  GtkListBox *list;
  GtkEntry *entry;
};

G_DEFINE_FINAL_TYPE (WijkCommentList, wijk_comment_list, GTK_TYPE_WIDGET)

static void
tell (WijkCommentList *self, GError *error)
{
  if (error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

/* ---- one note ---- */

static WijkRecord *
get_comment (WijkCommentList *self, GtkWidget *widget)
{
  return wijk_state_lookup_live (wijk_document_get_state (self->document),
                                 g_object_get_data (G_OBJECT (widget), "comment"),
                                 WIJK_KIND_COMMENT);
}

static void
resolved_cb (GtkCheckButton *button, gpointer user_data)
{
  WijkCommentList *self = WIJK_COMMENT_LIST (user_data);
  WijkRecord *comment = get_comment (self, GTK_WIDGET (button));
  gboolean resolved = gtk_check_button_get_active (button);
  g_autoptr (GError) error = NULL;

  if (comment == NULL || WIJK_COMMENT (comment)->resolved == resolved)
    return;
  wijk_document_set (self->document,
                     resolved ? _ ("Resolve a comment") : _ ("Open a comment again"),
                     comment,
                     "resolved",
                     resolved ? "1" : "",
                     &error);
  tell (self, error);
}

static void
delete_cb (GtkWidget *button, gpointer user_data)
{
  WijkCommentList *self = WIJK_COMMENT_LIST (user_data);
  WijkRecord *comment = get_comment (self, button);
  g_autoptr (GError) error = NULL;

  if (comment == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  if (wijk_document_delete (self->document, _ ("Delete a comment"), comment, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", _ ("Comment deleted"));
  tell (self, error);
}

static GtkWidget *
make_actions (WijkCommentList *self, WijkComment *comment)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *resolved = gtk_check_button_new_with_label (_ ("Resolved"));
  GtkWidget *delete = gtk_button_new_from_icon_name ("edit-delete-symbolic");
  const char *id = wijk_record_get_id (WIJK_RECORD (comment));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (resolved), comment->resolved);
  gtk_widget_set_hexpand (resolved, TRUE);
  gtk_widget_set_tooltip_text (delete, _ ("Delete this comment"));
  gtk_widget_add_css_class (delete, "flat");
  g_object_set_data_full (G_OBJECT (resolved), "comment", g_strdup (id), g_free);
  g_object_set_data_full (G_OBJECT (delete), "comment", g_strdup (id), g_free);
  g_signal_connect_object (resolved, "toggled", G_CALLBACK (resolved_cb), self, 0);
  g_signal_connect_object (delete, "clicked", G_CALLBACK (delete_cb), self, 0);
  gtk_box_append (GTK_BOX (box), resolved);
  gtk_box_append (GTK_BOX (box), delete);

  return box;
}

static GtkWidget *
make_row (WijkCommentList *self, WijkComment *comment)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *text = gtk_label_new (comment->text);
  gboolean has_author = comment->author != NULL && *comment->author != '\0';
  GtkWidget *author = gtk_label_new (has_author ? comment->author : _ ("Without a name"));

  gtk_label_set_xalign (GTK_LABEL (author), 0);
  gtk_widget_add_css_class (author, "caption-heading");
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (text), TRUE);
  if (comment->resolved)
    gtk_widget_add_css_class (text, "dimmed");
  gtk_box_append (GTK_BOX (box), author);
  gtk_box_append (GTK_BOX (box), text);
  if (!wijk_document_is_read_only (self->document))
    gtk_box_append (GTK_BOX (box), make_actions (self, comment));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, comment->text, -1);

  return row;
}

/* ---- all of them ---- */

/* Those that are open first; then by id, which is when they were made on one laptop. */
static int
compare (gconstpointer a, gconstpointer b)
{
  const WijkComment *one = a, *other = b;

  if (one->resolved != other->resolved)
    return one->resolved ? 1 : -1;

  return wijk_record_compare (WIJK_RECORD ((gpointer) a), WIJK_RECORD ((gpointer) b));
}

void
wijk_comment_list_show (WijkCommentList *self, WijkDocument *document, WijkRecord *subject)
{
  g_autoptr (GPtrArray) comments = NULL;

  g_return_if_fail (WIJK_IS_COMMENT_LIST (self));

  g_set_object (&self->document, document);
  if (g_set_object (&self->subject, subject))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_list_box_remove_all (self->list);
  gtk_widget_set_visible (GTK_WIDGET (self->entry),
                          subject != NULL && !wijk_document_is_read_only (document));
  if (subject == NULL)
    return;
  comments = wijk_state_dup_children (
      wijk_document_get_state (document), WIJK_KIND_COMMENT, "of", wijk_record_get_id (subject));
  g_ptr_array_sort_values (comments, compare);
  for (guint i = 0; i < comments->len; i++)
    gtk_list_box_append (self->list, make_row (self, comments->pdata[i]));
  gtk_stack_set_visible_child_name (self->stack, comments->len > 0 ? "comments" : "none");
}

static void
entered_cb (WijkCommentList *self)
{
  g_autofree char *text =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  const char *author = wijk_application_get_author (wijk_application_get_default ());
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  if (*text == '\0' || self->subject == NULL)
    return;
  id = wijk_document_add (self->document,
                          _ ("Add a comment"),
                          WIJK_KIND_COMMENT,
                          &error,
                          "of",
                          wijk_record_get_id (self->subject),
                          "text",
                          text,
                          "author",
                          author != NULL ? author : "",
                          NULL);
  if (id != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  tell (self, error);
}

/* ---- GObject ---- */

static void
wijk_comment_list_dispose (GObject *object)
{
  WijkCommentList *self = WIJK_COMMENT_LIST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->subject);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_comment_list_parent_class)->dispose (object);
}

static void
wijk_comment_list_class_init (WijkCommentListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wijk_comment_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
make_list (WijkCommentList *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *none = gtk_label_new (_ ("No comments yet. They are for who writes the plan and are "
                                      "never published."));

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "evidence-list");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Comments"), -1);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_label_set_wrap (GTK_LABEL (none), TRUE);
  gtk_label_set_justify (GTK_LABEL (none), GTK_JUSTIFY_CENTER);
  gtk_widget_set_margin_start (none, 18);
  gtk_widget_set_margin_end (none, 18);
  gtk_widget_add_css_class (none, "dimmed");
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_add_named (self->stack, none, "none");
  gtk_stack_add_named (self->stack, scrolled, "comments");
}

static void
wijk_comment_list_init (WijkCommentList *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  make_list (self);
  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_placeholder_text (self->entry, _ ("New comment"));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("New comment"), -1);
  gtk_widget_set_margin_top (GTK_WIDGET (self->entry), 9);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->entry), 9);
  gtk_widget_set_margin_start (GTK_WIDGET (self->entry), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->entry), 12);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entered_cb), self);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->entry));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
wijk_comment_list_new (void)
{
  return g_object_new (WIJK_TYPE_COMMENT_LIST, NULL);
}
