/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-person-row.h"

#include <glib/gi18n.h>

#include "wijk-consent.h"
#include "wijk-label.h"

struct _WijkPersonRow
{
  GtkListBoxRow parent_instance;

  WijkStakeholder *person;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *about;
  GtkLabel *note; /* what is to be done */
};

G_DEFINE_FINAL_TYPE (WijkPersonRow, wijk_person_row, GTK_TYPE_LIST_BOX_ROW)

static void
wijk_person_row_finalize (GObject *object)
{
  g_clear_object (&WIJK_PERSON_ROW (object)->person);

  G_OBJECT_CLASS (wijk_person_row_parent_class)->finalize (object);
}

static void
wijk_person_row_class_init (WijkPersonRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wijk_person_row_finalize;
}

static GtkLabel *
add_label (GtkBox *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);

  return GTK_LABEL (label);
}

static void
wijk_person_row_init (WijkPersonRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  self->icon = GTK_IMAGE (gtk_image_new ());
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  self->title = add_label (GTK_BOX (texts), NULL);
  self->about = add_label (GTK_BOX (texts), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->about), "dimmed");
  self->note = add_label (GTK_BOX (texts), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "warning");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (box), texts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

GtkWidget *
wijk_person_row_new (WijkStakeholder *person)
{
  WijkPersonRow *self = g_object_new (WIJK_TYPE_PERSON_ROW, NULL);

  self->person = g_object_ref (person);

  return GTK_WIDGET (self);
}

WijkStakeholder *
wijk_person_row_get_person (WijkPersonRow *self)
{
  g_return_val_if_fail (WIJK_IS_PERSON_ROW (self), NULL);

  return self->person;
}

const char *
wijk_person_get_title (WijkStakeholder *person)
{
  gboolean is_person = person->kind != WIJK_STAKEHOLDER_ORGANISATION;
  const char *first = is_person ? person->name : person->organisation;
  const char *second = is_person ? person->organisation : person->name;

  if (wijk_stakeholder_is_erased (person))
    return is_person ? _ ("Name removed") : _ ("Organisation without a name");

  return first != NULL ? first : second != NULL ? second : _ ("Without a name");
}

/* "Portaal · manager", without what is the title already. */
static char *
describe (WijkStakeholder *person, const char *title)
{
  const char *parts[4] = { NULL };
  guint n = 0;

  if (person->name != NULL && !g_str_equal (person->name, title))
    parts[n++] = person->name;
  if (person->role != NULL)
    parts[n++] = person->role;
  if (person->organisation != NULL && !g_str_equal (person->organisation, title))
    parts[n++] = person->organisation;

  return g_strjoinv (" · ", (char **) parts);
}

static char *
dup_note (WijkStakeholder *person, const char *today, guint n_due)
{
  g_autofree char *due = NULL;

  if (n_due > 0)
    due = g_strdup_printf (
        g_dngettext (NULL, "%u commitment is due", "%u commitments are due", n_due), n_due);
  if (wijk_stakeholder_is_expired (person, today))
    return g_strjoin (due != NULL ? " · " : "", _ ("To be cleaned up"), due, NULL);

  return g_steal_pointer (&due);
}

void
wijk_person_row_update (WijkPersonRow *self, const char *today, guint n_due)
{
  const char *title;
  g_autofree char *about = NULL;
  g_autofree char *note = NULL;
  g_autofree char *name = NULL;
  const char *kind;

  g_return_if_fail (WIJK_IS_PERSON_ROW (self));

  title = wijk_person_get_title (self->person);
  about = describe (self->person, title);
  note = dup_note (self->person, today, n_due);
  kind = wijk_label_for_choice (wijk_kind_find_field (WIJK_KIND_STAKEHOLDER, "kind"),
                                self->person->kind);
  name = g_strjoin (", ", title, kind, about, note, NULL);
  gtk_image_set_from_icon_name (self->icon,
                                self->person->kind == WIJK_STAKEHOLDER_ORGANISATION
                                    ? "system-users-symbolic"
                                    : "avatar-default-symbolic");
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->about, about);
  gtk_widget_set_visible (GTK_WIDGET (self->about), *about != '\0');
  gtk_label_set_label (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
