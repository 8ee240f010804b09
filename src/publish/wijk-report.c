/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-markup.h"
#include "wijk-report.h"
#include "wijk-rich.h"

#include <string.h>

static const struct
{
  const char *name;
  void (*put) (WijkReport *self, int level);
} parts[WIJK_N_PARTS] = {
  [WIJK_PART_HEARD] = { "heard", wijk_report_put_heard },
  [WIJK_PART_PRIORITIES] = { "priorities", wijk_report_put_priorities },
  [WIJK_PART_WEIGHING] = { "weighing", wijk_report_put_weighing },
  [WIJK_PART_PROGRAMME] = { "programme", wijk_report_put_programme },
  [WIJK_PART_MONEY] = { "money", wijk_report_put_money },
  [WIJK_PART_COMMITMENTS] = { "commitments", wijk_report_put_commitments },
  [WIJK_PART_OUTCOMES] = { "outcomes", wijk_report_put_outcomes },
  [WIJK_PART_ANSWERS] = { "answers", wijk_report_put_answers },
  [WIJK_PART_MONITORING] = { "monitoring", wijk_report_put_monitoring },
  [WIJK_PART_SESSIONS] = { "sessions", wijk_report_put_sessions },
  [WIJK_PART_SOURCES] = { "sources", wijk_report_put_sources },
};

static void
index_parts (WijkReport *self)
{
  self->parts =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < self->remarks->len; i++)
    {
      JsonObject *remark = g_ptr_array_index (self->remarks, i);
      const char *whole = wijk_plan_data_peek (remark, "part-of");
      GPtrArray *list;

      if (!whole || wijk_plan_data_peek (remark, "withdrawn"))
        continue;
      list = g_hash_table_lookup (self->parts, whole);
      if (!list)
        g_hash_table_insert (self->parts, (gpointer) whole, list = g_ptr_array_new ());
      g_ptr_array_add (list, remark);
    }
}

static void
index_quotes (WijkReport *self)
{
  self->quotes = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->sources->len; i++)
    {
      JsonObject *source = g_ptr_array_index (self->sources, i);
      g_autoptr (GPtrArray) quotes = wijk_plan_data_objects (source, "quotes");

      for (guint k = 0; k < quotes->len; k++)
        {
          const char *id = wijk_plan_data_peek (g_ptr_array_index (quotes, k), "id");

          if (id)
            g_hash_table_insert (self->quotes, (gpointer) id, source);
        }
    }
}

void
wijk_report_init (WijkReport *self,
                  JsonObject *plan,
                  const WijkWords *words,
                  const WijkPublishOptions *options)
{
  g_autoptr (GPtrArray) clusters = wijk_plan_data_objects (plan, "clusters");

  *self = (WijkReport) { .plan = plan, .words = words, .options = options };
  if (!options->draft)
    self->version = wijk_plan_data_object (plan, "version");
  self->is_vision = g_strcmp0 (wijk_plan_data_peek (plan, "kind"), "wijkvisie") == 0;
  self->first_year = (int) CLAMP (wijk_plan_data_int (plan, "first-year"), 0, 9999);
  self->last_year = (int) CLAMP (wijk_plan_data_int (plan, "last-year"), 0, 9999);
  self->sections = wijk_plan_data_objects (plan, "sections");
  self->themes = wijk_plan_data_objects (plan, "themes");
  self->sessions = wijk_plan_data_objects (plan, "sessions");
  self->remarks = wijk_plan_data_objects (plan, "remarks");
  self->priorities = wijk_plan_data_objects (plan, "priorities");
  self->sources = wijk_plan_data_objects (plan, "sources");
  self->stakeholders = wijk_plan_data_objects (plan, "stakeholders");
  self->clusters = wijk_plan_data_index (clusters);
  self->remarks_by_id = wijk_plan_data_index (self->remarks);
  self->sessions_by_id = wijk_plan_data_index (self->sessions);
  index_parts (self);
  index_quotes (self);
}

void
wijk_report_clear (WijkReport *self)
{
  GPtrArray **lists[] = { &self->sections,   &self->themes,  &self->sessions,    &self->remarks,
                          &self->priorities, &self->sources, &self->stakeholders };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_clear_pointer (lists[i], g_ptr_array_unref);
  g_clear_pointer (&self->clusters, g_hash_table_unref);
  g_clear_pointer (&self->remarks_by_id, g_hash_table_unref);
  g_clear_pointer (&self->quotes, g_hash_table_unref);
  g_clear_pointer (&self->parts, g_hash_table_unref);
  g_clear_pointer (&self->sessions_by_id, g_hash_table_unref);
  g_clear_pointer (&self->opposed, g_hash_table_unref);
  g_clear_pointer (&self->origins, g_hash_table_unref);
  g_clear_pointer (&self->comments, g_hash_table_unref);
}

char *
wijk_report_dup_title (const WijkReport *self)
{
  char *title = wijk_plan_data_text (self->plan, "title");
  const char *kind;

  if (title)
    return title;
  kind = wijk_words_choose (self->words, "kind", wijk_plan_data_peek (self->plan, "kind"));
  return g_strdup (*kind ? kind : wijk_words_get (self->words, "kind/wijkplan"));
}

void
wijk_report_say (WijkReport *self, const char *text)
{
  if (!text || !*text)
    return;
  wijk_sheet_put_text (self->sheet, WIJK_FACE_BODY, "P", text);
  self->sheet->y += 9;
}

#define FACT_INDENT 84.0
#define FACT_GAP 3.4

double
wijk_report_measure_facts (WijkReport *self, const char *const *facts, guint n_facts)
{
  double height = 0, width = self->sheet->right - self->sheet->left - FACT_INDENT;

  for (guint i = 0; i + 1 < n_facts; i += 2)
    {
      g_autoptr (PangoLayout) text = NULL;

      if (!facts[i + 1] || !*facts[i + 1])
        continue;
      text = wijk_sheet_create_layout (self->sheet, WIJK_FACE_BODY, facts[i + 1], width);
      height += wijk_sheet_measure (text, NULL) + FACT_GAP;
    }
  return height;
}

/* Names stand in a narrow column before what they name. */
void
wijk_report_put_facts (WijkReport *self, const char *const *facts, guint n_facts)
{
  WijkSheet *sheet = self->sheet;
  gboolean is_open = FALSE;

  for (guint i = 0; i + 1 < n_facts; i += 2)
    {
      g_autoptr (PangoLayout) name = NULL;

      if (!facts[i + 1] || !*facts[i + 1])
        continue;
      name = wijk_sheet_create_layout (sheet, WIJK_FACE_BODY, facts[i], FACT_INDENT - 8);
      wijk_sheet_need (sheet, 30);
      if (!is_open)
        wijk_sheet_begin_list (sheet, "None");
      is_open = TRUE;
      wijk_sheet_begin (sheet, "LI");
      wijk_sheet_begin (sheet, "Lbl");
      wijk_sheet_show (sheet, name, sheet->left, sheet->y, sheet->palette->dim);
      wijk_sheet_end (sheet, "Lbl");
      sheet->left += FACT_INDENT;
      wijk_sheet_put_text (sheet, WIJK_FACE_BODY, "LBody", facts[i + 1]);
      sheet->left -= FACT_INDENT;
      wijk_sheet_end (sheet, "LI");
      sheet->y += FACT_GAP;
    }
  if (is_open)
    wijk_sheet_end (sheet, "L");
  sheet->y += 8;
}

static gboolean
has_any (GPtrArray *records, const char *member)
{
  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (GPtrArray) list = wijk_plan_data_objects (g_ptr_array_index (records, i), member);

      if (list->len > 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_money (WijkReport *self)
{
  static const char *const kinds[] = { "raming", "dekking", "gereserveerd", "besteed" };

  for (guint i = 0; i < self->priorities->len; i++)
    for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
      if (wijk_report_sum (g_ptr_array_index (self->priorities, i), kinds[k], TRUE) != 0)
        return TRUE;
  return FALSE;
}

static gboolean
has_part (WijkReport *self, WijkPart part)
{
  switch (part)
    {
    case WIJK_PART_HEARD:
    case WIJK_PART_OUTCOMES:
    case WIJK_PART_ANSWERS:
      return self->remarks->len > 0;
    case WIJK_PART_PRIORITIES:
      return self->priorities->len > 0;
    case WIJK_PART_PROGRAMME:
      return has_any (self->priorities, "measures");
    case WIJK_PART_MONEY:
      return has_money (self);
    case WIJK_PART_WEIGHING:
      return has_any (self->priorities, "weights");
    case WIJK_PART_COMMITMENTS:
      return has_any (self->stakeholders, "commitments");
    case WIJK_PART_MONITORING:
      return has_any (self->priorities, "indicators");
    case WIJK_PART_SESSIONS:
      return self->sessions->len > 0;
    case WIJK_PART_SOURCES:
      return self->sources->len > 0;
    case WIJK_N_PARTS:
    default:
      return FALSE;
    }
}

static void
put_part (WijkReport *self, WijkPart part, int level)
{
  self->is_placed[part] = TRUE;
  parts[part].put (self, level);
}

/* Whether a chapter's title is one of those where the part has its place. */
static gboolean
is_place_of (WijkReport *self, WijkPart part, const char *title)
{
  g_autofree char *key = g_strconcat ("place/", parts[part].name, NULL);
  g_auto (GStrv) names = g_strsplit (wijk_words_get (self->words, key), ";", -1);
  g_autofree char *folded = g_utf8_casefold (title, -1);

  for (guint i = 0; names[i]; i++)
    {
      g_autofree char *name = g_utf8_casefold (names[i], -1);

      if (strcmp (name, folded) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
put_parts_of (WijkReport *self, const char *title, int level)
{
  gboolean any = FALSE;

  for (WijkPart part = 0; part < WIJK_N_PARTS; part++)
    if (!self->is_placed[part] && has_part (self, part) && is_place_of (self, part, title))
      {
        put_part (self, part, level);
        any = TRUE;
      }
  return any;
}

/* A chapter begins on a new page unless more than half of this one is free. */
static void
open_chapter (WijkReport *self, int level)
{
  WijkSheet *sheet = self->sheet;

  if (level == 2 && wijk_sheet_get_room (sheet) < (WIJK_PAGE_BOTTOM - WIJK_PAGE_TOP) * 0.55)
    {
      wijk_sheet_flush (sheet);
      if (!wijk_sheet_is_at_top (sheet))
        wijk_sheet_break (sheet);
    }
  wijk_sheet_begin_section (sheet);
}

static void
put_section (WijkReport *self, JsonObject *section, const char *number, int level)
{
  g_autoptr (GPtrArray) below = wijk_plan_data_objects (section, "sections");
  g_autofree char *title = wijk_plan_data_text (section, "title");
  g_autofree char *text = wijk_plan_data_text (section, "text");
  gboolean is_filled;

  open_chapter (self, level);
  wijk_sheet_set_target (self->sheet, wijk_plan_data_peek (section, "id"));
  wijk_sheet_put_heading (self->sheet, level, number, title, level <= 3);
  if (text)
    wijk_markup_put (self->sheet, text, level);
  is_filled = put_parts_of (self, title ? title : "", level);
  if (!text && !is_filled && below->len == 0)
    wijk_sheet_put_text (
        self->sheet, WIJK_FACE_QUOTE, "P", wijk_words_get (self->words, "document/unwritten"));
  for (guint i = 0; i < below->len && !wijk_sheet_is_stopped (self->sheet); i++)
    {
      g_autofree char *next = g_strdup_printf ("%s.%u", number, i + 1);

      put_section (self, g_ptr_array_index (below, i), next, MIN (level + 1, 6));
    }
  wijk_sheet_end_section (self->sheet);
}

/* What found no chapter comes at the end. */
static void
put_left_parts (WijkReport *self, guint number)
{
  for (WijkPart part = 0; part < WIJK_N_PARTS; part++)
    {
      g_autofree char *key = g_strconcat ("heading/", parts[part].name, NULL);
      g_autofree char *text = NULL;

      if (self->is_placed[part] || !has_part (self, part) || wijk_sheet_is_stopped (self->sheet))
        continue;
      text = g_strdup_printf ("%u", ++number);
      open_chapter (self, 2);
      wijk_sheet_put_heading (self->sheet, 2, text, wijk_words_get (self->words, key), TRUE);
      put_part (self, part, 2);
      wijk_sheet_end_section (self->sheet);
    }
}

static void
put_body (WijkReport *self)
{
  for (guint i = 0; i < self->sections->len && !wijk_sheet_is_stopped (self->sheet); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      put_section (self, g_ptr_array_index (self->sections, i), number, 2);
    }
  put_left_parts (self, self->sections->len);
}

void
wijk_report_put (WijkReport *self, WijkSheet *sheet)
{
  self->sheet = sheet;
  memset (self->is_placed, 0, sizeof self->is_placed);
  wijk_sheet_start (sheet);
  wijk_sheet_begin (sheet, "Document");
  wijk_report_put_cover (self);
  wijk_sheet_break (sheet);
  wijk_report_put_changes (self);
  wijk_report_put_contents (self);
  put_body (self);
  wijk_sheet_flush (sheet);
  wijk_sheet_end (sheet, "Document");
  wijk_sheet_finish (sheet);
}
