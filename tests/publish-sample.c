/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "publish-sample.h"

const WijkMoment publish_sample_moment = { 2026, 11, 23, 14, 5 };

GBytes *
publish_sample_plan (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "plan.json", NULL);
  g_autoptr (GError) error = NULL;
  char *text;
  gsize size;

  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, size);
}

const char *
publish_sample_resources (void)
{
  static char *folder;

  if (!folder)
    folder = g_test_build_filename (G_TEST_DIST, "..", "resources", NULL);
  return folder;
}

static GBytes *
publish (GBytes *plan, const WijkMoment *draft, GError **error)
{
  const WijkPublishOptions options = { .resources = publish_sample_resources (),
                                       .created = "2026-11-23T13:05:00Z",
                                       .producer = "Wijkplan",
                                       .draft = draft };

  return wijk_pdf_write (plan, &options, NULL, NULL, NULL, error);
}

GBytes *
publish_sample_try (GBytes *plan, GError **error)
{
  return publish (plan, NULL, error);
}

GBytes *
publish_sample_pdf (GBytes *plan, const WijkMoment *draft)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf = publish (plan, draft, &error);

  g_assert_no_error (error);
  g_assert_nonnull (pdf);
  return pdf;
}
