/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-page.h"

static guint subject_changed;

G_DEFINE_INTERFACE (WijkPage, wijk_page, GTK_TYPE_WIDGET)

static void
wijk_page_default_init (WijkPageInterface *iface)
{
  subject_changed = g_signal_new ("subject-changed",
                                  G_TYPE_FROM_INTERFACE (iface),
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  0);
}

GtkWidget *
wijk_page_get_header_start (WijkPage *self)
{
  WijkPageInterface *iface = WIJK_PAGE_GET_IFACE (self);

  return iface->get_header_start != NULL ? iface->get_header_start (self) : NULL;
}

GtkWidget *
wijk_page_get_header_end (WijkPage *self)
{
  WijkPageInterface *iface = WIJK_PAGE_GET_IFACE (self);

  return iface->get_header_end != NULL ? iface->get_header_end (self) : NULL;
}

gboolean
wijk_page_show_record (WijkPage *self, WijkRecord *record)
{
  WijkPageInterface *iface = WIJK_PAGE_GET_IFACE (self);

  return iface->show_record != NULL && iface->show_record (self, record);
}

gboolean
wijk_page_focus_search (WijkPage *self)
{
  WijkPageInterface *iface = WIJK_PAGE_GET_IFACE (self);

  return iface->focus_search != NULL && iface->focus_search (self);
}

WijkRecord *
wijk_page_get_subject (WijkPage *self)
{
  WijkPageInterface *iface = WIJK_PAGE_GET_IFACE (self);

  return iface->get_subject != NULL ? iface->get_subject (self) : NULL;
}

void
wijk_page_tell_subject_changed (WijkPage *self)
{
  g_signal_emit (self, subject_changed, 0);
}
