/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-likeness-card.h"

#include <glib/gi18n.h>

#include "wijk-cluster.h"
#include "wijk-session.h"

struct _WijkLikenessCard
{
  GtkBox parent_instance;

  WijkRemark *remark;
  GtkCheckButton *check;
};

G_DEFINE_FINAL_TYPE (WijkLikenessCard, wijk_likeness_card, GTK_TYPE_BOX)

static guint toggled_signal;

static void
toggled_cb (WijkLikenessCard *self)
{
  if (gtk_check_button_get_active (self->check))
    gtk_widget_remove_css_class (GTK_WIDGET (self), "dimmed");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "dimmed");
  g_signal_emit (self, toggled_signal, 0);
}

static void
wijk_likeness_card_dispose (GObject *object)
{
  WijkLikenessCard *self = WIJK_LIKENESS_CARD (object);

  g_clear_object (&self->remark);

  G_OBJECT_CLASS (wijk_likeness_card_parent_class)->dispose (object);
}

static void
wijk_likeness_card_class_init (WijkLikenessCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wijk_likeness_card_dispose;

  toggled_signal = g_signal_new (
      "toggled", WIJK_TYPE_LIKENESS_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
wijk_likeness_card_init (WijkLikenessCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "remark-note");
}

static void
add_line (WijkLikenessCard *self, const char *text, const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 18);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_widget_add_css_class (label, css);
  gtk_box_append (GTK_BOX (self), label);
}

/* Where it was said, and of which group it is one already; NULL: neither is known. */
static char *
dup_about (WijkState *state, WijkRemark *remark)
{
  WijkSession *session =
      (WijkSession *) wijk_state_lookup_live (state, remark->session, WIJK_KIND_SESSION);
  WijkCluster *cluster =
      (WijkCluster *) wijk_state_lookup_live (state, remark->cluster, WIJK_KIND_CLUSTER);
  g_autofree char *group = NULL;

  if (cluster != NULL)
    /* Translators: %s is the title of a group of remarks */
    group = g_strdup_printf (_ ("In the group “%s”"), cluster->title);
  if (session != NULL && group != NULL)
    return g_strdup_printf ("%s · %s", session->title, group);

  return group != NULL ? g_steal_pointer (&group)
                       : g_strdup (session != NULL ? session->title : NULL);
}

GtkWidget *
wijk_likeness_card_new (WijkState *state, WijkRemark *remark)
{
  WijkLikenessCard *self = g_object_new (WIJK_TYPE_LIKENESS_CARD, NULL);
  g_autofree char *about = dup_about (state, remark);

  self->remark = g_object_ref (remark);
  self->check = GTK_CHECK_BUTTON (
      gtk_check_button_new_with_label (remark->label != NULL ? remark->label : ""));
  gtk_check_button_set_active (self->check, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->check), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->check), "heading");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, remark->text, -1);
  g_signal_connect_object (
      self->check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->check));
  add_line (self, remark->text, "remark-text");
  if (about != NULL)
    add_line (self, about, "caption");

  return GTK_WIDGET (self);
}

gboolean
wijk_likeness_card_is_checked (WijkLikenessCard *self)
{
  return gtk_check_button_get_active (self->check);
}

WijkRemark *
wijk_likeness_card_get_remark (WijkLikenessCard *self)
{
  return self->remark;
}
