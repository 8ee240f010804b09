/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-pdf-content.h"
#include "wijk-pdf-finish.h"
#include "wijk-publish-error.h"

#include <glib/gi18n.h>
#include <qpdf/qpdf-c.h>
#include <string.h>

#define MAX_DEPTH 200

typedef struct
{
  qpdf_data pdf;
  const WijkTagList *tags;
  const WijkPdfAbout *about;
  guint next;     /* tag to be met */
  GString *error; /* empty while all is well */
  GPtrArray *ids; /* of named elements, with them in `named` */
  GArray *named;
} Finish;

static void
set (Finish *self, qpdf_oh dict, const char *key, qpdf_oh value)
{
  qpdf_oh_replace_key (self->pdf, dict, key, value);
}

static void
set_text (Finish *self, qpdf_oh dict, const char *key, const char *text)
{
  set (self, dict, key, qpdf_oh_new_unicode_string (self->pdf, text));
}

static qpdf_oh
get (Finish *self, qpdf_oh dict, const char *key)
{
  return qpdf_oh_get_key (self->pdf, dict, key);
}

static gboolean
is_dict (Finish *self, qpdf_oh object)
{
  return qpdf_oh_is_dictionary (self->pdf, object);
}

static qpdf_oh
create_stream (Finish *self, const void *data, gsize size)
{
  qpdf_oh stream = qpdf_oh_new_stream (self->pdf);

  qpdf_oh_replace_stream_data (
      self->pdf, stream, data, size, qpdf_oh_new_null (self->pdf), qpdf_oh_new_null (self->pdf));
  return stream;
}

/* An element may hold attributes of several owners. */
static void
add_attributes (Finish *self, qpdf_oh element, const char *text)
{
  qpdf_oh attributes = qpdf_oh_parse (self->pdf, text), old, list;

  if (!qpdf_oh_has_key (self->pdf, element, "/A"))
    {
      set (self, element, "/A", attributes);
      return;
    }
  old = get (self, element, "/A");
  list = old;
  if (!qpdf_oh_is_array (self->pdf, old))
    {
      list = qpdf_oh_new_array (self->pdf);
      qpdf_oh_append_item (self->pdf, list, old);
      set (self, element, "/A", list);
    }
  qpdf_oh_append_item (self->pdf, list, attributes);
}

static void
add_box (Finish *self, qpdf_oh element, const WijkTag *tag)
{
  char numbers[4][G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *text = NULL;

  for (int i = 0; i < 4; i++)
    g_ascii_formatd (numbers[i], sizeof numbers[i], "%.2f", tag->box[i]);
  text = g_strdup_printf ("<< /O /Layout /Placement /Block /BBox [ %s %s %s %s ] >>",
                          numbers[0],
                          numbers[1],
                          numbers[2],
                          numbers[3]);
  add_attributes (self, element, text);
}

/* Gives the annotation among a Link's children its words. */
static gboolean
describe_link (Finish *self, qpdf_oh child, const char *contents)
{
  qpdf_oh annotation;

  if (!is_dict (self, child) || !qpdf_oh_has_key (self->pdf, child, "/Obj"))
    return FALSE;
  annotation = get (self, child, "/Obj");
  set_text (self, annotation, "/Contents", contents);
  set (self, annotation, "/F", qpdf_oh_new_integer (self->pdf, 4));
  return TRUE;
}

static void
describe_links (Finish *self, qpdf_oh element, const char *contents)
{
  qpdf_oh children = get (self, element, "/K");
  gboolean any = FALSE;

  if (qpdf_oh_is_array (self->pdf, children))
    for (int i = 0; i < qpdf_oh_get_array_n_items (self->pdf, children); i++)
      any |= describe_link (self, qpdf_oh_get_array_item (self->pdf, children, i), contents);
  else
    any = describe_link (self, children, contents);
  if (!any)
    g_string_append_printf (self->error, "link without annotation: %s", contents);
}

static void
describe (Finish *self, qpdf_oh element, const WijkTag *tag)
{
  if (tag->alt)
    set_text (self, element, "/Alt", tag->alt);
  if (tag->contents)
    describe_links (self, element, tag->contents);
  if (tag->id)
    {
      set_text (self, element, "/ID", tag->id);
      g_ptr_array_add (self->ids, tag->id);
      g_array_append_val (self->named, element);
    }
  if (tag->scope)
    {
      g_autofree char *text = g_strdup_printf ("<< /O /Table /Scope /%s >>", tag->scope);

      add_attributes (self, element, text);
    }
  if (tag->numbering)
    {
      g_autofree char *text = g_strdup_printf ("<< /O /List /ListNumbering /%s >>", tag->numbering);

      add_attributes (self, element, text);
    }
  if (tag->has_box)
    add_box (self, element, tag);
}

/* Each element of the tree must be the tag that the list has next. */
static gboolean
take_element (Finish *self, qpdf_oh element)
{
  const char *name = qpdf_oh_get_name (self->pdf, get (self, element, "/S"));
  const WijkTag *tag;

  if (self->next >= self->tags->tags->len)
    {
      g_string_append_printf (self->error, "more elements than tags, first %s", name);
      return FALSE;
    }
  tag = g_ptr_array_index (self->tags->tags, self->next++);
  if (strcmp (tag->type, name + 1) != 0)
    {
      g_string_append_printf (self->error, "element %u is %s, not %s", self->next, name, tag->type);
      return FALSE;
    }
  describe (self, element, tag);
  return TRUE;
}

static void
walk (Finish *self, qpdf_oh element, int depth)
{
  qpdf_oh children;

  if (self->error->len > 0 || depth > MAX_DEPTH)
    return;
  if (qpdf_oh_is_name (self->pdf, get (self, element, "/S")) && !take_element (self, element))
    return;
  children = get (self, element, "/K");
  if (qpdf_oh_is_array (self->pdf, children))
    {
      int n = qpdf_oh_get_array_n_items (self->pdf, children);

      for (int i = 0; i < n; i++)
        {
          qpdf_oh child = qpdf_oh_get_array_item (self->pdf, children, i);

          if (is_dict (self, child) && qpdf_oh_has_key (self->pdf, child, "/S"))
            walk (self, child, depth + 1);
        }
    }
  else if (is_dict (self, children) && qpdf_oh_has_key (self->pdf, children, "/S"))
    walk (self, children, depth + 1);
}

static int
compare_ids (gconstpointer a, gconstpointer b, gpointer data)
{
  Finish *self = data;
  guint first = *(const guint *) a, second = *(const guint *) b;

  return strcmp (g_ptr_array_index (self->ids, first), g_ptr_array_index (self->ids, second));
}

/* The names of elements, sorted. */
static void
add_id_tree (Finish *self, qpdf_oh tree)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  qpdf_oh names = qpdf_oh_new_array (self->pdf), leaf = qpdf_oh_new_dictionary (self->pdf);
  qpdf_oh limits = qpdf_oh_new_array (self->pdf), kids = qpdf_oh_new_array (self->pdf);
  qpdf_oh root = qpdf_oh_new_dictionary (self->pdf);

  if (self->ids->len == 0)
    return;
  for (guint i = 0; i < self->ids->len; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_ids, self);
  for (guint i = 0; i < order->len; i++)
    {
      guint at = g_array_index (order, guint, i);
      qpdf_oh id = qpdf_oh_new_unicode_string (self->pdf, g_ptr_array_index (self->ids, at));

      qpdf_oh_append_item (self->pdf, names, id);
      qpdf_oh_append_item (self->pdf, names, g_array_index (self->named, qpdf_oh, at));
      if (i == 0 || i + 1 == order->len)
        qpdf_oh_append_item (self->pdf, limits, id);
    }
  if (order->len == 1)
    qpdf_oh_append_item (self->pdf, limits, qpdf_oh_get_array_item (self->pdf, names, 0));
  set (self, leaf, "/Limits", limits);
  set (self, leaf, "/Names", names);
  qpdf_oh_append_item (self->pdf, kids, qpdf_make_indirect_object (self->pdf, leaf));
  set (self, root, "/Kids", kids);
  set (self, tree, "/IDTree", qpdf_make_indirect_object (self->pdf, root));
}

static void
finish_tree (Finish *self, qpdf_oh root)
{
  qpdf_oh tree = get (self, root, "/StructTreeRoot");

  walk (self, tree, 0);
  if (self->error->len == 0 && self->next != self->tags->tags->len)
    g_string_append_printf (self->error, "%u tags, %u elements", self->tags->tags->len, self->next);
  if (self->error->len == 0)
    add_id_tree (self, tree);
}

static void
add_output_intent (Finish *self, qpdf_oh root)
{
  g_autoptr (GBytes) profile = wijk_pdf_create_srgb ();
  gsize size;
  const void *data = g_bytes_get_data (profile, &size);
  qpdf_oh stream = create_stream (self, data, size), list = qpdf_oh_new_array (self->pdf);
  qpdf_oh intent = qpdf_oh_parse (self->pdf,
                                  "<< /Type /OutputIntent /S /GTS_PDFA1 "
                                  "/OutputConditionIdentifier (sRGB) /Info (sRGB) >>");

  set (self, qpdf_oh_get_dict (self->pdf, stream), "/N", qpdf_oh_new_integer (self->pdf, 3));
  set (self, intent, "/DestOutputProfile", stream);
  qpdf_oh_append_item (self->pdf, list, intent);
  set (self, root, "/OutputIntents", list);
}

static void
add_metadata (Finish *self, qpdf_oh root)
{
  g_autofree char *xmp = wijk_pdf_create_xmp (self->about);
  qpdf_oh stream = create_stream (self, xmp, strlen (xmp));
  qpdf_oh dict = qpdf_oh_get_dict (self->pdf, stream);

  set (self, dict, "/Type", qpdf_oh_new_name (self->pdf, "/Metadata"));
  set (self, dict, "/Subtype", qpdf_oh_new_name (self->pdf, "/XML"));
  set (self, root, "/Metadata", stream);
}

static void
finish_root (Finish *self, qpdf_oh root)
{
  set_text (self, root, "/Lang", self->about->language);
  set (self, root, "/ViewerPreferences", qpdf_oh_parse (self->pdf, "<< /DisplayDocTitle true >>"));
  set (self, root, "/MarkInfo", qpdf_oh_parse (self->pdf, "<< /Marked true >>"));
  set (self, root, "/PageMode", qpdf_oh_new_name (self->pdf, "/UseOutlines"));
  add_metadata (self, root);
  add_output_intent (self, root);
}

static void
finish_info (Finish *self)
{
  qpdf_oh trailer = qpdf_get_trailer (self->pdf);
  qpdf_oh info = qpdf_make_indirect_object (self->pdf, qpdf_oh_new_dictionary (self->pdf));
  g_autofree char *date = wijk_pdf_date (self->about->created);

  set_text (self, info, "/Title", self->about->title);
  if (*self->about->author)
    set_text (self, info, "/Author", self->about->author);
  set_text (self, info, "/Subject", self->about->subject);
  set_text (self, info, "/Creator", "Wijkplan");
  set_text (self, info, "/Producer", self->about->producer);
  set (self, info, "/CreationDate", qpdf_oh_new_string (self->pdf, date));
  set (self, info, "/ModDate", qpdf_oh_new_string (self->pdf, date));
  set (self, trailer, "/Info", info);
}

/* Cairo leaves CIDToGIDMap out of its TrueType fonts. */
static void
finish_font (Finish *self, qpdf_oh font)
{
  qpdf_oh list = get (self, font, "/DescendantFonts"), descendant;
  const char *type;

  if (!qpdf_oh_is_array (self->pdf, list))
    return;
  descendant = qpdf_oh_get_array_item (self->pdf, list, 0);
  type = qpdf_oh_get_name (self->pdf, get (self, descendant, "/Subtype"));
  if (strcmp (type, "/CIDFontType2") == 0 &&
      !qpdf_oh_has_key (self->pdf, descendant, "/CIDToGIDMap"))
    set (self, descendant, "/CIDToGIDMap", qpdf_oh_new_name (self->pdf, "/Identity"));
}

static void
finish_fonts (Finish *self, qpdf_oh page)
{
  qpdf_oh fonts = get (self, get (self, page, "/Resources"), "/Font");
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  if (!is_dict (self, fonts))
    return;
  qpdf_oh_begin_dict_key_iter (self->pdf, fonts);
  while (qpdf_oh_dict_more_keys (self->pdf))
    g_ptr_array_add (keys, g_strdup (qpdf_oh_dict_next_key (self->pdf)));
  for (guint i = 0; i < keys->len; i++)
    finish_font (self, get (self, fonts, g_ptr_array_index (keys, i)));
}

static void
mark_artifacts (Finish *self, qpdf_oh page)
{
  unsigned char *data = NULL;
  size_t size = 0;
  g_autoptr (GString) wrapped = g_string_new (NULL);

  if (qpdf_oh_get_page_content_data (self->pdf, page, &data, &size) & QPDF_ERRORS)
    {
      g_string_append (self->error, "a page cannot be read");
      return;
    }
  if (wijk_pdf_content_wrap ((const char *) data, size, wrapped) > 0)
    set (self, page, "/Contents", create_stream (self, wrapped->str, wrapped->len));
  qpdf_oh_free_buffer (&data);
}

static void
finish_pages (Finish *self)
{
  int n = qpdf_get_num_pages (self->pdf);

  for (int i = 0; i < n && self->error->len == 0; i++)
    {
      qpdf_oh page = qpdf_get_page_n (self->pdf, (size_t) i);

      set (self, page, "/Tabs", qpdf_oh_new_name (self->pdf, "/S"));
      finish_fonts (self, page);
      mark_artifacts (self, page);
    }
}

static GBytes *
write_pdf (Finish *self)
{
  if (qpdf_init_write_memory (self->pdf) & QPDF_ERRORS)
    return NULL;
  qpdf_force_pdf_version (self->pdf, "1.7");
  qpdf_set_object_stream_mode (self->pdf, qpdf_o_generate);
  qpdf_set_deterministic_ID (self->pdf, QPDF_TRUE);
  qpdf_set_newline_before_endstream (self->pdf, QPDF_TRUE);
  if (qpdf_write (self->pdf) & QPDF_ERRORS)
    return NULL;
  return g_bytes_new (qpdf_get_buffer (self->pdf), qpdf_get_buffer_length (self->pdf));
}

GBytes *
wijk_pdf_finish (GBytes *drawn, const WijkTagList *tags, const WijkPdfAbout *about, GError **error)
{
  Finish self = { .pdf = qpdf_init (), .tags = tags, .about = about };
  gsize size;
  const char *data = g_bytes_get_data (drawn, &size);
  GBytes *finished = NULL;

  self.error = g_string_new (NULL);
  self.ids = g_ptr_array_new ();
  self.named = g_array_new (FALSE, FALSE, sizeof (qpdf_oh));
  qpdf_set_suppress_warnings (self.pdf, QPDF_TRUE);
  qpdf_silence_errors (self.pdf);
  if (!(qpdf_read_memory (self.pdf, "plan.pdf", data, size, NULL) & QPDF_ERRORS))
    {
      qpdf_oh root = qpdf_get_root (self.pdf);

      finish_root (&self, root);
      finish_info (&self);
      finish_pages (&self);
      finish_tree (&self, root);
      if (self.error->len == 0)
        finished = write_pdf (&self);
    }
  if (!finished)
    {
      if (self.error->len == 0 && qpdf_has_error (self.pdf))
        g_string_append (self.error,
                         qpdf_get_error_full_text (self.pdf, qpdf_get_error (self.pdf)));
      g_set_error (error,
                   WIJK_PUBLISH_ERROR,
                   WIJK_PUBLISH_ERROR_DRAW,
                   _ ("The PDF could not be completed: %s"),
                   self.error->str);
    }
  while (qpdf_has_error (self.pdf)) /* what nobody takes is printed */
    qpdf_get_error (self.pdf);
  qpdf_cleanup (&self.pdf);
  g_string_free (self.error, TRUE);
  g_ptr_array_unref (self.ids);
  g_array_unref (self.named);
  return finished;
}
