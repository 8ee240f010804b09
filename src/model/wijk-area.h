/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* To be shown wherever outlines are drawn or printed. */
#define WIJK_AREA_CREDIT                                                                           \
  "Bron: Kadaster / Centraal Bureau voor de Statistiek, 2025 (via PDOK); vereenvoudigd door "      \
  "cartomap/nl"

typedef enum
{
  WIJK_AREA_DISTRICT,      /* wijk */
  WIJK_AREA_NEIGHBOURHOOD, /* buurt */
} WijkAreaLevel;

/* Metres in the Dutch grid (RD New, EPSG:28992): x grows eastward, y northward. */
typedef struct
{
  gint32 x;
  gint32 y;
} WijkAreaPoint;

/* One district or neighbourhood of Leiden in the division of Statistics Netherlands (CBS) of 2025.
 * All of them are constants: nobody owns or frees them, and two are equal when their addresses are.
 * The outline is a closed ring (its last point is its first), generalised: good for a schematic
 * map, not for measuring. The outlines fit each other exactly, a district's is the union of those
 * of its neighbourhoods. */
typedef struct
{
  WijkAreaLevel level;
  const char *code;        /* "WK054608", "BU05460800" */
  const char *dated_code;  /* "2025WK054608" */
  const char *name;        /* as the CBS writes it: "Merenwijkdistrict" */
  const char *parent_code; /* of a neighbourhood its district, else NULL */
  const WijkAreaPoint *ring;
  guint n_points;
} WijkArea;

/* In the order of their codes. The array is the caller's, the areas are not. */
GPtrArray *wijk_area_list_districts (void);
GPtrArray *wijk_area_list_neighbourhoods (const WijkArea *district);

/* Whether it has the form of a CBS code: GM and 4 digits, WK and 6, or BU and 8, with or without
 * the year in four digits before it. Says nothing of there being such an area. */
gboolean wijk_area_is_code (const char *code);

/* The area of that code, with or without the year of this division; NULL for any other. */
const WijkArea *wijk_area_lookup_code (const char *code);

/* The areas that people call @name: by its CBS name or an everyday one ("Mors"). Case, accents,
 * hyphens, apostrophes, spaces and a leading article make no difference; nothing else is guessed.
 * Usually one; "Binnenstad" is two districts; none when the name is not known. */
GPtrArray *wijk_area_find_name (const char *name);

/* Up to three names of areas that are spelt almost as @name, the nearest first; may be empty. */
char **wijk_area_dup_nearest_names (const char *name);

/* How people call it: "Merenwijk" for the Merenwijkdistrict; mostly the same as the name. */
const char *wijk_area_get_display_name (const WijkArea *area);

G_END_DECLS
