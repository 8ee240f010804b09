/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-blocks-private.h"
#include "wijk-escape.h"

#include <string.h>

typedef struct
{
  WijkBlock *block;
  guint bold, italic, strike; /* how many of each are open */
  const char *uri;
} InlineReader;

char *
wijk_sentinel_strip (const char *text, gssize length)
{
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);
  GString *out = g_string_sized_new (end - text);
  const char *p = text;
  const char *hit;

  while ((hit = g_strstr_len (p, end - p, WIJK_SENTINEL)) != NULL)
    {
      g_string_append_len (out, p, hit - p);
      p = hit + WIJK_SENTINEL_LENGTH;
    }
  g_string_append_len (out, p, end - p);

  return g_string_free_and_steal (out);
}

static void
put (InlineReader *self, const char *text, WijkStyle style)
{
  if (self->bold > 0)
    style |= WIJK_STYLE_BOLD;
  if (self->italic > 0)
    style |= WIJK_STYLE_ITALIC;
  if (self->strike > 0)
    style |= WIJK_STYLE_STRIKE;

  wijk_block_append (self->block, text, style, self->uri);
}

static void
put_stretch (InlineReader *self, const char *text, gsize length)
{
  g_autofree char *stretch = g_strndup (text, length);

  if (length > 0)
    put (self, stretch, WIJK_STYLE_PLAIN);
}

/* Text in which "[" and a sentinel begin a footnote reference. */
static void
put_text (InlineReader *self, const char *text)
{
  const char *p = text;
  const char *hit;

  while ((hit = strstr (p, "[" WIJK_SENTINEL)) != NULL)
    {
      g_autofree char *rest = g_strdup_printf ("[%.110s", hit + 1 + WIJK_SENTINEL_LENGTH);
      gsize n = wijk_block_scan_footnote (rest);

      put_stretch (self, p, hit - p + (n > 0 ? 0 : 1));
      if (n > 0)
        {
          rest[n] = '\0';
          put (self, rest, WIJK_STYLE_FOOTNOTE);
        }
      p = hit + WIJK_SENTINEL_LENGTH + (n > 0 ? n : 1);
    }
  put_stretch (self, p, strlen (p));
}

/* Without what a block leaves out of its text, HTML may no longer be HTML. */
static gboolean
is_kept_whole (const char *html)
{
  return strstr (html, WIJK_JOINER) == NULL && strstr (html, "\357\273\277") == NULL &&
         strchr (html, 0x7f) == NULL;
}

static void
put_html (InlineReader *self, const char *html)
{
  g_autofree char *text = wijk_sentinel_strip (html, -1);

  if (g_ascii_strcasecmp (text, "<br>") == 0 || g_ascii_strcasecmp (text, "<br/>") == 0 ||
      g_ascii_strcasecmp (text, "<br />") == 0)
    {
      put (self, WIJK_LINE_BREAK, WIJK_STYLE_PLAIN);
      return;
    }

  g_strdelimit (text, "\n", ' ');
  put (self, text, is_kept_whole (text) ? WIJK_STYLE_LITERAL : WIJK_STYLE_PLAIN);
}

/* Leaves @iter behind the image. */
static void
put_image (InlineReader *self, cmark_iter *iter, cmark_node *image)
{
  g_autoptr (GString) alt = g_string_new (NULL);
  g_autofree char *clean_alt = NULL;
  g_autofree char *uri = wijk_sentinel_strip (cmark_node_get_url (image), -1);
  g_autofree char *title = wijk_sentinel_strip (cmark_node_get_title (image), -1);
  g_autofree char *source = NULL;
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);
      cmark_node_type type = cmark_node_get_type (node);

      if (node == image && event == CMARK_EVENT_EXIT)
        break;
      if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
        g_string_append (alt, cmark_node_get_literal (node));
      else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
        g_string_append_c (alt, ' ');
    }

  clean_alt = wijk_sentinel_strip (alt->str, alt->len);
  source = wijk_escape_dup_image (clean_alt, uri, title);
  put (self, source, WIJK_STYLE_LITERAL);
}

static void
enter_or_leave (InlineReader *self, cmark_node *node, gboolean enters)
{
  cmark_node_type type = cmark_node_get_type (node);
  int step = enters ? 1 : -1;

  if (type == CMARK_NODE_STRONG)
    self->bold += step;
  else if (type == CMARK_NODE_EMPH)
    self->italic += step;
  else if (g_str_equal (cmark_node_get_type_string (node), "strikethrough"))
    self->strike += step;
}

static void
put_leaf (InlineReader *self, cmark_node *node)
{
  g_autofree char *code = NULL;

  switch ((guint) cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT:
      put_text (self, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_SOFTBREAK:
      put (self, " ", WIJK_STYLE_PLAIN);
      break;
    case CMARK_NODE_LINEBREAK:
      put (self, WIJK_LINE_BREAK, WIJK_STYLE_PLAIN);
      break;
    case CMARK_NODE_CODE:
      code = wijk_sentinel_strip (cmark_node_get_literal (node), -1);
      put (self, code, WIJK_STYLE_CODE);
      break;
    case CMARK_NODE_HTML_INLINE:
      put_html (self, cmark_node_get_literal (node));
      break;
    default:
      enter_or_leave (self, node, TRUE);
      break;
    }
}

void
wijk_inline_read (cmark_node *parent, WijkBlock *block)
{
  InlineReader self = { block, 0, 0, 0, NULL };
  cmark_iter *iter = cmark_iter_new (parent);
  cmark_event_type event;
  g_autofree char *uri = NULL;

  cmark_iter_next (iter);
  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);
      cmark_node_type type = cmark_node_get_type (node);

      if (node == parent)
        break;
      if (type == CMARK_NODE_LINK)
        {
          g_clear_pointer (&uri, g_free);
          if (event == CMARK_EVENT_ENTER)
            uri = wijk_sentinel_strip (cmark_node_get_url (node), -1);
          self.uri = uri;
        }
      else if (type == CMARK_NODE_IMAGE && event == CMARK_EVENT_ENTER)
        put_image (&self, iter, node);
      else if (event == CMARK_EVENT_ENTER)
        put_leaf (&self, node);
      else
        enter_or_leave (&self, node, FALSE);
    }
  cmark_iter_free (iter);
}
