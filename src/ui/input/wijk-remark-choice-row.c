/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-remark-choice-row.h"

#include <glib/gi18n.h>

#include "wijk-fold.h"
#include "wijk-theme-mark.h"

#define INDENT 18

struct _WijkRemarkChoiceRow
{
  GtkListBoxRow parent_instance;

  char *value;
  char *label;
  char *group;
  char *key;
  GtkWidget *check;
};

G_DEFINE_FINAL_TYPE (WijkRemarkChoiceRow, wijk_remark_choice_row, GTK_TYPE_LIST_BOX_ROW)

static void
wijk_remark_choice_row_finalize (GObject *object)
{
  WijkRemarkChoiceRow *self = WIJK_REMARK_CHOICE_ROW (object);

  g_free (self->value);
  g_free (self->label);
  g_free (self->group);
  g_free (self->key);

  G_OBJECT_CLASS (wijk_remark_choice_row_parent_class)->finalize (object);
}

static void
wijk_remark_choice_row_class_init (WijkRemarkChoiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wijk_remark_choice_row_finalize;
}

static void
wijk_remark_choice_row_init (WijkRemarkChoiceRow *self)
{
  self->check = gtk_image_new_from_icon_name ("object-select-symbolic");
}

static GtkWidget *
make_texts (const WijkRemarkChoice *choice)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (choice->label);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), label);
  if (*choice->value == '\0')
    gtk_widget_add_css_class (label, "dimmed");
  if (choice->detail != NULL)
    {
      GtkWidget *detail = gtk_label_new (choice->detail);

      gtk_label_set_xalign (GTK_LABEL (detail), 0);
      gtk_widget_add_css_class (detail, "caption");
      gtk_widget_add_css_class (detail, "dimmed");
      gtk_box_append (GTK_BOX (texts), detail);
    }

  return texts;
}

GtkWidget *
wijk_remark_choice_row_new (const WijkRemarkChoice *choice)
{
  WijkRemarkChoiceRow *self = g_object_new (WIJK_TYPE_REMARK_CHOICE_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->value = g_strdup (choice->value);
  self->label = g_strdup (choice->label);
  self->group = g_strdup (choice->group);
  self->key = wijk_fold (choice->label);
  gtk_widget_set_margin_start (box, (int) choice->depth * INDENT);
  if (choice->theme != NULL)
    {
      GtkWidget *mark = wijk_theme_mark_new (20);

      wijk_theme_mark_set_theme (WIJK_THEME_MARK (mark), choice->theme);
      gtk_box_append (GTK_BOX (box), mark);
    }
  else if (choice->icon != NULL)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (choice->icon));
  gtk_box_append (GTK_BOX (box), make_texts (choice));
  gtk_box_append (GTK_BOX (box), self->check);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  wijk_remark_choice_row_set_chosen (self, FALSE, FALSE);

  return GTK_WIDGET (self);
}

const char *
wijk_remark_choice_row_get_value (WijkRemarkChoiceRow *self)
{
  g_return_val_if_fail (WIJK_IS_REMARK_CHOICE_ROW (self), NULL);

  return self->value;
}

const char *
wijk_remark_choice_row_get_group (WijkRemarkChoiceRow *self)
{
  g_return_val_if_fail (WIJK_IS_REMARK_CHOICE_ROW (self), NULL);

  return self->group;
}

const char *
wijk_remark_choice_row_get_key (WijkRemarkChoiceRow *self)
{
  g_return_val_if_fail (WIJK_IS_REMARK_CHOICE_ROW (self), NULL);

  return self->key;
}

void
wijk_remark_choice_row_set_chosen (WijkRemarkChoiceRow *self, gboolean chosen, gboolean partly)
{
  g_autofree char *name = NULL;

  g_return_if_fail (WIJK_IS_REMARK_CHOICE_ROW (self));

  if (chosen)
    /* Translators: read aloud; %s is one of the things to choose from */
    name = g_strdup_printf (_ ("%s, chosen"), self->label);
  else if (partly)
    /* Translators: read aloud; %s is a thing that some of the selected remarks have */
    name = g_strdup_printf (_ ("%s, chosen for some"), self->label);
  else
    name = g_strdup (self->label);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->check),
                                chosen || !partly ? "object-select-symbolic"
                                                  : "list-remove-symbolic");
  gtk_widget_set_opacity (self->check, chosen || partly ? 1 : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
