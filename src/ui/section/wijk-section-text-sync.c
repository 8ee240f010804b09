/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-section-text-sync.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wijk-mention.h"
#include "wijk-rich-edit.h"
#include "wijk-rich-merge.h"
#include "wijk-rich-writer.h"

#define LONG_TEXT 50000 /* bytes from which a text is shown in parts */
#define SLICE 4000      /* microseconds that a part may take: a quarter of a frame */
#define CHANGE_LASTS 2  /* seconds during which a change is a new one */

struct _WijkSectionTextSync
{
  GObject parent_instance;

  WijkDocument *document;
  WijkSection *section;
  WijkRichBuffer *buffer;
  char *agreed;        /* the text that document and buffer had in common last */
  gboolean is_ahead;   /* something is typed since */
  gboolean is_showing; /* what changes in the buffer was not typed */
  const char *step;    /* what is done, for undo */
  guint n_words;

  GCancellable *loading; /* NULL: all is there */
  WijkBlocks *blocks;    /* being shown, part after part */
  guint n_shown;
  guint idle; /* works on parts */
  gboolean is_step_closing;

  int changed_first, changed_last;
  gint64 changed_at; /* monotonic */
};

G_DEFINE_FINAL_TYPE (WijkSectionTextSync, wijk_section_text_sync, G_TYPE_OBJECT)

typedef enum
{
  PROP_LOADING = 1,
  PROP_N_WORDS,
} WijkSectionTextSyncProperty;

static GParamSpec *properties[PROP_N_WORDS + 1];

static const char *
get_text (WijkSectionTextSync *self)
{
  return self->section->text != NULL ? self->section->text : "";
}

static char *
write_buffer (WijkSectionTextSync *self)
{
  guint n_words;
  char *text = wijk_rich_writer_dup_text (self->buffer, &n_words);

  if (self->n_words != n_words)
    {
      self->n_words = n_words;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_WORDS]);
    }

  return text;
}

/* ---- giving ---- */

static gboolean
is_typing (WijkSectionTextSync *self)
{
  return self->is_ahead ||
         wijk_document_is_typing (self->document, WIJK_RECORD (self->section), "text");
}

static void
end_typing (WijkSectionTextSync *self)
{
  if (is_typing (self))
    wijk_document_end_typing (self->document);
}

static void
value_wanted_cb (WijkSectionTextSync *self)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!self->is_ahead)
    return;

  self->is_ahead = FALSE;
  text = write_buffer (self);
  if (g_str_equal (text, self->agreed))
    return;
  if (wijk_document_type (
          self->document, self->step, WIJK_RECORD (self->section), "text", text, &error))
    {
      g_free (self->agreed);
      self->agreed = g_steal_pointer (&text);
    }
  else
    g_signal_emit_by_name (self->document, "failed", error->message);
}

static void
edited_cb (WijkSectionTextSync *self)
{
  if (self->is_showing)
    return;

  self->is_ahead = TRUE;
  wijk_document_type_later (self->document, self->step, WIJK_RECORD (self->section), "text", NULL);
}

/* ---- taking ---- */

static void
take_text (WijkSectionTextSync *self)
{
  g_autoptr (WijkBlocks) blocks = wijk_blocks_parse (get_text (self));

  self->is_showing = TRUE;
  wijk_rich_merge (self->buffer, blocks, &self->changed_first, &self->changed_last);
  self->is_showing = FALSE;
  self->changed_at = g_get_monotonic_time ();
  g_set_str (&self->agreed, get_text (self));
  g_free (write_buffer (self));
}

static void load (WijkSectionTextSync *self);

static void
text_changed_cb (WijkSectionTextSync *self)
{
  if (is_typing (self) || g_str_equal (get_text (self), self->agreed))
    return;

  if (self->loading != NULL)
    load (self);
  else
    take_text (self);
}

/* ---- loading ---- */

static void
end_loading (WijkSectionTextSync *self)
{
  g_clear_pointer (&self->blocks, wijk_blocks_free);
  g_clear_object (&self->loading);
  self->is_showing = FALSE;
  g_free (write_buffer (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static gboolean
show_part (WijkSectionTextSync *self, gint64 until)
{
  gboolean is_first = self->n_shown == 0;
  GtkTextIter start;

  if (self->blocks == NULL || self->n_shown == wijk_blocks_get_n_blocks (self->blocks))
    return FALSE;

  self->n_shown = wijk_rich_fill (self->buffer, self->blocks, self->n_shown, until);
  if (is_first)
    {
      gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (self->buffer), &start);
      gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self->buffer), &start);
    }

  return TRUE;
}

/* Shows what is left to show, then writes what is left to write, part after part. */
static gboolean
idle_cb (gpointer user_data)
{
  WijkSectionTextSync *self = WIJK_SECTION_TEXT_SYNC (user_data);
  gint64 until = g_get_monotonic_time () + SLICE;

  if (show_part (self, until) || wijk_rich_writer_prepare (self->buffer, until))
    return G_SOURCE_CONTINUE;

  self->idle = 0;
  if (self->loading != NULL)
    end_loading (self);
  if (self->is_step_closing)
    {
      self->is_step_closing = FALSE;
      end_typing (self);
    }

  return G_SOURCE_REMOVE;
}

static void
start_idle (WijkSectionTextSync *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
}

static void
parse_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_task_return_pointer (task, wijk_blocks_parse (task_data), (GDestroyNotify) wijk_blocks_free);
}

static void
parsed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WijkSectionTextSync) self = user_data;
  g_autoptr (WijkBlocks) blocks = g_task_propagate_pointer (G_TASK (result), NULL);

  /* meanwhile another text is being loaded, or none */
  if (blocks == NULL || g_task_get_cancellable (G_TASK (result)) != self->loading)
    return;

  self->blocks = g_steal_pointer (&blocks);
  start_idle (self);
}

static void
stop_loading (WijkSectionTextSync *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->blocks, wijk_blocks_free);
}

static void
clear_buffer (WijkSectionTextSync *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (self->buffer), &start, &end);
  gtk_text_buffer_delete (GTK_TEXT_BUFFER (self->buffer), &start, &end);
  wijk_rich_buffer_set_format (self->buffer, 0, WIJK_BLOCK_PARAGRAPH, 0);
}

static void
load (WijkSectionTextSync *self)
{
  g_autoptr (GTask) task = NULL;

  stop_loading (self);
  self->is_showing = TRUE;
  clear_buffer (self);
  self->n_shown = 0;
  self->loading = g_cancellable_new ();
  g_set_str (&self->agreed, get_text (self));

  if (strlen (self->agreed) < LONG_TEXT)
    {
      self->blocks = wijk_blocks_parse (self->agreed);
      while (show_part (self, G_MAXINT64))
        ;
      end_loading (self);
      return;
    }

  task = g_task_new (NULL, self->loading, parsed_cb, g_object_ref (self));
  g_task_set_source_tag (task, load);
  g_task_set_task_data (task, g_strdup (self->agreed), g_free);
  g_task_run_in_thread (task, parse_in_thread);
}

/* ---- GObject ---- */

static void
wijk_section_text_sync_dispose (GObject *object)
{
  WijkSectionTextSync *self = WIJK_SECTION_TEXT_SYNC (object);

  if (self->document != NULL)
    end_typing (self);
  stop_loading (self);
  if (self->buffer != NULL)
    {
      /* a buffer in which something was selected holds itself in GTK 4.18: keep little in it */
      self->is_showing = TRUE;
      clear_buffer (self);
    }
  g_clear_object (&self->section);
  g_clear_object (&self->document);
  g_clear_object (&self->buffer);

  G_OBJECT_CLASS (wijk_section_text_sync_parent_class)->dispose (object);
}

static void
wijk_section_text_sync_finalize (GObject *object)
{
  g_free (WIJK_SECTION_TEXT_SYNC (object)->agreed);

  G_OBJECT_CLASS (wijk_section_text_sync_parent_class)->finalize (object);
}

static void
wijk_section_text_sync_get_property (GObject *object,
                                     guint prop_id,
                                     GValue *value,
                                     GParamSpec *pspec)
{
  WijkSectionTextSync *self = WIJK_SECTION_TEXT_SYNC (object);

  switch ((WijkSectionTextSyncProperty) prop_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading != NULL);
      break;
    case PROP_N_WORDS:
      g_value_set_uint (value, self->n_words);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wijk_section_text_sync_class_init (WijkSectionTextSyncClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags ro = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = wijk_section_text_sync_dispose;
  object_class->finalize = wijk_section_text_sync_finalize;
  object_class->get_property = wijk_section_text_sync_get_property;

  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, ro);
  properties[PROP_N_WORDS] = g_param_spec_uint ("n-words", NULL, NULL, 0, G_MAXUINT, 0, ro);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
wijk_section_text_sync_init (WijkSectionTextSync *self)
{
  self->step = _ ("Write in a chapter");
  self->changed_last = -1;
}

WijkSectionTextSync *
wijk_section_text_sync_new (WijkDocument *document, WijkSection *section, WijkRichBuffer *buffer)
{
  WijkSectionTextSync *self = g_object_new (WIJK_TYPE_SECTION_TEXT_SYNC, NULL);

  self->document = g_object_ref (document);
  self->section = g_object_ref (section);
  self->buffer = g_object_ref (buffer);
  g_signal_connect_object (
      document, "value-wanted", G_CALLBACK (value_wanted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      section, "notify::text", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  load (self);

  return self;
}

gboolean
wijk_section_text_sync_is_loading (WijkSectionTextSync *self)
{
  g_return_val_if_fail (WIJK_IS_SECTION_TEXT_SYNC (self), FALSE);

  return self->loading != NULL;
}

guint
wijk_section_text_sync_get_n_words (WijkSectionTextSync *self)
{
  g_return_val_if_fail (WIJK_IS_SECTION_TEXT_SYNC (self), 0);

  return self->n_words;
}

void
wijk_section_text_sync_begin_step (WijkSectionTextSync *self, const char *step)
{
  g_return_if_fail (WIJK_IS_SECTION_TEXT_SYNC (self));

  end_typing (self);
  self->step = step;
}

void
wijk_section_text_sync_end_step (WijkSectionTextSync *self)
{
  g_return_if_fail (WIJK_IS_SECTION_TEXT_SYNC (self));

  end_typing (self);
  self->step = _ ("Write in a chapter");
}

void
wijk_section_text_sync_close_step (WijkSectionTextSync *self)
{
  g_return_if_fail (WIJK_IS_SECTION_TEXT_SYNC (self));

  self->is_step_closing = TRUE;
  start_idle (self);
}

static gboolean
write_mention (WijkSectionTextSync *self, WijkRecord *record, GError **error)
{
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  const char *id = wijk_record_get_id (WIJK_RECORD (self->section));
  g_autofree char *member = g_strconcat ("links/", wijk_record_get_id (record), NULL);
  g_autofree char *text = write_buffer (self);

  wijk_edits_add (edits, id, "text", text);
  if (!wijk_set_contains (self->section->links, wijk_record_get_id (record)))
    wijk_edits_add (edits, id, member, "1");
  if (!wijk_document_write (self->document, _ ("Mention in a chapter"), edits, error))
    return FALSE;

  g_free (self->agreed);
  self->agreed = g_steal_pointer (&text);

  return TRUE;
}

gboolean
wijk_section_text_sync_mention (WijkSectionTextSync *self,
                                WijkRecord *record,
                                int position,
                                GError **error)
{
  g_autofree char *words = wijk_mention_dup_words (record);
  g_autofree char *uri = wijk_mention_dup_uri (record);

  g_return_val_if_fail (WIJK_IS_SECTION_TEXT_SYNC (self), FALSE);

  end_typing (self);
  self->is_showing = TRUE;
  wijk_rich_edit_insert_link (self->buffer, position, words, uri);
  self->is_showing = FALSE;
  if (write_mention (self, record, error))
    return TRUE;

  take_text (self);

  return FALSE;
}

gboolean
wijk_section_text_sync_link (
    WijkSectionTextSync *self, WijkRecord *record, int start, int end, GError **error)
{
  g_autofree char *uri = wijk_mention_dup_uri (record);

  g_return_val_if_fail (WIJK_IS_SECTION_TEXT_SYNC (self), FALSE);

  end_typing (self);
  self->is_showing = TRUE;
  wijk_rich_edit_add_link (self->buffer, start, end, uri);
  self->is_showing = FALSE;
  if (write_mention (self, record, error))
    return TRUE;

  take_text (self);

  return FALSE;
}

gboolean
wijk_section_text_sync_take_change (WijkSectionTextSync *self, int *first, int *last)
{
  gboolean is_new;

  g_return_val_if_fail (WIJK_IS_SECTION_TEXT_SYNC (self), FALSE);

  is_new = self->changed_last >= 0 &&
           g_get_monotonic_time () - self->changed_at < CHANGE_LASTS * G_USEC_PER_SEC;
  *first = self->changed_first;
  *last = self->changed_last;
  self->changed_last = -1;

  return is_new;
}
