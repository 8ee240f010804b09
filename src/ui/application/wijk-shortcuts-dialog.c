/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-shortcuts-dialog.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *title;
  const char *accel; /* NULL: begins a group */
} Shortcut;

static const Shortcut shortcuts[] = {
  { N_ ("General"), NULL },
  { N_ ("New plan"), "<Ctrl>n" },
  { N_ ("Open a plan from a file"), "<Ctrl>o" },
  { N_ ("All plans"), "<Ctrl>l" },
  { N_ ("Preferences"), "<Ctrl>comma" },
  { N_ ("Keyboard shortcuts"), "<Ctrl>question" },
  { N_ ("Main menu"), "F10" },
  { N_ ("Close window"), "<Ctrl>w" },
  { N_ ("Quit"), "<Ctrl>q" },
  { N_ ("In a plan"), NULL },
  { N_ ("Undo"), "<Ctrl>z" },
  { N_ ("Redo"), "<Ctrl><Shift>z" },
  { N_ ("Where it comes from"), "F9" },
  { N_ ("Search"), "<Ctrl>f" },
  { N_ ("Begin the evening"), "F5" },
  { N_ ("Overview"), "<Alt>1" },
  { N_ ("Input"), "<Alt>2" },
  { N_ ("Priorities"), "<Alt>3" },
  { N_ ("Sources"), "<Alt>4" },
  { N_ ("Versions and export"), "<Alt>5" },
  { N_ ("Input"), NULL },
  { N_ ("New remark"), "<Ctrl>r" },
  { N_ ("Next remark to be answered"), "<Ctrl><Alt>Down" },
  { N_ ("Previous remark to be answered"), "<Ctrl><Alt>Up" },
  { N_ ("Next to be answered, while not typing"), "n" },
  { N_ ("Previous to be answered, while not typing"), "p" },
  { N_ ("Priorities"), NULL },
  { N_ ("New priority"), "<Ctrl>n" },
  { N_ ("Move up"), "<Alt>Up" },
  { N_ ("Move down"), "<Alt>Down" },
  { N_ ("At an evening"), NULL },
  { N_ ("Next phase"), "<Ctrl>Page_Down" },
  { N_ ("Previous phase"), "<Ctrl>Page_Up" },
  { N_ ("Projector"), "F11" },
  { N_ ("Black screen"), "<Ctrl>b" },
  { N_ ("Show the first remark to look at"), "F7" },
  { N_ ("Hide the first remark to look at"), "F8" },
  { N_ ("Chapters"), NULL },
  { N_ ("Next chapter"), "<Ctrl>Page_Down" },
  { N_ ("Previous chapter"), "<Ctrl>Page_Up" },
  { N_ ("New chapter"), "<Ctrl><Shift>n" },
  { N_ ("Rename"), "F2" },
  { N_ ("Move up"), "<Alt>Up" },
  { N_ ("Move down"), "<Alt>Down" },
  { N_ ("Put inside the chapter above"), "<Alt>Right" },
  { N_ ("Make it a chapter of its own"), "<Alt>Left" },
  { N_ ("Delete"), "Delete" },
  { N_ ("Writing"), NULL },
  { N_ ("Bold"), "<Ctrl>b" },
  { N_ ("Italic"), "<Ctrl>i" },
  { N_ ("Normal text"), "<Ctrl><Alt>0" },
  { N_ ("Heading"), "<Ctrl><Alt>1" },
  { N_ ("Subheading"), "<Ctrl><Alt>2" },
  { N_ ("Small heading"), "<Ctrl><Alt>3" },
  { N_ ("Bulleted list"), "<Ctrl><Shift>8" },
  { N_ ("Numbered list"), "<Ctrl><Shift>7" },
  { N_ ("Quotation"), "<Ctrl><Shift>9" },
  { N_ ("Move an item in"), "Tab" },
  { N_ ("Move an item out"), "<Shift>Tab" },
  { N_ ("New line in a paragraph"), "<Shift>Return" },
  { N_ ("Follow a link"), "<Ctrl>Return" },
};

static char *
dup_key_label (const char *accel)
{
  guint key;
  GdkModifierType modifiers;

  gtk_accelerator_parse (accel, &key, &modifiers);

  return gtk_accelerator_get_label (key, modifiers);
}

static GtkWidget *
create_row (const Shortcut *shortcut)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *keys = dup_key_label (shortcut->accel);
  GtkWidget *label = gtk_label_new (keys);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (shortcut->title));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);

  return row;
}

AdwDialog *
wijk_shortcuts_dialog_new (void)
{
  AdwDialog *dialog = adw_preferences_dialog_new ();
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].accel == NULL)
      {
        group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
        adw_preferences_group_set_title (group, _ (shortcuts[i].title));
        adw_preferences_page_add (page, group);
      }
    else
      adw_preferences_group_add (group, create_row (&shortcuts[i]));

  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (dialog), page);
  adw_preferences_dialog_set_search_enabled (ADW_PREFERENCES_DIALOG (dialog), TRUE);
  adw_dialog_set_title (dialog, _ ("Keyboard Shortcuts"));
  adw_dialog_set_content_width (dialog, 480);

  return dialog;
}
