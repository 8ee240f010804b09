/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-grid-remarks.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wijk-cell.h"
#include "wijk-grid-build.h"
#include "wijk-record.h"

typedef struct
{
  const WijkGrid *grid;
  const WijkColumn *columns;
  guint n_columns;
  const WijkGridRow *row;
  guint at; /* the column */
  gboolean may_keep;
  gboolean is_faulty; /* the row */
  GPtrArray *faults;
} Mapping;

/* ---- faults ---- */

static char *
describe (Mapping *m, guint number, const char *why)
{
  const char *heading = m->grid->headings[m->at];
  g_autofree char *letters = NULL;

  if (*heading == '\0' || strlen (heading) > 200)
    heading = letters = wijk_grid_dup_column_letters (m->at);

  /* Translators: number of the row, letters or heading of the column, what is wrong */
  return g_strdup_printf (_ ("Row %u, column %s: %s"), number, heading, why);
}

static void
note_fault (Mapping *m, const char *why)
{
  m->is_faulty = TRUE;
  if (m->faults->len < WIJK_GRID_MAX_FAULTS)
    g_ptr_array_add (m->faults, describe (m, m->row->number, why));
}

/* What a field said, without its key: the column is named already. */
static void
note_refusal (Mapping *m, const WijkColumnInfo *info, const GError *fault)
{
  g_autofree char *key = g_strconcat (info->key, ": ", NULL);

  note_fault (
      m, g_str_has_prefix (fault->message, key) ? fault->message + strlen (key) : fault->message);
}

/* ---- values ---- */

static void
add_value (Mapping *m, GPtrArray *edits, const WijkColumnInfo *info, const char *value)
{
  const WijkField *field = wijk_kind_find_field (info->kind, info->key);
  g_autoptr (GError) fault = NULL;

  if (*value == '\0')
    return;
  if ((field->flags & WIJK_FIELD_LINK) == 0 && !wijk_field_check (field, value, &fault))
    note_refusal (m, info, fault);
  else
    wijk_edits_add (edits, NULL, info->key, value);
}

static void
add_member (Mapping *m, GPtrArray *edits, const WijkColumnInfo *info, const char *word)
{
  const WijkField *field = wijk_kind_find_field (info->kind, info->key);
  g_autofree char *name = g_strconcat (info->key, "/", word, NULL);
  g_autoptr (GError) fault = NULL;

  if (!wijk_field_check_member (field, word, &fault))
    note_refusal (m, info, fault);
  else
    wijk_edits_add (edits, NULL, name, "1");
}

static void
add_words (Mapping *m, GPtrArray *edits, const WijkColumnInfo *info, const char *text)
{
  g_autoptr (GPtrArray) parts = wijk_cell_split (text);

  for (guint i = 0; i < parts->len; i++)
    {
      g_autofree char *word = wijk_cell_to_word (parts->pdata[i]);

      if (info->form == WIJK_COLUMN_YES && wijk_cell_is_yes (parts->pdata[i]))
        add_member (m, edits, info, info->consent != NULL ? info->consent : "bewaren");
      else if (*word != '\0')
        add_member (m, edits, info, word);
    }
}

static void
add_cell (Mapping *m, GPtrArray *edits, const WijkColumnInfo *info, const char *text)
{
  g_autofree char *value = NULL;
  g_autofree char *why = NULL;
  g_autoptr (GPtrArray) names = NULL;

  switch (info->form)
    {
    case WIJK_COLUMN_WORD:
      value = wijk_cell_to_word (text);
      break;
    case WIJK_COLUMN_WORDS:
    case WIJK_COLUMN_YES:
      add_words (m, edits, info, text);
      return;
    case WIJK_COLUMN_DAY:
      value = wijk_cell_to_date (text);
      if (value == NULL)
        why = g_strdup (_ ("This is not a date, such as 1-10-2026 or 2026-10-01."));
      break;
    case WIJK_COLUMN_BUURT:
      value = wijk_cell_to_area (text, &why);
      break;
    case WIJK_COLUMN_NAMES:
      names = wijk_cell_split (text);
      for (guint i = 0; i < names->len; i++)
        wijk_edits_add (edits, NULL, info->key, names->pdata[i]);
      return;
    case WIJK_COLUMN_PLAIN:
    default:
      value = g_strdup (text);
      break;
    }
  if (why != NULL)
    note_fault (m, why);
  else
    add_value (m, edits, info, value);
}

/* ---- people ---- */

static gboolean
is_consent (WijkColumn column)
{
  return wijk_column_get_info (column)->form == WIJK_COLUMN_YES;
}

/* Whether @text says yes, or for what; "Nee, liever niet" and what nobody understands do not. */
static gboolean
says_yes (const char *text)
{
  const WijkField *field = wijk_kind_find_field (WIJK_KIND_STAKEHOLDER, "consents");
  g_autoptr (GPtrArray) parts = wijk_cell_split (text);

  for (guint i = 0; i < parts->len; i++)
    {
      g_autofree char *word = wijk_cell_to_word (parts->pdata[i]);

      if (*word == '\0')
        return FALSE;
      if (wijk_cell_is_yes (parts->pdata[i]) || wijk_field_check_member (field, word, NULL))
        return TRUE;
    }

  return FALSE;
}

/* Whether the row says that what is personal may be kept. */
static gboolean
has_consent (Mapping *m)
{
  for (guint i = 0; i < m->n_columns; i++)
    if (is_consent (m->columns[i]) && says_yes (m->row->cells[i]))
      return TRUE;

  return FALSE;
}

static gboolean
has_field (GPtrArray *edits, const char *field)
{
  for (guint i = 0; i < edits->len; i++)
    if (g_str_equal (((WijkEdit *) edits->pdata[i])->field, field))
      return TRUE;

  return FALSE;
}

/* What a second column adds to the first: "Ria" and "Jansen", e-mail and telephone. */
static void
join_values (GPtrArray *edits, const char *key, const char *between)
{
  WijkEdit *first = NULL;

  for (guint i = 0; i < edits->len;)
    {
      WijkEdit *edit = edits->pdata[i];

      if (!g_str_equal (edit->field, key))
        i++;
      else if (first == NULL)
        {
          first = edit;
          i++;
        }
      else
        {
          g_autofree char *joined = g_strconcat (first->value, between, edit->value, NULL);

          g_set_str (&first->value, joined);
          g_ptr_array_remove_index (edits, i);
        }
    }
}

static void
finish_person (WijkGridRemark *remark)
{
  gboolean has_name = has_field (remark->person, "name");

  if (!has_name && !has_field (remark->person, "contact") &&
      !has_field (remark->person, "organisation"))
    {
      g_clear_pointer (&remark->person, g_ptr_array_unref);
      return;
    }
  join_values (remark->person, "name", " ");
  join_values (remark->person, "contact", ", ");
  join_values (remark->person, "role", ", ");
  wijk_edits_add (remark->person,
                  NULL,
                  "kind",
                  has_name || !has_field (remark->person, "organisation") ? "persoon"
                                                                          : "organisatie");
}

/* ---- rows ---- */

static void
remark_free (WijkGridRemark *remark)
{
  g_free (remark->row);
  g_ptr_array_unref (remark->remark);
  g_clear_pointer (&remark->person, g_ptr_array_unref);
  g_free (remark);
}

static WijkGridRemark *
remark_new (guint number)
{
  WijkGridRemark *remark = g_new0 (WijkGridRemark, 1);

  remark->number = number;
  remark->remark = wijk_edits_new ();
  remark->person = wijk_edits_new ();

  return remark;
}

static guint
find_column (Mapping *m, WijkColumn column)
{
  for (guint i = 0; i < m->n_columns; i++)
    if (m->columns[i] == column)
      return i;

  return m->n_columns;
}

/* A row of a form that nobody filled in, the question above such rows, or a row with nothing that
 * is taken. */
static gboolean
is_to_pass (Mapping *m)
{
  guint row = find_column (m, WIJK_COLUMN_ROW);

  if (*m->row->cells[find_column (m, WIJK_COLUMN_TEXT)] != '\0')
    return row < m->n_columns && g_str_has_prefix (m->row->cells[row], "vraag");
  if (row < m->n_columns)
    return TRUE;
  for (guint i = 0; i < m->n_columns; i++)
    if (m->columns[i] != WIJK_COLUMN_NONE && *m->row->cells[i] != '\0')
      return FALSE;

  return TRUE;
}

static void
map_row (Mapping *m, WijkGridRemark *remark)
{
  m->may_keep = has_consent (m);
  m->is_faulty = FALSE;
  for (m->at = 0; m->at < m->n_columns; m->at++)
    {
      const WijkColumnInfo *info = wijk_column_get_info (m->columns[m->at]);
      const char *text = m->row->cells[m->at];

      if (*text == '\0' || (info->is_personal && !m->may_keep))
        continue;
      if (m->columns[m->at] == WIJK_COLUMN_ROW)
        g_set_str (&remark->row, text);
      else if (m->columns[m->at] != WIJK_COLUMN_NONE)
        add_cell (m, info->kind == WIJK_KIND_REMARK ? remark->remark : remark->person, info, text);
    }
  m->at = find_column (m, WIJK_COLUMN_TEXT);
  if (*m->row->cells[m->at] == '\0')
    note_fault (m, _ ("The words of the remark are missing."));
  finish_person (remark);
}

static gboolean
check_columns (Mapping *m, GError **error)
{
  const char *why = NULL;

  for (m->at = 0; m->at < m->n_columns && why == NULL; m->at++)
    if (m->columns[m->at] != WIJK_COLUMN_NONE &&
        !wijk_column_get_info (m->columns[m->at])->is_repeated &&
        find_column (m, m->columns[m->at]) < m->at)
      {
        why = _ ("Another column holds the same already.");
        break;
      }
  if (why == NULL && find_column (m, WIJK_COLUMN_TEXT) == m->n_columns)
    {
      m->at = 0;
      why = _ ("No column has the words of the remarks; call it “reactie”.");
    }
  if (why != NULL)
    {
      g_autofree char *message = describe (m, m->grid->number, why);

      g_set_error_literal (error, WIJK_GRID_ERROR, WIJK_GRID_ERROR_HEADINGS, message);
    }

  return why == NULL;
}

GPtrArray *
wijk_grid_to_remarks (const WijkGrid *grid,
                      const WijkColumn *columns,
                      GPtrArray *faults,
                      WijkProgress *progress,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) remark_free);
  Mapping m = {
    .grid = grid, .columns = columns, .n_columns = g_strv_length (grid->headings), .faults = faults
  };

  if (!check_columns (&m, error))
    return NULL;
  for (guint i = 0; i < grid->rows->len; i++)
    {
      WijkGridRemark *remark;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      wijk_progress_set (progress, i, grid->rows->len);
      m.row = grid->rows->pdata[i];
      if (is_to_pass (&m))
        continue;
      remark = remark_new (m.row->number);
      map_row (&m, remark);
      if (m.is_faulty)
        remark_free (remark);
      else
        g_ptr_array_add (remarks, remark);
    }

  return g_steal_pointer (&remarks);
}
