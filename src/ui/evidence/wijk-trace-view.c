/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-trace-view.h"

#include <glib/gi18n.h>

#include "wijk-mention.h"
#include "wijk-remark.h"
#include "wijk-theme-mark.h"
#include "wijk-theme.h"
#include "wijk-version.h"

#define FEW 4     /* records of a stage that are shown at first */
#define MANY 200  /* and after asking for more */
#define NODE 30   /* pixels across */
#define LINE 2    /* pixels wide */
#define WORDS 200 /* characters of a remark on its button: two lines of the widest pane */

typedef struct
{
  GtkWidget *box;
  GtkWidget *node;
  GtkLabel *heading;
  GtkWidget *records;
  gboolean unfolded;
  GPtrArray *shown; /* WijkRecord, owned; NULL: not known */
} Stage;

struct _WijkTraceView
{
  GtkWidget parent_instance;

  WijkRecord *record;
  Stage stages[WIJK_TRACE_N_STAGES];
};

G_DEFINE_FINAL_TYPE (WijkTraceView, wijk_trace_view, GTK_TYPE_WIDGET)

static const struct
{
  const char *name;
  const char *icon;
  const char *none; /* what is said where nothing is */
} looks[WIJK_TRACE_N_STAGES] = {
  { N_ ("Remark"), "wijk-input-symbolic", N_ ("No remark") },
  { N_ ("Group"), "wijk-group-symbolic", N_ ("In no group") },
  { N_ ("Theme"), "wijk-theme-symbolic", N_ ("No theme yet") },
  { N_ ("Priority"), "wijk-priorities-symbolic", N_ ("In no priority") },
  { N_ ("Measure"), "wijk-measure-symbolic", N_ ("No measure yet") },
  { N_ ("Chapter"), "wijk-chapter-symbolic", N_ ("In no chapter") },
  { N_ ("Version"), "wijk-versions-symbolic", N_ ("In no version yet") },
};

const char *
wijk_trace_stage_get_name (WijkTraceStage stage)
{
  return _ (looks[stage].name);
}

/* ---- a record ---- */

static char *
dup_words (WijkRecord *record)
{
  if (WIJK_IS_REMARK (record))
    {
      WijkRemark *remark = WIJK_REMARK (record);
      g_autofree char *said = g_utf8_substring (
          remark->text != NULL ? remark->text : "",
          0,
          MIN (WORDS, g_utf8_strlen (remark->text != NULL ? remark->text : "", -1)));

      return g_strdup_printf (
          "%s  %s", remark->label != NULL ? remark->label : "", g_strdelimit (said, "\n\t", ' '));
    }
  if (WIJK_IS_VERSION (record))
    {
      WijkVersion *version = WIJK_VERSION (record);

      /* Translators: the number of a version, then what it is called */
      return g_strdup_printf (_ ("Version %d  %s"),
                              (int) version->number,
                              version->label != NULL ? version->label : "");
    }
  if (wijk_record_get_kind (record) == WIJK_KIND_THEME)
    return g_strdup (WIJK_THEME (record)->name);

  return wijk_mention_dup_words (record);
}

static GtkWidget *
make_button (WijkTraceView *self, WijkTraceStage stage, WijkRecord *record, guint at, guint n)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *words = dup_words (record);
  GtkWidget *label = gtk_label_new (words);
  /* Translators: a stage such as “Priority”, what it is called, and the how manieth of how many */
  g_autofree char *name =
      g_strdup_printf (_ ("%s: %s, %u of %u"), wijk_trace_stage_get_name (stage), words, at + 1, n);

  if (stage == WIJK_TRACE_THEMES)
    {
      GtkWidget *mark = wijk_theme_mark_new (16);

      wijk_theme_mark_set_theme (WIJK_THEME_MARK (mark), WIJK_THEME (record));
      gtk_box_append (GTK_BOX (box), mark);
    }
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "trace-record");
  if (record == self->record)
    gtk_widget_add_css_class (button, "own");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "record", g_object_ref (record), g_object_unref);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", wijk_record_get_id (record));

  return button;
}

/* ---- a stage ---- */

static void show_stage (WijkTraceView *self, WijkTraceStage stage);

static void
more_cb (GtkWidget *button, gpointer user_data)
{
  WijkTraceView *self = WIJK_TRACE_VIEW (user_data);
  WijkTraceStage stage = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "stage"));
  GtkWidget *child;

  self->stages[stage].unfolded = TRUE;
  show_stage (self, stage);
  child = gtk_widget_get_first_child (self->stages[stage].records);
  for (guint i = 0; child != NULL && i < FEW; i++)
    child = gtk_widget_get_next_sibling (child);
  if (child != NULL)
    gtk_widget_grab_focus (child);
}

static GtkWidget *
make_more (WijkTraceView *self, WijkTraceStage stage, guint n)
{
  g_autofree char *text =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more", n), n);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dimmed");
  if (self->stages[stage].unfolded)
    return label; /* beyond what a ribbon can show */
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "trace-record");
  g_object_set_data (G_OBJECT (button), "stage", GUINT_TO_POINTER (stage));
  g_signal_connect_object (button, "clicked", G_CALLBACK (more_cb), self, 0);

  return button;
}

static void
show_heading (Stage *self, WijkTraceStage stage)
{
  guint n = self->shown != NULL ? self->shown->len : 0;
  const char *name = wijk_trace_stage_get_name (stage);
  g_autofree char *counted = n > 1 ? g_strdup_printf ("%s · %u", name, n) : NULL;

  gtk_label_set_label (self->heading, counted != NULL ? counted : name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  counted != NULL ? counted : name,
                                  -1);
}

static void
show_stage (WijkTraceView *self, WijkTraceStage stage)
{
  Stage *own = &self->stages[stage];
  guint n = own->shown != NULL ? own->shown->len : 0;
  guint most = own->unfolded ? MANY : n <= FEW + 1 ? n : FEW;
  GtkWidget *child;
  gboolean is_own = FALSE;

  while ((child = gtk_widget_get_first_child (own->records)) != NULL)
    gtk_box_remove (GTK_BOX (own->records), child);
  show_heading (own, stage);
  for (guint i = 0; i < MIN (n, most); i++)
    gtk_box_append (GTK_BOX (own->records), make_button (self, stage, own->shown->pdata[i], i, n));
  if (n > most)
    gtk_box_append (GTK_BOX (own->records), make_more (self, stage, n - most));
  if (n == 0 && own->shown != NULL)
    {
      child = gtk_label_new (_ (looks[stage].none));
      gtk_label_set_xalign (GTK_LABEL (child), 0);
      gtk_widget_add_css_class (child, "dimmed");
      gtk_widget_add_css_class (child, "trace-none");
      gtk_box_append (GTK_BOX (own->records), child);
    }
  is_own = self->record != NULL &&
           wijk_trace_stage_of (wijk_record_get_kind (self->record)) == (int) stage;
  if (is_own)
    gtk_widget_add_css_class (own->box, "own");
  else
    gtk_widget_remove_css_class (own->box, "own");
  if (n == 0)
    gtk_widget_add_css_class (own->box, "empty");
  else
    gtk_widget_remove_css_class (own->box, "empty");
}

static void
take_records (WijkTraceView *self, WijkTraceStage stage, GPtrArray *records)
{
  Stage *own = &self->stages[stage];

  g_clear_pointer (&own->shown, g_ptr_array_unref);
  if (records != NULL)
    own->shown = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; records != NULL && i < records->len; i++)
    g_ptr_array_add (own->shown, g_object_ref (records->pdata[i]));
  show_stage (self, stage);
}

/* ---- walking ---- */

static int
find_focused_stage (WijkTraceView *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  for (int i = 0; focus != NULL && i < WIJK_TRACE_N_STAGES; i++)
    if (gtk_widget_is_ancestor (focus, self->stages[i].records))
      return i;

  return -1;
}

static gboolean
go_to_stage (WijkTraceView *self, int step)
{
  int stage = find_focused_stage (self);

  for (stage += step; stage >= 0 && stage < WIJK_TRACE_N_STAGES; stage += step)
    {
      GtkWidget *first = gtk_widget_get_first_child (self->stages[stage].records);

      if (GTK_IS_BUTTON (first))
        return gtk_widget_grab_focus (first);
    }

  return TRUE;
}

static gboolean
key_cb (WijkTraceView *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean is_mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_Up)
    {
      gtk_widget_child_focus (GTK_WIDGET (self),
                              keyval == GDK_KEY_Down ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD);
      return TRUE; /* stays in the ribbon at its ends */
    }
  if (keyval == GDK_KEY_Right || keyval == GDK_KEY_Left)
    return go_to_stage (self, (keyval == GDK_KEY_Right) != is_mirrored ? 1 : -1);

  return FALSE;
}

/* The record whose button has the focus; NULL for none. */
static WijkRecord *
get_focused (WijkTraceView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return NULL;

  return g_object_get_data (G_OBJECT (focus), "record");
}

static void
focus_record (WijkTraceView *self, WijkRecord *record)
{
  for (int i = 0; i < WIJK_TRACE_N_STAGES; i++)
    for (GtkWidget *child = gtk_widget_get_first_child (self->stages[i].records); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      if (g_object_get_data (G_OBJECT (child), "record") == record)
        gtk_widget_grab_focus (child);
}

/* ---- drawing ---- */

/* The line that the stages hang on. */
static void
wijk_trace_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WijkTraceView *self = WIJK_TRACE_VIEW (widget);
  graphene_rect_t first, last, line;
  GdkRGBA colour;

  gtk_widget_get_color (widget, &colour);
  colour.alpha *= 0.2f;
  if (gtk_widget_compute_bounds (self->stages[0].node, widget, &first) &&
      gtk_widget_compute_bounds (self->stages[WIJK_TRACE_VERSIONS].node, widget, &last))
    {
      graphene_rect_init (&line,
                          first.origin.x + first.size.width / 2 - LINE / 2.f,
                          first.origin.y + first.size.height / 2,
                          LINE,
                          last.origin.y - first.origin.y);
      gtk_snapshot_append_color (snapshot, &colour, &line);
    }

  GTK_WIDGET_CLASS (wijk_trace_view_parent_class)->snapshot (widget, snapshot);
}

/* ---- GObject ---- */

static void
wijk_trace_view_dispose (GObject *object)
{
  WijkTraceView *self = WIJK_TRACE_VIEW (object);

  for (int i = 0; i < WIJK_TRACE_N_STAGES; i++)
    {
      g_clear_pointer (&self->stages[i].shown, g_ptr_array_unref);
      g_clear_pointer (&self->stages[i].box, gtk_widget_unparent);
    }
  g_clear_object (&self->record);

  G_OBJECT_CLASS (wijk_trace_view_parent_class)->dispose (object);
}

static void
wijk_trace_view_class_init (WijkTraceViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_trace_view_dispose;
  widget_class->snapshot = wijk_trace_view_snapshot;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "trace");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
make_stage (WijkTraceView *self, WijkTraceStage stage)
{
  Stage *own = &self->stages[stage];
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  own->box = g_object_new (GTK_TYPE_BOX,
                           "orientation",
                           GTK_ORIENTATION_HORIZONTAL,
                           "spacing",
                           9,
                           "accessible-role",
                           GTK_ACCESSIBLE_ROLE_GROUP,
                           NULL);
  own->node = gtk_image_new_from_icon_name (looks[stage].icon);
  own->heading = GTK_LABEL (gtk_label_new (NULL));
  own->records = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_size_request (own->node, NODE, NODE);
  gtk_widget_set_valign (own->node, GTK_ALIGN_START);
  gtk_widget_add_css_class (own->node, "trace-node");
  gtk_label_set_xalign (own->heading, 0);
  gtk_widget_set_size_request (GTK_WIDGET (own->heading), -1, NODE);
  gtk_widget_add_css_class (GTK_WIDGET (own->heading), "heading");
  gtk_widget_set_hexpand (content, TRUE);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (own->heading));
  gtk_box_append (GTK_BOX (content), own->records);
  gtk_box_append (GTK_BOX (own->box), own->node);
  gtk_box_append (GTK_BOX (own->box), content);
  gtk_widget_add_css_class (own->box, "trace-stage");
  gtk_widget_set_parent (own->box, GTK_WIDGET (self));
}

static void
wijk_trace_view_init (WijkTraceView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  for (int i = 0; i < WIJK_TRACE_N_STAGES; i++)
    make_stage (self, i);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Way through the plan"), -1);
}

GtkWidget *
wijk_trace_view_new (void)
{
  return g_object_new (WIJK_TYPE_TRACE_VIEW, NULL);
}

void
wijk_trace_view_show (WijkTraceView *self, WijkTrace *trace, WijkRecord *record)
{
  g_autoptr (WijkRecord) focused = NULL;

  g_return_if_fail (WIJK_IS_TRACE_VIEW (self));

  g_set_object (&focused, get_focused (self));
  if (g_set_object (&self->record, record))
    for (int i = 0; i < WIJK_TRACE_N_STAGES; i++)
      self->stages[i].unfolded = FALSE;
  for (int i = 0; i < WIJK_TRACE_VERSIONS; i++)
    take_records (self, i, trace != NULL ? trace->stages[i] : NULL);
  if (focused != NULL)
    focus_record (self, focused);
}

void
wijk_trace_view_show_versions (WijkTraceView *self, GPtrArray *versions)
{
  g_return_if_fail (WIJK_IS_TRACE_VIEW (self));

  take_records (self, WIJK_TRACE_VERSIONS, versions);
}
