/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "green-map.h"

#include <json-glib/json-glib.h>

/* The frame of the map in RD metres, a little larger than the district. */
#define WEST 93640.0
#define EAST 95640.0
#define SOUTH 465090.0
#define NORTH 466650.0

typedef struct
{
  const char *code;
  guint cover;  /* made-up share of the ground under trees, in per cent */
  double x, y;  /* where the middle of the name stands, RD metres */
  double width; /* of the name, points */
} Neighbourhood;

static const Neighbourhood neighbourhoods[] = {
  { "BU05460800", 19, 94360, 465490, 120 }, { "BU05460801", 22, 95270, 465560, 120 },
  { "BU05460802", 25, 95150, 466230, 120 }, { "BU05460803", 14, 94795, 465870, 120 },
  { "BU05460804", 27, 94426, 465860, 54 },  { "BU05460805", 31, 94320, 466290, 120 },
};

/* Places named in the list beside the map. */
static const struct
{
  double x, y;
} places[] = {
  { 94060, 465560 }, { 94690, 465710 }, { 94930, 466070 }, { 95370, 465780 }, { 94130, 466080 },
};

static guint32
shade (guint cover)
{
  if (cover < 18)
    return 0xe4efd3;
  if (cover < 23)
    return 0xc3dea2;
  if (cover < 28)
    return 0x93c47a;

  return 0x5fa35a;
}

static const Neighbourhood *
find_neighbourhood (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (neighbourhoods); i++)
    if (g_str_equal (neighbourhoods[i].code, code))
      return &neighbourhoods[i];

  return NULL;
}

static void
trace_outline (cairo_t *cr, JsonArray *ring)
{
  cairo_new_path (cr);
  for (guint i = 0; i < json_array_get_length (ring); i++)
    {
      JsonArray *point = json_array_get_array_element (ring, i);

      cairo_line_to (
          cr, json_array_get_double_element (point, 0), json_array_get_double_element (point, 1));
    }
  cairo_close_path (cr);
}

static void
draw_name (Sheet *sheet, const char *name, const Neighbourhood *where)
{
  g_autofree char *markup = g_markup_printf_escaped ("<b>%s</b>\n%u%%", name, where->cover);
  double x = where->x;
  double y = where->y;
  double before = sheet->y;

  cairo_user_to_device (sheet->cr, &x, &y);
  cairo_save (sheet->cr);
  cairo_identity_matrix (sheet->cr);
  sheet->y = y - 12;
  sheet_set_colour (sheet, SHEET_INK, 1);
  cairo_tag_begin (sheet->cr, "P", NULL);
  sheet_text (sheet, markup, x - where->width / 2, where->width, 9.5, PANGO_ALIGN_CENTER);
  cairo_tag_end (sheet->cr, "P");
  cairo_restore (sheet->cr);
  sheet->y = before;
}

static void
draw_places (Sheet *sheet)
{
  double before = sheet->y;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *markup = g_strdup_printf ("<b>%u</b>", i + 1);
      double x = places[i].x;
      double y = places[i].y;

      cairo_user_to_device (sheet->cr, &x, &y);
      cairo_save (sheet->cr);
      cairo_identity_matrix (sheet->cr);
      sheet_set_colour (sheet, sheet->accent, 1);
      cairo_new_path (sheet->cr);
      cairo_arc (sheet->cr, x, y, 8.5, 0, 2 * G_PI);
      cairo_fill (sheet->cr);
      sheet_set_colour (sheet, 0xffffff, 1);
      sheet->y = y - 6.5;
      cairo_tag_begin (sheet->cr, "P", NULL);
      sheet_text (sheet, markup, x - 10, 20, 9, PANGO_ALIGN_CENTER);
      cairo_tag_end (sheet->cr, "P");
      cairo_restore (sheet->cr);
    }
  sheet->y = before;
}

static void
draw_ground (Sheet *sheet, const Neighbourhood *where, JsonArray *ring)
{
  trace_outline (sheet->cr, ring);
  sheet_set_colour (sheet, shade (where->cover), 1);
  cairo_fill_preserve (sheet->cr);
  sheet_set_colour (sheet, 0xffffff, 1);
  cairo_set_line_width (sheet->cr, 12);
  cairo_set_line_join (sheet->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (sheet->cr);
}

/* Called once for the ground and once for the names, so that no ground covers a name. */
static void
draw_features (Sheet *sheet, JsonArray *features, gboolean names)
{
  for (guint i = 0; i < json_array_get_length (features); i++)
    {
      JsonObject *feature = json_array_get_object_element (features, i);
      JsonObject *properties = json_object_get_object_member (feature, "properties");
      JsonObject *geometry = json_object_get_object_member (feature, "geometry");
      JsonArray *rings = json_object_get_array_member (geometry, "coordinates");
      const Neighbourhood *where;

      where = find_neighbourhood (json_object_get_string_member (properties, "code"));
      if (where == NULL)
        continue;
      if (names)
        draw_name (sheet, json_object_get_string_member (properties, "naam"), where);
      else
        draw_ground (sheet, where, json_array_get_array_element (rings, 0));
    }
}

gboolean
green_map_draw (Sheet *sheet, const char *areas, double height, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  double width = SHEET_WIDTH - 2 * SHEET_MARGIN;
  double scale = MIN (width / (EAST - WEST), height / (NORTH - SOUTH));
  double indent = (width - scale * (EAST - WEST)) / 2;
  JsonArray *features;

  if (!json_parser_load_from_file (parser, areas, error))
    return FALSE;
  features = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)),
                                           "features");
  cairo_save (sheet->cr);
  cairo_translate (sheet->cr, SHEET_MARGIN + indent, sheet->y);
  cairo_scale (sheet->cr, scale, -scale);
  cairo_translate (sheet->cr, -WEST, -NORTH);
  draw_features (sheet, features, FALSE);
  draw_features (sheet, features, TRUE);
  draw_places (sheet);
  cairo_restore (sheet->cr);
  sheet->y += scale * (NORTH - SOUTH);

  return TRUE;
}
