/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-rich-tags.h"

#define SPACE 12     /* pixels below a paragraph */
#define LIST_SPACE 7 /* pixels below an item */

static G_DEFINE_QUARK (wijk - rich - style, style) static G_DEFINE_QUARK (wijk - rich - uri, uri)

    static const struct
{
  const char *name;
  double scale;
  int above;
} headings[] = {
  { "heading-1", 1.5, 18 },
  { "heading-2", 1.25, 14 },
  { "heading-3", 1.1, 10 },
  { "heading-4", 1.0, 8 },
};

static const char *const levels[] = {
  "level-1", "level-2", "level-3", "level-4", "level-5", "level-6", "level-7", "level-8",
};

static const struct
{
  WijkStyle style;
  const char *name;
} styles[] = {
  { WIJK_STYLE_BOLD, "bold" },         { WIJK_STYLE_ITALIC, "italic" },
  { WIJK_STYLE_STRIKE, "strike" },     { WIJK_STYLE_CODE, "code" },
  { WIJK_STYLE_FOOTNOTE, "footnote" }, { WIJK_STYLE_LITERAL, "literal-words" },
};

static void
add_tag (GtkTextTagTable *tags, const char *name, const char *property, ...)
{
  g_autoptr (GtkTextTag) tag = gtk_text_tag_new (name);
  va_list values;

  va_start (values, property);
  g_object_set_valist (G_OBJECT (tag), property, values);
  va_end (values);
  gtk_text_tag_table_add (tags, tag);
}

static void
add_line_tags (GtkTextTagTable *tags)
{
  const GdkRGBA shade = { 0.5F, 0.5F, 0.5F, 0.12F };

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    add_tag (tags,
             headings[i].name,
             "weight",
             PANGO_WEIGHT_BOLD,
             "scale",
             headings[i].scale,
             "pixels-above-lines",
             headings[i].above,
             "pixels-below-lines",
             LIST_SPACE,
             NULL);
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    add_tag (tags,
             levels[i],
             "left-margin",
             (int) (i + 1) * WIJK_RICH_INDENT,
             "accumulative-margin",
             TRUE,
             "pixels-below-lines",
             LIST_SPACE,
             NULL);
  add_tag (tags,
           "quote",
           "left-margin",
           WIJK_RICH_INDENT,
           "right-margin",
           WIJK_RICH_INDENT,
           "accumulative-margin",
           TRUE,
           "style",
           PANGO_STYLE_ITALIC,
           "pixels-above-lines",
           LIST_SPACE,
           "pixels-below-lines",
           SPACE,
           NULL);
  add_tag (tags,
           "literal",
           "family",
           "monospace",
           "scale",
           0.9,
           "paragraph-background-rgba",
           &shade,
           "pixels-above-lines",
           SPACE,
           "pixels-below-lines",
           SPACE,
           NULL);
}

static void
add_style_tags (GtkTextTagTable *tags)
{
  const GdkRGBA shade = { 0.5F, 0.5F, 0.5F, 0.18F };

  add_tag (tags, "bold", "weight", PANGO_WEIGHT_BOLD, NULL);
  add_tag (tags, "italic", "style", PANGO_STYLE_ITALIC, NULL);
  add_tag (tags, "strike", "strikethrough", TRUE, NULL);
  add_tag (tags, "code", "family", "monospace", "background-rgba", &shade, NULL);
  add_tag (tags, "footnote", "scale", 0.75, "rise", 4 * PANGO_SCALE, NULL);
  add_tag (tags, "literal-words", "family", "monospace", "background-rgba", &shade, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    g_object_set_qdata (G_OBJECT (gtk_text_tag_table_lookup (tags, styles[i].name)),
                        style_quark (),
                        GINT_TO_POINTER (styles[i].style));
}

GtkTextTagTable *
wijk_rich_tags_new (void)
{
  GtkTextTagTable *tags = gtk_text_tag_table_new ();

  add_line_tags (tags);
  add_style_tags (tags);

  return tags;
}

GtkTextTag *
wijk_rich_tags_get_for_line (GtkTextTagTable *tags, const WijkRichLine *line)
{
  switch (line->kind)
    {
    case WIJK_BLOCK_HEADING:
      return gtk_text_tag_table_lookup (
          tags, headings[CLAMP (line->level, 1, WIJK_HEADING_MAX) - 1].name);
    case WIJK_BLOCK_QUOTE:
      return gtk_text_tag_table_lookup (tags, "quote");
    case WIJK_BLOCK_TABLE:
    case WIJK_BLOCK_LITERAL:
      return gtk_text_tag_table_lookup (tags, "literal");
    case WIJK_BLOCK_PARAGRAPH:
    case WIJK_BLOCK_BULLET:
    case WIJK_BLOCK_NUMBER:
    default:
      if (line->level == 0)
        return NULL;
      return gtk_text_tag_table_lookup (tags, levels[MIN (line->level, WIJK_LIST_LEVEL_MAX) - 1]);
    }
}

GtkTextTag *
wijk_rich_tags_get_for_style (GtkTextTagTable *tags, WijkStyle style)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (styles[i].style == style)
      return gtk_text_tag_table_lookup (tags, styles[i].name);

  g_return_val_if_reached (NULL);
}

static GtkTextTag *
ensure_link (GtkTextTagTable *tags, const char *uri)
{
  g_autofree char *name = g_strconcat ("link:", uri, NULL);
  GtkTextTag *tag = gtk_text_tag_table_lookup (tags, name);
  const GdkRGBA *colour = g_object_get_data (G_OBJECT (tags), "wijk-link-colour");

  if (tag != NULL)
    return tag;

  add_tag (tags, name, "underline", PANGO_UNDERLINE_SINGLE, "foreground-rgba", colour, NULL);
  tag = gtk_text_tag_table_lookup (tags, name);
  g_object_set_qdata_full (G_OBJECT (tag), uri_quark (), g_strdup (uri), g_free);

  return tag;
}

static void
set_colour_cb (GtkTextTag *tag, gpointer user_data)
{
  if (g_object_get_qdata (G_OBJECT (tag), uri_quark ()) != NULL)
    g_object_set (tag, "foreground-rgba", user_data, NULL);
}

void
wijk_rich_tags_set_link_colour (GtkTextTagTable *tags, const GdkRGBA *colour)
{
  const GdkRGBA *old = g_object_get_data (G_OBJECT (tags), "wijk-link-colour");

  if (old != NULL && gdk_rgba_equal (old, colour))
    return;

  g_object_set_data_full (
      G_OBJECT (tags), "wijk-link-colour", gdk_rgba_copy (colour), (GDestroyNotify) gdk_rgba_free);
  gtk_text_tag_table_foreach (tags, set_colour_cb, (gpointer) colour);
}

WijkStyle
wijk_rich_tags_read (const GtkTextIter *iter, const char **uri)
{
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (iter);
  WijkStyle style = WIJK_STYLE_PLAIN;

  if (uri != NULL)
    *uri = NULL;
  for (GSList *l = tags; l != NULL; l = l->next)
    {
      const char *address = g_object_get_qdata (l->data, uri_quark ());

      style |= (WijkStyle) GPOINTER_TO_INT (g_object_get_qdata (l->data, style_quark ()));
      if (address != NULL && uri != NULL)
        *uri = address;
    }

  return style;
}

gboolean
wijk_rich_tags_is_in_atom (const GtkTextIter *iter)
{
  GtkTextIter before = *iter;

  if (gtk_text_iter_starts_line (iter) || gtk_text_iter_ends_line (iter))
    return FALSE;
  gtk_text_iter_backward_char (&before);

  return (wijk_rich_tags_read (&before, NULL) & wijk_rich_tags_read (iter, NULL) &
          WIJK_RICH_ATOMS) != 0;
}

/* ---- on a range ---- */

void
wijk_rich_tags_forward (GtkTextIter *iter, const GtkTextIter *end)
{
  while (gtk_text_iter_compare (iter, end) < 0 && gtk_text_iter_forward_char (iter) &&
         !gtk_text_iter_starts_tag (iter, NULL) && !gtk_text_iter_ends_tag (iter, NULL))
    ;
  if (gtk_text_iter_compare (iter, end) > 0)
    *iter = *end;
}

typedef struct
{
  GtkTextIter start;
  GtkTextIter end;
  gboolean is_style;
  GHashTable *found;
} Clear;

static gboolean
is_style_tag (GtkTextTag *tag)
{
  return g_object_get_qdata (G_OBJECT (tag), uri_quark ()) != NULL ||
         g_object_get_qdata (G_OBJECT (tag), style_quark ()) != NULL;
}

static void
find_tags (Clear *self)
{
  GtkTextIter iter = self->start;

  while (gtk_text_iter_compare (&iter, &self->end) < 0)
    {
      g_autoptr (GSList) tags = gtk_text_iter_get_tags (&iter);

      for (GSList *l = tags; l != NULL; l = l->next)
        if (is_style_tag (l->data) == self->is_style)
          g_hash_table_add (self->found, l->data);
      wijk_rich_tags_forward (&iter, &self->end);
    }
}

static void
clear_tags (const GtkTextIter *start, const GtkTextIter *end, gboolean is_style)
{
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);
  Clear clear = { *start, *end, is_style, found };
  GHashTableIter iter;
  gpointer tag;

  if (gtk_text_iter_equal (start, end))
    return;

  find_tags (&clear);
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &tag, NULL))
    gtk_text_buffer_remove_tag (gtk_text_iter_get_buffer (start), tag, start, end);
}

void
wijk_rich_tags_clear_styles (const GtkTextIter *start, const GtkTextIter *end)
{
  clear_tags (start, end, TRUE);
}

void
wijk_rich_tags_clear_lines (const GtkTextIter *start, const GtkTextIter *end)
{
  clear_tags (start, end, FALSE);
}

void
wijk_rich_tags_apply (const GtkTextIter *start,
                      const GtkTextIter *end,
                      WijkStyle style,
                      const char *uri)
{
  GtkTextBuffer *buffer = gtk_text_iter_get_buffer (start);
  GtkTextTagTable *tags = gtk_text_buffer_get_tag_table (buffer);

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (style & styles[i].style)
      gtk_text_buffer_apply_tag (
          buffer, gtk_text_tag_table_lookup (tags, styles[i].name), start, end);
  if (uri != NULL)
    gtk_text_buffer_apply_tag (buffer, ensure_link (tags, uri), start, end);
}
