/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-remark-chooser.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wijk-fold.h"
#include "wijk-remark-choice-row.h"
#include "wijk-remark-pill.h"

#define SEARCH_FROM 9 /* choices */
#define LIST_HEIGHT 340
#define LIST_WIDTH 260

struct _WijkRemarkChooser
{
  GtkWidget parent_instance;

  WijkDocument *document;
  WijkRemarkChoiceKind kind;
  WijkChooseMode mode;
  GStrv values;
  GStrv some; /* what some of several records have */
  gboolean is_fixed;
  gboolean for_many; /* records */
  char *awaited;     /* id of what was made here and is on its way */

  WijkRemarkPill *pill;
  GtkSearchEntry *search; /* NULL until it is opened first, as all below */
  GtkListBox *list;
  GtkWidget *grow;
  GtkLabel *grow_label;
};

G_DEFINE_FINAL_TYPE (WijkRemarkChooser, wijk_remark_chooser, GTK_TYPE_WIDGET)

typedef enum
{
  TOGGLED,
  OPENING,
  CLOSED,
  N_SIGNALS,
} WijkRemarkChooserSignal;

static guint signals[N_SIGNALS];

/* ---- what is chosen ---- */

static void
show_values (WijkRemarkChooser *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->is_fixed)
    return;
  for (guint i = 0; self->values[i] != NULL; i++)
    {
      g_autofree char *label =
          *self->values[i] != '\0'
              ? wijk_remark_choice_dup_label (self->kind, self->document, self->values[i])
              : g_strdup (wijk_remark_choice_kind_get_none (self->kind));

      if (label != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", label);
    }
  wijk_remark_pill_set_text (self->pill, text->len > 0 ? text->str : NULL);
  wijk_remark_pill_set_marked (self->pill, self->mode == WIJK_CHOOSE_FILTER && text->len > 0);
}

static gboolean
is_chosen (WijkRemarkChooser *self, const char *value)
{
  return g_strv_contains ((const char *const *) self->values, value) ||
         (*value == '\0' && self->values[0] == NULL && self->some[0] == NULL &&
          self->mode == WIJK_CHOOSE_ONE);
}

static void
show_checks (WijkRemarkChooser *self)
{
  WijkRemarkChoiceRow *row;

  for (int i = 0;
       self->list != NULL &&
       (row = (WijkRemarkChoiceRow *) gtk_list_box_get_row_at_index (self->list, i)) != NULL;
       i++)
    {
      const char *value = wijk_remark_choice_row_get_value (row);

      wijk_remark_choice_row_set_chosen (
          row, is_chosen (self, value), g_strv_contains ((const char *const *) self->some, value));
    }
}

static void
toggle (WijkRemarkChooser *self, const char *value)
{
  g_autofree char *copy = g_strdup (value);
  gboolean chosen = !is_chosen (self, value);

  if (self->mode == WIJK_CHOOSE_ONE)
    {
      wijk_remark_pill_close (self->pill);
      if (!chosen)
        return;
    }
  g_signal_emit (self, signals[TOGGLED], 0, copy, chosen);
}

static void
row_activated_cb (WijkRemarkChooser *self, WijkRemarkChoiceRow *row)
{
  toggle (self, wijk_remark_choice_row_get_value (row));
}

/* ---- searching and making ---- */

static gboolean
filter_cb (GtkListBoxRow *row, gpointer user_data)
{
  WijkRemarkChooser *self = WIJK_REMARK_CHOOSER (user_data);
  g_auto (GStrv) words = wijk_fold_words (gtk_editable_get_text (GTK_EDITABLE (self->search)));

  return wijk_fold_contains_all (wijk_remark_choice_row_get_key (WIJK_REMARK_CHOICE_ROW (row)),
                                 (const char *const *) words);
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const char *group = wijk_remark_choice_row_get_group (WIJK_REMARK_CHOICE_ROW (row));
  const char *above =
      before != NULL ? wijk_remark_choice_row_get_group (WIJK_REMARK_CHOICE_ROW (before)) : NULL;
  GtkWidget *label;

  if (group == NULL || g_strcmp0 (group, above) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (group);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "choice-heading");
  gtk_list_box_row_set_header (row, label);
}

static gboolean
has_label (WijkRemarkChooser *self, const char *text)
{
  g_autofree char *folded = wijk_fold (text);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_str_equal (wijk_remark_choice_row_get_key (WIJK_REMARK_CHOICE_ROW (row)), folded))
      return TRUE;

  return FALSE;
}

static void
search_changed_cb (WijkRemarkChooser *self)
{
  g_autofree char *name =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));
  g_autofree char *label = NULL;

  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_invalidate_headers (self->list);
  gtk_widget_set_visible (self->grow,
                          wijk_remark_choice_kind_can_grow (self->kind) && *name != '\0' &&
                              self->mode != WIJK_CHOOSE_FILTER && !has_label (self, name));
  /* Translators: %s is the name of a new theme or session */
  label = g_strdup_printf (_ ("Add “%s”"), name);
  gtk_label_set_label (self->grow_label, label);
}

static void
grow_cb (WijkRemarkChooser *self)
{
  g_autofree char *name =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));
  g_autoptr (GError) error = NULL;
  g_autofree char *id = wijk_remark_choice_make (self->kind, self->document, name, &error);

  wijk_remark_pill_close (self->pill);
  if (id != NULL && wijk_state_lookup (wijk_document_get_state (self->document), id) != NULL)
    g_signal_emit (self, signals[TOGGLED], 0, id, TRUE);
  else if (id != NULL)
    g_set_str (&self->awaited, id);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static GtkListBoxRow *
find_first_shown (WijkRemarkChooser *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
      return row;

  return NULL;
}

/* The focus goes first: a key that comes right after is not lost on a popover that closes. */
static void
leave (WijkRemarkChooser *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
  wijk_remark_pill_close (self->pill);
}

/* Enter in the search entry takes the first that is found, or makes what is not there. For a
 * selection of remarks that is it; with Shift one goes on choosing. */
static void
search_activate_cb (WijkRemarkChooser *self)
{
  GtkListBoxRow *row = find_first_shown (self);

  if (row == NULL && gtk_widget_get_visible (self->grow))
    {
      grow_cb (self);
      return;
    }
  if (self->for_many)
    leave (self);
  if (row != NULL)
    toggle (self, wijk_remark_choice_row_get_value (WIJK_REMARK_CHOICE_ROW (row)));
}

static gboolean
search_key_cb (WijkRemarkChooser *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean is_more = keyval == GDK_KEY_Return && (state & GDK_SHIFT_MASK) != 0;
  GtkListBoxRow *row = keyval == GDK_KEY_Down || is_more ? find_first_shown (self) : NULL;

  if (row != NULL && is_more)
    {
      toggle (self, wijk_remark_choice_row_get_value (WIJK_REMARK_CHOICE_ROW (row)));
      gtk_editable_set_text (GTK_EDITABLE (self->search), "");
      return TRUE;
    }

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* ---- the popover ---- */

static GtkWidget *
make_grow_button (WijkRemarkChooser *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->grow_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->grow_label, 0);
  gtk_label_set_ellipsize (self->grow_label, PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->grow_label));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_visible (button, FALSE);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (grow_cb), self);

  return button;
}

static void
make_search (WijkRemarkChooser *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  gtk_search_entry_set_search_delay (self->search, 0);
  gtk_search_entry_set_placeholder_text (
      self->search,
      wijk_remark_choice_kind_can_grow (self->kind) ? _ ("Search or add") : _ ("Search"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  wijk_remark_choice_kind_get_name (self->kind),
                                  -1);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (search_activate_cb), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (leave), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (search_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->search), keys);
}

static void
make_popover (WijkRemarkChooser *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  make_search (self);
  self->grow = make_grow_button (self);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  gtk_list_box_set_header_func (self->list, header_cb, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "choice-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  wijk_remark_choice_kind_get_name (self->kind),
                                  -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);

  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_size_request (box, LIST_WIDTH, -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), self->grow);
  wijk_remark_pill_set_content (self->pill, box, GTK_WIDGET (self->search));
}

static void
opening_cb (WijkRemarkChooser *self)
{
  g_autoptr (GPtrArray) choices = wijk_remark_choices_new (self->kind, self->document);
  gboolean with_search;

  g_signal_emit (self, signals[OPENING], 0);
  if (self->list == NULL)
    make_popover (self);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_list_box_remove_all (self->list);
  if (self->mode != WIJK_CHOOSE_MANY)
    {
      WijkRemarkChoice none = { .value = (char *) "",
                                .label = (char *) wijk_remark_choice_kind_get_none (self->kind) };

      gtk_list_box_append (self->list, wijk_remark_choice_row_new (&none));
    }
  for (guint i = 0; i < choices->len; i++)
    gtk_list_box_append (self->list, wijk_remark_choice_row_new (choices->pdata[i]));
  show_checks (self);
  search_changed_cb (self);
  with_search = choices->len >= SEARCH_FROM || wijk_remark_choice_kind_can_grow (self->kind);
  gtk_widget_set_visible (GTK_WIDGET (self->search), with_search);
  wijk_remark_pill_set_content (self->pill,
                                gtk_widget_get_parent (GTK_WIDGET (self->search)),
                                with_search
                                    ? GTK_WIDGET (self->search)
                                    : GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0)));
}

/* ---- GObject ---- */

static void
record_changed_cb (WijkRemarkChooser *self, WijkRecord *record)
{
  WijkKind kind = wijk_record_get_kind (record);

  if ((kind == WIJK_KIND_SESSION && self->kind == WIJK_CHOICE_SESSION) ||
      (kind == WIJK_KIND_THEME && self->kind == WIJK_CHOICE_THEME))
    show_values (self);
  if (g_strcmp0 (wijk_record_get_id (record), self->awaited) == 0)
    {
      g_autofree char *id = g_steal_pointer (&self->awaited);

      g_signal_emit (self, signals[TOGGLED], 0, id, TRUE);
    }
}

static void
closed_cb (WijkRemarkChooser *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static gboolean
wijk_remark_chooser_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (WIJK_REMARK_CHOOSER (widget)->pill));
}

static void
wijk_remark_chooser_dispose (GObject *object)
{
  WijkRemarkChooser *self = WIJK_REMARK_CHOOSER (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_remark_chooser_parent_class)->dispose (object);
}

static void
wijk_remark_chooser_finalize (GObject *object)
{
  g_strfreev (WIJK_REMARK_CHOOSER (object)->values);
  g_strfreev (WIJK_REMARK_CHOOSER (object)->some);
  g_free (WIJK_REMARK_CHOOSER (object)->awaited);

  G_OBJECT_CLASS (wijk_remark_chooser_parent_class)->finalize (object);
}

static void
wijk_remark_chooser_class_init (WijkRemarkChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wijk_remark_chooser_dispose;
  object_class->finalize = wijk_remark_chooser_finalize;
  widget_class->grab_focus = wijk_remark_chooser_grab_focus;

  signals[TOGGLED] = g_signal_new ("toggled",
                                   WIJK_TYPE_REMARK_CHOOSER,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   2,
                                   G_TYPE_STRING,
                                   G_TYPE_BOOLEAN);
  signals[OPENING] = g_signal_new (
      "opening", WIJK_TYPE_REMARK_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CLOSED] = g_signal_new (
      "closed", WIJK_TYPE_REMARK_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
wijk_remark_chooser_init (WijkRemarkChooser *self)
{
  self->values = g_new0 (char *, 1);
  self->some = g_new0 (char *, 1);
}

GtkWidget *
wijk_remark_chooser_new (WijkDocument *document, WijkRemarkChoiceKind kind, WijkChooseMode mode)
{
  WijkRemarkChooser *self = g_object_new (WIJK_TYPE_REMARK_CHOOSER, NULL);

  self->document = g_object_ref (document);
  self->kind = kind;
  self->mode = mode;
  self->pill = WIJK_REMARK_PILL (wijk_remark_pill_new (wijk_remark_choice_kind_get_name (kind)));
  gtk_widget_set_parent (GTK_WIDGET (self->pill), GTK_WIDGET (self));
  g_signal_connect_swapped (self->pill, "opening", G_CALLBACK (opening_cb), self);
  g_signal_connect_swapped (self->pill, "closed", G_CALLBACK (closed_cb), self);
  g_signal_connect_object (wijk_document_get_state (document),
                           "record-changed",
                           G_CALLBACK (record_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  show_values (self);

  return GTK_WIDGET (self);
}

WijkRemarkChoiceKind
wijk_remark_chooser_get_kind (WijkRemarkChooser *self)
{
  g_return_val_if_fail (WIJK_IS_REMARK_CHOOSER (self), WIJK_CHOICE_SESSION);

  return self->kind;
}

void
wijk_remark_chooser_set_values (WijkRemarkChooser *self, const char *const *values)
{
  static const char *const none[] = { NULL };

  g_return_if_fail (WIJK_IS_REMARK_CHOOSER (self));

  if (values == NULL)
    values = none;
  if (!g_strv_equal (values, (const char *const *) self->values))
    {
      g_strfreev (self->values);
      self->values = g_strdupv ((char **) values);
    }
  show_values (self);
  show_checks (self);
}

const char *const *
wijk_remark_chooser_get_values (WijkRemarkChooser *self)
{
  g_return_val_if_fail (WIJK_IS_REMARK_CHOOSER (self), NULL);

  return (const char *const *) self->values;
}

GStrv
wijk_remark_chooser_dup_toggled (WijkRemarkChooser *self, const char *value, gboolean chosen)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (WIJK_IS_REMARK_CHOOSER (self), NULL);

  for (guint i = 0; self->mode != WIJK_CHOOSE_ONE && self->values[i] != NULL; i++)
    if (!g_str_equal (self->values[i], value))
      g_strv_builder_add (builder, self->values[i]);
  if (chosen && (*value != '\0' || self->mode == WIJK_CHOOSE_FILTER))
    g_strv_builder_add (builder, value);

  return g_strv_builder_end (builder);
}

void
wijk_remark_chooser_set_fixed_text (WijkRemarkChooser *self,
                                    const char *text,
                                    const char *icon_name)
{
  g_return_if_fail (WIJK_IS_REMARK_CHOOSER (self));

  self->is_fixed = TRUE;
  wijk_remark_pill_set_text (self->pill, text);
  wijk_remark_pill_set_icon (self->pill, icon_name);
}

void
wijk_remark_chooser_set_for_many (WijkRemarkChooser *self,
                                  const char *const *all,
                                  const char *const *some)
{
  g_return_if_fail (WIJK_IS_REMARK_CHOOSER (self));

  self->for_many = TRUE;
  g_strfreev (self->some);
  self->some = g_strdupv ((char **) some);
  wijk_remark_chooser_set_values (self, all);
}

void
wijk_remark_chooser_open (WijkRemarkChooser *self)
{
  g_return_if_fail (WIJK_IS_REMARK_CHOOSER (self));

  wijk_remark_pill_open (self->pill);
}
