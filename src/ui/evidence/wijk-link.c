/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-link.h"

#include <glib/gi18n.h>

#include "wijk-cluster.h"
#include "wijk-priority.h"
#include "wijk-quote.h"
#include "wijk-remark.h"
#include "wijk-source.h"
#include "wijk-trace.h"

gboolean
wijk_link_set (
    WijkDocument *document, WijkRecord *target, const char *id, gboolean linked, GError **error)
{
  const char *step;

  if (WIJK_IS_PRIORITY (target))
    step = linked ? _ ("Link a remark to a priority") : _ ("Unlink a remark from a priority");
  else
    step = linked ? _ ("Link a chapter") : _ ("Take a link off a chapter");

  return wijk_document_set_member (
      document, step, target, wijk_link_get_key (target), id, linked, error);
}

const char *
wijk_link_get_name (WijkRecord *record)
{
  if (WIJK_IS_CLUSTER (record))
    return _ ("Group of remarks");
  if (WIJK_IS_QUOTE (record))
    return _ ("Quote");
  if (WIJK_IS_SOURCE (record))
    return _ ("Source");

  return WIJK_IS_REMARK (record) && WIJK_REMARK (record)->label != NULL
             ? WIJK_REMARK (record)->label
             : _ ("Remark");
}

char *
wijk_link_dup_text (WijkRecord *record)
{
  const char *text = NULL;
  char *line;

  if (WIJK_IS_CLUSTER (record))
    text = WIJK_CLUSTER (record)->title;
  else if (WIJK_IS_QUOTE (record))
    text = WIJK_QUOTE (record)->text;
  else if (WIJK_IS_SOURCE (record))
    text = WIJK_SOURCE (record)->title;
  else if (WIJK_IS_REMARK (record))
    text = WIJK_REMARK (record)->text;
  line = g_strdup (text != NULL ? text : "");

  return g_strstrip (g_strdelimit (line, "\n\r\t", ' '));
}

const char *
wijk_link_get_icon (WijkRecord *record)
{
  if (WIJK_IS_CLUSTER (record))
    return "wijk-group-symbolic";
  if (WIJK_IS_QUOTE (record))
    return "wijk-quote-symbolic";

  return WIJK_IS_SOURCE (record) ? "wijk-sources-symbolic" : "wijk-input-symbolic";
}
