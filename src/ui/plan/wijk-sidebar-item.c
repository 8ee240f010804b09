/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-sidebar-item.h"

#include <glib/gi18n.h>

#include "wijk-label.h"

struct _WijkSidebarItem
{
  GObject parent_instance;

  WijkPane pane;
  WijkSection *section;
  char *number;
  guint depth;
  char *title;
  char *badge;
  char *meaning;
  guint status;
};

enum
{
  PROP_NUMBER = 1,
  PROP_TITLE,
  PROP_DEPTH,
  PROP_BADGE,
  PROP_STATUS,
  PROP_DESCRIPTION,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (WijkSidebarItem, wijk_sidebar_item, G_TYPE_OBJECT)

static const struct
{
  const char *name;
  const char *title;
} panes[WIJK_N_PANES] = {
  [WIJK_PANE_OVERVIEW] = { "overview", N_ ("Overview") },
  [WIJK_PANE_INPUT] = { "input", N_ ("Input") },
  [WIJK_PANE_PRIORITIES] = { "priorities", N_ ("Priorities") },
  [WIJK_PANE_SOURCES] = { "sources", N_ ("Sources") },
  [WIJK_PANE_VERSIONS] = { "versions", N_ ("Versions and Export") },
};

const char *
wijk_pane_get_name (WijkPane pane)
{
  g_return_val_if_fail (pane < WIJK_N_PANES, NULL);

  return panes[pane].name;
}

const char *
wijk_pane_get_title (WijkPane pane)
{
  g_return_val_if_fail (pane < WIJK_N_PANES, NULL);

  return _ (panes[pane].title);
}

static char *
describe (WijkSidebarItem *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  if (self->number != NULL)
    g_strv_builder_take (builder, g_strdup_printf ("%s %s", self->number, self->title));
  else
    g_strv_builder_add (builder, self->title);
  if (self->meaning != NULL)
    g_strv_builder_add (builder, self->meaning);
  if (self->section != NULL)
    g_strv_builder_add (builder, wijk_label_for_section_status (self->status));
  parts = g_strv_builder_end (builder);

  return g_strjoinv (", ", parts);
}

static void
tell (WijkSidebarItem *self, guint prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DESCRIPTION]);
}

static void
follow_section (WijkSidebarItem *self)
{
  if (g_set_str (&self->title, self->section->title != NULL ? self->section->title : ""))
    tell (self, PROP_TITLE);
  if (self->status != (guint) self->section->status)
    {
      self->status = (guint) self->section->status;
      tell (self, PROP_STATUS);
    }
}

static void
wijk_sidebar_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  WijkSidebarItem *self = WIJK_SIDEBAR_ITEM (object);

  switch (prop_id)
    {
    case PROP_NUMBER:
      g_value_set_string (value, self->number);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_DEPTH:
      g_value_set_uint (value, self->depth);
      break;
    case PROP_BADGE:
      g_value_set_string (value, self->badge);
      break;
    case PROP_STATUS:
      g_value_set_uint (value, self->status);
      break;
    case PROP_DESCRIPTION:
      g_value_take_string (value, describe (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wijk_sidebar_item_finalize (GObject *object)
{
  WijkSidebarItem *self = WIJK_SIDEBAR_ITEM (object);

  g_clear_object (&self->section);
  g_free (self->number);
  g_free (self->title);
  g_free (self->badge);
  g_free (self->meaning);

  G_OBJECT_CLASS (wijk_sidebar_item_parent_class)->finalize (object);
}

static GParamSpec *
create_string_pspec (const char *name)
{
  return g_param_spec_string (
      name, NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static GParamSpec *
create_uint_pspec (const char *name)
{
  return g_param_spec_uint (name,
                            NULL,
                            NULL,
                            0,
                            G_MAXUINT,
                            0,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static void
wijk_sidebar_item_class_init (WijkSidebarItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = wijk_sidebar_item_get_property;
  object_class->finalize = wijk_sidebar_item_finalize;

  props[PROP_NUMBER] = create_string_pspec ("number");
  props[PROP_TITLE] = create_string_pspec ("title");
  props[PROP_DEPTH] = create_uint_pspec ("depth");
  props[PROP_BADGE] = create_string_pspec ("badge");
  props[PROP_STATUS] = create_uint_pspec ("status");
  props[PROP_DESCRIPTION] = create_string_pspec ("description");
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
wijk_sidebar_item_init (WijkSidebarItem *self)
{
}

WijkSidebarItem *
wijk_sidebar_item_new (WijkPane pane, WijkSection *section)
{
  WijkSidebarItem *self = g_object_new (WIJK_TYPE_SIDEBAR_ITEM, NULL);

  self->pane = pane;
  if (section != NULL)
    {
      self->section = g_object_ref (section);
      g_signal_connect_object (
          section, "notify", G_CALLBACK (follow_section), self, G_CONNECT_SWAPPED);
      follow_section (self);
    }
  else
    self->title = g_strdup (wijk_pane_get_title (pane));

  return self;
}

WijkPane
wijk_sidebar_item_get_pane (WijkSidebarItem *self)
{
  g_return_val_if_fail (WIJK_IS_SIDEBAR_ITEM (self), WIJK_PANE_OVERVIEW);

  return self->pane;
}

WijkSection *
wijk_sidebar_item_get_section (WijkSidebarItem *self)
{
  g_return_val_if_fail (WIJK_IS_SIDEBAR_ITEM (self), NULL);

  return self->section;
}

guint
wijk_sidebar_item_get_depth (WijkSidebarItem *self)
{
  g_return_val_if_fail (WIJK_IS_SIDEBAR_ITEM (self), 0);

  return self->depth;
}

void
wijk_sidebar_item_place (WijkSidebarItem *self, const char *number, guint depth)
{
  g_return_if_fail (WIJK_IS_SIDEBAR_ITEM (self));

  if (g_set_str (&self->number, number))
    tell (self, PROP_NUMBER);
  if (self->depth != depth)
    {
      self->depth = depth;
      tell (self, PROP_DEPTH);
    }
}

void
wijk_sidebar_item_set_badge (WijkSidebarItem *self, const char *badge, const char *meaning)
{
  g_return_if_fail (WIJK_IS_SIDEBAR_ITEM (self));

  g_set_str (&self->meaning, meaning);
  if (g_set_str (&self->badge, badge))
    tell (self, PROP_BADGE);
}

WijkPane
wijk_pane_for_record (WijkRecord *record)
{
  switch (wijk_record_get_kind (record))
    {
    case WIJK_KIND_SECTION:
      return WIJK_PANE_SECTION;
    case WIJK_KIND_THEME:
    case WIJK_KIND_SESSION:
    case WIJK_KIND_ATTENDANCE:
    case WIJK_KIND_BALLOT:
    case WIJK_KIND_OPTION:
    case WIJK_KIND_VOTE:
    case WIJK_KIND_REPLY:
    case WIJK_KIND_FILTER:
    case WIJK_KIND_POPULATION:
    case WIJK_KIND_CLUSTER:
    case WIJK_KIND_REMARK:
    case WIJK_KIND_STAKEHOLDER:
    case WIJK_KIND_COMMITMENT:
      return WIJK_PANE_INPUT;
    case WIJK_KIND_PRIORITY:
    case WIJK_KIND_WEIGHT:
    case WIJK_KIND_MEASURE:
    case WIJK_KIND_AMOUNT:
    case WIJK_KIND_INDICATOR:
    case WIJK_KIND_MEASUREMENT:
      return WIJK_PANE_PRIORITIES;
    case WIJK_KIND_SOURCE:
    case WIJK_KIND_QUOTE:
      return WIJK_PANE_SOURCES;
    case WIJK_KIND_VERSION:
      return WIJK_PANE_VERSIONS;
    case WIJK_KIND_PLAN:
    case WIJK_KIND_COMMENT:
    case WIJK_KIND_OTHER:
    default:
      return WIJK_PANE_OVERVIEW;
    }
}
