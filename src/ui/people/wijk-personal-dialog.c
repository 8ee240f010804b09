/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-personal-dialog.h"

#include <glib/gi18n.h>

#include "wijk-erase-dialog.h"
#include "wijk-personal-scan.h"

struct _WijkPersonalDialog
{
  AdwDialog parent_instance;

  WijkDocument *document;
  GPtrArray *findings;
  GString *removed; /* words that were taken out, by line: to be erased from the history */

  GtkStack *stack;
  GtkListBox *list;
  GtkWidget *remove_all;
  AdwBanner *banner;
};

G_DEFINE_FINAL_TYPE (WijkPersonalDialog, wijk_personal_dialog, ADW_TYPE_DIALOG)

static const char *
name_kind (const WijkPersonalFinding *finding)
{
  if (finding->is_name)
    return _ ("Name without consent to publication");
  switch (finding->kind)
    {
    case WIJK_PERSONAL_PHONE:
      return _ ("Phone number");
    case WIJK_PERSONAL_EMAIL:
      return _ ("E-mail address");
    case WIJK_PERSONAL_ADDRESS:
      return _ ("Address");
    case WIJK_PERSONAL_IBAN:
      return _ ("Bank account");
    case WIJK_PERSONAL_BSN:
    default:
      return _ ("Citizen service number (BSN)");
    }
}

static void show_findings (WijkPersonalDialog *self);

/* ---- removing ---- */

static void
remove_findings (WijkPersonalDialog *self, GPtrArray *findings)
{
  WijkState *state = wijk_document_get_state (self->document);
  g_autoptr (GPtrArray) edits = wijk_personal_dup_edits (state, findings);
  g_autoptr (GError) error = NULL;

  if (!wijk_document_write (self->document, _ ("Remove personal data"), edits, &error))
    {
      adw_banner_set_title (self->banner, error->message);
      adw_banner_set_button_label (self->banner, NULL);
      adw_banner_set_revealed (self->banner, TRUE);
      return;
    }
  for (guint i = 0; i < findings->len; i++)
    {
      WijkPersonalFinding *finding = findings->pdata[i];

      g_string_append_printf (self->removed, "%s\n", finding->words);
    }
  adw_banner_set_title (self->banner, _ ("Removed; the history still has the words"));
  adw_banner_set_button_label (self->banner, _ ("_Clean Up…"));
  adw_banner_set_revealed (self->banner, TRUE);
}

static void
remove_cb (GtkWidget *button, WijkPersonalDialog *self)
{
  guint at = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "finding"));
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  if (at >= self->findings->len)
    return;
  g_ptr_array_add (one, self->findings->pdata[at]);
  remove_findings (self, one);
}

static void
remove_all_cb (WijkPersonalDialog *self)
{
  remove_findings (self, self->findings);
}

static void
clean_up_cb (WijkPersonalDialog *self)
{
  wijk_erase_dialog_present (
      GTK_WIDGET (self), self->document, WIJK_ERASE_WORDS, self->removed->str);
}

/* ---- the list ---- */

static void
add_row (WijkPersonalDialog *self, guint at)
{
  const WijkPersonalFinding *finding = self->findings->pdata[at];
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Remove"));
  /* Translators: %s is what was found, such as a phone number */
  g_autofree char *name = g_strdup_printf (_ ("Remove %s"), finding->words);
  g_autofree char *kind = g_strdup_printf ("%s: %s", name_kind (finding), finding->words);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), finding->excerpt);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), kind);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "finding", GUINT_TO_POINTER (at));
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (self->list, row);
}

static void
show_findings (WijkPersonalDialog *self)
{
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = wijk_personal_scan (wijk_document_get_state (self->document));
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < self->findings->len; i++)
    add_row (self, i);
  gtk_stack_set_visible_child_name (self->stack, self->findings->len > 0 ? "list" : "none");
  gtk_widget_set_visible (self->remove_all, self->findings->len > 1);
}

/* ---- GObject ---- */

static void
wijk_personal_dialog_dispose (GObject *object)
{
  WijkPersonalDialog *self = WIJK_PERSONAL_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_PERSONAL_DIALOG);
  g_clear_object (&self->document);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  if (self->removed != NULL)
    g_string_free (g_steal_pointer (&self->removed), TRUE);

  G_OBJECT_CLASS (wijk_personal_dialog_parent_class)->dispose (object);
}

static void
wijk_personal_dialog_class_init (WijkPersonalDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_personal_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-personal-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkPersonalDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, WijkPersonalDialog, list);
  gtk_widget_class_bind_template_child (widget_class, WijkPersonalDialog, remove_all);
  gtk_widget_class_bind_template_child (widget_class, WijkPersonalDialog, banner);
  gtk_widget_class_bind_template_callback (widget_class, remove_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, clean_up_cb);
}

static void
wijk_personal_dialog_init (WijkPersonalDialog *self)
{
  self->removed = g_string_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
wijk_personal_dialog_present (GtkWidget *parent, WijkDocument *document)
{
  WijkPersonalDialog *self = g_object_new (WIJK_TYPE_PERSONAL_DIALOG, NULL);

  self->document = g_object_ref (document);
  show_findings (self);
  g_signal_connect_object (wijk_document_get_state (document),
                           "record-changed",
                           G_CALLBACK (show_findings),
                           self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
