/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-sheet.h"

#include <string.h>

static const char *const types[] = { "H1", "H2", "H3", "H4", "H5", "H6" };
static const WijkFace styles[] = { WIJK_FACE_H1, WIJK_FACE_H2, WIJK_FACE_H3,
                                   WIJK_FACE_H4, WIJK_FACE_H5, WIJK_FACE_H5 };
#define LONG_TITLE 160 /* bytes from which a title is set as small as text, to stay on its page */
#define MAX_TITLE 2400

static const double before[] = { 0, 40, 24, 16, 12, 12 };
static const double after[] = { 16, 12, 5, 3, 2, 2 };

/* A section to open, or a heading. */
typedef struct
{
  gboolean is_section;
  WijkHeading heading;
} Waiting;

static void
free_waiting (gpointer data)
{
  wijk_heading_clear (&((Waiting *) data)->heading);
  g_free (data);
}

void
wijk_heading_clear (WijkHeading *heading)
{
  g_free (heading->number);
  g_free (heading->target);
  g_free (heading->title);
}

char *
wijk_sheet_name_heading (guint index)
{
  return g_strdup_printf ("kop-%u", index + 1);
}

/* Numbers hang in the margin when they fit there. */
static PangoLayout *
create_heading (WijkSheet *self, const WijkHeading *heading, PangoLayout **number)
{
  gboolean is_long = strlen (heading->title) > LONG_TITLE;
  WijkFace style = is_long ? WIJK_FACE_H5 : styles[heading->level - 1];
  double room = WIJK_PAGE_TEXT - WIJK_PAGE_LEFT, width = 0;
  g_autofree char *whole = NULL;

  *number = NULL;
  if (*heading->number)
    {
      *number = wijk_sheet_create_layout (self, style, heading->number, 0);
      wijk_sheet_measure (*number, &width);
      if (width + 6 > room)
        {
          g_clear_object (number);
          whole = g_strconcat (heading->number, " ", heading->title, NULL);
        }
    }
  return wijk_sheet_create_layout (
      self, style, whole ? whole : heading->title, WIJK_PAGE_RIGHT - WIJK_PAGE_TEXT);
}

static double
measure_heading (WijkSheet *self, const WijkHeading *heading)
{
  PangoLayout *number;
  g_autoptr (PangoLayout) layout = create_heading (self, heading, &number);

  g_clear_object (&number);
  return before[heading->level - 1] + wijk_sheet_measure (layout, NULL) + after[heading->level - 1];
}

static void
draw_heading (WijkSheet *self, const WijkHeading *heading)
{
  const char *type = types[heading->level - 1];
  guint32 colour = heading->level <= 2 ? self->palette->accent : self->palette->text;
  g_autofree char *name = wijk_sheet_name_heading (self->headings->len);
  g_autofree char *target = g_strdup_printf ("name='%s'", name);
  PangoLayout *number;
  g_autoptr (PangoLayout) layout = create_heading (self, heading, &number);

  self->y += wijk_sheet_is_at_top (self) ? 0 : before[heading->level - 1];
  wijk_sheet_begin (self, type);
  wijk_sheet_put_target (self, heading->target, self->y);
  if (self->cr)
    cairo_tag_begin (self->cr, CAIRO_TAG_DEST, target);
  if (number)
    wijk_sheet_show (self, number, WIJK_PAGE_LEFT, self->y, colour);
  wijk_sheet_show (self, layout, WIJK_PAGE_TEXT, self->y, colour);
  if (self->cr)
    cairo_tag_end (self->cr, CAIRO_TAG_DEST);
  wijk_sheet_end (self, type);
  self->y += wijk_sheet_measure (layout, NULL) + after[heading->level - 1];
  g_clear_object (&number);
}

static void
put_heading (WijkSheet *self, WijkHeading *heading)
{
  WijkHeading kept = *heading;

  if (wijk_sheet_get_room (self) < measure_heading (self, heading) && !wijk_sheet_is_at_top (self))
    wijk_sheet_break (self); /* many headings in a row */
  draw_heading (self, heading);
  kept.page = self->page;
  *heading = (WijkHeading) { 0 };
  g_array_append_val (self->headings, kept);
}

/* Only ids as the plan makes them: the name stands between quotes. */
static gboolean
is_id (const char *id)
{
  if (!id || !*id)
    return FALSE;
  for (; *id; id++)
    if (!g_ascii_isalnum (*id) && *id != '-')
      return FALSE;
  return TRUE;
}

void
wijk_sheet_set_target (WijkSheet *self, const char *id)
{
  g_free (self->target);
  self->target = is_id (id) ? g_strdup (id) : NULL;
}

void
wijk_sheet_put_target (WijkSheet *self, const char *id, double y)
{
  g_autofree char *height = wijk_sheet_number (y);
  g_autofree char *attributes = NULL;

  if (!id)
    return;
  if (!self->cr)
    {
      g_hash_table_add (self->targets, g_strdup (id));
      return;
    }
  attributes = g_strdup_printf ("name='%s' x=%d y=%s", id, (int) WIJK_PAGE_LEFT, height);
  cairo_tag_begin (self->cr, CAIRO_TAG_DEST, attributes);
  cairo_tag_end (self->cr, CAIRO_TAG_DEST);
}

gboolean
wijk_sheet_has_target (const WijkSheet *self, const char *id)
{
  return g_hash_table_contains (self->targets, id);
}

void
wijk_sheet_flush (WijkSheet *self)
{
  Waiting *waiting;

  while ((waiting = g_queue_pop_head (&self->pending)))
    {
      if (waiting->is_section)
        wijk_sheet_begin (self, "Sect");
      else
        put_heading (self, &waiting->heading);
      free_waiting (waiting);
    }
}

void
wijk_sheet_need (WijkSheet *self, double height)
{
  for (GList *at = self->pending.head; at; at = at->next)
    if (!((Waiting *) at->data)->is_section)
      height += measure_heading (self, &((Waiting *) at->data)->heading);
  if (wijk_sheet_get_room (self) < height && !wijk_sheet_is_at_top (self))
    wijk_sheet_break (self);
  wijk_sheet_flush (self);
}

void
wijk_sheet_begin_section (WijkSheet *self)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->is_section = TRUE;
  g_queue_push_tail (&self->pending, waiting);
}

void
wijk_sheet_end_section (WijkSheet *self)
{
  wijk_sheet_need (self, 0);
  wijk_sheet_end (self, "Sect");
}

void
wijk_sheet_put_heading (
    WijkSheet *self, int level, const char *number, const char *title, gboolean is_listed)
{
  Waiting *waiting = g_new0 (Waiting, 1);
  g_autofree char *clean = wijk_typeface_clean (self->typeface, title);

  if (strlen (clean) > MAX_TITLE)
    *g_utf8_find_prev_char (clean, clean + MAX_TITLE) = '\0';
  g_strdelimit (clean, "\n", ' ');
  level = CLAMP (level, 1, MIN (self->level + 1, (int) G_N_ELEMENTS (types)));
  self->level = level;
  waiting->heading.level = level;
  waiting->heading.number = g_strdup (number ? number : "");
  waiting->heading.title = g_strdup (*g_strstrip (clean) ? clean : "…");
  waiting->heading.is_listed = is_listed;
  waiting->heading.target = g_steal_pointer (&self->target);
  g_queue_push_tail (&self->pending, waiting);
}
