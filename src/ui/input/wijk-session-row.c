/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-session-row.h"

#include <glib/gi18n.h>

#include "wijk-format.h"

struct _WijkSessionRow
{
  GtkListBoxRow parent_instance;

  WijkSession *session;
  GtkLabel *title;
  GtkLabel *about;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (WijkSessionRow, wijk_session_row, GTK_TYPE_LIST_BOX_ROW)

static void
wijk_session_row_finalize (GObject *object)
{
  g_clear_object (&WIJK_SESSION_ROW (object)->session);

  G_OBJECT_CLASS (wijk_session_row_parent_class)->finalize (object);
}

static void
wijk_session_row_class_init (WijkSessionRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wijk_session_row_finalize;
}

static GtkLabel *
add_label (GtkBox *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, css_class);
      gtk_widget_add_css_class (label, "dimmed");
    }
  gtk_box_append (box, label);

  return GTK_LABEL (label);
}

static void
wijk_session_row_init (WijkSessionRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  self->title = add_label (GTK_BOX (box), NULL);
  self->about = add_label (GTK_BOX (box), "caption");
  self->count = add_label (GTK_BOX (box), "caption");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

GtkWidget *
wijk_session_row_new (WijkSession *session)
{
  WijkSessionRow *self = g_object_new (WIJK_TYPE_SESSION_ROW, NULL);

  self->session = g_object_ref (session);

  return GTK_WIDGET (self);
}

WijkSession *
wijk_session_row_get_session (WijkSessionRow *self)
{
  g_return_val_if_fail (WIJK_IS_SESSION_ROW (self), NULL);

  return self->session;
}

void
wijk_session_row_update (WijkSessionRow *self, const WijkRemarkCount *count)
{
  g_autofree char *date = NULL;
  g_autofree char *about = NULL;
  g_autofree char *remarks = NULL;
  g_autofree char *name = NULL;
  const char *title, *place;

  g_return_if_fail (WIJK_IS_SESSION_ROW (self));

  title = self->session->title != NULL ? self->session->title : "";
  place = self->session->location;
  date = wijk_ui_format_date (self->session->date);
  about = g_strjoin (
      *date != '\0' && place != NULL ? " · " : "", date, place != NULL ? place : "", NULL);
  remarks = wijk_remark_count_describe (count);
  name = g_strjoin (", ", title, about, remarks, NULL);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->about, about);
  gtk_widget_set_visible (GTK_WIDGET (self->about), *about != '\0');
  gtk_label_set_label (self->count, remarks);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
