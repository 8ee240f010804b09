/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-bundle.h"
#include "wijk-tasks.h"

G_BEGIN_DECLS

/* The bundle of a frozen version, from its frozen bytes alone: the same whenever it is made. */
WijkBundleWriter *wijk_bundle_make_public (const char *folder,
                                           guint version,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The plan as it stands with all its changes, sources and frozen versions. *@name: its file name.
 */
WijkBundleWriter *wijk_bundle_make_internal (const WijkContext *context,
                                             const char *plan_id,
                                             char **name,
                                             GCancellable *cancellable,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The plan as a PDF; @draft marks it "Concept" with the context's moment. @created: an ISO date. */
GBytes *wijk_bundle_make_pdf (const WijkContext *context,
                              GBytes *plan_json,
                              const char *created,
                              gboolean draft,
                              GCancellable *cancellable,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What every manifest of this plan says. */
WijkManifest *wijk_bundle_make_manifest (WijkPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

/* The file name of a bundle of this plan. */
char *
wijk_bundle_make_name (WijkPlan *plan, guint version, const char *date) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
