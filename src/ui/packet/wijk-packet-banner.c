/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-packet-banner.h"

#include <glib/gi18n.h>

#include "wijk-packet-save.h"
#include "wijk-session.h"

struct _WijkPacketBanner
{
  AdwBin parent_instance;

  WijkDocument *document;
  AdwBanner *banner;
};

G_DEFINE_FINAL_TYPE (WijkPacketBanner, wijk_packet_banner, ADW_TYPE_BIN)

static WijkSession *
find_session (WijkPacketBanner *self)
{
  const char *const *sessions = wijk_document_get_packet_sessions (self->document);
  WijkState *state = wijk_document_get_state (self->document);
  guint n = sessions != NULL ? g_strv_length ((char **) sessions) : 0;

  return n > 0 ? (WijkSession *) wijk_state_lookup (state, sessions[n - 1]) : NULL;
}

static void
clicked_cb (WijkPacketBanner *self)
{
  wijk_packet_save (GTK_WIDGET (self), self->document, NULL);
}

static void
wijk_packet_banner_dispose (GObject *object)
{
  g_clear_object (&WIJK_PACKET_BANNER (object)->document);

  G_OBJECT_CLASS (wijk_packet_banner_parent_class)->dispose (object);
}

static void
wijk_packet_banner_class_init (WijkPacketBannerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wijk_packet_banner_dispose;
}

static void
wijk_packet_banner_init (WijkPacketBanner *self)
{
  self->banner = ADW_BANNER (adw_banner_new (""));
  adw_banner_set_use_markup (self->banner, FALSE);
  adw_banner_set_button_label (self->banner, _ ("Make Packet _Back…"));
  g_signal_connect_object (
      self->banner, "button-clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->banner));
}

void
wijk_packet_banner_set_document (WijkPacketBanner *self, WijkDocument *document)
{
  WijkSession *session;
  g_autofree char *text = NULL;

  g_return_if_fail (WIJK_IS_PACKET_BANNER (self) && self->document == NULL);

  self->document = g_object_ref (document);
  session = find_session (self);
  if (session == NULL)
    return;
  /* Translators: %s is the title of a session */
  text = g_strdup_printf (_ ("Work packet of “%s”"), session->title);
  adw_banner_set_title (self->banner, text);
  adw_banner_set_revealed (self->banner, TRUE);
}
