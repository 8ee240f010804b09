/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-publish-error.h"
#include "wijk-typeface.h"

#include <fontconfig/fontconfig.h>
#include <glib/gi18n.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>

#define BREAK 0x200b       /* zero width space */
#define REPLACEMENT 0x25a1 /* white square */
#define MAX_REPLACED 200
/* Longer words may be broken at every so many signs: trying all places takes too long. */
#define LONG_WORD 40
#define WORD_PART 16

static const char *const faces[] = { "Inter-Regular.otf",
                                     "Inter-Italic.otf",
                                     "Inter-SemiBold.otf",
                                     "Inter-SemiBoldItalic.otf",
                                     "InterDisplay-SemiBold.otf" };

struct _WijkTypeface
{
  FcConfig *config;
  FcCharSet *signs; /* that every face has */
  PangoFontMap *map;
  PangoContext *context;
  GHashTable *replaced;
};

static gboolean
add_faces (WijkTypeface *self, const char *folder, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (faces); i++)
    {
      g_autofree char *path = g_build_filename (folder, faces[i], NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR) &&
          FcConfigAppFontAddFile (self->config, (const FcChar8 *) path))
        continue;
      g_set_error (error,
                   WIJK_PUBLISH_ERROR,
                   WIJK_PUBLISH_ERROR_RESOURCES,
                   _ ("The font %s is missing or cannot be used."),
                   path);
      return FALSE;
    }
  return TRUE;
}

static void
find_signs (WijkTypeface *self)
{
  FcFontSet *fonts = FcConfigGetFonts (self->config, FcSetApplication);

  for (int i = 0; fonts && i < fonts->nfont; i++)
    {
      FcCharSet *own, *common;

      if (FcPatternGetCharSet (fonts->fonts[i], FC_CHARSET, 0, &own) != FcResultMatch)
        continue;
      common = self->signs ? FcCharSetIntersect (self->signs, own) : FcCharSetCopy (own);
      if (self->signs)
        FcCharSetDestroy (self->signs);
      self->signs = common;
    }
}

static void
create_context (WijkTypeface *self)
{
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoFontDescription *font = pango_font_description_from_string ("Inter");

  self->map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (self->map), self->config);
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (self->map), 72);
  self->context = pango_font_map_create_context (self->map);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (self->context, options);
  pango_cairo_context_set_resolution (self->context, 72);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_base_dir (self->context, PANGO_DIRECTION_LTR);
  pango_context_set_font_description (self->context, font);
  pango_font_description_free (font);
  cairo_font_options_destroy (options);
}

WijkTypeface *
wijk_typeface_load (const char *folder, GError **error)
{
  g_autoptr (WijkTypeface) self = g_new0 (WijkTypeface, 1);

  self->config = FcConfigCreate ();
  self->replaced = g_hash_table_new (g_direct_hash, g_direct_equal);
  if (!add_faces (self, folder, error))
    return NULL;
  find_signs (self);
  create_context (self);
  return g_steal_pointer (&self);
}

void
wijk_typeface_free (WijkTypeface *self)
{
  g_clear_object (&self->context);
  g_clear_object (&self->map);
  g_clear_pointer (&self->signs, FcCharSetDestroy);
  g_hash_table_unref (self->replaced);
  FcConfigDestroy (self->config);
  g_free (self);
}

PangoContext *
wijk_typeface_get_context (const WijkTypeface *self)
{
  return self->context;
}

/* Adds a sign and, within a very long word, a place to break it. */
static void
append_to_word (GString *clean, gunichar sign, guint *length)
{
  *length = g_unichar_isspace (sign) ? 0 : *length + 1;
  if (*length > LONG_WORD && *length % WORD_PART == 0 && !g_unichar_ismark (sign))
    g_string_append_unichar (clean, BREAK);
  g_string_append_unichar (clean, sign);
}

/* Controls, soft hyphens, joiners, marks of direction, variation selectors, tags, private signs
 * and what is no sign at all. */
static gboolean
is_unprintable (gunichar sign)
{
  return sign < 0x20 || (sign >= 0x7f && sign < 0xa0) || sign == 0xad || sign == 0x34f ||
         sign == 0x61c || (sign >= 0x115f && sign <= 0x1160) ||
         (sign >= 0x180b && sign <= 0x180f) || (sign >= 0x200b && sign <= 0x200f) ||
         (sign >= 0x202a && sign <= 0x202e) || (sign >= 0x2060 && sign <= 0x206f) ||
         (sign >= 0xd800 && sign <= 0xf8ff) || (sign >= 0xfe00 && sign <= 0xfe0f) ||
         sign == 0xfeff || (sign >= 0xfdd0 && sign <= 0xfdef) ||
         (sign >= 0xfff0 && sign <= 0xfffb) || (sign & 0xfffe) == 0xfffe || sign >= 0xe0000;
}

/* The sign as it is printed; 0 for none. */
static gunichar
replace_sign (WijkTypeface *self, gunichar sign)
{
  if (sign == '\t')
    return ' ';
  if (sign == '\n' || sign == '\v' || sign == '\f' || sign == 0x85 || sign == 0x2028 ||
      sign == 0x2029)
    return '\n';
  if (is_unprintable (sign))
    return 0;
  if (FcCharSetHasChar (self->signs, sign))
    return sign;
  if (g_hash_table_size (self->replaced) < MAX_REPLACED)
    g_hash_table_add (self->replaced, GUINT_TO_POINTER (sign));
  return REPLACEMENT;
}

char *
wijk_typeface_clean (WijkTypeface *self, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text ? text : "", -1);
  g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  GString *clean = g_string_sized_new (normal ? strlen (normal) : 0);
  guint length = 0;

  for (const char *at = normal; at && *at; at = g_utf8_next_char (at))
    {
      gunichar sign = replace_sign (self, g_utf8_get_char (at));

      if (sign > 0)
        append_to_word (clean, sign, &length);
    }
  return g_string_free (clean, FALSE);
}

static int
compare_signs (gconstpointer a, gconstpointer b)
{
  guint first = GPOINTER_TO_UINT (*(gconstpointer const *) a);
  guint second = GPOINTER_TO_UINT (*(gconstpointer const *) b);

  return first < second ? -1 : first > second;
}

char *
wijk_typeface_dup_replaced (const WijkTypeface *self)
{
  g_autoptr (GPtrArray) signs = g_hash_table_get_keys_as_ptr_array (self->replaced);
  GString *text;

  if (signs->len == 0)
    return NULL;
  g_ptr_array_sort (signs, compare_signs);
  text = g_string_new (NULL);
  for (guint i = 0; i < signs->len; i++)
    g_string_append_unichar (text, GPOINTER_TO_UINT (g_ptr_array_index (signs, i)));
  return g_string_free (text, FALSE);
}
