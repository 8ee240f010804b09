/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-pdf-viewer.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdlib.h>

#include "wijk-pdf-contents.h"
#include "wijk-pdf-find-bar.h"
#include "wijk-pdf-page-list.h"
#include "wijk-pdf-view.h"

#define ZOOM_STEP 1.2
#define SPINNER_MS 300

struct _WijkPdfViewer
{
  AdwBin parent_instance;

  WijkPdfViewerState state;
  WijkPdf *pdf;
  WijkPdfSearch *search;
  GCancellable *cancellable;
  guint spinner_timeout;
  guint wanted_page; /* once it is open */
  char *wanted_words;

  GtkStack *stack;
  WijkPdfFindBar *find_bar;
  AdwOverlaySplitView *split;
  AdwViewStack *sides;
  WijkPdfPageList *page_list;
  WijkPdfContents *contents;
  GtkScrolledWindow *scrolled;
  WijkPdfView *view;
  gboolean wants_area;
  WijkPdfRectangle wanted_area;
  GtkWidget *spinner;
  GtkWidget *tools;
  GtkEditable *page_entry;
  GtkLabel *page_count;
  GtkMenuButton *zoom_button;
  AdwStatusPage *failure;
};

enum
{
  PROP_STATE = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (WijkPdfViewer, wijk_pdf_viewer, ADW_TYPE_BIN)

/* ---- state ---- */

static gboolean
spinner_cb (gpointer user_data)
{
  WijkPdfViewer *self = user_data;

  self->spinner_timeout = 0;
  gtk_widget_set_visible (self->spinner, TRUE);

  return G_SOURCE_REMOVE;
}

static void
set_state (WijkPdfViewer *self, WijkPdfViewerState state)
{
  const gboolean is_open = self->pdf != NULL && state != WIJK_PDF_VIEWER_FAILED;

  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  if (state == WIJK_PDF_VIEWER_LOADING)
    self->spinner_timeout = g_timeout_add (SPINNER_MS, spinner_cb, self);
  else
    gtk_widget_set_visible (self->spinner, FALSE);
  gtk_stack_set_visible_child_name (self->stack,
                                    state == WIJK_PDF_VIEWER_FAILED ? "failed" : "document");
  gtk_widget_set_sensitive (self->tools, is_open);
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_STATE_BUSY, state == WIJK_PDF_VIEWER_LOADING, -1);

  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
}

static const char *
get_failure_title (const GError *error)
{
  if (g_error_matches (error, WIJK_PDF_ERROR, WIJK_PDF_ERROR_ENCRYPTED))
    return _ ("This PDF Asks for a Password");
  if (g_error_matches (error, WIJK_PDF_ERROR, WIJK_PDF_ERROR_DAMAGED))
    return _ ("This PDF Is Damaged");
  if (g_error_matches (error, WIJK_PDF_ERROR, WIJK_PDF_ERROR_NOT_PDF))
    return _ ("This Is Not a PDF");

  return _ ("This PDF Cannot Be Shown");
}

static void
fail (WijkPdfViewer *self, const GError *error)
{
  g_autofree char *description = g_markup_escape_text (error->message, -1);

  adw_status_page_set_title (self->failure, get_failure_title (error));
  adw_status_page_set_description (self->failure, description);
  adw_status_page_set_icon_name (self->failure,
                                 g_error_matches (error, WIJK_PDF_ERROR, WIJK_PDF_ERROR_ENCRYPTED)
                                     ? "system-lock-screen-symbolic"
                                     : "dialog-warning-symbolic");
  set_state (self, WIJK_PDF_VIEWER_FAILED);
}

static void
killed_cb (WijkPdfViewer *self)
{
  g_autoptr (GError) error = g_error_new (WIJK_PDF_ERROR,
                                          WIJK_PDF_ERROR_KILLED,
                                          /* Translators: %s is the name of a file */
                                          _ ("The reader stopped twice at “%s”."),
                                          wijk_pdf_get_name (self->pdf));

  fail (self, error);
}

/* ---- the page and the zoom ---- */

static void
show_page (WijkPdfViewer *self)
{
  const guint page = wijk_pdf_view_get_page (self->view);
  const guint n_pages = wijk_pdf_get_n_pages (self->pdf);
  const char *label = wijk_pdf_get_page_label (self->pdf, page);
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  g_autofree char *count = NULL;

  if (g_str_equal (label, number))
    /* Translators: after the number of a page: “3” of 12 */
    count = g_strdup_printf (_ ("of %u"), n_pages);
  else
    /* Translators: after the label of a page: “iii” (3 of 12) */
    count = g_strdup_printf (_ ("(%u of %u)"), page + 1, n_pages);
  gtk_editable_set_text (self->page_entry, label);
  gtk_label_set_label (self->page_count, count);
  wijk_pdf_page_list_set_page (self->page_list, page);
  wijk_pdf_find_bar_set_page (self->find_bar, page);
}

static void
page_cb (WijkPdfViewer *self)
{
  if (self->pdf != NULL)
    show_page (self);
}

static void
page_chosen_cb (WijkPdfViewer *self, guint page)
{
  wijk_pdf_view_go_to_page (self->view, page);
  if (adw_overlay_split_view_get_collapsed (self->split))
    adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
}

/* Where there are no contents, nobody can be left looking at them. */
static void
contents_cb (WijkPdfViewer *self)
{
  gboolean is_empty;

  g_object_get (self->contents, "is-empty", &is_empty, NULL);
  if (is_empty)
    adw_view_stack_set_visible_child_name (self->sides, "pages");
}

/* A label, or else the number of the page in the file. */
static void
page_entered_cb (WijkPdfViewer *self)
{
  const char *text = gtk_editable_get_text (self->page_entry);
  int page = wijk_pdf_find_page_label (self->pdf, text);
  guint64 number;

  if (page < 0 &&
      g_ascii_string_to_unsigned (text, 10, 1, wijk_pdf_get_n_pages (self->pdf), &number, NULL))
    page = (int) number - 1;
  if (page >= 0)
    wijk_pdf_view_go_to_page (self->view, (guint) page);
  else
    gtk_widget_error_bell (GTK_WIDGET (self->page_entry));
  show_page (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
zoom_cb (WijkPdfViewer *self)
{
  const double zoom = wijk_pdf_view_get_zoom (self->view) / WIJK_PDF_LAYOUT_TRUE_ZOOM;
  /* Translators: how large the pages are shown, such as “125 %” */
  g_autofree char *label = g_strdup_printf (_ ("%d %%"), (int) round (100 * zoom));

  gtk_menu_button_set_label (self->zoom_button, label);
}

static void
drawn_cb (WijkPdfViewer *self)
{
  gboolean is_drawn;

  g_object_get (self->view, "is-drawn", &is_drawn, NULL);
  if (is_drawn && self->state == WIJK_PDF_VIEWER_LOADING)
    {
      set_state (self, WIJK_PDF_VIEWER_SHOWN);
      wijk_pdf_contents_set_pdf (self->contents, self->pdf);
    }
}

static void
selection_cb (WijkPdfViewer *self)
{
  gboolean has_selection;

  g_object_get (self->view, "has-selection", &has_selection, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pdf.copy", has_selection);
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkPdfViewer *self = WIJK_PDF_VIEWER (widget);
  double zoom = wijk_pdf_view_get_zoom (self->view);

  if (parameter != NULL)
    zoom = atoi (g_variant_get_string (parameter, NULL)) / 100.0 * WIJK_PDF_LAYOUT_TRUE_ZOOM;
  else
    zoom *= g_str_equal (name, "pdf.zoom-in") ? ZOOM_STEP : 1 / ZOOM_STEP;
  wijk_pdf_view_set_zoom (self->view, zoom);
}

static void
fit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const words[] = { "nice", "width", "page" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i], g_variant_get_string (parameter, NULL)))
      wijk_pdf_view_set_fit (WIJK_PDF_VIEWER (widget)->view, (WijkPdfFit) i);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  wijk_pdf_view_copy (WIJK_PDF_VIEWER (widget)->view);
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkPdfViewer *self = WIJK_PDF_VIEWER (widget);

  if (g_str_equal (name, "pdf.find"))
    wijk_pdf_find_bar_open (self->find_bar);
  else
    wijk_pdf_find_bar_go (self->find_bar, g_str_equal (name, "pdf.find-next") ? 1 : -1);
}

/* ---- opening ---- */

static void
show_wanted (WijkPdfViewer *self)
{
  g_autofree char *words = g_steal_pointer (&self->wanted_words);

  if (self->wanted_page >= wijk_pdf_get_n_pages (self->pdf))
    return;

  if (self->wants_area)
    wijk_pdf_view_show_area (self->view, self->wanted_page, &self->wanted_area);
  else
    wijk_pdf_view_show_area (self->view, self->wanted_page, NULL);
  self->wants_area = FALSE;
  if (words != NULL && *words != '\0')
    wijk_pdf_search_start (self->search, words, self->wanted_page, 1);
}

static void
take_pdf (WijkPdfViewer *self, WijkPdf *pdf)
{
  self->pdf = g_object_ref (pdf);
  self->search = wijk_pdf_search_new (pdf);
  g_signal_connect_object (
      pdf, "notify::is-killed", G_CALLBACK (killed_cb), self, G_CONNECT_SWAPPED);

  wijk_pdf_view_set_pdf (self->view, pdf);
  wijk_pdf_view_set_search (self->view, self->search);
  wijk_pdf_find_bar_set_search (self->find_bar, self->search, wijk_pdf_get_n_pages (pdf));
  gtk_widget_set_sensitive (self->tools, TRUE);
  show_wanted (self);
  wijk_pdf_page_list_set_pdf (self->page_list, pdf);
  show_page (self);
  drawn_cb (self);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WijkPdf) pdf = wijk_reader_open_finish (WIJK_READER (source), result, &error);

  if (pdf != NULL)
    take_pdf (user_data, pdf);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fail (user_data, error);
}

/* ---- vfuncs ---- */

static void
wijk_pdf_viewer_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_STATE:
      g_value_set_int (value, (int) WIJK_PDF_VIEWER (object)->state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wijk_pdf_viewer_dispose (GObject *object)
{
  WijkPdfViewer *self = WIJK_PDF_VIEWER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL); /* which the template would take away unasked */
  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_PDF_VIEWER);
  g_clear_object (&self->search);
  g_clear_object (&self->pdf);

  G_OBJECT_CLASS (wijk_pdf_viewer_parent_class)->dispose (object);
}

static void
wijk_pdf_viewer_finalize (GObject *object)
{
  WijkPdfViewer *self = WIJK_PDF_VIEWER (object);

  g_clear_object (&self->cancellable);
  g_free (self->wanted_words);

  G_OBJECT_CLASS (wijk_pdf_viewer_parent_class)->finalize (object);
}

static void
add_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_plus, GDK_CONTROL_MASK, "pdf.zoom-in" },
    { GDK_KEY_equal, GDK_CONTROL_MASK, "pdf.zoom-in" },
    { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "pdf.zoom-in" },
    { GDK_KEY_minus, GDK_CONTROL_MASK, "pdf.zoom-out" },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "pdf.zoom-out" },
    { GDK_KEY_f, GDK_CONTROL_MASK, "pdf.find" },
    { GDK_KEY_g, GDK_CONTROL_MASK, "pdf.find-next" },
    { GDK_KEY_F3, 0, "pdf.find-next" },
    { GDK_KEY_g, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "pdf.find-previous" },
    { GDK_KEY_F3, GDK_SHIFT_MASK, "pdf.find-previous" },
    { GDK_KEY_c, GDK_CONTROL_MASK, "pdf.copy" },
  };

  gtk_widget_class_install_action (widget_class, "pdf.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "pdf.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "pdf.zoom", "s", zoom_action);
  gtk_widget_class_install_action (widget_class, "pdf.fit", "s", fit_action);
  gtk_widget_class_install_action (widget_class, "pdf.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "pdf.find-next", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "pdf.find-previous", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "pdf.copy", NULL, copy_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (
        widget_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "pdf.fit", "s", "nice");
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_KP_0, GDK_CONTROL_MASK, "pdf.fit", "s", "nice");
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-pdf-viewer.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkPdfViewer, stack);
  gtk_widget_class_bind_template_child (widget_class, WijkPdfViewer, find_bar);
  gtk_widget_class_bind_template_child (widget_class, WijkPdfViewer, split);
  gtk_widget_class_bind_template_child (widget_class, WijkPdfViewer, sides);
  gtk_widget_class_bind_template_child (widget_class, WijkPdfViewer, page_list);
  gtk_widget_class_bind_template_child (widget_class, WijkPdfViewer, contents);
  gtk_widget_class_bind_template_child (widget_class, WijkPdfViewer, scrolled);
  gtk_widget_class_bind_template_child (widget_class, WijkPdfViewer, view);
  gtk_widget_class_bind_template_child (widget_class, WijkPdfViewer, spinner);
  gtk_widget_class_bind_template_child (widget_class, WijkPdfViewer, tools);
  gtk_widget_class_bind_template_child (widget_class, WijkPdfViewer, page_entry);
  gtk_widget_class_bind_template_child (widget_class, WijkPdfViewer, page_count);
  gtk_widget_class_bind_template_child (widget_class, WijkPdfViewer, zoom_button);
  gtk_widget_class_bind_template_child (widget_class, WijkPdfViewer, failure);
  gtk_widget_class_bind_template_callback (widget_class, page_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, contents_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_cb);
  gtk_widget_class_bind_template_callback (widget_class, drawn_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_cb);
}

static void
wijk_pdf_viewer_class_init (WijkPdfViewerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = wijk_pdf_viewer_get_property;
  object_class->dispose = wijk_pdf_viewer_dispose;
  object_class->finalize = wijk_pdf_viewer_finalize;

  props[PROP_STATE] =
      g_param_spec_int ("state",
                        NULL,
                        NULL,
                        0,
                        WIJK_PDF_VIEWER_FAILED,
                        0,
                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (WIJK_TYPE_PDF_VIEW);
  g_type_ensure (WIJK_TYPE_PDF_CONTENTS);
  g_type_ensure (WIJK_TYPE_PDF_FIND_BAR);
  g_type_ensure (WIJK_TYPE_PDF_PAGE_LIST);
  bind_template (widget_class);
  add_actions (widget_class);
}

static void
wijk_pdf_viewer_init (WijkPdfViewer *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pdf.copy", FALSE);
  zoom_cb (self);
}

/* ---- what others use ---- */

WijkReader *
wijk_pdf_viewer_get_reader (void)
{
  static WijkReader *reader;

  if (reader == NULL)
    reader = wijk_reader_new (NULL);

  return reader;
}

GtkWidget *
wijk_pdf_viewer_new (void)
{
  return g_object_new (WIJK_TYPE_PDF_VIEWER, NULL);
}

void
wijk_pdf_viewer_set_help (WijkPdfViewer *self, GtkWidget *help)
{
  g_return_if_fail (WIJK_IS_PDF_VIEWER (self));

  adw_status_page_set_child (self->failure, help);
}

void
wijk_pdf_viewer_close (WijkPdfViewer *self)
{
  g_return_if_fail (WIJK_IS_PDF_VIEWER (self));

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();

  wijk_pdf_find_bar_set_search (self->find_bar, NULL, 0);
  if (self->pdf != NULL)
    g_signal_handlers_disconnect_by_data (self->pdf, self);
  wijk_pdf_page_list_set_pdf (self->page_list, NULL);
  wijk_pdf_contents_set_pdf (self->contents, NULL);
  wijk_pdf_view_set_pdf (self->view, NULL);
  g_clear_object (&self->search);
  g_clear_object (&self->pdf);
  g_clear_pointer (&self->wanted_words, g_free);
  self->wanted_page = 0;
  gtk_editable_set_text (self->page_entry, "");
  gtk_label_set_label (self->page_count, "");
  set_state (self, WIJK_PDF_VIEWER_EMPTY);
}

void
wijk_pdf_viewer_open (WijkPdfViewer *self, GFile *file, const char *name)
{
  g_return_if_fail (WIJK_IS_PDF_VIEWER (self));
  g_return_if_fail (G_IS_FILE (file));

  wijk_pdf_viewer_close (self);
  set_state (self, WIJK_PDF_VIEWER_LOADING);
  wijk_reader_open_async (
      wijk_pdf_viewer_get_reader (), file, name, self->cancellable, opened_cb, self);
}

void
wijk_pdf_viewer_show_words (WijkPdfViewer *self, guint page, const char *words)
{
  g_return_if_fail (WIJK_IS_PDF_VIEWER (self));

  self->wanted_page = page;
  g_set_str (&self->wanted_words, words);
  if (self->pdf != NULL)
    show_wanted (self);
}

gboolean
wijk_pdf_viewer_find (WijkPdfViewer *self)
{
  g_return_val_if_fail (WIJK_IS_PDF_VIEWER (self), FALSE);

  if (self->search == NULL || self->state == WIJK_PDF_VIEWER_FAILED)
    return FALSE;

  wijk_pdf_find_bar_open (self->find_bar);
  return TRUE;
}

void
wijk_pdf_viewer_show_area (WijkPdfViewer *self, guint page, const WijkPdfRectangle *area)
{
  g_return_if_fail (WIJK_IS_PDF_VIEWER (self));

  self->wants_area = area != NULL;
  if (area != NULL)
    self->wanted_area = *area;
  wijk_pdf_viewer_show_words (self, page, NULL);
}

WijkPdfView *
wijk_pdf_viewer_get_view (WijkPdfViewer *self)
{
  g_return_val_if_fail (WIJK_IS_PDF_VIEWER (self), NULL);

  return self->view;
}
