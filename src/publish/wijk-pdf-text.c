/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-pdf-content.h"
#include "wijk-pdf-text.h"

#include <string.h>

typedef struct
{
  gboolean is_wide;    /* two bytes a code */
  GHashTable *letters; /* code to sign; NULL: WinAnsi */
} Font;

typedef struct
{
  WijkPdfCheck *check;
  qpdf_data pdf;
  qpdf_oh fonts;
  GHashTable *known; /* name to Font */
  const Font *font;
  GString *text;
  /* how deep in marked content, and at which depth an artifact or a replacement began */
  int depth, artifact, replaced;
} Extract;

static void
free_font (gpointer data)
{
  Font *font = data;

  g_clear_pointer (&font->letters, g_hash_table_unref);
  g_free (font);
}

static int
read_hex (char c)
{
  return g_ascii_xdigit_value (c);
}

/* The bytes of a string as it stands in a stream: (...) or <...>. */
static GByteArray *
read_string (const char *at, const char *end)
{
  GByteArray *bytes = g_byte_array_new ();
  gboolean is_hex = *at == '<';
  int high = -1;

  for (at++; at < end; at++)
    {
      guint8 byte = (guint8) *at;

      if (is_hex)
        {
          int digit = read_hex (*at);

          if (*at == '>')
            break;
          if (digit < 0)
            continue;
          if (high < 0)
            high = digit;
          else
            {
              byte = (guint8) (high * 16 + digit);
              high = -1;
              g_byte_array_append (bytes, &byte, 1);
            }
          continue;
        }
      if (*at == '\\' && at + 1 < end)
        {
          at++;
          byte = (guint8) *at;
          if (*at >= '0' && *at <= '7')
            {
              int value = 0;

              for (int i = 0; i < 3 && at < end && *at >= '0' && *at <= '7'; i++)
                value = value * 8 + *at++ - '0';
              at--;
              byte = (guint8) value;
            }
          else if (*at == 'n')
            byte = '\n';
          else if (*at == 'r')
            byte = '\r';
          else if (*at == 't')
            byte = '\t';
        }
      g_byte_array_append (bytes, &byte, 1);
    }
  return bytes;
}

static gunichar
decode_winansi (guint8 byte)
{
  static const gunichar high[] = {
    0x20ac, 0,      0x201a, 0x192,  0x201e, 0x2026, 0x2020, 0x2021, 0x2c6,  0x2030, 0x160,
    0x2039, 0x152,  0,      0x17d,  0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x2dc,  0x2122, 0x161,  0x203a, 0x153,  0,      0x17e,  0x178,
  };

  return byte >= 0x80 && byte < 0xa0 ? high[byte - 0x80] : byte;
}

static void
append_utf16 (GString *text, const guint8 *bytes, gsize size)
{
  for (gsize i = 0; i + 1 < size; i += 2)
    {
      gunichar sign = (gunichar) (bytes[i] << 8 | bytes[i + 1]);

      if (sign >= 0xd800 && sign < 0xdc00 && i + 3 < size)
        {
          gunichar low = (gunichar) (bytes[i + 2] << 8 | bytes[i + 3]);

          sign = 0x10000 + ((sign & 0x3ff) << 10) + (low & 0x3ff);
          i += 2;
        }
      if (sign > 0 && sign != 0xfeff && g_unichar_validate (sign))
        g_string_append_unichar (text, sign);
    }
}

static guint
read_code (const GByteArray *bytes)
{
  guint code = 0;

  for (guint i = 0; i < bytes->len && i < 4; i++)
    code = code << 8 | bytes->data[i];
  return code;
}

static void
add_letter (GHashTable *letters, guint code, const GByteArray *bytes, guint by)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree guint8 *moved = g_memdup2 (bytes->data, bytes->len);

  if (bytes->len == 0)
    return;
  moved[bytes->len - 1] = (guint8) (moved[bytes->len - 1] + by);
  append_utf16 (text, moved, bytes->len);
  g_hash_table_insert (letters, GUINT_TO_POINTER (code), g_strdup (text->str));
}

/* The next <...> behind `at`, or NULL; moves behind it. */
static GByteArray *
next_hex (const char **at, const char *end)
{
  const char *open = *at;

  while (open < end && *open != '<' && !g_ascii_isalpha (*open))
    open++;
  if (open >= end || *open != '<')
    return NULL;
  *at = memchr (open, '>', (gsize) (end - open));
  if (!*at)
    *at = end;
  return read_string (open, *at);
}

/* Pairs between beginbfchar and endbfchar, triples between beginbfrange and endbfrange. */
static void
read_block (GHashTable *letters, const char *at, const char *end, gboolean is_range)
{
  for (;;)
    {
      g_autoptr (GByteArray) first = next_hex (&at, end);
      g_autoptr (GByteArray) last = first && is_range ? next_hex (&at, end) : NULL;
      g_autoptr (GByteArray) target = first ? next_hex (&at, end) : NULL;
      guint low, high;

      if (!target || (is_range && !last))
        return;
      low = read_code (first);
      high = is_range ? MIN (read_code (last), low + 255) : low;
      for (guint code = low; code <= high; code++)
        add_letter (letters, code, target, code - low);
    }
}

static GHashTable *
read_letters (WijkPdfCheck *check, qpdf_oh stream)
{
  GHashTable *letters = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);
  unsigned char *data = NULL;
  size_t size = 0;
  g_autofree char *text = NULL; /* ended by a zero */
  const char *at, *end;

  if (!wijk_pdf_check_may_unpack (check, stream) ||
      qpdf_oh_get_stream_data (check->pdf, stream, qpdf_dl_generalized, NULL, &data, &size) &
          QPDF_ERRORS ||
      !data)
    return letters;
  text = g_strndup ((const char *) data, size);
  qpdf_oh_free_buffer (&data);
  end = text + strlen (text);
  for (at = text; (at = strstr (at, "beginbf"));)
    {
      gboolean is_range = g_str_has_prefix (at, "beginbfrange");
      const char *stop = strstr (at, "endbf");

      at += strlen (is_range ? "beginbfrange" : "beginbfchar");
      read_block (letters, MIN (at, end), stop ? stop : end, is_range);
      if (!stop)
        break;
      at = stop;
    }
  return letters;
}

static const Font *
find_font (Extract *self, const char *name)
{
  Font *font = g_hash_table_lookup (self->known, name);
  qpdf_oh dict, map;

  if (font)
    return font;
  font = g_new0 (Font, 1);
  dict = qpdf_oh_get_key (self->pdf, self->fonts, name);
  if (qpdf_oh_is_dictionary (self->pdf, dict))
    {
      map = qpdf_oh_get_key (self->pdf, dict, "/ToUnicode");
      font->is_wide = qpdf_oh_has_key (self->pdf, dict, "/DescendantFonts");
      if (qpdf_oh_is_stream (self->pdf, map))
        font->letters = read_letters (self->check, map);
    }
  g_hash_table_insert (self->known, g_strdup (name), font);
  return font;
}

static void
append_letters (Extract *self, const GByteArray *bytes)
{
  guint step = self->font && self->font->is_wide ? 2 : 1;

  for (guint i = 0; i + step <= bytes->len; i += step)
    {
      guint code = step == 2 ? (guint) (bytes->data[i] << 8 | bytes->data[i + 1]) : bytes->data[i];
      const char *letter = self->font && self->font->letters
                               ? g_hash_table_lookup (self->font->letters, GUINT_TO_POINTER (code))
                               : NULL;
      gunichar sign = decode_winansi ((guint8) code);

      if (letter)
        g_string_append (self->text, letter);
      else if (step == 1 && sign > 0)
        g_string_append_unichar (self->text, sign);
    }
}

static gboolean
is_heard (const Extract *self)
{
  return self->depth > 0 && self->artifact == 0 && self->replaced == 0;
}

/* All strings among the operands of an operator that shows text. */
static void
show (Extract *self, const char *at, const char *end)
{
  while (at < end)
    {
      const char *stop = at;

      if (*at == '(')
        {
          int depth = 0;

          do
            {
              if (*stop == '\\')
                stop++;
              else if (*stop == '(')
                depth++;
              else if (*stop == ')')
                depth--;
              stop++;
            }
          while (stop < end && depth > 0);
        }
      else if (*at == '<')
        stop = memchr (at, '>', (gsize) (end - at));
      if (stop && stop > at)
        {
          g_autoptr (GByteArray) bytes = read_string (at, *at == '(' ? MIN (stop, end) - 1 : stop);

          append_letters (self, bytes);
          at = stop;
        }
      at++;
    }
}

/* Marked content may bring its own words along. */
static void
begin_mark (Extract *self, const char *at, const char *end)
{
  const char *actual = g_strstr_len (at, end - at, "/ActualText");
  const char *open = actual ? memchr (actual, '<', (gsize) (end - actual)) : NULL;

  if (actual && !open)
    open = memchr (actual, '(', (gsize) (end - actual));
  self->depth++;
  if (g_strstr_len (at, MIN (end - at, 12), "/Artifact") && self->artifact == 0)
    self->artifact = self->depth;
  if (open && is_heard (self))
    {
      g_autoptr (GByteArray) bytes = read_string (open, end);

      if (bytes->len >= 2 && bytes->data[0] == 0xfe && bytes->data[1] == 0xff)
        append_utf16 (self->text, bytes->data + 2, bytes->len - 2);
      else
        for (guint i = 0; i < bytes->len; i++)
          g_string_append_unichar (self->text, decode_winansi (bytes->data[i]));
      self->replaced = self->depth;
    }
}

static void
end_mark (Extract *self)
{
  if (self->artifact == self->depth)
    self->artifact = 0;
  if (self->replaced == self->depth)
    self->replaced = 0;
  self->depth = MAX (self->depth - 1, 0);
}

static void
set_font (Extract *self, const char *at, const char *end)
{
  const char *name = memchr (at, '/', (gsize) (end - at));
  const char *stop = name;
  g_autofree char *copy = NULL;

  if (!name)
    return;
  while (stop < end && !g_ascii_isspace (*stop))
    stop++;
  copy = g_strndup (name, (gsize) (stop - name));
  self->font = find_font (self, copy);
}

static void
operator_cb (const char *name, const char *at, const char *end, gpointer data)
{
  Extract *self = data;

  if (strcmp (name, "BDC") == 0 || strcmp (name, "BMC") == 0)
    begin_mark (self, at, end);
  else if (strcmp (name, "EMC") == 0)
    end_mark (self);
  else if (strcmp (name, "Tf") == 0)
    set_font (self, at, end);
  else if ((strcmp (name, "Tj") == 0 || strcmp (name, "TJ") == 0) && is_heard (self))
    show (self, at, end);
}

void
wijk_pdf_text_append (WijkPdfCheck *check, qpdf_oh page, GString *text)
{
  qpdf_data pdf = check->pdf;
  Extract self = { .check = check, .pdf = pdf, .text = text };
  qpdf_oh resources = qpdf_oh_get_key (pdf, page, "/Resources");
  unsigned char *data = NULL;
  size_t size = 0;

  if (!qpdf_oh_is_dictionary (pdf, resources))
    return;
  self.fonts = qpdf_oh_get_key (pdf, resources, "/Font");
  if (!qpdf_oh_is_dictionary (pdf, self.fonts) ||
      qpdf_oh_get_page_content_data (pdf, page, &data, &size) & QPDF_ERRORS)
    return;
  self.known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_font);
  wijk_pdf_content_foreach ((const char *) data, size, operator_cb, &self);
  g_hash_table_unref (self.known);
  qpdf_oh_free_buffer (&data);
}
