/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-cluster-actions.h"

#include <glib/gi18n.h>

#include "wijk-cluster-edit.h"
#include "wijk-likeness.h"
#include "wijk-record-picker.h"

#define UNTITLED N_ ("Group of remarks")

static gboolean
complain (GtkWidget *parent, const GError *error)
{
  gtk_widget_activate_action (parent, "win.toast", "s", error->message);

  return FALSE;
}

static gboolean
write_step (
    GtkWidget *parent, WijkDocument *document, const char *step, GPtrArray *edits, const char *said)
{
  g_autoptr (GError) error = NULL;

  if (edits->len == 0)
    return FALSE;
  if (!wijk_document_write (document, step, edits, &error))
    return complain (parent, error);
  gtk_widget_activate_action (parent, "win.toast-undo", "s", said);

  return TRUE;
}

char *
wijk_cluster_dup_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

char *
wijk_cluster_propose_title (GPtrArray *remarks)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autofree char *title = NULL;

  for (guint i = 0; i < remarks->len; i++)
    if (WIJK_IS_REMARK (remarks->pdata[i]) && WIJK_REMARK (remarks->pdata[i])->text != NULL)
      g_ptr_array_add (texts, WIJK_REMARK (remarks->pdata[i])->text);
  title = wijk_likeness_propose_title ((const char *const *) texts->pdata, texts->len);

  return *title != '\0' ? g_steal_pointer (&title) : g_strdup (_ (UNTITLED));
}

gboolean
wijk_cluster_merge (GtkWidget *parent,
                    WijkDocument *document,
                    GPtrArray *records,
                    const char *title)
{
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *today = wijk_cluster_dup_today ();
  g_autofree char *proposed =
      title != NULL && *title != '\0' ? g_strdup (title) : wijk_cluster_propose_title (records);
  g_autofree char *id = wijk_cluster_edit_merge (
      wijk_document_get_state (document), records, proposed, today, edits, &error);
  WijkRecord *standing = NULL;
  g_autofree char *said = NULL;

  if (id == NULL)
    return complain (parent, error);
  standing = wijk_state_lookup_live (wijk_document_get_state (document), id, WIJK_KIND_CLUSTER);
  /* Translators: %s is the title of a group of remarks */
  said = g_strdup_printf (_ ("Merged in “%s”"),
                          standing != NULL ? WIJK_CLUSTER (standing)->title : proposed);

  return write_step (parent, document, _ ("Merge remarks"), edits, said);
}

gboolean
wijk_cluster_take_out (GtkWidget *parent, WijkDocument *document, WijkRemark *remark)
{
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;

  if (!wijk_cluster_edit_take_out (wijk_document_get_state (document), remark, edits, &error))
    return complain (parent, error);
  /* Translators: %s is the number of a remark */
  said = g_strdup_printf (_ ("%s taken out of the group"), remark->label);

  return write_step (parent, document, _ ("Take a remark out of a group"), edits, said);
}

gboolean
wijk_cluster_dissolve (GtkWidget *parent, WijkDocument *document, WijkCluster *cluster)
{
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;

  if (!wijk_cluster_edit_dissolve (wijk_document_get_state (document), cluster, edits, &error))
    return complain (parent, error);
  /* Translators: %s is the title of a group of remarks */
  said = g_strdup_printf (_ ("“%s” taken apart"), cluster->title);

  return write_step (parent, document, _ ("Take a group apart"), edits, said);
}

gboolean
wijk_cluster_refuse (GtkWidget *parent, WijkDocument *document, GPtrArray *remarks)
{
  g_autoptr (GPtrArray) edits = wijk_edits_new ();

  wijk_cluster_edit_refuse (remarks, edits);

  return write_step (parent,
                     document,
                     _ ("Refuse a proposal"),
                     edits,
                     _ ("Not the same; it is not proposed again"));
}

gboolean
wijk_cluster_rejoin (GtkWidget *parent, WijkDocument *document, WijkRemark *remark)
{
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  g_autofree char *reason = NULL;
  g_autofree char *said = NULL;

  /* Translators: why a part was withdrawn; %s is the number of the remark it was a part of */
  reason = g_strdup_printf (_ ("taken together again in %s"), remark->label);
  wijk_cluster_edit_rejoin (wijk_document_get_state (document), remark, reason, edits);
  /* Translators: %s is the number of a remark */
  said = g_strdup_printf (_ ("%s is one remark again"), remark->label);

  return write_step (parent, document, _ ("Take parts together again"), edits, said);
}

gboolean
wijk_cluster_oppose (GtkWidget *parent,
                     WijkDocument *document,
                     WijkRecord *record,
                     WijkRecord *other,
                     gboolean opposed)
{
  g_autoptr (GPtrArray) edits = wijk_edits_new ();

  wijk_cluster_edit_oppose (record, other, opposed, edits);

  return write_step (parent,
                     document,
                     opposed ? _ ("Link a dissenting remark") : _ ("Unlink a dissenting remark"),
                     edits,
                     opposed ? _ ("Linked as dissent") : _ ("No longer linked as dissent"));
}

/* ---- merging with one that is looked for ---- */

typedef struct
{
  GtkWidget *parent;
  WijkDocument *document;
  WijkRemark *remark;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->parent);
  g_object_unref (question->document);
  g_object_unref (question->remark);
  g_free (question);
}

static void
picked_cb (WijkRecord *record, gpointer user_data)
{
  Question *question = user_data;
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  g_ptr_array_add (records, question->remark);
  g_ptr_array_add (records, record);
  wijk_cluster_merge (question->parent, question->document, records, NULL);
}

void
wijk_cluster_ask_merge (GtkWidget *parent, WijkDocument *document, WijkRemark *remark)
{
  Question *question = g_new0 (Question, 1);
  g_autofree char *title = NULL;

  question->parent = g_object_ref (parent);
  question->document = g_object_ref (document);
  question->remark = g_object_ref (remark);
  /* Translators: %s is the number of a remark */
  title = g_strdup_printf (_ ("Merge %s With"), remark->label);
  wijk_record_picker_present (
      parent, document, WIJK_RECORD (remark), title, picked_cb, question, question_free);
}
