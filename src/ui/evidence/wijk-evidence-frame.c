/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-evidence-frame.h"

#include "wijk-application.h"
#include "wijk-evidence-pane.h"

struct _WijkEvidenceFrame
{
  AdwBin parent_instance;

  GtkWidget *content; /* lent by the layouts */
  WijkPage *page;     /* lent: it is among the content */
  const char *setting;
  gboolean narrow;
  gboolean shown;

  AdwMultiLayoutView *layouts;
  AdwOverlaySplitView *split;
  AdwBottomSheet *sheet;
  WijkEvidencePane *pane;
};

enum
{
  PROP_CONTENT = 1,
  PROP_NARROW,
  PROP_SHOWN,
  PROP_HAS_TOGGLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WijkEvidenceFrame, wijk_evidence_frame, ADW_TYPE_BIN)

static gboolean
has_subject (WijkEvidenceFrame *self)
{
  return self->page != NULL && wijk_page_get_subject (self->page) != NULL;
}

static void
show_pane (WijkEvidenceFrame *self)
{
  gboolean has = has_subject (self);

  adw_overlay_split_view_set_show_sidebar (self->split, has && self->shown);
  adw_bottom_sheet_set_reveal_bottom_bar (self->sheet, has);
  if (!has || !self->narrow)
    adw_bottom_sheet_set_open (self->sheet, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_TOGGLE]);
}

static void
subject_changed_cb (WijkEvidenceFrame *self)
{
  wijk_evidence_pane_set_subject (self->pane,
                                  self->page != NULL ? wijk_page_get_subject (self->page) : NULL);
  show_pane (self);
}

static GSettings *
get_settings (void)
{
  return wijk_application_get_settings (wijk_application_get_default ());
}

static void
set_shown (WijkEvidenceFrame *self, gboolean shown)
{
  if (self->shown == shown)
    return;
  self->shown = shown;
  if (self->setting != NULL)
    g_settings_set_boolean (get_settings (), self->setting, shown);
  show_pane (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWN]);
}

static void
set_narrow (WijkEvidenceFrame *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  adw_multi_layout_view_set_layout_name (self->layouts, narrow ? "narrow" : "wide");
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self->pane), "on-sheet");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->pane), "on-sheet");
  show_pane (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

/* ---- GObject ---- */

static void
wijk_evidence_frame_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  WijkEvidenceFrame *self = WIJK_EVIDENCE_FRAME (object);

  switch (id)
    {
    case PROP_CONTENT:
      g_value_set_object (value, self->content);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_SHOWN:
      g_value_set_boolean (value, self->shown);
      break;
    case PROP_HAS_TOGGLE:
      g_value_set_boolean (value, !self->narrow && has_subject (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
wijk_evidence_frame_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  WijkEvidenceFrame *self = WIJK_EVIDENCE_FRAME (object);

  switch (id)
    {
    case PROP_CONTENT:
      self->content = g_value_get_object (value);
      adw_multi_layout_view_set_child (self->layouts, "pages", self->content);
      break;
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    case PROP_SHOWN:
      set_shown (self, g_value_get_boolean (value));
      break;
    case PROP_HAS_TOGGLE:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
wijk_evidence_frame_dispose (GObject *object)
{
  WIJK_EVIDENCE_FRAME (object)->page = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), WIJK_TYPE_EVIDENCE_FRAME);

  G_OBJECT_CLASS (wijk_evidence_frame_parent_class)->dispose (object);
}

static void
wijk_evidence_frame_class_init (WijkEvidenceFrameClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = wijk_evidence_frame_get_property;
  object_class->set_property = wijk_evidence_frame_set_property;
  object_class->dispose = wijk_evidence_frame_dispose;

  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  properties[PROP_SHOWN] = g_param_spec_boolean ("shown", NULL, NULL, FALSE, flags);
  properties[PROP_HAS_TOGGLE] = g_param_spec_boolean (
      "has-toggle", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (WIJK_TYPE_EVIDENCE_PANE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-evidence-frame.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkEvidenceFrame, layouts);
  gtk_widget_class_bind_template_child (widget_class, WijkEvidenceFrame, split);
  gtk_widget_class_bind_template_child (widget_class, WijkEvidenceFrame, sheet);
  gtk_widget_class_bind_template_child (widget_class, WijkEvidenceFrame, pane);
}

static void
wijk_evidence_frame_init (WijkEvidenceFrame *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
wijk_evidence_frame_set_document (WijkEvidenceFrame *self, WijkDocument *document)
{
  g_return_if_fail (WIJK_IS_EVIDENCE_FRAME (self));

  wijk_evidence_pane_set_document (self->pane, document);
}

void
wijk_evidence_frame_set_page (WijkEvidenceFrame *self, WijkPage *page, gboolean in_area)
{
  g_return_if_fail (WIJK_IS_EVIDENCE_FRAME (self) && WIJK_IS_PAGE (page));

  if (self->page != NULL)
    g_signal_handlers_disconnect_by_func (self->page, subject_changed_cb, self);
  self->page = page;
  g_signal_connect_object (
      page, "subject-changed", G_CALLBACK (subject_changed_cb), self, G_CONNECT_SWAPPED);
  self->setting = in_area ? "evidence-shown-in-areas" : "evidence-shown";
  set_shown (self, g_settings_get_boolean (get_settings (), self->setting));
  subject_changed_cb (self);
}

void
wijk_evidence_frame_toggle (WijkEvidenceFrame *self)
{
  g_return_if_fail (WIJK_IS_EVIDENCE_FRAME (self));

  if (!has_subject (self))
    return;
  if (self->narrow)
    adw_bottom_sheet_set_open (self->sheet, !adw_bottom_sheet_get_open (self->sheet));
  else
    set_shown (self, !self->shown);
}

void
wijk_evidence_frame_close_sheet (WijkEvidenceFrame *self)
{
  g_return_if_fail (WIJK_IS_EVIDENCE_FRAME (self));

  adw_bottom_sheet_set_open (self->sheet, FALSE);
}
