/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-remark-line.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-chip-bar.h"
#include "wijk-entry.h"
#include "wijk-remark-chooser.h"
#include "wijk-remark-date.h"
#include "wijk-remark-personal.h"
#include "wijk-session.h"
#include "wijk-tasks.h"

/* What is chosen beside the words, in the order of the line. */
static const struct
{
  WijkRemarkChoiceKind kind;
  const char *key;
} fields[] = {
  { WIJK_CHOICE_SESSION, "session" }, { WIJK_CHOICE_CHANNEL, "channel" },
  { WIJK_CHOICE_THEME, "themes" },    { WIJK_CHOICE_ASPECT, "aspects" },
  { WIJK_CHOICE_AREA, "area-code" },
};

#define N_FIELDS G_N_ELEMENTS (fields)
#define KEEP_AFTER 500 /* milliseconds after a key in the line */

struct _WijkRemarkLine
{
  GtkBox parent_instance;

  WijkDocument *document;
  WijkRemarkChooser *choosers[N_FIELDS];
  WijkRemarkDate *date;
  WijkRemark *edited; /* NULL: a new one is typed */
  char *last;         /* id of the last one added here */
  guint keep_source;
  gboolean compact;

  GtkEntry *entry;
  WijkChipBar *chips;
  GtkToggleButton *more;
  GtkButton *save;
  GtkRevealer *editing;
  GtkLabel *editing_label;
  GtkRevealer *warning;
  GtkLabel *warning_label;
  GtkRevealer *choices;
  AdwWrapBox *pills;
  GtkWidget *people;
  GtkSpinButton *count;
  GtkLabel *summary;
};

G_DEFINE_FINAL_TYPE (WijkRemarkLine, wijk_remark_line, GTK_TYPE_BOX)

typedef enum
{
  PROP_COMPACT = 1,
} WijkRemarkLineProperty;

static GParamSpec *properties[PROP_COMPACT + 1];
static guint adding_signal;
static guint added_signal;

static char *
dup_words (WijkRemarkLine *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

/* ---- what is chosen ---- */

static WijkRemarkChooser *
get_chooser (WijkRemarkLine *self, WijkRemarkChoiceKind kind)
{
  for (guint i = 0; i < N_FIELDS; i++)
    if (fields[i].kind == kind)
      return self->choosers[i];

  g_assert_not_reached ();
}

/* What stays chosen while it is folded away. */
static void
show_summary (WijkRemarkLine *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  g_autofree char *text = NULL;
  gboolean is_open = !self->compact || gtk_toggle_button_get_active (self->more);

  for (guint i = 0; i < N_FIELDS; i++)
    {
      const char *const *values = wijk_remark_chooser_get_values (self->choosers[i]);

      for (guint j = 0; values[j] != NULL; j++)
        {
          g_autofree char *label =
              wijk_remark_choice_dup_label (fields[i].kind, self->document, values[j]);

          if (label != NULL)
            g_strv_builder_add (builder, label);
        }
    }
  parts = g_strv_builder_end (builder);
  text = g_strjoinv (" · ", parts);
  gtk_label_set_label (self->summary, text);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), !is_open && *text != '\0');
  gtk_revealer_set_reveal_child (self->choices, is_open);
}

static void
show_more_cb (WijkRemarkLine *self)
{
  show_summary (self);
}

/* A session brings its date along, and that it was said there. */
static void
follow_session (WijkRemarkLine *self, const char *id)
{
  WijkRemarkChooser *channel = get_chooser (self, WIJK_CHOICE_CHANNEL);
  WijkSession *session = (WijkSession *) wijk_state_lookup_live (
      wijk_document_get_state (self->document), id, WIJK_KIND_SESSION);

  if (session == NULL)
    return;
  if (session->date != NULL)
    wijk_remark_date_set_date (self->date, session->date);
  if (wijk_remark_chooser_get_values (channel)[0] == NULL)
    wijk_remark_chooser_set_values (
        channel, (const char *[]) { wijk_channel_words[WIJK_CHANNEL_SESSION - 1], NULL });
}

static void
toggled_cb (WijkRemarkLine *self, const char *value, gboolean chosen, WijkRemarkChooser *chooser)
{
  g_auto (GStrv) values = wijk_remark_chooser_dup_toggled (chooser, value, chosen);

  wijk_remark_chooser_set_values (chooser, (const char *const *) values);
  if (chosen && wijk_remark_chooser_get_kind (chooser) == WIJK_CHOICE_SESSION)
    follow_session (self, value);
  show_summary (self);
}

static void
date_chosen_cb (WijkRemarkLine *self, const char *date)
{
  wijk_remark_date_set_date (self->date, date);
}

/* ---- committing ---- */

static gboolean
has_value (GPtrArray *values, const char *key)
{
  for (guint i = 0; i < values->len; i++)
    if (g_str_equal (((WijkEdit *) values->pdata[i])->field, key))
      return TRUE;

  return FALSE;
}

static void
add_choices (WijkRemarkLine *self, GPtrArray *values)
{
  for (guint i = 0; i < N_FIELDS; i++)
    {
      const char *const *chosen = wijk_remark_chooser_get_values (self->choosers[i]);
      gboolean is_set =
          wijk_kind_find_field (WIJK_KIND_REMARK, fields[i].key)->kind == WIJK_FIELD_SET;

      for (guint j = 0; chosen[j] != NULL; j++)
        {
          g_autofree char *label =
              wijk_remark_choice_dup_label (fields[i].kind, self->document, chosen[j]);
          g_autofree char *member = g_strconcat (fields[i].key, "/", chosen[j], NULL);

          if (label != NULL && !has_value (values, member)) /* else it was deleted meanwhile */
            wijk_edits_add (values, "", is_set ? member : fields[i].key, is_set ? "1" : chosen[j]);
        }
    }
}

static char *
add_remark (WijkRemarkLine *self, const char *words, GError **error)
{
  g_autoptr (GPtrArray) values = wijk_edits_new ();
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  g_autoptr (GDateTime) now = wijk_task_now ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *id = NULL;
  const char *date = wijk_remark_date_get_date (self->date);
  int count = gtk_spin_button_get_value_as_int (self->count);
  GPtrArray *chips = wijk_chip_bar_get_chips (self->chips);

  if (!wijk_chip_bar_make_themes (self->chips, edits, error))
    return NULL;
  wijk_edits_add (values, "", "text", words);
  if (date != NULL)
    wijk_edits_add (values, "", "date", date);
  for (guint i = 0; i < chips->len; i++)
    wijk_chip_add_values (chips->pdata[i], values);
  if (count > 1 && !has_value (values, "count"))
    {
      g_autofree char *number = g_strdup_printf ("%d", count);

      wijk_edits_add (values, "", "count", number);
    }
  add_choices (self, values);
  g_signal_emit (self, adding_signal, 0, values);
  id = wijk_entry_add (
      wijk_document_get_state (self->document), WIJK_KIND_REMARK, values, today, edits, error);
  if (id == NULL || !wijk_document_write (self->document, _ ("Add a remark"), edits, error))
    return NULL;

  return g_steal_pointer (&id);
}

static gboolean
change_remark (WijkRemarkLine *self, const char *words, GError **error)
{
  g_autoptr (GPtrArray) edits = wijk_edits_new ();

  if (!wijk_chip_bar_make_themes (self->chips, edits, error))
    return FALSE;
  if (g_strcmp0 (self->edited->text, words) != 0)
    wijk_edits_add (edits, wijk_record_get_id (WIJK_RECORD (self->edited)), "text", words);
  wijk_chips_add_edits (wijk_chip_bar_get_chips (self->chips),
                        wijk_document_get_state (self->document),
                        self->edited,
                        edits);

  return edits->len == 0 ||
         wijk_document_write (self->document, _ ("Change a remark"), edits, error);
}

static void
stop_editing (WijkRemarkLine *self)
{
  g_clear_object (&self->edited);
  wijk_chip_bar_set_chips (self->chips, NULL);
  gtk_revealer_set_reveal_child (self->editing, FALSE);
  gtk_button_set_label (self->save, _ ("Add"));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
save_cb (WijkRemarkLine *self)
{
  g_autofree char *words = wijk_chip_bar_finish (self->chips);
  g_autoptr (GError) error = NULL;

  if (*words == '\0')
    return;
  if (self->edited != NULL)
    change_remark (self, words, &error);
  else
    {
      g_autofree char *id = add_remark (self, words, &error);

      if (id != NULL)
        {
          g_set_str (&self->last, id);
          g_signal_emit (self, added_signal, 0, id);
        }
    }
  if (error != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
      return;
    }
  stop_editing (self);
  gtk_spin_button_set_value (self->count, 1);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* ---- the last one again ---- */

static WijkRemark *
find_last (WijkRemarkLine *self)
{
  WijkState *state = wijk_document_get_state (self->document);
  WijkRecordList *list = wijk_state_get_list (state, WIJK_KIND_REMARK);
  WijkRemark *last = (WijkRemark *) wijk_state_lookup_live (state, self->last, WIJK_KIND_REMARK);

  if (last != NULL)
    return last;
  for (guint i = 0; i < wijk_record_list_get_length (list); i++)
    {
      WijkRemark *remark = WIJK_REMARK (wijk_record_list_get (list, i));

      if (last == NULL || remark->number > last->number)
        last = remark;
    }

  return last;
}

static gboolean
edit_last (WijkRemarkLine *self)
{
  WijkRemark *last = find_last (self);
  g_autoptr (GPtrArray) chips = NULL;
  g_autofree char *text = NULL;

  if (last == NULL || last->text == NULL || wijk_document_is_read_only (self->document))
    return FALSE;
  g_set_object (&self->edited, last);
  /* Translators: %s is the number of a remark, such as R-12 */
  text = g_strdup_printf (_ ("Changing %s: Enter saves, Escape leaves it as it was"), last->label);
  gtk_label_set_label (self->editing_label, text);
  gtk_revealer_set_reveal_child (self->editing, TRUE);
  gtk_button_set_label (self->save, _ ("Save"));
  chips = wijk_chips_of_remark (wijk_document_get_state (self->document), last);
  wijk_chip_bar_set_chips (self->chips, chips);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), last->text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  gtk_accessible_announce (
      GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);

  return TRUE;
}

static void
cancel_cb (WijkRemarkLine *self)
{
  stop_editing (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static gboolean
key_pressed_cb (WijkRemarkLine *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean is_empty = *gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0';

  if (keyval == GDK_KEY_Up && is_empty)
    return edit_last (self);
  if (keyval != GDK_KEY_Escape || self->edited == NULL)
    return FALSE;
  cancel_cb (self);

  return TRUE;
}

static void
keep_cb (gpointer user_data)
{
  WijkRemarkLine *self = user_data;

  g_autoptr (GString) line = NULL;
  GPtrArray *chips;

  self->keep_source = 0;
  if (self->edited != NULL)
    return;
  line = g_string_new (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  chips = wijk_chip_bar_get_chips (self->chips);
  for (guint i = 0; line->len > 0 && i < chips->len; i++)
    {
      g_autofree char *typed = wijk_chip_dup_typed (chips->pdata[i]);

      g_string_append_printf (line, " %s", typed);
    }
  wijk_document_keep (self->document, WIJK_KEPT_ENTRY, line->str);
}

/* What was typed and not entered when the program last ended, however it did; unless it was entered
 * and only the line's own copy was still there. */
static void
restore_kept (WijkRemarkLine *self)
{
  const char *kept = wijk_document_get_kept (self->document, WIJK_KEPT_ENTRY);
  WijkRemark *last = find_last (self);

  if (kept != NULL && (last == NULL || g_strcmp0 (last->text, kept) != 0))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), kept);
}

static void
changed_cb (WijkRemarkLine *self)
{
  g_autofree char *words = dup_words (self);
  g_autofree char *warning = wijk_remark_dup_personal_warning (words);

  if (self->keep_source == 0 && self->document != NULL)
    self->keep_source = g_timeout_add_once (KEEP_AFTER, keep_cb, self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save), *words != '\0');
  if (warning != NULL)
    gtk_label_set_label (self->warning_label, warning);
  gtk_revealer_set_reveal_child (self->warning, warning != NULL);
}

/* ---- GObject ---- */

static gboolean
wijk_remark_line_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (WIJK_REMARK_LINE (widget)->entry));
}

static void
wijk_remark_line_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((WijkRemarkLineProperty) prop_id)
    {
    case PROP_COMPACT:
      g_value_set_boolean (value, WIJK_REMARK_LINE (object)->compact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wijk_remark_line_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  WijkRemarkLine *self = WIJK_REMARK_LINE (object);

  switch ((WijkRemarkLineProperty) prop_id)
    {
    case PROP_COMPACT:
      if (self->compact == g_value_get_boolean (value))
        return;
      self->compact = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      if (self->document != NULL)
        show_summary (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wijk_remark_line_dispose (GObject *object)
{
  WijkRemarkLine *self = WIJK_REMARK_LINE (object);

  if (self->keep_source != 0)
    {
      g_source_remove (self->keep_source);
      keep_cb (self);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_REMARK_LINE);
  g_clear_object (&self->edited);
  g_clear_object (&self->document);
  g_clear_pointer (&self->last, g_free);

  G_OBJECT_CLASS (wijk_remark_line_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-remark-line.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkLine, entry);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkLine, chips);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkLine, more);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkLine, save);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkLine, editing);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkLine, editing_label);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkLine, warning);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkLine, warning_label);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkLine, choices);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkLine, pills);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkLine, people);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkLine, count);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkLine, summary);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_more_cb);
}

static void
wijk_remark_line_class_init (WijkRemarkLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wijk_remark_line_dispose;
  object_class->get_property = wijk_remark_line_get_property;
  object_class->set_property = wijk_remark_line_set_property;
  widget_class->grab_focus = wijk_remark_line_grab_focus;

  properties[PROP_COMPACT] =
      g_param_spec_boolean ("compact",
                            NULL,
                            NULL,
                            FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  adding_signal = g_signal_new ("adding",
                                WIJK_TYPE_REMARK_LINE,
                                G_SIGNAL_RUN_LAST,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                1,
                                G_TYPE_PTR_ARRAY | G_SIGNAL_TYPE_STATIC_SCOPE);
  added_signal = g_signal_new ("added",
                               WIJK_TYPE_REMARK_LINE,
                               G_SIGNAL_RUN_LAST,
                               0,
                               NULL,
                               NULL,
                               NULL,
                               G_TYPE_NONE,
                               1,
                               G_TYPE_STRING);
  g_type_ensure (WIJK_TYPE_CHIP_BAR);
  bind_template (widget_class);
}

static void
wijk_remark_line_init (WijkRemarkLine *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

void
wijk_remark_line_set_document (WijkRemarkLine *self, WijkDocument *document)
{
  g_return_if_fail (WIJK_IS_REMARK_LINE (self) && self->document == NULL);

  self->document = g_object_ref (document);
  for (guint i = 0; i < N_FIELDS; i++)
    {
      gboolean is_set =
          wijk_kind_find_field (WIJK_KIND_REMARK, fields[i].key)->kind == WIJK_FIELD_SET;

      self->choosers[i] = WIJK_REMARK_CHOOSER (wijk_remark_chooser_new (
          document, fields[i].kind, is_set ? WIJK_CHOOSE_MANY : WIJK_CHOOSE_ONE));
      g_signal_connect_object (
          self->choosers[i], "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      adw_wrap_box_insert_child_after (self->pills,
                                       GTK_WIDGET (self->choosers[i]),
                                       i > 0 ? GTK_WIDGET (self->choosers[i - 1]) : NULL);
    }
  self->date = WIJK_REMARK_DATE (wijk_remark_date_new ());
  g_signal_connect_object (
      self->date, "chosen", G_CALLBACK (date_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->pills, GTK_WIDGET (self->date));
  wijk_chip_bar_set_entry (self->chips, document, self->entry);
  show_summary (self);
  restore_kept (self);
}

void
wijk_remark_line_set_session (WijkRemarkLine *self, const char *session)
{
  g_return_if_fail (WIJK_IS_REMARK_LINE (self));

  wijk_remark_chooser_set_values (get_chooser (self, WIJK_CHOICE_SESSION),
                                  (const char *[]) { session, NULL });
  follow_session (self, session);
  show_summary (self);
}
