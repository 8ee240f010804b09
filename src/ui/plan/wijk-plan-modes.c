/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-plan-modes.h"

#include "wijk-evening-page.h"
#include "wijk-evening-start.h"

struct _WijkPlanModes
{
  AdwBin parent_instance;

  WijkDocument *document; /* while there is an evening */
  GtkStack *stack;
  AdwBin *plan;
  AdwBin *evening;
};

G_DEFINE_FINAL_TYPE (WijkPlanModes, wijk_plan_modes, ADW_TYPE_BIN)

typedef enum
{
  PROP_PLAN = 1,
} WijkPlanModesProperty;

static GParamSpec *properties[PROP_PLAN + 1];

static void
wijk_plan_modes_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((WijkPlanModesProperty) prop_id)
    {
    case PROP_PLAN:
      g_value_set_object (value, adw_bin_get_child (WIJK_PLAN_MODES (object)->plan));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wijk_plan_modes_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  switch ((WijkPlanModesProperty) prop_id)
    {
    case PROP_PLAN:
      adw_bin_set_child (WIJK_PLAN_MODES (object)->plan, g_value_get_object (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wijk_plan_modes_dispose (GObject *object)
{
  g_clear_object (&WIJK_PLAN_MODES (object)->document);

  G_OBJECT_CLASS (wijk_plan_modes_parent_class)->dispose (object);
}

static void
wijk_plan_modes_class_init (WijkPlanModesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = wijk_plan_modes_dispose;
  object_class->get_property = wijk_plan_modes_get_property;
  object_class->set_property = wijk_plan_modes_set_property;

  properties[PROP_PLAN] =
      g_param_spec_object ("plan",
                           NULL,
                           NULL,
                           GTK_TYPE_WIDGET,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
wijk_plan_modes_init (WijkPlanModes *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  self->plan = ADW_BIN (adw_bin_new ());
  self->evening = ADW_BIN (adw_bin_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->plan), "plan");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->evening), "evening");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

void
wijk_plan_modes_begin (WijkPlanModes *self, WijkDocument *document, const char *session)
{
  gpointer record;

  g_return_if_fail (WIJK_IS_PLAN_MODES (self));

  record = wijk_state_lookup_live (wijk_document_get_state (document), session, WIJK_KIND_SESSION);
  if (record == NULL || wijk_document_is_read_only (document))
    return;
  wijk_document_end_typing (document);
  g_set_object (&self->document, document);
  adw_bin_set_child (self->evening, wijk_evening_page_new (document, record));
  gtk_stack_set_visible_child_name (self->stack, "evening");
  gtk_widget_grab_focus (adw_bin_get_child (self->evening));
}

void
wijk_plan_modes_start (WijkPlanModes *self, WijkDocument *document)
{
  g_return_if_fail (WIJK_IS_PLAN_MODES (self));

  if (self->document == NULL && !wijk_document_is_read_only (document))
    wijk_evening_start (GTK_WIDGET (self), document);
}

void
wijk_plan_modes_leave (WijkPlanModes *self)
{
  g_return_if_fail (WIJK_IS_PLAN_MODES (self));

  if (self->document == NULL)
    return;
  wijk_document_end_typing (self->document);
  gtk_stack_set_visible_child_name (self->stack, "plan");
  adw_bin_set_child (self->evening, NULL);
  g_clear_object (&self->document);
}

gboolean
wijk_plan_modes_has_evening (WijkPlanModes *self)
{
  g_return_val_if_fail (WIJK_IS_PLAN_MODES (self), FALSE);

  return self->document != NULL;
}

gboolean
wijk_plan_modes_step (WijkPlanModes *self, gboolean forward)
{
  g_return_val_if_fail (WIJK_IS_PLAN_MODES (self), FALSE);

  return self->document != NULL &&
         gtk_widget_activate_action (adw_bin_get_child (self->evening),
                                     forward ? "evening.next" : "evening.previous",
                                     NULL);
}
