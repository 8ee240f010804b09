/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-field-widget.h"

#include <adwaita.h>
#include <stdlib.h>
#include <string.h>

#include "wijk-format.h"

static char *
dup_buffer_text (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/* How many characters @a and @b have in common at their start, and then at their end. */
static void
find_difference (const char *a, const char *b, glong *n_start, glong *n_end)
{
  const char *end_a = a + strlen (a);
  const char *end_b = b + strlen (b);

  *n_start = 0;
  *n_end = 0;
  while (*a != '\0' && g_utf8_get_char (a) == g_utf8_get_char (b))
    {
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
      (*n_start)++;
    }
  while (end_a > a && end_b > b)
    {
      const char *last_a = g_utf8_prev_char (end_a);
      const char *last_b = g_utf8_prev_char (end_b);

      if (g_utf8_get_char (last_a) != g_utf8_get_char (last_b))
        break;
      end_a = last_a;
      end_b = last_b;
      (*n_end)++;
    }
}

static void
replace_buffer_text (GtkTextBuffer *buffer, const char *text)
{
  g_autofree char *old = dup_buffer_text (buffer);
  const char *from, *to;
  GtkTextIter start, end;
  glong n_start, n_end;

  find_difference (old, text, &n_start, &n_end);
  from = g_utf8_offset_to_pointer (text, n_start);
  to = g_utf8_offset_to_pointer (text, g_utf8_strlen (text, -1) - n_end);

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) n_start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) (g_utf8_strlen (old, -1) - n_end));
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, from, (int) (to - from));
  gtk_text_buffer_end_user_action (buffer);
}

static void
replace_editable_text (GtkEditable *editable, const char *text)
{
  const char *old = gtk_editable_get_text (editable);
  g_autofree char *part = NULL;
  glong n_start, n_end, n_text;
  int position;

  if (g_str_equal (old, text))
    return;

  find_difference (old, text, &n_start, &n_end);
  n_text = g_utf8_strlen (text, -1);
  part = g_utf8_substring (text, n_start, n_text - n_end);
  position = (int) n_start;
  gtk_editable_delete_text (editable, (int) n_start, (int) (g_utf8_strlen (old, -1) - n_end));
  gtk_editable_insert_text (editable, part, -1, &position);
}

static guint
get_selected (GtkWidget *widget)
{
  return GTK_IS_DROP_DOWN (widget) ? gtk_drop_down_get_selected (GTK_DROP_DOWN (widget))
                                   : adw_combo_row_get_selected (ADW_COMBO_ROW (widget));
}

static void
set_selected (GtkWidget *widget, guint selected)
{
  if (get_selected (widget) == selected)
    return;

  if (GTK_IS_DROP_DOWN (widget))
    gtk_drop_down_set_selected (GTK_DROP_DOWN (widget), selected);
  else
    adw_combo_row_set_selected (ADW_COMBO_ROW (widget), selected);
}

static gboolean
is_choice_widget (GtkWidget *widget)
{
  return GTK_IS_DROP_DOWN (widget) || ADW_IS_COMBO_ROW (widget);
}

static gboolean
has_active (GtkWidget *widget)
{
  return GTK_IS_SWITCH (widget) || GTK_IS_CHECK_BUTTON (widget) || ADW_IS_SWITCH_ROW (widget);
}

static char *
dup_selected_value (GtkWidget *widget, const WijkField *field, const char *const *values)
{
  guint selected = get_selected (widget);

  if (values != NULL)
    return g_strdup (selected < g_strv_length ((GStrv) values) ? values[selected] : "");
  if (selected == GTK_INVALID_LIST_POSITION)
    return g_strdup ("");

  return g_strdup (wijk_field_choice_to_word (field, (int) selected));
}

static guint
find_row (const WijkField *field, const char *const *values, const char *value)
{
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    if (g_str_equal (values[i], value))
      return i;

  return values == NULL ? (guint) MAX (wijk_field_choice_from_word (field, value), 0) : 0;
}

/* `2026-11-23` as 23-11-2026, `2026-11` as 11-2026. */
static char *
dup_typed_date (const char *iso)
{
  g_auto (GStrv) parts = g_strsplit (iso, "-", 3);

  switch (g_strv_length (parts))
    {
    case 3:
      return g_strjoin ("-", parts[2], parts[1], parts[0], NULL);
    case 2:
      return g_strjoin ("-", parts[1], parts[0], NULL);
    default:
      return g_strdup (iso);
    }
}

void
wijk_field_widget_prepare (GtkWidget *widget)
{
  if (GTK_IS_TEXT_VIEW (widget))
    {
      gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (widget), FALSE);
      gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), FALSE);
    }
  else if (GTK_IS_EDITABLE (widget))
    gtk_editable_set_enable_undo (GTK_EDITABLE (widget), FALSE);
}

void
wijk_field_widget_watch (GtkWidget *widget, GCallback changed, GObject *data)
{
  if (GTK_IS_TEXT_VIEW (widget))
    g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)),
                             "changed",
                             changed,
                             data,
                             G_CONNECT_SWAPPED);
  else if (is_choice_widget (widget))
    g_signal_connect_object (widget, "notify::selected", changed, data, G_CONNECT_SWAPPED);
  else if (has_active (widget))
    g_signal_connect_object (widget, "notify::active", changed, data, G_CONNECT_SWAPPED);
  else if (GTK_IS_SPIN_BUTTON (widget))
    g_signal_connect_object (widget, "value-changed", changed, data, G_CONNECT_SWAPPED);
  else
    g_signal_connect_object (widget, "changed", changed, data, G_CONNECT_SWAPPED);
}

char *
wijk_field_widget_dup_value (GtkWidget *widget, const WijkField *field, const char *const *values)
{
  gboolean active;

  if (GTK_IS_TEXT_VIEW (widget))
    return dup_buffer_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)));
  if (is_choice_widget (widget))
    return dup_selected_value (widget, field, values);
  if (GTK_IS_SPIN_BUTTON (widget))
    return g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (widget)));
  if (has_active (widget))
    {
      g_object_get (widget, "active", &active, NULL);
      return g_strdup (active ? "1" : "");
    }
  if (field->kind == WIJK_FIELD_DATE && *gtk_editable_get_text (GTK_EDITABLE (widget)) != '\0')
    return wijk_ui_parse_date (gtk_editable_get_text (GTK_EDITABLE (widget)),
                               (field->flags & WIJK_FIELD_MONTH) != 0);

  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget)));
}

void
wijk_field_widget_show_value (GtkWidget *widget,
                              const WijkField *field,
                              const char *const *values,
                              const char *value)
{
  g_autofree char *date = NULL;

  if (GTK_IS_TEXT_VIEW (widget))
    replace_buffer_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), value);
  else if (is_choice_widget (widget))
    set_selected (widget, find_row (field, values, value));
  else if (GTK_IS_SPIN_BUTTON (widget))
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (widget), *value != '\0' ? atoi (value) : 0);
  else if (has_active (widget))
    g_object_set (widget, "active", *value != '\0', NULL);
  else if (field->kind == WIJK_FIELD_DATE)
    {
      date = dup_typed_date (value);
      replace_editable_text (GTK_EDITABLE (widget), date);
    }
  else
    replace_editable_text (GTK_EDITABLE (widget), value);
}
