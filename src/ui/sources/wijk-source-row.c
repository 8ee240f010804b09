/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-source-row.h"

#include <glib/gi18n.h>

#include "wijk-format.h"
#include "wijk-source-use.h"

struct _WijkSourceRow
{
  AdwActionRow parent_instance;

  WijkState *state;
  WijkSource *source;
  GtkWidget *audience;
  GtkWidget *audience_icon;
  GtkWidget *audience_label;
};

G_DEFINE_FINAL_TYPE (WijkSourceRow, wijk_source_row, ADW_TYPE_ACTION_ROW)

static void
add_part (GString *text, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

static char *
describe_use (WijkSourceRow *self)
{
  g_autoptr (GPtrArray) quotes = wijk_source_dup_quotes (self->state, self->source);
  g_autoptr (GPtrArray) users = wijk_source_dup_users (self->state, self->source);
  const guint n = quotes->len + users->len;

  if (n == 0)
    return g_strdup (_ ("not used yet"));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "used in %u place", "used in %u places", n),
                          n);
}

static char *
describe_pages (gint64 pages)
{
  if (pages <= 0)
    return NULL;

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u page", "%u pages", (gulong) pages),
                          (guint) pages);
}

static void
show_source (WijkSourceRow *self)
{
  g_autoptr (GString) about = g_string_new (NULL);
  g_autofree char *date = wijk_ui_format_date (self->source->date);
  g_autofree char *pages = describe_pages (self->source->pages);
  g_autofree char *use = describe_use (self);
  const char *title = self->source->title;

  add_part (about, self->source->publisher);
  add_part (about, date);
  add_part (about, pages);
  add_part (about, use);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title != NULL ? title : "");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), about->str);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->audience_icon),
                                self->source->public ? "wijk-public-symbolic"
                                                     : "wijk-internal-symbolic");
  gtk_label_set_label (GTK_LABEL (self->audience_label),
                       self->source->public ? _ ("Public") : _ ("Internal"));
}

static void
wijk_source_row_finalize (GObject *object)
{
  WijkSourceRow *self = WIJK_SOURCE_ROW (object);

  g_clear_object (&self->source);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (wijk_source_row_parent_class)->finalize (object);
}

static void
wijk_source_row_class_init (WijkSourceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wijk_source_row_finalize;
}

static void
wijk_source_row_init (WijkSourceRow *self)
{
  GtkWidget *next = gtk_image_new_from_icon_name ("go-next-symbolic");

  self->audience = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  self->audience_icon = gtk_image_new ();
  self->audience_label = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (self->audience), self->audience_icon);
  gtk_box_append (GTK_BOX (self->audience), self->audience_label);
  gtk_widget_set_valign (self->audience, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->audience, "pill-label");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 4);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self),
                             gtk_image_new_from_icon_name ("wijk-sources-symbolic"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->audience);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), next);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
}

GtkWidget *
wijk_source_row_new (WijkState *state, WijkSource *source)
{
  WijkSourceRow *self = g_object_new (WIJK_TYPE_SOURCE_ROW, NULL);

  self->state = g_object_ref (state);
  self->source = g_object_ref (source);
  g_signal_connect_object (source, "notify", G_CALLBACK (show_source), self, G_CONNECT_SWAPPED);
  show_source (self);

  return GTK_WIDGET (self);
}

WijkSource *
wijk_source_row_get_source (WijkSourceRow *self)
{
  g_return_val_if_fail (WIJK_IS_SOURCE_ROW (self), NULL);

  return self->source;
}

void
wijk_source_row_update (WijkSourceRow *self)
{
  g_return_if_fail (WIJK_IS_SOURCE_ROW (self));

  show_source (self);
}
