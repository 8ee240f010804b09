/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-message.h"

#include <glib/gi18n.h>

static GtkWidget *
create_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

AdwDialog *
wijk_message_new (const char *heading, const char *body)
{
  AdwDialog *dialog = adw_alert_dialog_new (NULL, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  gtk_box_append (GTK_BOX (box), create_label (heading, "title-3"));
  gtk_box_append (GTK_BOX (box), create_label (body, NULL));
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (dialog),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  heading,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  body,
                                  -1);

  return dialog;
}

void
wijk_message_show (GtkWidget *parent, const char *heading, const char *body)
{
  AdwDialog *dialog = wijk_message_new (heading, body);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, parent);
}
