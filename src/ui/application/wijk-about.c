/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-about.h"

#include <glib/gi18n.h>

#include "wijk-area.h"

AdwDialog *
wijk_about_dialog_new (void)
{
  AdwDialog *dialog = adw_about_dialog_new ();
  AdwAboutDialog *about = ADW_ABOUT_DIALOG (dialog);
  const char *sources[] = { WIJK_AREA_CREDIT, NULL };

  adw_about_dialog_set_application_name (about, "Wijkplan");
  adw_about_dialog_set_application_icon (about, APP_ID);
  adw_about_dialog_set_version (about, VERSION);
  adw_about_dialog_set_developer_name (about, _ ("Makers of Wijkplan"));
  adw_about_dialog_set_comments (
      about, _ ("Make neighbourhood plans with residents, and show what became of every remark."));
  adw_about_dialog_set_license_type (about, GTK_LICENSE_GPL_3_0);
  adw_about_dialog_add_acknowledgement_section (about, _ ("Map"), sources);
  /* Translators: your names, one on a line */
  adw_about_dialog_set_translator_credits (about, _ ("translator-credits"));

  return dialog;
}
