/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-split-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-cluster-actions.h"
#include "wijk-cluster-edit.h"

#define MOST_PARTS 8
#define PART_HEIGHT 72

#define WIJK_TYPE_SPLIT_DIALOG (wijk_split_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WijkSplitDialog, wijk_split_dialog, WIJK, SPLIT_DIALOG, AdwDialog)

struct _WijkSplitDialog
{
  AdwDialog parent_instance;

  GtkWidget *parent;
  WijkDocument *document;
  WijkRemark *remark;
  GPtrArray *parts; /* GtkTextView, lent */
  GtkBox *box;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (WijkSplitDialog, wijk_split_dialog, ADW_TYPE_DIALOG)

static char *
dup_words (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static GStrv
dup_parts (WijkSplitDialog *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->parts->len; i++)
    {
      char *words = dup_words (self->parts->pdata[i]);

      if (*words != '\0')
        g_strv_builder_take (builder, words);
      else
        g_free (words);
    }

  return g_strv_builder_end (builder);
}

static void
changed_cb (WijkSplitDialog *self)
{
  g_auto (GStrv) parts = dup_parts (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "split.apply", g_strv_length (parts) >= 2);
}

/* ---- the parts ---- */

static void
add_part (WijkSplitDialog *self, const char *words)
{
  GtkWidget *frame = gtk_frame_new (NULL);
  GtkTextView *view = GTK_TEXT_VIEW (gtk_text_view_new ());
  /* Translators: %u counts the parts of a remark */
  g_autofree char *name = g_strdup_printf (_ ("Part %u"), self->parts->len + 1);

  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_top_margin (view, 9);
  gtk_text_view_set_bottom_margin (view, 9);
  gtk_text_view_set_left_margin (view, 9);
  gtk_text_view_set_right_margin (view, 9);
  gtk_widget_set_size_request (GTK_WIDGET (view), -1, PART_HEIGHT);
  gtk_widget_add_css_class (GTK_WIDGET (view), "remark-text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), words, -1);
  g_signal_connect_object (
      gtk_text_view_get_buffer (view), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_frame_set_child (GTK_FRAME (frame), GTK_WIDGET (view));
  gtk_box_append (self->box, frame);
  g_ptr_array_add (self->parts, view);
  gtk_widget_set_visible (self->more, self->parts->len < MOST_PARTS);
}

static void
more_cb (WijkSplitDialog *self)
{
  add_part (self, "");
  gtk_widget_grab_focus (g_ptr_array_index (self->parts, self->parts->len - 1));
}

/* Sentences are what parts most often are; where there is one only, both begin with all of it. */
static void
propose_parts (WijkSplitDialog *self)
{
  const char *text = self->remark->text;
  const char *start = text;

  for (const char *p = text; *p != '\0'; p++)
    if ((*p == '.' || *p == '!' || *p == '?' || *p == '\n') && (p[1] == ' ' || p[1] == '\0') &&
        self->parts->len < MOST_PARTS - 1)
      {
        g_autofree char *sentence = g_strstrip (g_strndup (start, p + 1 - start));

        if (*sentence != '\0')
          add_part (self, sentence);
        start = p + 1;
      }
  if (*start != '\0')
    {
      g_autofree char *rest = g_strstrip (g_strdup (start));

      if (*rest != '\0')
        add_part (self, rest);
    }
  while (self->parts->len < 2)
    add_part (self, text);
}

/* ---- splitting ---- */

static void
apply_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkSplitDialog *self = WIJK_SPLIT_DIALOG (widget);
  g_auto (GStrv) parts = dup_parts (self);
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *today = wijk_cluster_dup_today ();
  g_autofree char *said = NULL;

  /* Translators: number of a remark, and into how many parts it was split */
  said = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%s split into %u part",
                                       "%s split into %u parts",
                                       g_strv_length (parts)),
                          self->remark->label,
                          g_strv_length (parts));
  if (wijk_cluster_edit_split (wijk_document_get_state (self->document),
                               self->remark,
                               (const char *const *) parts,
                               today,
                               edits,
                               &error) &&
      wijk_document_write (self->document, _ ("Split a remark"), edits, &error))
    gtk_widget_activate_action (self->parent, "win.toast-undo", "s", said);
  else
    gtk_widget_activate_action (self->parent, "win.toast", "s", error->message);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

/* ---- GObject ---- */

static void
wijk_split_dialog_dispose (GObject *object)
{
  WijkSplitDialog *self = WIJK_SPLIT_DIALOG (object);

  g_clear_object (&self->remark);
  g_clear_object (&self->document);
  g_clear_object (&self->parent);

  G_OBJECT_CLASS (wijk_split_dialog_parent_class)->dispose (object);
}

static void
wijk_split_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (WIJK_SPLIT_DIALOG (object)->parts);

  G_OBJECT_CLASS (wijk_split_dialog_parent_class)->finalize (object);
}

static void
wijk_split_dialog_class_init (WijkSplitDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_split_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = wijk_split_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-split-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkSplitDialog, box);
  gtk_widget_class_bind_template_child (widget_class, WijkSplitDialog, more);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_install_action (widget_class, "split.apply", NULL, apply_action);
  gtk_widget_class_install_action (widget_class, "split.cancel", NULL, cancel_action);
}

static void
wijk_split_dialog_init (WijkSplitDialog *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->parts = g_ptr_array_new ();
  /* a text takes Ctrl+Enter for a line end, so it is caught before */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                        gtk_named_action_new ("split.apply")));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
wijk_split_dialog_present (GtkWidget *parent, WijkDocument *document, WijkRemark *remark)
{
  WijkSplitDialog *self = g_object_new (WIJK_TYPE_SPLIT_DIALOG, NULL);
  g_autofree char *title = NULL;

  self->parent = g_object_ref (parent);
  self->document = g_object_ref (document);
  self->remark = g_object_ref (remark);
  /* Translators: %s is the number of a remark */
  title = g_strdup_printf (_ ("Split %s"), remark->label);
  adw_dialog_set_title (ADW_DIALOG (self), title);
  propose_parts (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
  gtk_widget_grab_focus (g_ptr_array_index (self->parts, 0));
}
