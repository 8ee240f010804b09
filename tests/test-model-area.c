/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-area.h"

#include <glib.h>

static void
test_division (void)
{
  g_autoptr (GPtrArray) districts = wijk_area_list_districts ();
  guint n_neighbourhoods = 0;

  g_assert_cmpuint (districts->len, ==, 10);
  for (guint i = 0; i < districts->len; i++)
    {
      const WijkArea *district = g_ptr_array_index (districts, i);
      g_autoptr (GPtrArray) neighbourhoods = wijk_area_list_neighbourhoods (district);

      g_assert_cmpint (district->level, ==, WIJK_AREA_DISTRICT);
      g_assert_null (district->parent_code);
      g_assert_cmpuint (neighbourhoods->len, >, 0);
      for (guint j = 0; j < neighbourhoods->len; j++)
        {
          const WijkArea *neighbourhood = g_ptr_array_index (neighbourhoods, j);
          g_autoptr (GPtrArray) inside = wijk_area_list_neighbourhoods (neighbourhood);

          g_assert_cmpint (neighbourhood->level, ==, WIJK_AREA_NEIGHBOURHOOD);
          g_assert_true (wijk_area_lookup_code (neighbourhood->parent_code) == district);
          g_assert_cmpuint (inside->len, ==, 0);
        }
      n_neighbourhoods += neighbourhoods->len;
    }
  g_assert_cmpuint (n_neighbourhoods, ==, 54);
}

/* Twice the area inside a closed ring; above zero when the ring goes round against the clock. */
static gint64
double_area (const WijkArea *area)
{
  gint64 sum = 0;

  for (guint i = 1; i < area->n_points; i++)
    sum += (gint64) area->ring[i - 1].x * area->ring[i].y -
           (gint64) area->ring[i].x * area->ring[i - 1].y;

  return sum;
}

static void
test_outlines (void)
{
  g_autoptr (GPtrArray) districts = wijk_area_list_districts ();

  for (guint i = 0; i < districts->len; i++)
    {
      const WijkArea *district = g_ptr_array_index (districts, i);
      g_autoptr (GPtrArray) neighbourhoods = wijk_area_list_neighbourhoods (district);
      gint64 parts = 0;

      for (guint j = 0; j < neighbourhoods->len; j++)
        parts += double_area (g_ptr_array_index (neighbourhoods, j));
      g_assert_cmpint (double_area (district), ==, parts);
      g_assert_cmpint (parts, !=, 0);
      g_assert_cmpuint (district->n_points, >, 3);
      g_assert_cmpint (district->ring[0].x, ==, district->ring[district->n_points - 1].x);
      g_assert_cmpint (district->ring[0].y, ==, district->ring[district->n_points - 1].y);
    }
}

static void
test_codes (void)
{
  static const struct
  {
    const char *code;
    gboolean is_code;
    const char *name; /* NULL: no such area */
  } cases[] = {
    { "WK054608", TRUE, "Merenwijkdistrict" },
    { "2025WK054608", TRUE, "Merenwijkdistrict" },
    { "WK054606", TRUE, "Morsdistrict" },
    { "BU05460108", TRUE, "Molenbuurt" },
    { "2025BU05460104", TRUE, "d'Oude Morsch" },
    { "GM0546", TRUE, NULL },
    { "WK054699", TRUE, NULL },
    { "2019WK054608", TRUE, NULL },
    { "20252025WK054608", FALSE, NULL },
    { "WK05460", FALSE, NULL },
    { "WK0546081", FALSE, NULL },
    { "BU054608", FALSE, NULL },
    { "GM054608", FALSE, NULL },
    { "wk054608", FALSE, NULL },
    { "WK054608 ", FALSE, NULL },
    { "WK05460٣", FALSE, NULL },
    { "2025", FALSE, NULL },
    { "WK", FALSE, NULL },
    { "W", FALSE, NULL },
    { "", FALSE, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const WijkArea *area = wijk_area_lookup_code (cases[i].code);

      g_test_message ("code \"%s\"", cases[i].code);
      g_assert_cmpint (wijk_area_is_code (cases[i].code), ==, cases[i].is_code);
      g_assert_cmpstr (area != NULL ? area->name : NULL, ==, cases[i].name);
    }
}

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    const char *codes; /* joined by spaces */
  } cases[] = {
    { "Merenwijkdistrict", "WK054608" },
    { "Merenwijk", "WK054608" },
    { "MERENWIJK", "WK054608" },
    { " de merenwijk ", "WK054608" },
    { "Mérenwijk", "WK054608" },
    { "Stevenshof", "WK054609" },
    { "stevenshof district", "WK054609" },
    { "Mors", "WK054606" },
    { "De Mors", "WK054606" },
    { "Morsdistrict", "WK054606" },
    { "Binnenstad", "WK054600 WK054601" },
    { "binnenstad zuid", "WK054600" },
    { "Leiden-Noord", "WK054603" },
    { "leiden noord", "WK054603" },
    { "Noord", "WK054603" },
    { "Roodenburg", "WK054604" },
    { "Roodenburgerdistrict", "WK054604" },
    { "Bos- en Gasthuisdistrict", "WK054605" },
    { "bos en gasthuis", "WK054605" },
    { "Boerhaave", "WK054607" },
    { "Stationsdistrict", "WK054602" },
    { "Stationskwartier", "BU05460200" },
    { "d'Oude Morsch", "BU05460104" },
    { "D’OUDE MORSCH", "BU05460104" },
    { "Oude Morsch", "BU05460104" },
    { "De Kooi", "BU05460302" },
    { "Kooi", "BU05460302" },
    { "Merenwijk-Centrum", "BU05460803" },
    { "Professorenwijk", "BU05460402 BU05460404" },
    { "Professorenwijk Oost", "BU05460402" },
    { "Merewijk", "" },
    { "Meren", "" },
    { "Leiden", "" },
    { "Zeeheldenbuurt", "" },
    { "-", "" },
    { "", "" },
    { "\xff", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) found = wijk_area_find_name (cases[i].name);
      g_autoptr (GString) codes = g_string_new (NULL);

      for (guint j = 0; j < found->len; j++)
        {
          const WijkArea *area = g_ptr_array_index (found, j);

          g_string_append_printf (codes, "%s%s", j > 0 ? " " : "", area->code);
        }
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (codes->str, ==, cases[i].codes);
    }
}

static void
test_every_name (void)
{
  g_autoptr (GPtrArray) districts = wijk_area_list_districts ();

  for (guint i = 0; i < districts->len; i++)
    {
      const WijkArea *district = g_ptr_array_index (districts, i);
      g_autoptr (GPtrArray) parts = wijk_area_list_neighbourhoods (district);

      g_ptr_array_insert (parts, 0, (gpointer) district);
      for (guint j = 0; j < parts->len; j++)
        {
          const WijkArea *area = g_ptr_array_index (parts, j);
          g_autoptr (GPtrArray) named = wijk_area_find_name (area->name);
          g_autoptr (GPtrArray) shown = wijk_area_find_name (wijk_area_get_display_name (area));

          g_assert_cmpuint (named->len, ==, 1);
          g_assert_cmpuint (shown->len, ==, 1);
          g_assert_true (g_ptr_array_index (named, 0) == area);
          g_assert_true (g_ptr_array_index (shown, 0) == area);
          g_assert_true (wijk_area_is_code (area->code));
          g_assert_true (wijk_area_is_code (area->dated_code));
        }
    }
}

static void
test_nearest (void)
{
  static const struct
  {
    const char *name;
    const char *nearest; /* joined by commas */
  } cases[] = {
    { "Merewijk", "Marewijk,Merenwijk,Vreewijk" },
    { "Mernewijk", "Merenwijk,Marewijk,Vreewijk" },
    { "Stevenhof", "Stevenshof" },
    { "Rodenburg", "Roodenburg,Roomburg" },
    { "Bosen Gasthuisdistrikt", "Bos- en Gasthuisdistrict" },
    { "Binenstad", "Binnenstad" },
    { "Zijlwijk-Oord", "Zijlwijk-Noord,Zijlwijk-Zuid" },
    { "Mrs", "Mors" },
    { "Atlantis", "" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) nearest = wijk_area_dup_nearest_names (cases[i].name);
      g_autofree char *joined = g_strjoinv (",", nearest);

      g_test_message ("name \"%s\"", cases[i].name);
      g_assert_cmpstr (joined, ==, cases[i].nearest);
    }
}

static void
test_endless_name (void)
{
  g_autofree char *name = g_strnfill (1000000, 'm');
  g_auto (GStrv) nearest = wijk_area_dup_nearest_names (name);
  g_autoptr (GPtrArray) found = wijk_area_find_name (name);

  g_assert_cmpuint (g_strv_length (nearest), ==, 0);
  g_assert_cmpuint (found->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/area/division", test_division);
  g_test_add_func ("/model/area/outlines", test_outlines);
  g_test_add_func ("/model/area/codes", test_codes);
  g_test_add_func ("/model/area/names", test_names);
  g_test_add_func ("/model/area/every-name", test_every_name);
  g_test_add_func ("/model/area/nearest", test_nearest);
  g_test_add_func ("/model/area/endless-name", test_endless_name);

  return g_test_run ();
}
