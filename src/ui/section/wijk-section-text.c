/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-section-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wijk-id.h"
#include "wijk-mention.h"
#include "wijk-rich-edit.h"
#include "wijk-section-text-sync.h"

struct _WijkSectionText
{
  AdwBin parent_instance;

  WijkDocument *document;
  WijkSection *section;
  WijkSectionTextSync *sync;

  gboolean has[5]; /* as of Toggle */
  gboolean is_refreshing;

  GtkWidget *toolbar;
  GtkDropDown *kinds;
  WijkRichView *view;
  GtkWidget *wide;
  GtkWidget *more;
  GtkScrolledWindow *scroller;
};

G_DEFINE_FINAL_TYPE (WijkSectionText, wijk_section_text, ADW_TYPE_BIN)

typedef enum
{
  PROP_BOLD = 1,
  PROP_ITALIC,
  PROP_BULLETS,
  PROP_NUMBERS,
  PROP_QUOTE,
  PROP_N_WORDS,
} WijkSectionTextProperty;

static GParamSpec *properties[PROP_N_WORDS + 1];

/* The buttons that are down or up, in the order of their properties. */
static const struct
{
  const char *name;
  WijkStyle style;
  WijkBlockKind kind;
} toggles[] = {
  { "bold", WIJK_STYLE_BOLD, 0 },      { "italic", WIJK_STYLE_ITALIC, 0 },
  { "bullets", 0, WIJK_BLOCK_BULLET }, { "numbers", 0, WIJK_BLOCK_NUMBER },
  { "quote", 0, WIJK_BLOCK_QUOTE },
};

/* What the list of kinds offers, in its order. */
static const struct
{
  const char *label;
  WijkBlockKind kind;
  guint level;
} kinds[] = {
  { N_ ("Normal text"), WIJK_BLOCK_PARAGRAPH, 0 },
  { N_ ("Heading"), WIJK_BLOCK_HEADING, 1 },
  { N_ ("Subheading"), WIJK_BLOCK_HEADING, 2 },
  { N_ ("Small heading"), WIJK_BLOCK_HEADING, 3 },
  { N_ ("Smallest heading"), WIJK_BLOCK_HEADING, 4 },
  { N_ ("Bulleted list"), WIJK_BLOCK_BULLET, 1 },
  { N_ ("Numbered list"), WIJK_BLOCK_NUMBER, 1 },
  { N_ ("Quotation"), WIJK_BLOCK_QUOTE, 0 },
  { N_ ("Table or code"), WIJK_BLOCK_LITERAL, 0 },
};

static WijkRichBuffer *
get_buffer (WijkSectionText *self)
{
  return wijk_rich_view_get_buffer (self->view);
}

/* ---- what the caret is in ---- */

static guint
find_kind (const WijkRichLine *line)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == line->kind &&
        (line->kind != WIJK_BLOCK_HEADING || kinds[i].level == line->level))
      return i;

  return line->source != NULL ? G_N_ELEMENTS (kinds) - 1 : 0;
}

static void
refresh (WijkSectionText *self)
{
  WijkRichBuffer *buffer = get_buffer (self);
  const WijkRichLine *line =
      wijk_rich_buffer_get_line (buffer, wijk_rich_buffer_get_caret_line (buffer));
  guint kind = find_kind (line);

  for (guint i = 0; i < G_N_ELEMENTS (toggles); i++)
    {
      gboolean has = toggles[i].style != 0 ? wijk_rich_edit_has_style (buffer, toggles[i].style)
                                           : line->kind == toggles[i].kind;

      if (self->has[i] == has)
        continue;
      self->has[i] = has;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BOLD + i]);
    }

  if (gtk_drop_down_get_selected (self->kinds) == kind)
    return;
  self->is_refreshing = TRUE;
  gtk_drop_down_set_selected (self->kinds, kind);
  self->is_refreshing = FALSE;
  if (gtk_widget_is_focus (GTK_WIDGET (self->view)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self->view),
                             _ (kinds[kind].label),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

/* ---- steps ---- */

static void
step_ended_cb (WijkSectionText *self)
{
  if (self->sync != NULL)
    wijk_section_text_sync_close_step (self->sync);
  refresh (self);
}

static void
begin_command (WijkSectionText *self)
{
  wijk_section_text_sync_begin_step (self->sync, _ ("Format text"));
  gtk_text_buffer_begin_user_action (GTK_TEXT_BUFFER (get_buffer (self)));
}

static void
end_command (WijkSectionText *self)
{
  gtk_text_buffer_end_user_action (GTK_TEXT_BUFFER (get_buffer (self)));
  wijk_section_text_sync_end_step (self->sync);
  refresh (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* ---- the state of the document ---- */

static void
show_editable (WijkSectionText *self)
{
  gboolean may_write = !wijk_document_is_read_only (self->document) &&
                       !wijk_section_text_sync_is_loading (self->sync);

  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), may_write);
  gtk_widget_set_sensitive (self->toolbar, may_write);
}

static void
loading_cb (WijkSectionText *self)
{
  show_editable (self);
  refresh (self);
}

static void
n_words_cb (WijkSectionText *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_WORDS]);
}

/* ---- links ---- */

static void
link_activated_cb (WijkSectionText *self, const char *uri)
{
  const char *id = wijk_mention_get_id (uri);

  if (id != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "s", id);
  else
    {
      g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);

      gtk_uri_launcher_launch (
          launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, NULL, NULL);
    }
}

static gboolean
text_dropped_cb (WijkSectionText *self, const char *text, int position)
{
  WijkState *state = wijk_document_get_state (self->document);
  WijkRecord *record = wijk_id_is_valid (text) ? wijk_state_lookup (state, text) : NULL;
  g_autoptr (GError) error = NULL;

  if (record == NULL || wijk_record_is_deleted (record) || record == WIJK_RECORD (self->section))
    return FALSE;

  if (!wijk_section_text_sync_mention (self->sync, record, position, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);

  return TRUE;
}

/* The number of a remark, once it is typed, is a mention. */
static void
user_acted_cb (WijkSectionText *self)
{
  g_autofree char *word = NULL;
  g_autoptr (GError) error = NULL;
  WijkRecord *remark;
  int start, end;

  if (self->sync == NULL || !gtk_text_view_get_editable (GTK_TEXT_VIEW (self->view)))
    return;
  word = wijk_rich_edit_dup_ended_word (get_buffer (self), &start, &end);
  if (word == NULL || !wijk_mention_is_label (word))
    return;
  remark = wijk_mention_find_remark (wijk_document_get_state (self->document), word);
  if (remark != NULL && !wijk_section_text_sync_link (self->sync, remark, start, end, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

/* ---- actions ---- */

static void
set_toggle (WijkSectionText *self, guint toggle, gboolean has)
{
  WijkRichBuffer *buffer = get_buffer (self);

  if (self->has[toggle] == has || !gtk_text_view_get_editable (GTK_TEXT_VIEW (self->view)))
    return;

  /* for the words typed next: nothing is done yet, and the caret must not move */
  if (toggles[toggle].style != 0 && !gtk_text_buffer_get_has_selection (GTK_TEXT_BUFFER (buffer)))
    {
      wijk_rich_edit_toggle_style (buffer, toggles[toggle].style);
      refresh (self);
      gtk_widget_grab_focus (GTK_WIDGET (self->view));
      return;
    }

  begin_command (self);
  if (toggles[toggle].style != 0)
    wijk_rich_edit_toggle_style (buffer, toggles[toggle].style);
  else
    wijk_rich_edit_toggle_kind (buffer, toggles[toggle].kind);
  end_command (self);
}

static void
set_kind (WijkSectionText *self, guint kind)
{
  if (!gtk_text_view_get_editable (GTK_TEXT_VIEW (self->view)))
    return;

  begin_command (self);
  if (kinds[kind].kind == WIJK_BLOCK_BULLET || kinds[kind].kind == WIJK_BLOCK_NUMBER)
    wijk_rich_edit_toggle_kind (get_buffer (self), kinds[kind].kind);
  else if (kinds[kind].kind != WIJK_BLOCK_LITERAL)
    wijk_rich_edit_set_kind (get_buffer (self), kinds[kind].kind, kinds[kind].level);
  end_command (self);
}

static void
kind_chosen_cb (WijkSectionText *self)
{
  guint kind = gtk_drop_down_get_selected (self->kinds);

  if (!self->is_refreshing && self->sync != NULL && kind < G_N_ELEMENTS (kinds))
    set_kind (self, kind);
}

static void
paragraph_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_kind (WIJK_SECTION_TEXT (widget), 0);
}

static void
heading_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_kind (WIJK_SECTION_TEXT (widget), (guint) (name[strlen (name) - 1] - '0'));
}

static void
indent_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkSectionText *self = WIJK_SECTION_TEXT (widget);

  if (!gtk_text_view_get_editable (GTK_TEXT_VIEW (self->view)))
    return;

  begin_command (self);
  wijk_rich_edit_indent (get_buffer (self), g_str_equal (name, "rich.indent") ? 1 : -1);
  end_command (self);
}

/* ---- GObject ---- */

static void
wijk_section_text_dispose (GObject *object)
{
  WijkSectionText *self = WIJK_SECTION_TEXT (object);

  if (self->sync != NULL)
    g_object_run_dispose (G_OBJECT (self->sync));
  g_clear_object (&self->sync);
  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_SECTION_TEXT);
  g_clear_object (&self->section);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_section_text_parent_class)->dispose (object);
}

static void
wijk_section_text_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  WijkSectionText *self = WIJK_SECTION_TEXT (object);

  switch ((WijkSectionTextProperty) prop_id)
    {
    case PROP_BOLD:
    case PROP_ITALIC:
    case PROP_BULLETS:
    case PROP_NUMBERS:
    case PROP_QUOTE:
      g_value_set_boolean (value, self->has[prop_id - PROP_BOLD]);
      break;
    case PROP_N_WORDS:
      g_value_set_uint (value, wijk_section_text_get_n_words (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wijk_section_text_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  switch ((WijkSectionTextProperty) prop_id)
    {
    case PROP_BOLD:
    case PROP_ITALIC:
    case PROP_BULLETS:
    case PROP_NUMBERS:
    case PROP_QUOTE:
      set_toggle (WIJK_SECTION_TEXT (object), prop_id - PROP_BOLD, g_value_get_boolean (value));
      break;
    case PROP_N_WORDS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class, GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (toggles); i++)
    {
      properties[PROP_BOLD + i] = g_param_spec_boolean (toggles[i].name,
                                                        NULL,
                                                        NULL,
                                                        FALSE,
                                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                            G_PARAM_EXPLICIT_NOTIFY);
    }
  properties[PROP_N_WORDS] =
      g_param_spec_uint ("n-words",
                         NULL,
                         NULL,
                         0,
                         G_MAXUINT,
                         0,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  for (guint i = 0; i < G_N_ELEMENTS (toggles); i++)
    {
      g_autofree char *name = g_strconcat ("rich.", toggles[i].name, NULL);

      gtk_widget_class_install_property_action (widget_class, name, toggles[i].name);
    }
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "rich.paragraph", NULL, paragraph_action);
  gtk_widget_class_install_action (widget_class, "rich.heading-1", NULL, heading_action);
  gtk_widget_class_install_action (widget_class, "rich.heading-2", NULL, heading_action);
  gtk_widget_class_install_action (widget_class, "rich.heading-3", NULL, heading_action);
  gtk_widget_class_install_action (widget_class, "rich.indent", NULL, indent_action);
  gtk_widget_class_install_action (widget_class, "rich.outdent", NULL, indent_action);
}

static void
wijk_section_text_class_init (WijkSectionTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wijk_section_text_dispose;
  object_class->get_property = wijk_section_text_get_property;
  object_class->set_property = wijk_section_text_set_property;
  install_properties (object_class, widget_class);
  install_actions (widget_class);

  g_type_ensure (WIJK_TYPE_RICH_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-section-text.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkSectionText, toolbar);
  gtk_widget_class_bind_template_child (widget_class, WijkSectionText, kinds);
  gtk_widget_class_bind_template_child (widget_class, WijkSectionText, view);
  gtk_widget_class_bind_template_child (widget_class, WijkSectionText, wide);
  gtk_widget_class_bind_template_child (widget_class, WijkSectionText, more);
  gtk_widget_class_bind_template_child (widget_class, WijkSectionText, scroller);
  gtk_widget_class_bind_template_callback (widget_class, kind_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, step_ended_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_dropped_cb);
}

static void
fill_kinds (WijkSectionText *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (labels, _ (kinds[i].label));
  self->is_refreshing = TRUE;
  gtk_drop_down_set_model (self->kinds, G_LIST_MODEL (labels));
  self->is_refreshing = FALSE;
}

static void
wijk_section_text_init (WijkSectionText *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  fill_kinds (self);

  g_signal_connect_object (
      get_buffer (self), "notify::cursor-position", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      get_buffer (self), "end-user-action", G_CALLBACK (user_acted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (step_ended_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
}

void
wijk_section_text_set_section (WijkSectionText *self, WijkDocument *document, WijkSection *section)
{
  g_return_if_fail (WIJK_IS_SECTION_TEXT (self) && self->document == NULL);

  self->document = g_object_ref (document);
  self->section = g_object_ref (section);
  self->sync = wijk_section_text_sync_new (document, section, get_buffer (self));
  g_signal_connect_object (
      document, "notify::read-only", G_CALLBACK (show_editable), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->sync, "notify::loading", G_CALLBACK (loading_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->sync, "notify::n-words", G_CALLBACK (n_words_cb), self, G_CONNECT_SWAPPED);
  loading_cb (self);
}

WijkRichView *
wijk_section_text_get_view (WijkSectionText *self)
{
  g_return_val_if_fail (WIJK_IS_SECTION_TEXT (self), NULL);

  return self->view;
}

guint
wijk_section_text_get_n_words (WijkSectionText *self)
{
  g_return_val_if_fail (WIJK_IS_SECTION_TEXT (self), 0);

  return self->sync != NULL ? wijk_section_text_sync_get_n_words (self->sync) : 0;
}

void
wijk_section_text_show_change (WijkSectionText *self)
{
  int first, last;

  g_return_if_fail (WIJK_IS_SECTION_TEXT (self));

  if (wijk_section_text_sync_take_change (self->sync, &first, &last))
    wijk_rich_view_show_range (self->view, first, last);
}
