/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-remark-content.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-format.h"
#include "wijk-label.h"
#include "wijk-remark-answer.h"
#include "wijk-session.h"
#include "wijk-theme-mark.h"
#include "wijk-theme.h"

#define LINES 3
#define MOST_SIGNS 480 /* of a long remark, for those lines */

struct _WijkRemarkContent
{
  GtkWidget parent_instance;

  GtkLabel *label;
  GtkLabel *people;
  GtkImage *outcome_icon;
  GtkLabel *outcome;
  GtkLabel *words;
  AdwWrapBox *about;
  GtkLabel *where;
};

G_DEFINE_FINAL_TYPE (WijkRemarkContent, wijk_remark_content, GTK_TYPE_WIDGET)

/* ---- what it says ---- */

static char *
describe_where (WijkRemark *remark, WijkState *state)
{
  WijkSession *session =
      (WijkSession *) wijk_state_lookup_live (state, remark->session, WIJK_KIND_SESSION);
  g_autofree char *date = wijk_ui_format_date (remark->date);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  if (session != NULL && session->title != NULL)
    g_strv_builder_add (builder, session->title);
  if (remark->channel != WIJK_CHANNEL_UNSET &&
      (session == NULL || remark->channel != WIJK_CHANNEL_SESSION))
    g_strv_builder_add (builder, wijk_label_for_channel (remark->channel));
  if (remark->area_code != NULL)
    g_strv_builder_add (builder, wijk_label_for_area (remark->area_code));
  if (*date != '\0')
    g_strv_builder_add (builder, date);
  parts = g_strv_builder_end (builder);

  return g_strjoinv (" · ", parts);
}

static const char *
find_outcome (WijkRemark *remark, WijkState *state, gboolean is_owed, const char **icon)
{
  WijkRemarkAnswer answer = wijk_remark_find_answer (remark, state);

  if (remark->withdrawn != NULL)
    {
      *icon = "wijk-status-cross-symbolic";
      return _ ("Withdrawn");
    }
  if (is_owed)
    {
      *icon = "wijk-status-none-symbolic";
      return answer.outcome != WIJK_OUTCOME_UNSET ? _ ("Reason missing") : _ ("To be answered");
    }
  *icon = wijk_icon_for_outcome (answer.outcome);

  return answer.outcome != WIJK_OUTCOME_UNSET ? wijk_label_for_outcome (answer.outcome)
                                              : _ ("Answered in parts");
}

static char *
shorten_words (WijkRemark *remark)
{
  const char *text = remark->text != NULL ? remark->text : _ ("(words removed)");
  const char *end = text;

  for (guint i = 0; i < MOST_SIGNS && *end != '\0'; i++)
    end = g_utf8_next_char (end);

  return g_strdelimit (g_strndup (text, (gsize) (end - text)), "\n\r\t", ' ');
}

/* NULL: one person, which needs no saying. */
static char *
describe_people (WijkRemark *remark)
{
  if (remark->count == WIJK_UNSET || remark->count < 2)
    return NULL;

  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d person", "%d people", (gulong) remark->count),
      (int) remark->count);
}

static WijkTheme *
get_theme (WijkRemark *remark, WijkState *state, guint i)
{
  return (WijkTheme *) wijk_state_lookup_live (state, remark->themes->pdata[i], WIJK_KIND_THEME);
}

static guint
count_themes (WijkRemark *remark)
{
  return remark->themes != NULL ? remark->themes->len : 0;
}

/* ---- showing it ---- */

static void
set_css_class (GtkWidget *widget, const char *name, gboolean is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* Chips that are there are used again: rows come by the hundred while one scrolls. */
static void
show_themes (WijkRemarkContent *self, WijkRemark *remark, WijkState *state)
{
  GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->about)), *before = NULL;

  for (guint i = 0; i < count_themes (remark); i++)
    {
      WijkTheme *theme = get_theme (remark, state, i);

      if (theme == NULL)
        continue;
      if (chip == GTK_WIDGET (self->where))
        {
          GtkWidget *made = wijk_theme_chip_new ();

          adw_wrap_box_insert_child_after (self->about, made, before);
          before = made;
        }
      else
        {
          before = chip;
          chip = gtk_widget_get_next_sibling (chip);
        }
      wijk_theme_chip_set_theme (before, theme);
      gtk_widget_set_visible (before, TRUE);
    }
  for (; chip != GTK_WIDGET (self->where); chip = gtk_widget_get_next_sibling (chip))
    gtk_widget_set_visible (chip, FALSE);
}

/* ---- GObject ---- */

static void
wijk_remark_content_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (wijk_remark_content_parent_class)->dispose (object);
}

static void
wijk_remark_content_class_init (WijkRemarkContentClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_remark_content_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "remark-content");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_NONE);
}

static GtkWidget *
make_top (WijkRemarkContent *self)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *outcome = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (GTK_WIDGET (self->label), "caption-heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->people), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->people), "dimmed");
  gtk_widget_add_css_class (outcome, "caption");
  gtk_widget_add_css_class (outcome, "outcome");
  gtk_widget_set_hexpand (outcome, TRUE);
  gtk_widget_set_halign (outcome, GTK_ALIGN_END);
  gtk_label_set_ellipsize (self->outcome, PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (outcome), GTK_WIDGET (self->outcome_icon));
  gtk_box_append (GTK_BOX (outcome), GTK_WIDGET (self->outcome));
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (self->people));
  gtk_box_append (GTK_BOX (top), outcome);

  return top;
}

static void
wijk_remark_content_init (WijkRemarkContent *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->label = GTK_LABEL (gtk_label_new (NULL));
  self->people = GTK_LABEL (gtk_label_new (NULL));
  self->outcome_icon = GTK_IMAGE (gtk_image_new ());
  self->outcome = GTK_LABEL (gtk_label_new (NULL));
  self->words = GTK_LABEL (gtk_label_new (NULL));
  self->about = ADW_WRAP_BOX (adw_wrap_box_new ());
  self->where = GTK_LABEL (gtk_label_new (NULL));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_label_set_wrap (self->words, TRUE);
  gtk_label_set_wrap_mode (self->words, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (self->words, LINES);
  gtk_label_set_ellipsize (self->words, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->words, 0);
  gtk_label_set_ellipsize (self->where, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->where, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->where), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->where), "dimmed");
  adw_wrap_box_set_child_spacing (self->about, 6);
  adw_wrap_box_set_line_spacing (self->about, 6);
  adw_wrap_box_append (self->about, GTK_WIDGET (self->where));

  gtk_widget_set_parent (make_top (self), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->words), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->about), GTK_WIDGET (self));
}

GtkWidget *
wijk_remark_content_new (void)
{
  return g_object_new (WIJK_TYPE_REMARK_CONTENT, NULL);
}

void
wijk_remark_content_show (WijkRemarkContent *self,
                          WijkRemark *remark,
                          WijkState *state,
                          gboolean is_owed)
{
  const char *icon = NULL;
  g_autofree char *words = NULL;
  g_autofree char *where = NULL;
  g_autofree char *people = NULL;

  g_return_if_fail (WIJK_IS_REMARK_CONTENT (self));

  words = shorten_words (remark);
  where = describe_where (remark, state);
  people = describe_people (remark);
  gtk_label_set_label (self->label, remark->label != NULL ? remark->label : "");
  gtk_label_set_label (self->people, people != NULL ? people : "");
  gtk_widget_set_visible (GTK_WIDGET (self->people), people != NULL);
  gtk_label_set_label (self->where, where);
  gtk_label_set_label (self->words, words);
  gtk_label_set_label (self->outcome, find_outcome (remark, state, is_owed, &icon));
  gtk_image_set_from_icon_name (self->outcome_icon, icon);
  set_css_class (GTK_WIDGET (self), "owed", is_owed);
  set_css_class (GTK_WIDGET (self), "withdrawn", remark->withdrawn != NULL);
  show_themes (self, remark, state);
}

void
wijk_remark_content_add_measures (WijkRemarkContent *self, WijkRemarkMeasures *measures)
{
  int words_height, n_lines;
  PangoLayout *layout;
  double density;

  g_return_if_fail (WIJK_IS_REMARK_CONTENT (self));

  layout = gtk_label_get_layout (self->words);
  n_lines = pango_layout_get_line_count (layout);
  pango_layout_get_pixel_size (layout, NULL, &words_height);
  if (n_lines < 2 || gtk_widget_get_width (GTK_WIDGET (self)) <= 0)
    return;
  density = (double) pango_layout_get_line_readonly (layout, 0)->length /
            gtk_widget_get_width (GTK_WIDGET (self));
  measures->density += (density - measures->density) / ++measures->n;
  measures->line_height = words_height / n_lines;
  measures->rest_height = gtk_widget_get_height (GTK_WIDGET (self)) - words_height;
}

int
wijk_remark_content_guess_height (WijkRemark *remark, const WijkRemarkMeasures *measures, int width)
{
  gsize length = remark->text != NULL ? strlen (remark->text) : 1;
  int n_lines = 1;

  while (n_lines < LINES && (double) length > n_lines * measures->density * width)
    n_lines++;

  return measures->rest_height + n_lines * measures->line_height;
}

char *
wijk_remark_content_describe (WijkRemark *remark, WijkState *state, gboolean is_owed)
{
  const char *icon;
  const char *outcome = find_outcome (remark, state, is_owed, &icon);
  g_autofree char *words = shorten_words (remark);
  g_autofree char *where = describe_where (remark, state);
  g_autofree char *people = describe_people (remark);
  GString *text = g_string_new (remark->label);

  g_string_append_printf (text, ", %s, %s, %s", words, outcome, where);
  for (guint i = 0; i < count_themes (remark); i++)
    {
      WijkTheme *theme = get_theme (remark, state, i);

      if (theme != NULL && theme->name != NULL)
        g_string_append_printf (text, ", %s", theme->name);
    }
  if (people != NULL)
    g_string_append_printf (text, ", %s", people);

  return g_string_free_and_steal (text);
}
