/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-conflict-banner.h"

#include <glib/gi18n.h>

#include "wijk-conflict-dialog.h"
#include "wijk-conflict-words.h"
#include "wijk-packet-words.h"

struct _WijkConflictBanner
{
  AdwBin parent_instance;

  WijkDocument *document;
  AdwBanner *banner;
  guint idle;
};

G_DEFINE_FINAL_TYPE (WijkConflictBanner, wijk_conflict_banner, ADW_TYPE_BIN)

static void
update (WijkConflictBanner *self)
{
  guint n = wijk_conflict_count (wijk_document_get_state (self->document));

  if (n > 0)
    {
      g_autofree char *text = wijk_packet_describe_conflicts (n);

      adw_banner_set_title (self->banner, text);
    }
  adw_banner_set_revealed (self->banner, n > 0);
}

static void
update_cb (gpointer user_data)
{
  WijkConflictBanner *self = user_data;

  self->idle = 0;
  update (self);
}

static void
queue_update (WijkConflictBanner *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_once (update_cb, self);
}

static void
clicked_cb (WijkConflictBanner *self)
{
  adw_dialog_present (wijk_conflict_dialog_new (self->document), GTK_WIDGET (self));
}

static void
wijk_conflict_banner_dispose (GObject *object)
{
  WijkConflictBanner *self = WIJK_CONFLICT_BANNER (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_conflict_banner_parent_class)->dispose (object);
}

static void
wijk_conflict_banner_class_init (WijkConflictBannerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wijk_conflict_banner_dispose;
}

static void
wijk_conflict_banner_init (WijkConflictBanner *self)
{
  self->banner = ADW_BANNER (adw_banner_new (""));
  adw_banner_set_button_label (self->banner, _ ("_Choose…"));
  g_signal_connect_object (
      self->banner, "button-clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->banner));
}

void
wijk_conflict_banner_set_document (WijkConflictBanner *self, WijkDocument *document)
{
  WijkState *state = wijk_document_get_state (document);

  g_return_if_fail (WIJK_IS_CONFLICT_BANNER (self) && self->document == NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (
      state, "record-changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "filled", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  update (self);
}
