/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-together-actions.h"

#include "wijk-cluster-actions.h"
#include "wijk-cluster-dialog.h"
#include "wijk-cluster-edit.h"
#include "wijk-split-dialog.h"

struct _WijkTogetherActions
{
  GObject parent_instance;

  GtkWidget *widget; /* has us */
  WijkDocument *document;
  WijkRemark *remark;
  GActionMap *actions;
  guint update_source;
};

G_DEFINE_FINAL_TYPE (WijkTogetherActions, wijk_together_actions, G_TYPE_OBJECT)

static WijkCluster *
find_cluster (WijkTogetherActions *self)
{
  if (self->remark == NULL)
    return NULL;

  return (WijkCluster *) wijk_state_lookup_live (
      wijk_document_get_state (self->document), self->remark->cluster, WIJK_KIND_CLUSTER);
}

/* ---- what is done ---- */

static void
merge (WijkTogetherActions *self)
{
  wijk_cluster_ask_merge (self->widget, self->document, self->remark);
}

static void
open (WijkTogetherActions *self)
{
  wijk_cluster_dialog_present (self->widget, self->document, find_cluster (self));
}

static void
take_out (WijkTogetherActions *self)
{
  wijk_cluster_take_out (self->widget, self->document, self->remark);
}

static void
split (WijkTogetherActions *self)
{
  wijk_document_end_typing (self->document);
  wijk_split_dialog_present (self->widget, self->document, self->remark);
}

static void
rejoin (WijkTogetherActions *self)
{
  wijk_cluster_rejoin (self->widget, self->document, self->remark);
}

static const struct
{
  const char *name;
  void (*run) (WijkTogetherActions *self);
} all[] = {
  { "merge", merge }, { "open", open },     { "take-out", take_out },
  { "split", split }, { "rejoin", rejoin },
};

static void
activate_cb (WijkTogetherActions *self, GVariant *parameter, GAction *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (g_str_equal (all[i].name, g_action_get_name (action)))
      all[i].run (self);
}

/* ---- what can be done ---- */

static void
enable (WijkTogetherActions *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (self->actions, name)),
                               enabled);
}

static void
update (WijkTogetherActions *self)
{
  gboolean may_write = self->remark != NULL && self->remark->withdrawn == NULL &&
                       !wijk_document_is_read_only (self->document);
  gboolean is_member = find_cluster (self) != NULL;
  gboolean has_parts = FALSE;

  if (self->remark != NULL)
    {
      g_autoptr (GPtrArray) parts =
          wijk_remark_dup_parts (wijk_document_get_state (self->document), self->remark);

      has_parts = parts->len > 0;
    }
  enable (self, "merge", may_write);
  enable (self, "open", is_member);
  enable (self, "take-out", may_write && is_member);
  enable (self, "split", may_write && !has_parts);
  enable (self, "rejoin", may_write && has_parts);
}

static void
update_cb (gpointer user_data)
{
  WijkTogetherActions *self = user_data;

  self->update_source = 0;
  update (self);
}

static void
record_changed_cb (WijkTogetherActions *self, WijkRecord *record)
{
  if ((WIJK_IS_REMARK (record) || WIJK_IS_CLUSTER (record)) && self->remark != NULL &&
      self->update_source == 0)
    self->update_source = g_idle_add_once (update_cb, self);
}

/* ---- GObject ---- */

static void
wijk_together_actions_dispose (GObject *object)
{
  WijkTogetherActions *self = WIJK_TOGETHER_ACTIONS (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_object (&self->actions);
  g_clear_object (&self->remark);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_together_actions_parent_class)->dispose (object);
}

static void
wijk_together_actions_class_init (WijkTogetherActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wijk_together_actions_dispose;
}

static void
wijk_together_actions_init (WijkTogetherActions *self)
{
  self->actions = G_ACTION_MAP (g_simple_action_group_new ());
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (all[i].name, NULL);

      g_signal_connect_object (
          action, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
      g_action_map_add_action (self->actions, G_ACTION (action));
    }
}

WijkTogetherActions *
wijk_together_actions_new (GtkWidget *widget, WijkDocument *document)
{
  WijkTogetherActions *self = g_object_new (WIJK_TYPE_TOGETHER_ACTIONS, NULL);

  self->widget = widget;
  self->document = g_object_ref (document);
  gtk_widget_insert_action_group (widget, "together", G_ACTION_GROUP (self->actions));
  g_signal_connect_object (wijk_document_get_state (document),
                           "record-changed",
                           G_CALLBACK (record_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  update (self);

  return self;
}

void
wijk_together_actions_set_remark (WijkTogetherActions *self, WijkRemark *remark)
{
  g_return_if_fail (WIJK_IS_TOGETHER_ACTIONS (self));

  if (g_set_object (&self->remark, remark))
    update (self);
}
