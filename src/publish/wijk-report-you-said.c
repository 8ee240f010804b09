/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-promise.h"
#include "wijk-report-form.h"
#include "wijk-report-table.h"

#include <string.h>

/* Pages to hang up: they are read from a step away. */
#define BAND 168.0
#define NEXT_BAND 72.0
#define BOTTOM 776.0
#define FOOT_Y 800.0
#define WIDTH (WIJK_PAGE_RIGHT - WIJK_PAGE_LEFT)
#define INSET 16.0
#define MAX_QUOTE 300
#define MAX_REASON 460
#define GAP 20.0
#define MAX_SPREAD 44.0 /* that what is left over adds to a gap */
#define MAX_ENTRIES 40  /* of a session; the rest stands in the note of replies */

/* Cut at a word, on one line. */
static char *
shorten (const char *text, glong most)
{
  g_autofree char *line = g_strdup (text ? text : "");
  char *end;

  g_strstrip (g_strdelimit (line, "\r\n\t\v\f", ' '));
  if (!g_utf8_validate (line, -1, NULL) || g_utf8_strlen (line, -1) <= most)
    return g_steal_pointer (&line);
  end = g_utf8_offset_to_pointer (line, most);
  *end = '\0';
  end = strrchr (line, ' ');
  if (end && end - line > most / 2)
    *end = '\0';
  return g_strconcat (line, " …", NULL);
}

static guint32
get_colour (WijkReport *self, const char *outcome)
{
  const WijkPalette *palette = self->sheet->palette;

  if (g_str_equal (outcome, "niet-overgenomen"))
    return palette->today;
  return g_str_equal (outcome, "doorgestuurd") ? palette->dim : palette->accent;
}

static void
show_line (WijkReport *self, WijkFace face, const char *text, double y)
{
  WijkSheet *sheet = self->sheet;
  g_autoptr (PangoLayout) layout = wijk_sheet_create_layout (sheet, face, text, WIDTH);

  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  wijk_sheet_show (sheet, layout, WIJK_PAGE_LEFT, y, 0xffffff);
}

static void
put_foot (WijkReport *self)
{
  WijkSheet *sheet = self->sheet;
  g_autofree char *day = wijk_report_dup_day (self);
  g_autofree char *title = wijk_report_dup_title (self);
  g_autofree char *text =
      wijk_words_fill (self->words, "report/poster-foot", "title", title, "day", day, NULL);
  g_autoptr (PangoLayout) layout = wijk_sheet_create_layout (sheet, WIJK_FACE_SMALL, text, WIDTH);

  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  wijk_sheet_rule (sheet, WIJK_PAGE_LEFT, FOOT_Y - 8, WIDTH, 0.6, sheet->palette->line);
  wijk_sheet_begin_artifact (sheet);
  wijk_sheet_show (sheet, layout, WIJK_PAGE_LEFT, FOOT_Y, sheet->palette->dim);
  wijk_sheet_end_artifact (sheet);
}

/* The heading of all is one of the first page; on others it is decoration. */
static void
put_name (WijkReport *self, const char *name)
{
  WijkSheet *sheet = self->sheet;
  g_autoptr (PangoLayout) layout = wijk_sheet_create_layout (sheet, WIJK_FACE_COVER, name, WIDTH);

  if (sheet->page == 1)
    wijk_report_put_title (self, 1, layout, name, WIJK_PAGE_LEFT, 52, 0xffffff);
  else
    {
      wijk_sheet_begin_artifact (sheet);
      wijk_sheet_show (sheet, layout, WIJK_PAGE_LEFT, 52, 0xffffff);
      wijk_sheet_end_artifact (sheet);
    }
}

static void
put_session_head (WijkReport *self, JsonObject *session)
{
  WijkSheet *sheet = self->sheet;
  g_autofree char *raw = wijk_plan_data_text (session, "title");
  g_autofree char *title =
      shorten (raw ? raw : wijk_words_get (self->words, "report/no-session"), 90);
  g_autofree char *clean = wijk_typeface_clean (sheet->typeface, title);
  g_autofree char *date = wijk_words_date (self->words, wijk_plan_data_peek (session, "date"));
  g_autofree char *place = wijk_plan_data_text (session, "location");
  g_autofree char *where = g_strjoin (" · ", *date ? date : place, *date ? place : NULL, NULL);
  g_autoptr (PangoLayout) layout =
      wijk_sheet_create_layout (sheet, WIJK_FACE_LEAD, *clean ? clean : "…", WIDTH);

  wijk_report_draw_panel (sheet, BAND);
  put_name (self, wijk_words_get (self->words, "report/you-said"));
  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  wijk_report_put_title (self, 2, layout, *clean ? clean : "…", WIJK_PAGE_LEFT, 106, 0xffffff);
  if (where && *where)
    {
      wijk_sheet_begin (sheet, "P");
      show_line (self, WIJK_FACE_POSTER_SMALL, where, 130);
      wijk_sheet_end (sheet, "P");
    }
  sheet->y = BAND + 22;
  put_foot (self);
}

static void
put_next_head (WijkReport *self, JsonObject *session)
{
  WijkSheet *sheet = self->sheet;
  g_autofree char *raw = wijk_plan_data_text (session, "title");
  g_autofree char *title =
      shorten (raw ? raw : wijk_words_get (self->words, "report/no-session"), 90);
  g_autofree char *line =
      g_strjoin (" · ", wijk_words_get (self->words, "report/you-said"), title, NULL);

  wijk_sheet_break (sheet);
  wijk_sheet_fill (sheet, 0, 0, WIJK_PAGE_WIDTH, NEXT_BAND, sheet->palette->accent);
  wijk_sheet_begin_artifact (sheet);
  show_line (self, WIJK_FACE_LEAD, line, 34);
  wijk_sheet_end_artifact (sheet);
  sheet->y = NEXT_BAND + 22;
  put_foot (self);
}

/* ---- one of them ---- */

typedef struct
{
  PangoLayout *quote, *others, *what, *reason, *when;
  double quote_height, others_height, what_height, reason_height, when_height;
  guint32 colour;
} Entry;

static PangoLayout *
create (WijkReport *self, WijkFace face, const char *text, double width, double *height)
{
  PangoLayout *layout;

  *height = 0;
  if (!text || !*text)
    return NULL;
  layout = wijk_sheet_create_layout (self->sheet, face, text, width);
  *height = wijk_sheet_measure (layout, NULL);
  return layout;
}

static Entry
lay_out (WijkReport *self, const WijkPromise *promise)
{
  g_autofree char *text = wijk_plan_data_text (promise->remark, "text");
  g_autofree char *words = shorten (text, MAX_QUOTE);
  g_autofree char *quote = g_strdup_printf ("“%s”", words);
  g_autofree char *reason = shorten (promise->answer.reason, MAX_REASON);
  g_autofree char *when = wijk_promise_dup_when (self, promise);
  g_autofree char *others = promise->n_others > 0
                                ? wijk_words_count (self->words, "report/others", promise->n_others)
                                : NULL;
  Entry entry = { 0 };

  entry.quote = create (self, WIJK_FACE_POSTER_QUOTE, quote, WIDTH - INSET, &entry.quote_height);
  entry.others = create (self, WIJK_FACE_POSTER_SMALL, others, WIDTH, &entry.others_height);
  entry.what = create (self,
                       WIJK_FACE_POSTER_STRONG,
                       wijk_words_choose (self->words, "we-do", promise->answer.outcome),
                       WIDTH - 2 * INSET,
                       &entry.what_height);
  entry.reason = create (self, WIJK_FACE_POSTER, reason, WIDTH - 2 * INSET, &entry.reason_height);
  entry.when = create (self, WIJK_FACE_POSTER_SMALL, when, WIDTH - 2 * INSET, &entry.when_height);
  entry.colour = get_colour (self, promise->answer.outcome);
  return entry;
}

static double
measure_panel (const Entry *entry)
{
  return 12 + entry->what_height + 2 + entry->reason_height +
         (entry->when ? entry->when_height + 4 : 0) + 10;
}

static double
measure (const Entry *entry)
{
  return entry->quote_height + (entry->others ? entry->others_height + 3 : 0) + 9 +
         measure_panel (entry);
}

static double
show (WijkReport *self, PangoLayout *layout, double x, double y, double height, guint32 colour)
{
  if (!layout)
    return y;
  wijk_sheet_begin (self->sheet, "P");
  wijk_sheet_show (self->sheet, layout, x, y, colour);
  wijk_sheet_end (self->sheet, "P");
  return y + height;
}

static void
draw_entry (WijkReport *self, const Entry *entry)
{
  WijkSheet *sheet = self->sheet;
  const WijkPalette *palette = sheet->palette;
  double y = sheet->y, inner = WIJK_PAGE_LEFT + INSET;
  double panel = measure_panel (entry);

  y = show (self, entry->quote, WIJK_PAGE_LEFT, y, entry->quote_height, palette->text);
  if (entry->others)
    y = show (self, entry->others, WIJK_PAGE_LEFT, y + 3, entry->others_height, palette->dim);
  y += 9;
  wijk_sheet_fill (sheet, WIJK_PAGE_LEFT, y, WIDTH, panel, palette->shade);
  wijk_sheet_fill (sheet, WIJK_PAGE_LEFT, y, 5, panel, entry->colour);
  y = show (self, entry->what, inner, y + 12, entry->what_height, entry->colour);
  y = show (self, entry->reason, inner, y + 2, entry->reason_height, palette->text);
  if (entry->when)
    show (self, entry->when, inner, y + 4, entry->when_height, palette->dim);
}

static void
clear (Entry *entry)
{
  g_clear_object (&entry->quote);
  g_clear_object (&entry->others);
  g_clear_object (&entry->what);
  g_clear_object (&entry->reason);
  g_clear_object (&entry->when);
}

/* How many entries from `from` on fit below the head, and the gap that spreads them evenly. */
static guint
fit (const GArray *entries, guint from, double room, double *gap)
{
  double used = 0;
  guint n = 0;

  while (from + n < entries->len)
    {
      double height = measure (&g_array_index (entries, Entry, from + n));

      if (n > 0 && used + height > room)
        break;
      used += height + GAP;
      n++;
    }
  *gap = GAP + CLAMP ((room - (used - GAP)) / n, 0, MAX_SPREAD);
  return n;
}

static GArray *
lay_out_all (WijkReport *self, GPtrArray *promises)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  g_array_set_clear_func (entries, (GDestroyNotify) clear);
  for (guint i = 0; i < MIN (promises->len, MAX_ENTRIES); i++)
    {
      Entry entry = lay_out (self, g_ptr_array_index (promises, i));

      g_array_append_val (entries, entry);
    }
  return entries;
}

static void
put_session (WijkReport *self, JsonObject *session, gboolean is_first)
{
  WijkSheet *sheet = self->sheet;
  const char *id = session ? wijk_plan_data_peek (session, "id") : "";
  g_autoptr (GPtrArray) promises = wijk_promise_list (self, id ? id : "-");
  g_autoptr (GArray) entries = lay_out_all (self, promises);
  guint at = 0;

  while (at < entries->len && !wijk_sheet_is_stopped (sheet))
    {
      double gap;
      guint end;

      if (at > 0)
        put_next_head (self, session);
      else
        {
          if (!is_first)
            wijk_sheet_break (sheet);
          put_session_head (self, session);
        }
      for (end = at + fit (entries, at, BOTTOM - sheet->y, &gap); at < end; at++)
        {
          draw_entry (self, &g_array_index (entries, Entry, at));
          sheet->y += measure (&g_array_index (entries, Entry, at)) + gap;
        }
    }
}

static gboolean
has_promises (WijkReport *self, const char *session)
{
  g_autoptr (GPtrArray) promises = wijk_promise_list (self, session ? session : "-");

  return promises->len > 0;
}

void
wijk_report_put_you_said (WijkReport *self)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < self->sessions->len && !wijk_sheet_is_stopped (self->sheet); i++)
    {
      JsonObject *session = g_ptr_array_index (self->sessions, i);

      if (!has_promises (self, wijk_plan_data_peek (session, "id")))
        continue;
      put_session (self, session, is_first);
      is_first = FALSE;
    }
  if (!self->choice->session)
    put_session (self, NULL, is_first);
}

/* ---- as a table ---- */

static void
add_row (WijkReport *self, WijkReportTable *table, JsonObject *session, const WijkPromise *promise)
{
  g_autofree char *title = wijk_plan_data_text (session, "title");

  wijk_report_table_add_row (table);
  wijk_report_table_add (table,
                         session ? title : wijk_words_get (self->words, "report/no-session"));
  wijk_report_table_take (table, wijk_plan_data_text (promise->remark, "text"));
  wijk_report_table_take (table, wijk_report_join_labels (promise->remarks));
  wijk_report_table_add_number (table, promise->people);
  wijk_report_table_add (table, wijk_words_choose (self->words, "we-do", promise->answer.outcome));
  wijk_report_table_add (table, promise->answer.reason);
  wijk_report_table_take (table, wijk_promise_dup_when (self, promise));
}

static void
add_rows (WijkReport *self, WijkReportTable *table, JsonObject *session)
{
  const char *id = session ? wijk_plan_data_peek (session, "id") : "";
  g_autoptr (GPtrArray) promises = wijk_promise_list (self, id ? id : "-");

  for (guint i = 0; i < promises->len; i++)
    add_row (self, table, session, g_ptr_array_index (promises, i));
}

void
wijk_report_fill_you_said (WijkReport *self, GPtrArray *tables)
{
  static const struct
  {
    const char *head;
    WijkReportForm form;
  } columns[] = {
    { "table/session", WIJK_REPORT_TEXT },
    { "report/said", WIJK_REPORT_LONG },
    { "report/figure-remarks", WIJK_REPORT_TEXT },
    { "report/people-head", WIJK_REPORT_NUMBER },
    { "report/do", WIJK_REPORT_TEXT },
    { "report/reason", WIJK_REPORT_LONG },
    { "report/when", WIJK_REPORT_TEXT },
  };
  WijkReportTable *table = wijk_report_table_new (wijk_words_get (self->words, "report/you-said"));

  g_ptr_array_add (tables, table);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    wijk_report_table_add_column (
        table, wijk_words_get (self->words, columns[i].head), columns[i].form);
  for (guint i = 0; i < self->sessions->len; i++)
    add_rows (self, table, g_ptr_array_index (self->sessions, i));
  if (!self->choice->session)
    add_rows (self, table, NULL);
}
