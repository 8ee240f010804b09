/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-xml-walk.h"

#include <string.h>

#define CHUNK (256 * 1024)
#define MAX_DEPTH 100

typedef struct
{
  const WijkXmlWalker *walker;
  gpointer data;
  guint depth;
} Walk;

static const char *
drop_prefix (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

static void
start_cb (GMarkupParseContext *context,
          const char *name,
          const char **names,
          const char **values,
          gpointer user_data,
          GError **error)
{
  Walk *walk = user_data;

  if (++walk->depth > MAX_DEPTH)
    g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "too deep");
  else
    walk->walker->start (drop_prefix (name), names, values, walk->data, error);
}

static void
end_cb (GMarkupParseContext *context, const char *name, gpointer user_data, GError **error)
{
  Walk *walk = user_data;

  walk->depth--;
  walk->walker->end (drop_prefix (name), walk->data, error);
}

static void
text_cb (GMarkupParseContext *context,
         const char *text,
         gsize length,
         gpointer user_data,
         GError **error)
{
  Walk *walk = user_data;

  walk->walker->text (text, length, walk->data);
}

/* A document type can declare entities; none of these files has one. */
static void
passthrough_cb (GMarkupParseContext *context,
                const char *text,
                gsize length,
                gpointer user_data,
                GError **error)
{
  if (length > 2 && text[0] == '<' && text[1] == '!' && text[2] != '-')
    g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "declaration");
}

static gboolean
parse (GMarkupParseContext *context, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    data += 3, size -= 3;
  while (size > 0)
    {
      gsize n = MIN (size, CHUNK);

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !g_markup_parse_context_parse (context, data, (gssize) n, error))
        return FALSE;
      data += n;
      size -= n;
    }

  return g_markup_parse_context_end_parse (context, error);
}

gboolean
wijk_xml_walk (GBytes *bytes,
               const WijkXmlWalker *walker,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  static const GMarkupParser parser = { start_cb, end_cb, text_cb, passthrough_cb, NULL };
  Walk walk = { .walker = walker, .data = data };
  GMarkupParseContext *context =
      g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &walk, NULL);
  gboolean ok = parse (context, bytes, cancellable, error);

  g_markup_parse_context_free (context);

  return ok;
}

const char *
wijk_xml_find (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (drop_prefix (names[i]), name))
      return values[i];

  return NULL;
}

guint
wijk_xml_find_number (
    const char **names, const char **values, const char *name, guint most, guint otherwise)
{
  const char *value = wijk_xml_find (names, values, name);
  g_autoptr (GError) error = NULL;
  guint64 number;

  if (value == NULL)
    return otherwise;
  if (g_ascii_string_to_unsigned (value, 10, 0, most, &number, &error))
    return (guint) number;

  return g_error_matches (error, G_NUMBER_PARSER_ERROR, G_NUMBER_PARSER_ERROR_OUT_OF_BOUNDS)
             ? most
             : otherwise;
}
