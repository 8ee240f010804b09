/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-promise-row.h"

#include <glib/gi18n.h>

#include "wijk-format.h"
#include "wijk-label.h"
#include "wijk-person-row.h"

struct _WijkPromiseRow
{
  GtkListBoxRow parent_instance;

  WijkCommitment *commitment;
  GtkImage *icon;
  GtkLabel *text;
  GtkLabel *about;
};

G_DEFINE_FINAL_TYPE (WijkPromiseRow, wijk_promise_row, GTK_TYPE_LIST_BOX_ROW)

static void
wijk_promise_row_finalize (GObject *object)
{
  g_clear_object (&WIJK_PROMISE_ROW (object)->commitment);

  G_OBJECT_CLASS (wijk_promise_row_parent_class)->finalize (object);
}

static void
wijk_promise_row_class_init (WijkPromiseRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wijk_promise_row_finalize;
}

static GtkLabel *
add_label (GtkWidget *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static void
wijk_promise_row_init (WijkPromiseRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_hexpand (texts, TRUE);
  self->icon = GTK_IMAGE (gtk_image_new ());
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  self->text = add_label (texts);
  self->about = add_label (texts);
  gtk_widget_add_css_class (GTK_WIDGET (self->about), "caption");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (box), texts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

GtkWidget *
wijk_promise_row_new (WijkCommitment *commitment)
{
  WijkPromiseRow *self = g_object_new (WIJK_TYPE_PROMISE_ROW, NULL);

  self->commitment = g_object_ref (commitment);

  return GTK_WIDGET (self);
}

WijkRecord *
wijk_promise_row_get_record (WijkPromiseRow *self)
{
  g_return_val_if_fail (WIJK_IS_PROMISE_ROW (self), NULL);

  return WIJK_RECORD (self->commitment);
}

static char *
describe (WijkCommitment *commitment, WijkState *state, gboolean is_due)
{
  WijkRecord *person =
      wijk_state_lookup_live (state, commitment->stakeholder, WIJK_KIND_STAKEHOLDER);
  g_autofree char *date = wijk_ui_format_date (commitment->due);
  g_autofree char *due = NULL;

  if (*date != '\0')
    /* Translators: %s is a date */
    due = g_strdup_printf (is_due ? _ ("was due on %s") : _ ("due on %s"), date);

  return g_strjoin (" · ",
                    person != NULL ? wijk_person_get_title (WIJK_STAKEHOLDER (person))
                                   : _ ("Nobody"),
                    wijk_label_for_work_status (commitment->status),
                    due,
                    NULL);
}

void
wijk_promise_row_update (WijkPromiseRow *self, WijkState *state, const char *today)
{
  gboolean is_due;
  g_autofree char *about = NULL;
  g_autofree char *name = NULL;
  const char *text;

  g_return_if_fail (WIJK_IS_PROMISE_ROW (self));

  is_due = wijk_commitment_is_due (self->commitment, today);
  about = describe (self->commitment, state, is_due);
  text = self->commitment->text != NULL ? self->commitment->text : "";
  name = g_strjoin (", ", text, about, NULL);
  gtk_image_set_from_icon_name (self->icon, wijk_icon_for_work_status (self->commitment->status));
  gtk_label_set_label (self->text, text);
  gtk_label_set_label (self->about, about);
  gtk_widget_remove_css_class (GTK_WIDGET (self->about), is_due ? "dimmed" : "warning");
  gtk_widget_add_css_class (GTK_WIDGET (self->about), is_due ? "warning" : "dimmed");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
