/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-tag-list.h"

static void
free_tag (gpointer data)
{
  WijkTag *tag = data;

  g_free (tag->alt);
  g_free (tag->id);
  g_free (tag->contents);
  g_free (tag);
}

WijkTagList *
wijk_tag_list_new (void)
{
  WijkTagList *self = g_new0 (WijkTagList, 1);

  self->tags = g_ptr_array_new_with_free_func (free_tag);
  return self;
}

void
wijk_tag_list_free (WijkTagList *self)
{
  g_ptr_array_unref (self->tags);
  g_free (self);
}

WijkTag *
wijk_tag_list_add (WijkTagList *self, const char *type)
{
  WijkTag *tag = g_new0 (WijkTag, 1);

  tag->type = type;
  g_ptr_array_add (self->tags, tag);
  return tag;
}
