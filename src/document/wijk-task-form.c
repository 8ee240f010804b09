/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-task-form.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wijk-area.h"
#include "wijk-csv-write.h"
#include "wijk-id.h"
#include "wijk-load.h"
#include "wijk-ods-write.h"
#include "wijk-outline.h"
#include "wijk-plan-files.h"
#include "wijk-session.h"
#include "wijk-theme.h"
#include "wijk-words.h"

#define ROWS_OF_QUESTION 25 /* empty ones below each */
#define MOST_TABLES 50

typedef enum
{
  CELL_TEXT,
  CELL_THEME,
  CELL_AREA,
  CELL_COUNT,
  CELL_ROLE,
  CELL_AGREE,
  CELL_DISAGREE,
  CELL_TABLE,
  CELL_ROW,
  CELL_SESSION,
  N_CELLS,
} Cell;

/* The columns, by Cell: what they are called, how wide they are. */
static const struct
{
  const char *word;
  double width;
  WijkOdsColumn flags;
} columns[N_CELLS] = {
  { "form/text", 105, WIJK_ODS_WRAP },     { "form/theme", 34, WIJK_ODS_WRAP },
  { "form/area", 34, WIJK_ODS_WRAP },      { "form/count", 20, WIJK_ODS_PLAIN },
  { "form/role", 24, WIJK_ODS_PLAIN },     { "form/agree", 15, WIJK_ODS_PLAIN },
  { "form/disagree", 17, WIJK_ODS_PLAIN }, { "form/table", 14, WIJK_ODS_PLAIN },
  { "form/row", 20, WIJK_ODS_HIDDEN },     { "form/session", 20, WIJK_ODS_HIDDEN },
};

typedef struct
{
  WijkState *state;
  WijkSession *session;
  WijkWords *words;
  char *form;
  GPtrArray *rows; /* of GStrv, those of the table at hand */
} Form;

static void
form_clear (Form *form)
{
  g_clear_object (&form->state);
  g_clear_pointer (&form->words, wijk_words_free);
  g_clear_pointer (&form->form, g_free);
  g_clear_pointer (&form->rows, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Form, form_clear)

/* ---- rows ---- */

static char **
add_row (Form *form)
{
  char **cells = g_new0 (char *, N_CELLS + 1);

  for (Cell i = 0; i < N_CELLS; i++)
    cells[i] = g_strdup ("");
  g_ptr_array_add (form->rows, cells);

  return cells;
}

static void
add_question (Form *form, const char *question, guint number)
{
  char **cells = add_row (form);

  g_set_str (&cells[CELL_TEXT], question);
  g_free (cells[CELL_ROW]);
  cells[CELL_ROW] = g_strdup_printf ("vraag %u", number);
}

static void
add_empty_rows (Form *form, guint table, guint n_tables, guint *n_rows)
{
  for (guint i = 0; i < ROWS_OF_QUESTION; i++)
    {
      char **cells = add_row (form);

      g_free (cells[CELL_ROW]);
      cells[CELL_ROW] = g_strdup_printf ("%s/%u/%u", form->form, table, ++*n_rows);
      g_set_str (&cells[CELL_SESSION], wijk_record_get_id (WIJK_RECORD (form->session)));
      if (n_tables > 1)
        {
          g_free (cells[CELL_TABLE]);
          cells[CELL_TABLE] = g_strdup_printf ("%u", table);
        }
    }
}

static void
make_rows (Form *form, guint table, guint n_tables)
{
  const char *text = form->session->questions != NULL ? form->session->questions : "";
  g_auto (GStrv) questions = g_strsplit (text, "\n", -1);
  guint n_rows = 0, n_questions = 0;

  g_ptr_array_set_size (form->rows, 0);
  for (guint i = 0; questions[i] != NULL; i++)
    {
      if (*g_strstrip (questions[i]) == '\0')
        continue;
      add_question (form, questions[i], ++n_questions);
      add_empty_rows (form, table, n_tables, &n_rows);
    }
  if (n_questions == 0)
    add_empty_rows (form, table, n_tables, &n_rows);
}

/* ---- lists to choose from ---- */

static GStrv
list_themes (Form *form)
{
  g_autoptr (GPtrArray) outline =
      wijk_outline_new (form->state, WIJK_KIND_THEME, WIJK_THEME_DEPTH, NULL);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < outline->len; i++)
    {
      const WijkTheme *theme = (WijkTheme *) ((WijkOutlineRow *) outline->pdata[i])->record;

      if (theme->name != NULL)
        g_strv_builder_add (names, theme->name);
    }

  return g_strv_builder_end (names);
}

static GStrv
list_areas (Form *form)
{
  WijkPlan *plan = wijk_state_get_plan (form->state);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; plan != NULL && plan->area_codes != NULL && i < plan->area_codes->len; i++)
    {
      const WijkArea *area = wijk_area_lookup_code (plan->area_codes->pdata[i]);
      g_autoptr (GPtrArray) parts = NULL;

      if (area != NULL && area->level == WIJK_AREA_NEIGHBOURHOOD)
        g_strv_builder_add (names, area->name);
      parts = area != NULL && area->level == WIJK_AREA_DISTRICT
                  ? wijk_area_list_neighbourhoods (area)
                  : NULL;
      for (guint j = 0; parts != NULL && j < parts->len; j++)
        g_strv_builder_add (names, ((const WijkArea *) parts->pdata[j])->name);
    }

  return g_strv_builder_end (names);
}

/* ---- files ---- */

static void
declare_columns (Form *form, WijkOdsWriter *writer, const char *const *themes)
{
  g_auto (GStrv) areas = list_areas (form);
  const char *const *choices[N_CELLS] = {
    [CELL_THEME] = themes, [CELL_AREA] = (const char *const *) areas, [CELL_ROLE] = wijk_role_words
  };

  for (Cell i = 0; i < N_CELLS; i++)
    {
      wijk_ods_writer_add_column (writer, columns[i].width, columns[i].flags);
      if (choices[i] != NULL && choices[i][0] != NULL)
        wijk_ods_writer_set_choices (writer, choices[i]);
    }
}

static void
add_explanation (Form *form, WijkOdsWriter *writer, const char *const *themes)
{
  static const char *const lines[] = { "form/how", "form/how-themes", "form/how-more" };

  wijk_ods_writer_add_sheet (writer, wijk_words_get (form->words, "form/explanation"));
  wijk_ods_writer_add_column (writer, 160, WIJK_ODS_WRAP);
  wijk_ods_writer_add_heading_row (writer);
  wijk_ods_writer_add_text (writer, form->session->title);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      wijk_ods_writer_add_row (writer);
      wijk_ods_writer_add_text (writer, wijk_words_get (form->words, lines[i]));
    }
  if (themes[0] == NULL)
    return;
  wijk_ods_writer_add_heading_row (writer);
  wijk_ods_writer_add_text (writer, wijk_words_get (form->words, "form/themes"));
  for (guint i = 0; themes[i] != NULL; i++)
    {
      wijk_ods_writer_add_row (writer);
      wijk_ods_writer_add_text (writer, themes[i]);
    }
}

static GBytes *
write_ods (Form *form)
{
  g_autoptr (WijkOdsWriter) writer = wijk_ods_writer_new ("nl", form->session->title);
  g_auto (GStrv) themes = list_themes (form);

  wijk_ods_writer_add_sheet (writer, wijk_words_get (form->words, "form/sheet"));
  declare_columns (form, writer, (const char *const *) themes);
  wijk_ods_writer_add_heading_row (writer);
  for (Cell i = 0; i < N_CELLS; i++)
    wijk_ods_writer_add_text (writer, wijk_words_get (form->words, columns[i].word));
  for (guint i = 0; i < form->rows->len; i++)
    {
      char **cells = form->rows->pdata[i];

      if (*cells[CELL_TEXT] != '\0') /* a question */
        wijk_ods_writer_add_heading_row (writer);
      else
        wijk_ods_writer_add_row (writer);
      for (Cell j = 0; j < N_CELLS; j++)
        wijk_ods_writer_add_text (writer, cells[j]);
    }
  add_explanation (form, writer, (const char *const *) themes);

  return wijk_ods_writer_finish (writer);
}

static GBytes *
write_csv (Form *form)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  const char *headings[N_CELLS + 1] = { NULL };

  for (Cell i = 0; i < N_CELLS; i++)
    headings[i] = wijk_words_get (form->words, columns[i].word);
  g_ptr_array_add (rows, headings);
  for (guint i = 0; i < form->rows->len; i++)
    g_ptr_array_add (rows, form->rows->pdata[i]);

  return wijk_csv_write (rows);
}

static char *
make_name (Form *form, guint table, guint n_tables)
{
  g_autofree char *number = g_strdup_printf ("%u", table);
  g_autofree char *text = wijk_words_fill (form->words,
                                           n_tables > 1 ? "form/file-table" : "form/file",
                                           "title",
                                           form->session->title,
                                           "n",
                                           number,
                                           NULL);
  g_autofree char *lower = g_utf8_strdown (text, -1);
  char *name = g_str_to_ascii (lower, "C");

  for (char *p = name; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p))
      *p = '-';

  return name;
}

static gboolean
write_form (Form *form, const char *folder, const char *name, GStrvBuilder *paths, GError **error)
{
  g_autoptr (GBytes) ods = write_ods (form);
  g_autoptr (GBytes) csv = write_csv (form);
  g_autofree char *ods_name = g_strconcat (name, ".ods", NULL);
  g_autofree char *csv_name = g_strconcat (name, ".csv", NULL);
  g_autofree char *ods_path = g_build_filename (folder, ods_name, NULL);
  g_autofree char *csv_path = g_build_filename (folder, csv_name, NULL);

  if (!wijk_plan_files_write_shared (ods_path, ods, error) ||
      !wijk_plan_files_write_shared (csv_path, csv, error))
    return FALSE;
  g_strv_builder_add_many (paths, ods_path, csv_path, NULL);

  return TRUE;
}

/* ---- all of it ---- */

static gboolean
load (const WijkContext *context,
      const char *plan_id,
      const char *session_id,
      Form *form,
      GError **error)
{
  g_autofree char *folder = g_build_filename (context->data, "words", NULL);
  g_autoptr (WijkStore) store = wijk_plan_files_open_store (context, plan_id, error);

  form->state = store != NULL ? wijk_load_state (store, error) : NULL;
  form->words = form->state != NULL ? wijk_words_load (folder, "nl", error) : NULL;
  if (form->words == NULL)
    return FALSE;
  form->session =
      (WijkSession *) wijk_state_lookup_live (form->state, session_id, WIJK_KIND_SESSION);
  if (form->session == NULL)
    g_set_error (error,
                 WIJK_TASK_ERROR,
                 WIJK_TASK_ERROR_INPUT,
                 _ ("There is no session “%s” in this plan."),
                 session_id);
  form->form = wijk_id_new ("form");
  form->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  return form->session != NULL;
}

GStrv
wijk_task_make_forms (const WijkContext *context,
                      const char *plan_id,
                      const char *session_id,
                      guint n_tables,
                      const char *folder,
                      GError **error)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  g_auto (Form) form = { 0 };

  if (!load (context, plan_id, session_id, &form, error))
    return NULL;
  if (n_tables == 0)
    n_tables = (guint) CLAMP (form.session->tables, 1, MOST_TABLES);
  for (guint i = 1; i <= MIN (n_tables, MOST_TABLES); i++)
    {
      g_autofree char *name = make_name (&form, i, n_tables);

      make_rows (&form, i, n_tables);
      if (!write_form (&form, folder, name, paths, error))
        return NULL;
    }

  return g_strv_builder_end (paths);
}
