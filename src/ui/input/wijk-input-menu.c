/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-input-menu.h"

#include <glib/gi18n.h>

#include "wijk-form-dialog.h"
#include "wijk-import-dialog.h"
#include "wijk-likeness-dialog.h"
#include "wijk-report-dialog.h"

typedef enum
{
  SECTION_WORK,  /* one's way through the remarks */
  SECTION_ORDER, /* what is alike, what belongs together */
  SECTION_IN,    /* from files and other laptops */
  SECTION_OUT,   /* reports, forms, cards */
  N_SECTIONS,
} Section;

/* What the menu offers, in its order. An action without @run is the page's own. */
static const struct
{
  Section section;
  const char *label;
  const char *action;
  void (*run) (GtkWidget *page, WijkDocument *document);
  gboolean writes; /* not offered where the plan cannot be changed */
} entries[] = {
  { SECTION_WORK, N_ ("_New Remark"), "input.new", NULL, TRUE },
  { SECTION_WORK, N_ ("Next to _Be Answered"), "input.next-owed", NULL, FALSE },
  { SECTION_ORDER, N_ ("_Looks Alike…"), "input.likeness", wijk_likeness_dialog_present, TRUE },
  { SECTION_IN, N_ ("Import _Table or List…"), "input.import", wijk_import_dialog_present, TRUE },
  { SECTION_OUT, N_ ("_Reports…"), "input.reports", wijk_report_dialog_show, FALSE },
  { SECTION_OUT, N_ ("_Forms to Fill In…"), "input.forms", wijk_form_dialog_present, FALSE },
};

static WijkDocument *(*document_of) (GtkWidget *page);

static void
run_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (g_str_equal (entries[i].action, name) && entries[i].run != NULL)
      entries[i].run (widget, document_of (widget));
}

void
wijk_input_menu_install (GtkWidgetClass *widget_class,
                         WijkDocument *(*get_document) (GtkWidget *page))
{
  document_of = get_document;
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (entries[i].run != NULL)
      gtk_widget_class_install_action (widget_class, entries[i].action, NULL, run_action);
}

GMenuModel *
wijk_input_menu_new (void)
{
  GMenu *menu = g_menu_new ();

  for (Section section = 0; section < N_SECTIONS; section++)
    {
      g_autoptr (GMenu) items = g_menu_new ();

      for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
        if (entries[i].section == section)
          g_menu_append (items, _ (entries[i].label), entries[i].action);
      if (g_menu_model_get_n_items (G_MENU_MODEL (items)) > 0)
        g_menu_append_section (menu, NULL, G_MENU_MODEL (items));
    }

  return G_MENU_MODEL (menu);
}

void
wijk_input_menu_update (GtkWidget *page, gboolean may_write)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (entries[i].writes)
      gtk_widget_action_set_enabled (page, entries[i].action, may_write);
}
