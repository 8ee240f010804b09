/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-finding-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* More of one kind than this are told as a number. */
#define MANY 3

struct _WijkFindingList
{
  GtkWidget parent_instance;

  WijkDocument *document;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (WijkFindingList, wijk_finding_list, GTK_TYPE_WIDGET)

static const struct
{
  const char *icon;
  const char *label;
} levels[] = {
  [WIJK_FINDING_BLOCKS] = { "dialog-error-symbolic", N_ ("Must be put right before adopting") },
  [WIJK_FINDING_OPEN] = { "dialog-warning-symbolic", N_ ("Open before adopting") },
  [WIJK_FINDING_HINT] = { "dialog-information-symbolic", N_ ("Hint") },
};

static GtkWidget *
create_row (const WijkFinding *finding, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (levels[finding->level].icon);

  gtk_widget_set_tooltip_text (icon, _ (levels[finding->level].label));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), finding->message);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  if (finding->record != NULL)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (row), NULL);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", finding->record);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-record");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
    }

  return row;
}

static guint
count_code (GPtrArray *findings, const char *code)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (((const WijkFinding *) g_ptr_array_index (findings, i))->code, code))
      n++;

  return n;
}

static void
add_finding (WijkFindingList *self, GPtrArray *findings, GHashTable *told, WijkFinding *finding)
{
  guint n = count_code (findings, finding->code);
  g_autofree char *subtitle = NULL;

  if (n <= MANY)
    {
      gtk_list_box_append (self->list, create_row (finding, _ (levels[finding->level].label)));
      return;
    }
  if (!g_hash_table_add (told, finding->code))
    return;

  subtitle = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "And %u more like it", "And %u more like it", n - 1), n - 1);
  gtk_list_box_append (self->list, create_row (finding, subtitle));
}

static void
add_all_well (WijkFindingList *self)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Nothing is open"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("A version can be adopted."));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("wijk-status-complete-symbolic"));
  gtk_list_box_append (self->list, row);
}

static void
wijk_finding_list_dispose (GObject *object)
{
  WijkFindingList *self = WIJK_FINDING_LIST (object);

  if (self->list != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->list));
  self->list = NULL;
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_finding_list_parent_class)->dispose (object);
}

static void
wijk_finding_list_class_init (WijkFindingListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_finding_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
wijk_finding_list_init (WijkFindingList *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What is open"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
}

void
wijk_finding_list_set_document (WijkFindingList *self, WijkDocument *document)
{
  g_return_if_fail (WIJK_IS_FINDING_LIST (self));

  g_set_object (&self->document, document);
}

void
wijk_finding_list_update (WijkFindingList *self)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_if_fail (WIJK_IS_FINDING_LIST (self));

  if (self->document == NULL)
    return;

  findings = wijk_rules_check_plan (wijk_document_get_state (self->document));
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < findings->len; i++)
    add_finding (self, findings, told, g_ptr_array_index (findings, i));
  if (findings->len == 0)
    add_all_well (self);
}
