/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* What there is to know and do about the backups of an open plan: their folder, the age of the
 * newest, making one now, and putting one back. */
#define WIJK_TYPE_BACKUP_GROUP (wijk_backup_group_get_type ())
G_DECLARE_FINAL_TYPE (WijkBackupGroup, wijk_backup_group, WIJK, BACKUP_GROUP, AdwPreferencesGroup)

void wijk_backup_group_set_document (WijkBackupGroup *self, WijkDocument *document);

G_END_DECLS
