/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-remark-links.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-cluster-edit.h"
#include "wijk-link.h"
#include "wijk-priority.h"
#include "wijk-remark-chooser.h"
#include "wijk-remark-edits.h"
#include "wijk-section.h"
#include "wijk-trace.h"

#define MOST_SIBLINGS 12

struct _WijkRemarkLinks
{
  GtkBox parent_instance;

  WijkDocument *document;
  WijkRemark *remark;
  WijkRemarkChooser *chooser;
  GtkWidget *nowhere;
  AdwWrapBox *targets;
  GtkWidget *together; /* heading and chips of the cluster and of the parts */
  GtkLabel *together_title;
  GtkWidget *open; /* the group as a whole */
  AdwWrapBox *siblings;
  guint update_source;
};

G_DEFINE_FINAL_TYPE (WijkRemarkLinks, wijk_remark_links, GTK_TYPE_BOX)

/* ---- links ---- */

static void
set_link (WijkRemarkLinks *self, const char *id, gboolean linked)
{
  WijkRecord *target = wijk_state_lookup (wijk_document_get_state (self->document), id);
  g_autoptr (GError) error = NULL;

  if (target == NULL || self->remark == NULL)
    return;
  if (!wijk_link_set (
          self->document, target, wijk_record_get_id (WIJK_RECORD (self->remark)), linked, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
toggled_cb (WijkRemarkLinks *self, const char *id, gboolean linked)
{
  set_link (self, id, linked);
}

static void
unlink_cb (WijkRemarkLinks *self, GtkWidget *button)
{
  set_link (self, g_object_get_data (G_OBJECT (button), "target"), FALSE);
}

/* ---- chips ---- */

static const char *
get_title (WijkRecord *record)
{
  const char *title = NULL;

  if (WIJK_IS_PRIORITY (record))
    title = WIJK_PRIORITY (record)->title;
  else if (WIJK_IS_SECTION (record))
    title = WIJK_SECTION (record)->title;
  else if (WIJK_IS_REMARK (record))
    title = WIJK_REMARK (record)->label;

  return title != NULL ? title : "";
}

static const char *
get_icon (WijkRecord *record)
{
  if (WIJK_IS_PRIORITY (record))
    return "wijk-priorities-symbolic";

  return WIJK_IS_SECTION (record) ? "wijk-chapter-symbolic" : "wijk-input-symbolic";
}

static GtkWidget *
make_go_button (WijkRecord *record)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (get_title (record));
  /* Translators: %s is the title of a priority or chapter, or the number of a remark */
  g_autofree char *name = g_strdup_printf (_ ("Go to %s"), get_title (record));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (get_icon (record)));
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (
      button, WIJK_IS_REMARK (record) ? WIJK_REMARK (record)->text : get_title (record));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", wijk_record_get_id (record));

  return button;
}

static GtkWidget *
make_link_chip (WijkRemarkLinks *self, WijkRecord *target)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* Translators: %s is the title of a priority or chapter */
  g_autofree char *name = g_strdup_printf (_ ("Unlink from %s"), get_title (target));

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_add_css_class (box, "link-chip");
  gtk_box_append (GTK_BOX (box), make_go_button (target));
  if (wijk_document_is_read_only (self->document))
    return box;
  gtk_widget_set_tooltip_text (remove, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (
      G_OBJECT (remove), "target", g_strdup (wijk_record_get_id (target)), g_free);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (unlink_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), remove);

  return box;
}

/* To the sheet that the remark was typed over from. */
static GtkWidget *
make_scan_button (WijkRemarkLinks *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();
  g_autofree char *text =
      self->remark->scan_page != WIJK_UNSET
          ? g_strdup_printf (_ ("Sheet, page %d"), (int) self->remark->scan_page + 1)
          : g_strdup (_ ("Sheet"));

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "wijk-sources-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), text);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_tooltip_text (button, _ ("Show it on the sheet it was typed over from"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-scan");
  gtk_actionable_set_action_target (
      GTK_ACTIONABLE (button), "s", wijk_record_get_id (WIJK_RECORD (self->remark)));

  return button;
}

static void
clear (AdwWrapBox *box, GtkWidget *but)
{
  GtkWidget *child, *next;

  for (child = gtk_widget_get_first_child (GTK_WIDGET (box)); child != NULL; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      if (child != but)
        adw_wrap_box_remove (box, child);
    }
}

/* ---- what shows ---- */

static void
show_targets (WijkRemarkLinks *self)
{
  static const WijkKind kinds[] = { WIJK_KIND_PRIORITY, WIJK_KIND_SECTION };
  WijkState *state = wijk_document_get_state (self->document);
  const char *id = wijk_record_get_id (WIJK_RECORD (self->remark));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) linked = NULL;
  GtkWidget *before = NULL;

  clear (self->targets, GTK_WIDGET (self->chooser));
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (GPtrArray) records = wijk_state_dup_sorted (state, kinds[k]);

      for (guint i = 0; i < records->len; i++)
        {
          GtkWidget *chip;

          if (!wijk_link_is_set (records->pdata[i], id))
            continue;
          chip = make_link_chip (self, records->pdata[i]);
          adw_wrap_box_insert_child_after (self->targets, chip, before);
          before = chip;
          g_strv_builder_add (builder, wijk_record_get_id (records->pdata[i]));
        }
    }
  if (self->remark->scan != NULL)
    {
      GtkWidget *chip = make_scan_button (self);

      adw_wrap_box_insert_child_after (self->targets, chip, before);
    }
  linked = g_strv_builder_end (builder);
  wijk_remark_chooser_set_values (self->chooser, (const char *const *) linked);
  gtk_widget_set_visible (self->nowhere, before == NULL);
}

/* The others of its cluster, or of what was split. */
static GPtrArray *
find_siblings (WijkRemarkLinks *self, char **title)
{
  WijkState *state = wijk_document_get_state (self->document);
  WijkCluster *cluster =
      (WijkCluster *) wijk_state_lookup_live (state, self->remark->cluster, WIJK_KIND_CLUSTER);
  WijkRecord *whole = wijk_state_lookup_live (state, self->remark->part_of, WIJK_KIND_REMARK);
  GPtrArray *siblings;

  if (whole != NULL)
    {
      siblings = g_ptr_array_new ();
      g_ptr_array_add (siblings, whole);
      *title = g_strdup (_ ("Part of"));
      return siblings;
    }
  siblings = wijk_remark_dup_parts (state, self->remark);
  if (siblings->len > 0)
    {
      *title = g_strdup (_ ("Split into"));
      return siblings;
    }
  if (cluster == NULL)
    return siblings;
  g_ptr_array_unref (siblings);
  siblings = wijk_cluster_dup_members (state, cluster);
  /* Translators: %s is the title of a group of remarks that say the same */
  *title = g_strdup_printf (_ ("Together in “%s”"), cluster->title);
  g_ptr_array_remove (siblings, self->remark);

  return siblings;
}

static void
show_siblings (WijkRemarkLinks *self)
{
  g_autofree char *title = NULL;
  g_autoptr (GPtrArray) siblings = find_siblings (self, &title);

  clear (self->siblings, NULL);
  gtk_widget_set_visible (self->together, title != NULL);
  if (title == NULL)
    return;
  gtk_label_set_label (self->together_title, title);
  gtk_widget_set_visible (self->open,
                          wijk_state_lookup_live (wijk_document_get_state (self->document),
                                                  self->remark->cluster,
                                                  WIJK_KIND_CLUSTER) != NULL);
  for (guint i = 0; i < MIN (siblings->len, MOST_SIBLINGS); i++)
    adw_wrap_box_append (self->siblings, make_go_button (siblings->pdata[i]));
  if (siblings->len > MOST_SIBLINGS)
    {
      g_autofree char *more = g_strdup_printf (_ ("and %u more"), siblings->len - MOST_SIBLINGS);

      adw_wrap_box_append (self->siblings, gtk_label_new (more));
    }
}

static void
show_cb (gpointer user_data)
{
  WijkRemarkLinks *self = WIJK_REMARK_LINKS (user_data);

  self->update_source = 0;
  if (self->remark == NULL)
    return;
  show_targets (self);
  show_siblings (self);
}

/* Once for many changes; and a chip that was pressed is not taken away under the pointer. */
static void
show_later (WijkRemarkLinks *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add_once (show_cb, self);
}

static void
record_changed_cb (WijkRemarkLinks *self, WijkRecord *record)
{
  WijkKind kind = wijk_record_get_kind (record);

  if (kind == WIJK_KIND_PRIORITY || kind == WIJK_KIND_SECTION || kind == WIJK_KIND_CLUSTER ||
      record == (WijkRecord *) self->remark ||
      (kind == WIJK_KIND_REMARK &&
       (WIJK_REMARK (record)->cluster != NULL || WIJK_REMARK (record)->part_of != NULL)))
    show_later (self);
}

/* ---- GObject ---- */

static void
wijk_remark_links_dispose (GObject *object)
{
  WijkRemarkLinks *self = WIJK_REMARK_LINKS (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_object (&self->remark);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_remark_links_parent_class)->dispose (object);
}

static void
wijk_remark_links_class_init (WijkRemarkLinksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wijk_remark_links_dispose;
}

static GtkWidget *
make_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");

  return label;
}

static AdwWrapBox *
make_wrap_box (void)
{
  AdwWrapBox *box = ADW_WRAP_BOX (adw_wrap_box_new ());

  adw_wrap_box_set_child_spacing (box, 6);
  adw_wrap_box_set_line_spacing (box, 6);

  return box;
}

static void
wijk_remark_links_init (WijkRemarkLinks *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);

  self->nowhere = gtk_label_new (_ ("Nowhere yet. Link it to the priorities and chapters in which "
                                    "people can see what came of it."));
  gtk_label_set_xalign (GTK_LABEL (self->nowhere), 0);
  gtk_label_set_wrap (GTK_LABEL (self->nowhere), TRUE);
  gtk_widget_add_css_class (self->nowhere, "caption");
  gtk_widget_add_css_class (self->nowhere, "dimmed");
  self->targets = make_wrap_box ();
  gtk_box_append (GTK_BOX (self), make_heading (_ ("Used In")));
  gtk_box_append (GTK_BOX (self), self->nowhere);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->targets));

  self->together = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  self->together_title = GTK_LABEL (make_heading (NULL));
  self->siblings = make_wrap_box ();
  gtk_widget_set_margin_top (self->together, 9);
  self->open = gtk_button_new_with_mnemonic (_ ("Show the _Group"));
  gtk_widget_set_halign (self->open, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->open), "together.open");
  gtk_box_append (GTK_BOX (self->together), GTK_WIDGET (self->together_title));
  gtk_box_append (GTK_BOX (self->together), GTK_WIDGET (self->siblings));
  gtk_box_append (GTK_BOX (self->together), self->open);
  gtk_box_append (GTK_BOX (self), self->together);
}

void
wijk_remark_links_set_document (WijkRemarkLinks *self, WijkDocument *document)
{
  g_return_if_fail (WIJK_IS_REMARK_LINKS (self) && self->document == NULL);

  self->document = g_object_ref (document);
  self->chooser = WIJK_REMARK_CHOOSER (
      wijk_remark_chooser_new (document, WIJK_CHOICE_TARGET, WIJK_CHOOSE_MANY));
  wijk_remark_chooser_set_fixed_text (self->chooser, _ ("Link…"), "list-add-symbolic");
  g_signal_connect_object (
      self->chooser, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_object_bind_property (document,
                          "read-only",
                          self->chooser,
                          "visible",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  adw_wrap_box_append (self->targets, GTK_WIDGET (self->chooser));
  g_signal_connect_object (wijk_document_get_state (document),
                           "record-changed",
                           G_CALLBACK (record_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

void
wijk_remark_links_set_remark (WijkRemarkLinks *self, WijkRemark *remark)
{
  g_return_if_fail (WIJK_IS_REMARK_LINKS (self));

  g_set_object (&self->remark, remark);
  if (remark == NULL)
    return;
  show_targets (self);
  show_siblings (self);
}
