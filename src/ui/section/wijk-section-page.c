/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-section-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wijk-application.h"
#include "wijk-field-binding.h"
#include "wijk-label.h"
#include "wijk-outline.h"
#include "wijk-page.h"
#include "wijk-remark-personal.h"
#include "wijk-section-links.h"
#include "wijk-section-text.h"

#define HIDDEN_GUIDANCE "hidden-guidance"

#define MAX_LOOKED_AT (200 * 1024) /* bytes: longer texts are looked through before a version */

struct _WijkSectionPage
{
  AdwBin parent_instance;

  WijkDocument *document;
  WijkSection *section;

  GtkLabel *number;
  GtkEntry *title;
  GtkLabel *title_message;
  GtkLabel *personal;
  GtkDropDown *status;
  GtkMenuButton *words;
  GtkSpinButton *target;
  WijkSectionLinks *links;
  GtkToggleButton *guidance_toggle;
  GtkRevealer *guidance_revealer;
  GtkLabel *guidance;
  WijkSectionText *text;
};

static void page_init (WijkPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WijkSectionPage,
                               wijk_section_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (WIJK_TYPE_PAGE, page_init))

static gboolean
show_record (WijkPage *page, WijkRecord *record)
{
  WijkSectionPage *self = WIJK_SECTION_PAGE (page);

  if (record != WIJK_RECORD (self->section))
    return FALSE;

  wijk_section_text_show_change (self->text);

  return gtk_widget_grab_focus (GTK_WIDGET (wijk_section_text_get_view (self->text)));
}

static WijkRecord *
get_subject (WijkPage *page)
{
  return WIJK_RECORD (WIJK_SECTION_PAGE (page)->section);
}

static void
page_init (WijkPageInterface *iface)
{
  iface->show_record = show_record;
  iface->get_subject = get_subject;
}

/* ---- the head ---- */

/* What looks like personal data is told as soon as it is saved, a second after the key. */
static void
show_personal (WijkSectionPage *self)
{
  const char *text = self->section->text;
  g_autofree char *hint =
      text != NULL && strlen (text) < MAX_LOOKED_AT ? wijk_personal_dup_hint (text) : NULL;

  gtk_label_set_label (self->personal, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->personal), hint != NULL);
}

static void
show_words (WijkSectionPage *self)
{
  guint n = wijk_section_text_get_n_words (self->text);
  g_autofree char *label = NULL;

  if (self->section->target_words > 0)
    /* Translators: how many words a chapter has, and how many it is to have */
    label = g_strdup_printf (_ ("%u of %u words"), n, (guint) self->section->target_words);
  else
    label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u word", "%u words", n), n);
  gtk_menu_button_set_label (self->words, label);
}

static void
show_number (WijkSectionPage *self)
{
  g_autoptr (GPtrArray) outline = wijk_outline_new (
      wijk_document_get_state (self->document), WIJK_KIND_SECTION, WIJK_SECTION_DEPTH, NULL);
  WijkOutlineRow *row = wijk_outline_find (outline, WIJK_RECORD (self->section));
  const char *number = row != NULL ? row->number : "";
  const char *title = self->section->title != NULL ? self->section->title : "";
  GtkWidget *view = GTK_WIDGET (wijk_section_text_get_view (self->text));
  /* Translators: the number and the title of a chapter */
  g_autofree char *name = g_strdup_printf (_ ("Text of %s %s"), number, title);

  gtk_label_set_label (self->number, number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
record_changed_cb (WijkSectionPage *self, WijkRecord *record)
{
  if (wijk_record_get_kind (record) == WIJK_KIND_SECTION)
    show_number (self);
}

/* ---- the list of statuses ---- */

static void
setup_status_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_list_item_set_child (item, box);
}

static void
bind_status_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *image = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  const char *label = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_image_set_from_icon_name (GTK_IMAGE (image),
                                wijk_icon_for_section_status (gtk_list_item_get_position (item)));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (image)), label);
  gtk_list_item_set_accessible_label (item, label);
}

/* What is chosen: its place in the list is not told, its word is. */
static void
bind_chosen_status_cb (GtkSignalListItemFactory *factory, GtkListItem *item, WijkSectionPage *self)
{
  GtkWidget *image = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GListModel *statuses = gtk_drop_down_get_model (self->status);
  gpointer chosen = gtk_list_item_get_item (item);

  for (guint i = 0; i < g_list_model_get_n_items (statuses); i++)
    {
      g_autoptr (GObject) status = g_list_model_get_item (statuses, i);

      if (status == chosen)
        gtk_image_set_from_icon_name (GTK_IMAGE (image), wijk_icon_for_section_status (i));
    }
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (image)),
                       gtk_string_object_get_string (chosen));
}

static void
fill_statuses (WijkSectionPage *self)
{
  g_auto (GStrv) choices =
      wijk_label_dup_choices (wijk_kind_find_field (WIJK_KIND_SECTION, "status"));
  g_autoptr (GtkStringList) model = gtk_string_list_new ((const char *const *) choices);
  g_autoptr (GtkListItemFactory) list = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) chosen = gtk_signal_list_item_factory_new ();

  gtk_drop_down_set_model (self->status, G_LIST_MODEL (model));
  g_signal_connect (list, "setup", G_CALLBACK (setup_status_cb), NULL);
  g_signal_connect (list, "bind", G_CALLBACK (bind_status_cb), NULL);
  g_signal_connect (chosen, "setup", G_CALLBACK (setup_status_cb), NULL);
  g_signal_connect_object (chosen, "bind", G_CALLBACK (bind_chosen_status_cb), self, 0);
  gtk_drop_down_set_list_factory (self->status, list);
  gtk_drop_down_set_factory (self->status, chosen);
}

/* ---- guidance ---- */

static const char *
get_plan_id (WijkSectionPage *self)
{
  WijkPlan *plan = wijk_document_get_plan (self->document);

  return plan != NULL ? wijk_record_get_id (WIJK_RECORD (plan)) : "";
}

/* NULL where there is no application, in tests. */
static GSettings *
get_settings (void)
{
  GApplication *application = g_application_get_default ();

  return WIJK_IS_APPLICATION (application)
             ? wijk_application_get_settings (WIJK_APPLICATION (application))
             : NULL;
}

static void
guidance_toggled_cb (WijkSectionPage *self)
{
  gboolean is_shown = gtk_toggle_button_get_active (self->guidance_toggle);
  GSettings *settings = get_settings ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) hidden = NULL;
  g_auto (GStrv) left = NULL;

  gtk_revealer_set_reveal_child (self->guidance_revealer, is_shown);
  if (settings == NULL || self->document == NULL)
    return;

  hidden = g_settings_get_strv (settings, HIDDEN_GUIDANCE);
  for (guint i = 0; hidden[i] != NULL; i++)
    if (!g_str_equal (hidden[i], get_plan_id (self)))
      g_strv_builder_add (builder, hidden[i]);
  if (!is_shown)
    g_strv_builder_add (builder, get_plan_id (self));
  left = g_strv_builder_end (builder);
  g_settings_set_strv (settings, HIDDEN_GUIDANCE, (const char *const *) left);
}

static void
show_guidance (WijkSectionPage *self)
{
  const char *guidance = self->section->guidance;
  gboolean has_guidance = guidance != NULL && *guidance != '\0';

  gtk_label_set_label (self->guidance, has_guidance ? guidance : "");
  gtk_widget_set_visible (GTK_WIDGET (self->guidance_toggle), has_guidance);
  gtk_widget_set_visible (GTK_WIDGET (self->guidance_revealer), has_guidance);
}

static void
recall_guidance (WijkSectionPage *self)
{
  GSettings *settings = get_settings ();
  g_auto (GStrv) hidden = NULL;
  gboolean is_shown = TRUE;

  if (settings != NULL)
    {
      hidden = g_settings_get_strv (settings, HIDDEN_GUIDANCE);
      is_shown = !g_strv_contains ((const char *const *) hidden, get_plan_id (self));
    }
  gtk_revealer_set_transition_type (self->guidance_revealer, GTK_REVEALER_TRANSITION_TYPE_NONE);
  gtk_toggle_button_set_active (self->guidance_toggle, is_shown);
  gtk_revealer_set_transition_type (self->guidance_revealer,
                                    GTK_REVEALER_TRANSITION_TYPE_SLIDE_DOWN);
}

/* ---- GObject ---- */

static void
wijk_section_page_dispose (GObject *object)
{
  WijkSectionPage *self = WIJK_SECTION_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_SECTION_PAGE);
  g_clear_object (&self->section);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_section_page_parent_class)->dispose (object);
}

static void
wijk_section_page_class_init (WijkSectionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_section_page_dispose;

  g_type_ensure (WIJK_TYPE_SECTION_LINKS);
  g_type_ensure (WIJK_TYPE_SECTION_TEXT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-section-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkSectionPage, number);
  gtk_widget_class_bind_template_child (widget_class, WijkSectionPage, title);
  gtk_widget_class_bind_template_child (widget_class, WijkSectionPage, title_message);
  gtk_widget_class_bind_template_child (widget_class, WijkSectionPage, status);
  gtk_widget_class_bind_template_child (widget_class, WijkSectionPage, personal);
  gtk_widget_class_bind_template_child (widget_class, WijkSectionPage, words);
  gtk_widget_class_bind_template_child (widget_class, WijkSectionPage, target);
  gtk_widget_class_bind_template_child (widget_class, WijkSectionPage, links);
  gtk_widget_class_bind_template_child (widget_class, WijkSectionPage, guidance_toggle);
  gtk_widget_class_bind_template_child (widget_class, WijkSectionPage, guidance_revealer);
  gtk_widget_class_bind_template_child (widget_class, WijkSectionPage, guidance);
  gtk_widget_class_bind_template_child (widget_class, WijkSectionPage, text);
  gtk_widget_class_bind_template_callback (widget_class, guidance_toggled_cb);
}

static void
wijk_section_page_init (WijkSectionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
bind_fields (WijkSectionPage *self)
{
  WijkRecord *record = WIJK_RECORD (self->section);
  WijkFieldBinding *title;

  title = wijk_field_bind (
      self->document, GTK_WIDGET (self->title), record, "title", _ ("Rename a chapter"));
  wijk_field_binding_set_message_label (title, self->title_message);
  wijk_field_bind (
      self->document, GTK_WIDGET (self->status), record, "status", _ ("Status of a chapter"));
  wijk_field_bind (
      self->document, GTK_WIDGET (self->target), record, "target-words", _ ("Length of a chapter"));
}

static void
follow (WijkSectionPage *self)
{
  g_signal_connect_object (wijk_document_get_state (self->document),
                           "record-changed",
                           G_CALLBACK (record_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->section, "notify::target-words", G_CALLBACK (show_words), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->section, "notify::guidance", G_CALLBACK (show_guidance), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->section, "notify::text", G_CALLBACK (show_personal), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->text, "notify::n-words", G_CALLBACK (show_words), self, G_CONNECT_SWAPPED);
}

GtkWidget *
wijk_section_page_new (WijkDocument *document, WijkSection *section)
{
  WijkSectionPage *self = g_object_new (WIJK_TYPE_SECTION_PAGE, NULL);

  self->document = g_object_ref (document);
  self->section = g_object_ref (section);
  fill_statuses (self);
  show_guidance (self);
  recall_guidance (self);
  bind_fields (self);
  wijk_section_links_set_section (self->links, document, section);
  wijk_section_text_set_section (self->text, document, section);
  follow (self);
  show_number (self);
  show_words (self);
  show_personal (self);

  return GTK_WIDGET (self);
}
