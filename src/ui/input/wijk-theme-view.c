/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-theme-view.h"

#include <glib/gi18n.h>

#include "wijk-outline.h"
#include "wijk-page.h"
#include "wijk-remark-choice.h"
#include "wijk-theme-row.h"

struct _WijkThemeView
{
  AdwBin parent_instance;

  WijkDocument *document;
  guint update_source;

  GtkWidget *add_box;
  GtkEditable *add_entry;
  GtkStack *stack;
  GtkListBox *list;
  GtkWidget *hint;
};

static void page_init (WijkPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WijkThemeView,
                               wijk_theme_view,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (WIJK_TYPE_PAGE, page_init))

static void
tell_failure (WijkThemeView *self, GError *error)
{
  if (error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

/* ---- rows ---- */

static WijkThemeRow *
get_row (WijkThemeView *self, guint index)
{
  return (WijkThemeRow *) gtk_list_box_get_row_at_index (self->list, (int) index);
}

static WijkThemeRow *
find_row (WijkThemeView *self, WijkTheme *theme)
{
  WijkThemeRow *row;

  for (guint i = 0; (row = get_row (self, i)) != NULL; i++)
    if (wijk_theme_row_get_theme (row) == theme)
      return row;

  return NULL;
}

static void
show_remarks_cb (WijkThemeView *self, WijkThemeRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self),
                              "input.show-remarks",
                              "s",
                              wijk_record_get_id (WIJK_RECORD (wijk_theme_row_get_theme (row))));
}

static void
delete_cb (WijkThemeView *self, WijkThemeRow *row)
{
  WijkTheme *theme = wijk_theme_row_get_theme (row);
  /* Translators: %s is the name of a theme */
  g_autofree char *message = g_strdup_printf (_ ("“%s” deleted; its remarks stay"), theme->name);
  g_autoptr (GError) error = NULL;

  if (wijk_document_delete (self->document, _ ("Delete a theme"), WIJK_RECORD (theme), &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", message);
  tell_failure (self, error);
}

static void
add_row (WijkThemeView *self, const WijkOutlineRow *place)
{
  GtkWidget *row = wijk_theme_row_new (self->document, WIJK_THEME (place->record), place->depth);

  g_signal_connect_object (
      row, "show-remarks", G_CALLBACK (show_remarks_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "delete", G_CALLBACK (delete_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
}

static gboolean
shows (WijkThemeView *self, GPtrArray *outline)
{
  for (guint i = 0; i < outline->len; i++)
    {
      const WijkOutlineRow *place = outline->pdata[i];
      WijkThemeRow *row = get_row (self, i);

      if (row == NULL || WIJK_RECORD (wijk_theme_row_get_theme (row)) != place->record ||
          wijk_theme_row_get_depth (row) != place->depth)
        return FALSE;
    }

  return get_row (self, outline->len) == NULL;
}

static WijkTheme *
get_focused (WijkThemeView *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, WIJK_TYPE_THEME_ROW) : NULL;

  return row != NULL ? wijk_theme_row_get_theme (WIJK_THEME_ROW (row)) : NULL;
}

/* Rows are made anew where the order or depth is another one; the focus stays with its theme. */
static void
update_rows (WijkThemeView *self)
{
  g_autoptr (GPtrArray) outline = wijk_outline_new (
      wijk_document_get_state (self->document), WIJK_KIND_THEME, WIJK_THEME_DEPTH, NULL);
  WijkTheme *focused = get_focused (self);

  gtk_stack_set_visible_child_name (self->stack, outline->len > 0 ? "list" : "empty");
  if (shows (self, outline))
    return;
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < outline->len; i++)
    add_row (self, outline->pdata[i]);
  if (focused != NULL && find_row (self, focused) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (find_row (self, focused)));
}

static void
update_counts (WijkThemeView *self)
{
  g_autoptr (GHashTable) counts =
      wijk_remark_count_by (wijk_document_get_state (self->document), WIJK_KIND_THEME);
  WijkThemeRow *row;

  for (guint i = 0; (row = get_row (self, i)) != NULL; i++)
    wijk_theme_row_set_count (
        row,
        g_hash_table_lookup (counts,
                             wijk_record_get_id (WIJK_RECORD (wijk_theme_row_get_theme (row)))));
}

static void
update_cb (gpointer user_data)
{
  WijkThemeView *self = WIJK_THEME_VIEW (user_data);

  self->update_source = 0;
  update_rows (self);
  update_counts (self);
}

static void
record_changed_cb (WijkThemeView *self, WijkRecord *record)
{
  WijkKind kind = wijk_record_get_kind (record);

  if (kind != WIJK_KIND_THEME && kind != WIJK_KIND_REMARK && kind != WIJK_KIND_CLUSTER)
    return;
  if (self->update_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_source = g_idle_add_once (update_cb, self);
}

/* ---- adding ---- */

static void
add_cb (WijkThemeView *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->add_entry)));
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  gtk_widget_grab_focus (GTK_WIDGET (self->add_entry));
  if (*name == '\0')
    return;
  id = wijk_remark_choice_make (WIJK_CHOICE_THEME, self->document, name, &error);
  if (id != NULL)
    gtk_editable_set_text (self->add_entry, "");
  tell_failure (self, error);
}

/* ---- page ---- */

static gboolean
show_record (WijkPage *page, WijkRecord *theme)
{
  WijkThemeView *self = WIJK_THEME_VIEW (page);
  WijkThemeRow *row;

  update_rows (self);
  row = find_row (self, (WijkTheme *) theme);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
page_init (WijkPageInterface *iface)
{
  iface->show_record = show_record;
}

/* ---- GObject ---- */

static void
wijk_theme_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (wijk_theme_view_parent_class)->map (widget);
  update_cb (widget);
}

static void
wijk_theme_view_dispose (GObject *object)
{
  WijkThemeView *self = WIJK_THEME_VIEW (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_THEME_VIEW);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_theme_view_parent_class)->dispose (object);
}

static void
wijk_theme_view_class_init (WijkThemeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_theme_view_dispose;
  widget_class->map = wijk_theme_view_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-theme-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkThemeView, add_box);
  gtk_widget_class_bind_template_child (widget_class, WijkThemeView, add_entry);
  gtk_widget_class_bind_template_child (widget_class, WijkThemeView, stack);
  gtk_widget_class_bind_template_child (widget_class, WijkThemeView, list);
  gtk_widget_class_bind_template_child (widget_class, WijkThemeView, hint);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
wijk_theme_view_init (WijkThemeView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
wijk_theme_view_new (WijkDocument *document)
{
  WijkThemeView *self = g_object_new (WIJK_TYPE_THEME_VIEW, NULL);

  self->document = g_object_ref (document);
  g_object_bind_property (document,
                          "read-only",
                          self->add_box,
                          "visible",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  g_object_bind_property (document,
                          "read-only",
                          self->hint,
                          "visible",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  g_signal_connect_object (wijk_document_get_state (document),
                           "record-changed",
                           G_CALLBACK (record_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
