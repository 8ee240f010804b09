/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-lines.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  WijkGridBuild *build;
  GString *remark; /* being put together */
  guint number;    /* of its first line */
  GError **error;
} Collecting;

/* ---- bullets and numbers ---- */

static gboolean
is_bullet (gunichar c)
{
  static const gunichar bullets[] = { '-',    '*',    '+',    0x00b7, 0x2013, 0x2014,
                                      0x2022, 0x2023, 0x2043, 0x2192, 0x25a0, 0x25a1,
                                      0x25aa, 0x25ab, 0x25b8, 0x25ba, 0x25cb, 0x25cf,
                                      0x25e6, 0x2610, 0x2611, 0x2612, 0x2713, 0x2714 };

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (bullets[i] == c)
      return TRUE;

  return FALSE;
}

/* Behind "12.", "12)", "(12)", "b)" and the like; NULL if there is none of these. */
static const char *
pass_number (const char *p)
{
  gboolean is_open = *p == '(';
  const char *start = p += is_open;

  while (g_ascii_isdigit (*p))
    p++;
  if (p == start && g_ascii_isalpha (*p) && (p[1] == ')' || (p[1] == '.' && p[2] == '\t')))
    p++;
  if (p == start || p - start > 4 || (*p != ')' && (is_open || *p != '.')))
    return NULL;

  return p + 1;
}

/* Behind the bullet or number and the space after it; NULL if @line begins with neither. */
static const char *
pass_mark (const char *line)
{
  const char *p = line + strspn (line, " \t");
  gunichar c = g_utf8_get_char (p);
  const char *behind = NULL;

  if (g_str_has_prefix (p, "[ ]") || g_str_has_prefix (p, "[x]") || g_str_has_prefix (p, "[X]"))
    behind = p + 3;
  else if (is_bullet (c) || (c == 'o' && p[1] == '\t')) /* the second bullet of text processors */
    behind = g_utf8_next_char (p);
  else
    behind = pass_number (p);
  if (behind == NULL || (*behind != ' ' && *behind != '\t' && *behind != '\0'))
    return NULL;

  return behind + strspn (behind, " \t");
}

static gboolean
is_blank (const char *line)
{
  return line[strspn (line, " \t\xc2\xa0")] == '\0';
}

/* ---- what it is ---- */

static gboolean
has_mostly_marks (char **lines)
{
  guint n_lines = 0, n_marks = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    if (!is_blank (lines[i]))
      {
        n_lines++;
        n_marks += pass_mark (lines[i]) != NULL;
      }

  return n_marks > 0 && n_marks * 2 >= n_lines;
}

WijkGridForm
wijk_lines_find_form (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_together = 0;
  gboolean has_gap = FALSE, has_several = FALSE, was_blank = FALSE;

  if (has_mostly_marks (lines))
    return WIJK_GRID_LINES;
  for (guint i = 0; lines[i] != NULL; i++)
    if (is_blank (lines[i]))
      {
        was_blank = was_blank || n_together > 0;
        n_together = 0;
      }
    else
      {
        has_gap = has_gap || was_blank;
        has_several = has_several || ++n_together > 1;
      }

  return has_gap && has_several ? WIJK_GRID_PARAGRAPHS : WIJK_GRID_LINES;
}

/* ---- reading ---- */

static gboolean
end_remark (Collecting *c)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  gboolean ok;

  g_ptr_array_add (cells, g_strstrip (c->remark->str));
  ok = wijk_grid_build_add (c->build, c->number, cells, c->error);
  g_string_truncate (c->remark, 0);

  return ok;
}

static void
go_on (Collecting *c, const char *line)
{
  if (c->remark->len > 0)
    g_string_append_c (c->remark, ' ');
  g_string_append (c->remark, line + strspn (line, " \t"));
}

static gboolean
begin_remark (Collecting *c, guint number, const char *line)
{
  if (!end_remark (c))
    return FALSE;
  c->number = number;
  go_on (c, line);

  return TRUE;
}

static gboolean
read_lines (Collecting *c, char **lines, WijkGridForm form)
{
  gboolean has_marks = form == WIJK_GRID_LINES && has_mostly_marks (lines);
  gboolean goes_on = FALSE; /* with the line before */

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *marked = form == WIJK_GRID_LINES ? pass_mark (lines[i]) : NULL;
      gboolean joins = goes_on && marked == NULL && (form == WIJK_GRID_PARAGRAPHS || has_marks);

      g_strchomp (lines[i]);
      if (is_blank (lines[i]))
        goes_on = FALSE;
      else if (joins)
        go_on (c, lines[i]);
      else if (!begin_remark (c, i + 1, marked != NULL ? marked : lines[i]))
        return FALSE;
      else
        goes_on = TRUE;
    }

  return end_remark (c);
}

gboolean
wijk_lines_read (const char *text, WijkGridForm form, WijkGridBuild *build, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GPtrArray) heading = g_ptr_array_new ();
  Collecting c = { .build = build, .remark = g_string_new (NULL), .error = error };
  gboolean ok;

  g_ptr_array_add (heading, (char *) _ ("Remark"));
  ok = wijk_grid_build_begin (build, "", error) && wijk_grid_build_add (build, 0, heading, error) &&
       read_lines (&c, lines, form);
  g_string_free (c.remark, TRUE);
  if (!ok)
    return FALSE;
  wijk_grid_build_end (build);
  if (((WijkGrid *) build->grids->pdata[build->grids->len - 1])->rows->len == 0)
    g_ptr_array_set_size (build->grids, (int) build->grids->len - 1);

  return TRUE;
}
