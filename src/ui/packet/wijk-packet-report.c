/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-packet-report.h"

#include <glib/gi18n.h>

#include "wijk-conflict-dialog.h"

static void
add_icon (GtkWidget *row, const char *icon, const char *style)
{
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_accessible_update_state (
      GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1); /* the text says it */
  gtk_widget_add_css_class (image, style);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
}

static GtkWidget *
create_row (const WijkPacketResult *result)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = wijk_packet_describe_laptop (result);
  g_autofree char *text = wijk_packet_describe_result (result);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  if (result->error != NULL)
    add_icon (row, "dialog-error-symbolic", "error");
  else if (result->imported.clock != WIJK_CLOCK_RIGHT)
    add_icon (row, "dialog-warning-symbolic", "warning");
  else
    add_icon (row, "object-select-symbolic", "success");

  return row;
}

/* ---- conflicts ---- */

typedef struct
{
  GtkWidget *parent;
  AdwDialog *dialog;
  WijkDocument *document;
} Choice;

static void
choice_free (Choice *choice)
{
  g_object_unref (choice->document);
  g_free (choice);
}

static void
choose_cb (Choice *choice)
{
  AdwDialog *chooser = wijk_conflict_dialog_new (choice->document);
  GtkWidget *parent = choice->parent;

  adw_dialog_close (choice->dialog);
  adw_dialog_present (chooser, parent);
}

static GtkWidget *
create_choice (GtkWidget *parent, AdwDialog *dialog, WijkDocument *document, guint n_conflicts)
{
  GtkWidget *row = adw_button_row_new ();
  Choice *choice = g_new0 (Choice, 1);
  g_autofree char *title = wijk_packet_describe_conflicts (n_conflicts);
  g_autofree char *label = g_strdup_printf (_ ("%s: choose…"), title);

  choice->parent = parent;
  choice->dialog = dialog;
  choice->document = g_object_ref (document);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_button_row_set_end_icon_name (ADW_BUTTON_ROW (row), "go-next-symbolic");
  g_signal_connect_data (row,
                         "activated",
                         G_CALLBACK (choose_cb),
                         choice,
                         (GClosureNotify) (void (*) (void)) choice_free,
                         G_CONNECT_SWAPPED);

  return row;
}

/* ---- the dialog ---- */

static GtkWidget *
create_page (GtkWidget *parent, AdwDialog *dialog, WijkDocument *document, GPtrArray *results)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *summary = wijk_packet_describe_all (results);
  guint n_conflicts = wijk_packet_count_conflicts (results);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), summary);
  for (guint i = 0; i < results->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_row (results->pdata[i]));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  if (n_conflicts > 0 && document != NULL)
    {
      GtkWidget *choices = adw_preferences_group_new ();

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (choices),
                                 create_choice (parent, dialog, document, n_conflicts));
      adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (choices));
    }

  return page;
}

static gboolean
is_needed (GPtrArray *results)
{
  for (guint i = 0; i < results->len; i++)
    {
      const WijkPacketResult *result = results->pdata[i];

      if (result->error != NULL || !result->imported.is_plan)
        return TRUE;
    }

  return FALSE;
}

void
wijk_packet_report_show (GtkWidget *parent, WijkDocument *document, GPtrArray *results)
{
  AdwDialog *dialog;
  GtkWidget *toolbar;

  if (!is_needed (results))
    return;
  dialog = adw_dialog_new ();
  toolbar = adw_toolbar_view_new ();
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar),
                                create_page (parent, dialog, document, results));
  adw_dialog_set_title (dialog, _ ("Packets"));
  adw_dialog_set_content_width (dialog, 560);
  adw_dialog_set_content_height (dialog, MIN (180 + 78 * (int) results->len, 640));
  adw_dialog_set_child (dialog, toolbar);
  adw_dialog_present (dialog, parent);
}
