/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-import-findings.h"

#include <glib/gi18n.h>

#include "wijk-format.h"

#define MOST_SHOWN 12

struct _WijkImportFindings
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows; /* lent by the group */
};

G_DEFINE_FINAL_TYPE (WijkImportFindings, wijk_import_findings, ADW_TYPE_PREFERENCES_GROUP)

static void
clear (WijkImportFindings *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_row (WijkImportFindings *self, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static GtkWidget *
make_row (const char *title, const char *icon)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (icon != NULL)
    {
      GtkWidget *image = gtk_image_new_from_icon_name (icon);

      gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
    }

  return row;
}

static void
add_sentences (WijkImportFindings *self, const char *title, GPtrArray *sentences, const char *icon)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *row;

  if (sentences->len == 0)
    return;
  for (guint i = 0; i < MIN (sentences->len, MOST_SHOWN); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (char *) sentences->pdata[i]);
  if (sentences->len > MOST_SHOWN)
    g_string_append_printf (text, "\n%s", _ ("… and more"));
  row = make_row (title, icon);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text->str);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  add_row (self, row);
}

/* ---- numbers ---- */

/* @one and @many: one row and %s of them. */
static void
add_part (GString *text, guint n, const char *one, const char *many)
{
  g_autofree char *number = wijk_ui_format_count (n);
  g_auto (GStrv) parts = g_strsplit (n == 1 ? one : many, "%s", 2);
  g_autofree char *part = g_strjoinv (number, parts);

  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static char *
describe (const WijkTableReport *report)
{
  GString *text = g_string_new (NULL);

  add_part (text, report->n_new, _ ("1 new remark"), _ ("%s new remarks"));
  add_part (text, report->n_changed, _ ("1 remark changes"), _ ("%s remarks change"));
  add_part (text, report->n_same, _ ("1 is there already"), _ ("%s are there already"));
  add_part (
      text, report->n_people, _ ("1 person in the register"), _ ("%s people in the register"));
  if (text->len == 0)
    g_string_append (text, _ ("There are no remarks in it."));

  return g_string_free (text, FALSE);
}

/* ---- GObject ---- */

static void
wijk_import_findings_finalize (GObject *object)
{
  g_ptr_array_unref (WIJK_IMPORT_FINDINGS (object)->rows);

  G_OBJECT_CLASS (wijk_import_findings_parent_class)->finalize (object);
}

static void
wijk_import_findings_class_init (WijkImportFindingsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wijk_import_findings_finalize;
}

static void
wijk_import_findings_init (WijkImportFindings *self)
{
  self->rows = g_ptr_array_new ();
}

void
wijk_import_findings_set_busy (WijkImportFindings *self)
{
  GtkWidget *row = make_row (_ ("Looking through all rows"), NULL);

  clear (self);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), adw_spinner_new ());
  add_row (self, row);
}

void
wijk_import_findings_set_error (WijkImportFindings *self, const char *message)
{
  clear (self);
  add_row (self, make_row (message, "dialog-warning-symbolic"));
}

void
wijk_import_findings_set_report (WijkImportFindings *self, const WijkTableReport *report)
{
  g_autofree char *text = describe (report);
  guint n = report->faults->len;
  g_autofree char *faults = g_strdup_printf (
      g_dngettext (NULL, "%u thing is wrong in the table", "%u things are wrong in the table", n),
      n);

  clear (self);
  add_row (self, make_row (text, "wijk-input-symbolic"));
  add_sentences (self, faults, report->faults, "dialog-warning-symbolic");
  add_sentences (
      self, _ ("There already, or left as it is"), report->notes, "wijk-status-complete-symbolic");
}

char *
wijk_import_dup_summary (const WijkTableReport *report)
{
  g_autofree char *number = wijk_ui_format_count (report->n_new);

  if (report->n_new == 0 && report->n_changed > 0)
    return g_strdup_printf (g_dngettext (NULL,
                                         "%u remark was changed by the form",
                                         "%u remarks were changed by the form",
                                         report->n_changed),
                            report->n_changed);
  if (report->n_new == 1)
    return g_strdup (_ ("1 remark was imported"));

  /* Translators: a number, from 2 */
  return g_strdup_printf (_ ("%s remarks were imported"), number);
}
