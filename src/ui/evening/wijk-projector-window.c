/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-projector-window.h"

#include <glib/gi18n.h>

#include "wijk-projection-view.h"

#define WIDTH 1024
#define HEIGHT 576

struct _WijkProjectorWindow
{
  GtkWindow parent_instance;

  WijkHall *hall;
};

G_DEFINE_FINAL_TYPE (WijkProjectorWindow, wijk_projector_window, GTK_TYPE_WINDOW)

/* A screen on which @beside is not; NULL: there is one screen only. Owned by the caller. */
static GdkMonitor *
find_other_monitor (GtkWindow *beside)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (beside));
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (beside));
  GListModel *monitors = gdk_display_get_monitors (display);
  GdkMonitor *own = surface != NULL ? gdk_display_get_monitor_at_surface (display, surface) : NULL;

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (own != NULL && monitor != own)
        return g_steal_pointer (&monitor);
    }

  return NULL;
}

static void
black_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkHall *hall = WIJK_PROJECTOR_WINDOW (widget)->hall;

  wijk_hall_set_black (hall, !wijk_hall_get_evening (hall)->is_black);
}

static void
fullscreen_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWindow *window = GTK_WINDOW (widget);

  if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    gtk_window_fullscreen (window);
}

static void
wijk_projector_window_dispose (GObject *object)
{
  g_clear_object (&WIJK_PROJECTOR_WINDOW (object)->hall);

  G_OBJECT_CLASS (wijk_projector_window_parent_class)->dispose (object);
}

static void
wijk_projector_window_class_init (WijkProjectorWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_projector_window_dispose;

  gtk_widget_class_install_action (widget_class, "projector.black", NULL, black_action);
  gtk_widget_class_install_action (widget_class, "projector.fullscreen", NULL, fullscreen_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, 0, "projector.black", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_period, 0, "projector.black", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, 0, "projector.fullscreen", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F11, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
wijk_projector_window_init (WijkProjectorWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
  /* Translators: title of the window that a projector shows */
  gtk_window_set_title (GTK_WINDOW (self), _ ("Projector"));
  gtk_widget_add_css_class (GTK_WIDGET (self), "projector");
}

GtkWidget *
wijk_projector_window_new (WijkHall *hall, GtkWindow *beside)
{
  WijkProjectorWindow *self = g_object_new (WIJK_TYPE_PROJECTOR_WINDOW, NULL);
  g_autoptr (GdkMonitor) monitor = find_other_monitor (beside);

  self->hall = g_object_ref (hall);
  gtk_window_set_child (GTK_WINDOW (self), wijk_projection_view_new (hall, TRUE));
  if (monitor != NULL)
    gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);

  return GTK_WIDGET (self);
}
