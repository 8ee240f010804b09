/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wijk-publish.h"

/* The plan in tests/fixtures, and publishing it with the tree's own fonts and words. */
GBytes *publish_sample_plan (void);
const char *publish_sample_resources (void);
extern const WijkMoment publish_sample_moment;

/* A version, or with `draft` a draft; fails the test when it cannot be made. */
GBytes *publish_sample_pdf (GBytes *plan, const WijkMoment *draft);
GBytes *publish_sample_try (GBytes *plan, GError **error);
