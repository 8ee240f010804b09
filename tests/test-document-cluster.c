/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Putting remarks together, taking them apart, and what is counted and answered all the while. */

#include "config.h"

#include "document-home.h"
#include "wijk-cluster-edit.h"
#include "wijk-id.h"
#include "wijk-library.h"
#include "wijk-proposals.h"

#define TODAY "2027-03-01"

typedef struct
{
  char *library;
  char *plan_id;
  WijkDocument *document;
  WijkState *state;
  WijkRemark *remarks[5];
} Fixture;

static const char *const words[] = {
  "Er moet een zebrapad komen bij de school op de Damlaan",
  "Zebra bij de school, de Damlaan is daar levensgevaarlijk",
  "Kan er bij de school op de Damlaan een oversteekplaats komen?",
  "De bibliotheek moet open blijven, en er is te weinig licht in het park",
  "Geen zebrapad op de Damlaan",
};

static WijkRecord *
add (Fixture *f, WijkKind kind, const char *key, const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = wijk_document_add (f->document, "voeg toe", kind, &error, key, value, NULL);

  g_assert_no_error (error);
  home_settle (f->document);

  return wijk_state_lookup (f->state, id);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = NULL;

  f->library = g_dir_make_tmp ("wijkplan-cluster-XXXXXX", NULL);
  f->plan_id = wijk_id_new ("plan");
  folder = home_make_plan (f->library, f->plan_id);
  f->document = home_open (folder);
  f->state = wijk_document_get_state (f->document);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    f->remarks[i] = WIJK_REMARK (add (f, WIJK_KIND_REMARK, "text", words[i]));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autofree char *name = NULL;

  home_close (f->document);
  g_assert_true (wijk_library_remove (f->library, f->plan_id, 1, &name, NULL));
  g_assert_true (wijk_library_wipe (f->library, name, NULL));
  g_free (f->library);
  g_free (f->plan_id);
}

static void
write_step (Fixture *f, GPtrArray *edits)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (wijk_document_write (f->document, "stap", edits, &error));
  g_assert_no_error (error);
  home_settle (f->document);
}

static void
set (Fixture *f, gpointer record, const char *key, const char *value)
{
  g_autoptr (GPtrArray) edits = wijk_edits_new ();

  wijk_edits_add (edits, wijk_record_get_id (record), key, value);
  write_step (f, edits);
}

static void
undo (Fixture *f)
{
  wijk_document_undo (f->document);
  home_settle (f->document);
}

/* Merges what is given, to NULL; returns the cluster. */
static WijkCluster *
merge (Fixture *f, gpointer first, ...)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  va_list rest;

  va_start (rest, first);
  for (gpointer record = first; record != NULL; record = va_arg (rest, gpointer))
    g_ptr_array_add (records, record);
  va_end (rest);
  id = wijk_cluster_edit_merge (f->state, records, "Zebrapad Damlaan", TODAY, edits, &error);
  g_assert_no_error (error);
  write_step (f, edits);

  return WIJK_CLUSTER (wijk_state_lookup_live (f->state, id, WIJK_KIND_CLUSTER));
}

static guint
count_members (Fixture *f, WijkCluster *cluster)
{
  g_autoptr (GPtrArray) members = wijk_cluster_dup_members (f->state, cluster);

  return members->len;
}

static void
dissolve (Fixture *f, WijkCluster *cluster)
{
  g_autoptr (GPtrArray) edits = wijk_edits_new ();

  g_assert_true (wijk_cluster_edit_dissolve (f->state, cluster, edits, NULL));
  write_step (f, edits);
}

static void
test_merge (Fixture *f, gconstpointer data)
{
  WijkCluster *cluster = merge (f, f->remarks[0], f->remarks[1], f->remarks[0], NULL);
  g_autofree char *label = g_strdup (f->remarks[0]->label);

  g_assert_cmpstr (cluster->title, ==, "Zebrapad Damlaan");
  g_assert_cmpuint (count_members (f, cluster), ==, 2);
  g_assert_cmpstr (f->remarks[0]->text, ==, words[0]);
  g_assert_cmpuint (wijk_document_get_tally (f->document).n_remarks, ==, 5);

  /* one more comes in; a withdrawn one does not */
  set (f, f->remarks[3], "withdrawn", "proef");
  g_assert_true (merge (f, f->remarks[3], f->remarks[2], f->remarks[1], NULL) == cluster);
  g_assert_cmpuint (count_members (f, cluster), ==, 3);
  g_assert_null (f->remarks[3]->cluster);

  undo (f);
  g_assert_cmpuint (count_members (f, cluster), ==, 2);
  undo (f); /* the withdrawal */
  undo (f);
  g_assert_true (wijk_record_is_deleted (WIJK_RECORD (cluster)));
  g_assert_null (f->remarks[0]->cluster);
  g_assert_cmpstr (f->remarks[0]->label, ==, label);
}

static void
test_merge_refused (Fixture *f, gconstpointer data)
{
  WijkCluster *cluster = merge (f, f->remarks[0], f->remarks[1], NULL);
  gpointer cases[][2] = {
    { f->remarks[2], NULL },
    { f->remarks[2], f->remarks[2] },
    { f->remarks[0], f->remarks[1] },
    { cluster, f->remarks[1] },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) records = g_ptr_array_new ();
      g_autoptr (GPtrArray) edits = wijk_edits_new ();
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < 2 && cases[i][j] != NULL; j++)
        g_ptr_array_add (records, cases[i][j]);
      g_assert_null (wijk_cluster_edit_merge (f->state, records, "Titel", TODAY, edits, &error));
      g_assert_error (error, WIJK_RULE_ERROR, WIJK_RULE_ERROR_SET);
      g_assert_cmpuint (edits->len, ==, 0);
    }
}

/* Nothing of the cluster that goes is lost: members, answer, counts, what points to it. */
static void
test_merge_clusters (Fixture *f, gconstpointer data)
{
  WijkCluster *kept = merge (f, f->remarks[0], f->remarks[1], NULL);
  WijkCluster *other = merge (f, f->remarks[2], f->remarks[3], NULL);
  WijkRecord *priority = add (f, WIJK_KIND_PRIORITY, "title", "Veilig oversteken");
  g_autofree char *origin = g_strconcat ("origin/", wijk_record_get_id (WIJK_RECORD (other)), NULL);
  g_autofree char *opposes =
      g_strconcat ("opposes/", wijk_record_get_id (WIJK_RECORD (f->remarks[4])), NULL);

  set (f, priority, origin, "1");
  set (f, other, opposes, "1");
  set (f, other, "agree", "12");
  set (f, kept, "agree", "3");
  set (f, other, "disagree", "4");
  set (f, kept, "outcome", "overgenomen");
  set (f, kept, "reason", "Komt in 2028");
  set (f, other, "outcome", "niet-overgenomen");
  set (f, other, "reason", "Geen geld");
  set (f, f->remarks[3], "outcome", "doorgestuurd");
  set (f, f->remarks[3], "reason", "Naar de bibliotheek");

  g_assert_true (merge (f, kept, other, NULL) == kept);
  g_assert_true (wijk_record_is_deleted (WIJK_RECORD (other)));
  g_assert_cmpuint (count_members (f, kept), ==, 4);
  g_assert_cmpint (kept->agree, ==, 15);
  g_assert_cmpint (kept->disagree, ==, 4);
  g_assert_cmpstr (kept->reason, ==, "Komt in 2028");
  g_assert_cmpstr (f->remarks[2]->reason, ==, "Geen geld");
  g_assert_cmpstr (f->remarks[3]->reason, ==, "Naar de bibliotheek");
  g_assert_null (f->remarks[0]->reason);
  g_assert_true (
      wijk_set_contains (kept->opposes, wijk_record_get_id (WIJK_RECORD (f->remarks[4]))));
  g_assert_true (wijk_priority_has_origin (WIJK_PRIORITY (priority), f->state));
  g_assert_true (wijk_set_contains (WIJK_PRIORITY (priority)->origin,
                                    wijk_record_get_id (WIJK_RECORD (kept))));
  undo (f);
  g_assert_false (wijk_record_is_deleted (WIJK_RECORD (other)));
  g_assert_cmpuint (count_members (f, kept), ==, 2);
  g_assert_cmpuint (count_members (f, other), ==, 2);
  g_assert_null (f->remarks[2]->reason);
}

/* An answer of one cluster becomes that of both where the other has none. */
static void
test_merge_answer (Fixture *f, gconstpointer data)
{
  WijkCluster *kept = merge (f, f->remarks[0], f->remarks[1], NULL);
  WijkCluster *other = merge (f, f->remarks[2], f->remarks[3], NULL);

  set (f, other, "outcome", "overgenomen");
  set (f, other, "reason", "Komt in 2028");
  g_assert_cmpuint (wijk_document_get_tally (f->document).n_answered, ==, 2);
  merge (f, f->remarks[1], f->remarks[2], NULL);
  g_assert_cmpstr (kept->reason, ==, "Komt in 2028");
  g_assert_null (f->remarks[2]->reason);
  g_assert_cmpuint (wijk_document_get_tally (f->document).n_answered, ==, 4);
}

static void
test_dissolve (Fixture *f, gconstpointer data)
{
  WijkCluster *cluster = merge (f, f->remarks[0], f->remarks[1], NULL);
  WijkRecord *priority = add (f, WIJK_KIND_PRIORITY, "title", "Veilig oversteken");
  g_autofree char *origin =
      g_strconcat ("origin/", wijk_record_get_id (WIJK_RECORD (cluster)), NULL);

  set (f, priority, origin, "1");
  set (f, cluster, "outcome", "overgenomen");
  set (f, cluster, "reason", "Komt in 2028");
  set (f, f->remarks[1], "outcome", "doorgestuurd");
  set (f, f->remarks[1], "reason", "Naar de school");
  dissolve (f, cluster);

  g_assert_true (wijk_record_is_deleted (WIJK_RECORD (cluster)));
  g_assert_null (f->remarks[0]->cluster);
  g_assert_cmpstr (f->remarks[0]->reason, ==, "Komt in 2028");
  g_assert_cmpint (f->remarks[0]->outcome, ==, WIJK_OUTCOME_ACCEPTED);
  g_assert_cmpstr (f->remarks[1]->reason, ==, "Naar de school");
  g_assert_cmpuint (wijk_document_get_tally (f->document).n_answered, ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_true (wijk_set_contains (WIJK_PRIORITY (priority)->origin,
                                      wijk_record_get_id (WIJK_RECORD (f->remarks[i]))));
  undo (f);
  g_assert_cmpuint (count_members (f, cluster), ==, 2);
  g_assert_null (f->remarks[0]->reason);
}

static void
test_take_out (Fixture *f, gconstpointer data)
{
  WijkCluster *cluster = merge (f, f->remarks[0], f->remarks[1], f->remarks[2], NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) edits = wijk_edits_new ();

      g_assert_true (wijk_cluster_edit_take_out (f->state, f->remarks[i], edits, NULL));
      write_step (f, edits);
      g_assert_null (f->remarks[i]->cluster);
      g_assert_cmpint (wijk_record_is_deleted (WIJK_RECORD (cluster)), ==, i == 1);
    }
  g_assert_null (f->remarks[2]->cluster); /* alone it is no group */
  {
    g_autoptr (GPtrArray) edits = wijk_edits_new ();

    g_assert_false (wijk_cluster_edit_take_out (f->state, f->remarks[0], edits, &error));
    g_assert_error (error, WIJK_RULE_ERROR, WIJK_RULE_ERROR_SET);
  }
}

static gboolean
split (Fixture *f, WijkRemark *remark, const char *const *parts, GError **error)
{
  g_autoptr (GPtrArray) edits = wijk_edits_new ();

  if (!wijk_cluster_edit_split (f->state, remark, parts, TODAY, edits, error))
    return FALSE;
  write_step (f, edits);

  return TRUE;
}

/* Parts have numbers of their own and roll up: the whole counts once, and is answered when all its
 * parts are. */
static void
test_split (Fixture *f, gconstpointer data)
{
  const char *const two[] = {
    " De bibliotheek moet open blijven ", "", "Meer licht in het park", NULL
  };
  const char *const again[] = { "Licht op het pad", "Licht bij de vijver", NULL };
  WijkRemark *whole = f->remarks[3];
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GPtrArray) edits = wijk_edits_new ();

  set (f, whole, "channel", "papier");
  set (f, whole, "table", "tafel 3");
  set (f, whole, "count", "4");
  g_assert_true (split (f, whole, two, NULL));
  parts = wijk_remark_dup_parts (f->state, whole);
  g_assert_cmpuint (parts->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      WijkRemark *part = parts->pdata[i];

      g_assert_cmpstr (part->label, !=, whole->label);
      g_assert_cmpint (part->number, ==, 6 + i);
      g_assert_cmpint (part->channel, ==, WIJK_CHANNEL_PAPER);
      g_assert_cmpstr (part->table, ==, "tafel 3");
      g_assert_false (wijk_remark_is_counted (part, f->state));
    }
  g_assert_cmpstr (WIJK_REMARK (parts->pdata[0])->text, ==, "De bibliotheek moet open blijven");
  g_assert_cmpstr (whole->text, ==, words[3]);
  g_assert_cmpuint (wijk_document_get_tally (f->document).n_remarks, ==, 5);
  g_assert_cmpuint (wijk_document_get_tally (f->document).n_people, ==, 8);

  /* a part of a part: the whole is answered when the last of them is */
  g_assert_true (split (f, parts->pdata[1], again, NULL));
  g_assert_cmpuint (wijk_document_get_tally (f->document).n_remarks, ==, 5);
  set (f, parts->pdata[0], "outcome", "overgenomen");
  set (f, parts->pdata[0], "reason", "Blijft open");
  g_assert_cmpuint (wijk_document_get_tally (f->document).n_answered, ==, 0);
  {
    g_autoptr (GPtrArray) small = wijk_remark_dup_parts (f->state, parts->pdata[1]);
    WijkCluster *cluster = merge (f, small->pdata[0], small->pdata[1], NULL);

    set (f, cluster, "outcome", "overgenomen");
    set (f, cluster, "reason", "Lantaarns komen er");
  }
  g_assert_cmpuint (wijk_document_get_tally (f->document).n_answered, ==, 1);

  /* together again: the parts stay, withdrawn, and the whole is to be answered itself */
  g_assert_cmpuint (wijk_cluster_edit_rejoin (f->state, whole, "weer heel", edits), ==, 2);
  write_step (f, edits);
  g_assert_cmpuint (wijk_document_get_tally (f->document).n_answered, ==, 0);
  g_assert_cmpstr (WIJK_REMARK (parts->pdata[0])->withdrawn, ==, "weer heel");
  undo (f);
  g_assert_cmpuint (wijk_document_get_tally (f->document).n_answered, ==, 1);
  g_assert_null (WIJK_REMARK (parts->pdata[0])->withdrawn);
}

static void
test_split_undone (Fixture *f, gconstpointer data)
{
  const char *const two[] = { "Een", "Twee", NULL };
  const char *const one[] = { "Een", "  ", NULL };
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (split (f, f->remarks[3], one, &error));
  g_assert_error (error, WIJK_RULE_ERROR, WIJK_RULE_ERROR_SET);
  g_clear_error (&error);
  g_assert_true (split (f, f->remarks[3], two, NULL));
  undo (f);
  parts = wijk_remark_dup_parts (f->state, f->remarks[3]);
  g_assert_cmpuint (parts->len, ==, 0);
  g_assert_cmpuint (wijk_document_get_tally (f->document).n_remarks, ==, 5);
  set (f, f->remarks[3], "withdrawn", "dubbel");
  g_assert_false (split (f, f->remarks[3], two, &error));
  g_assert_error (error, WIJK_RULE_ERROR, WIJK_RULE_ERROR_SET);
}

static void
test_oppose (Fixture *f, gconstpointer data)
{
  WijkCluster *cluster = merge (f, f->remarks[0], f->remarks[1], NULL);
  WijkRecord *against = WIJK_RECORD (f->remarks[4]);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) edits = wijk_edits_new ();
      g_autoptr (GPtrArray) twice = wijk_edits_new ();
      g_autoptr (GPtrArray) off = wijk_edits_new ();
      g_autoptr (GPtrArray) one = NULL, other = NULL, none = NULL;
      WijkRecord *from = i == 0 ? against : WIJK_RECORD (cluster);
      WijkRecord *to = i == 0 ? WIJK_RECORD (cluster) : against;

      wijk_cluster_edit_oppose (from, to, TRUE, edits);
      write_step (f, edits);
      one = wijk_record_dup_opposing (f->state, from);
      other = wijk_record_dup_opposing (f->state, to);
      g_assert_cmpuint (one->len, ==, 1);
      g_assert_true (one->pdata[0] == to);
      g_assert_true (other->len == 1 && other->pdata[0] == from);
      wijk_cluster_edit_oppose (to, from, TRUE, twice); /* it is linked from the other side */
      wijk_cluster_edit_oppose (to, to, TRUE, twice);
      g_assert_cmpuint (twice->len, ==, 0);
      wijk_cluster_edit_oppose (to, from, FALSE, off);
      write_step (f, off);
      none = wijk_record_dup_opposing (f->state, from);
      g_assert_cmpuint (none->len, ==, 0);
    }
}

/* ---- proposals ---- */

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
has_result (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

static GPtrArray *
find (Fixture *f, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (WijkProgress) progress = wijk_progress_new ();

  wijk_proposals_find_async (f->state, progress, cancellable, keep_result_cb, &result);
  home_wait (has_result, &result, 20);

  return wijk_proposals_find_finish (result, error);
}

static gboolean
is_proposed (GPtrArray *proposals, gpointer one, gpointer other)
{
  for (guint i = 0; i < proposals->len; i++)
    if (g_strv_contains (proposals->pdata[i], wijk_record_get_id (one)) &&
        g_strv_contains (proposals->pdata[i], wijk_record_get_id (other)))
      return TRUE;

  return FALSE;
}

static void
test_proposals (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) all = find (f, NULL, NULL);
  g_autoptr (GPtrArray) pair = g_ptr_array_new ();
  g_autoptr (GPtrArray) edits = wijk_edits_new ();

  g_assert_true (is_proposed (all, f->remarks[0], f->remarks[1]));
  g_assert_true (is_proposed (all, f->remarks[0], f->remarks[2]));
  g_assert_false (is_proposed (all, f->remarks[0], f->remarks[3]));

  /* what was refused is not asked again */
  g_ptr_array_add (pair, f->remarks[0]);
  g_ptr_array_add (pair, f->remarks[1]);
  wijk_cluster_edit_refuse (pair, edits);
  write_step (f, edits);
  {
    g_autoptr (GPtrArray) fewer = find (f, NULL, NULL);

    g_assert_false (is_proposed (fewer, f->remarks[0], f->remarks[1]));
    g_assert_true (is_proposed (fewer, f->remarks[0], f->remarks[2]) ||
                   is_proposed (fewer, f->remarks[1], f->remarks[2]));
  }

  /* nor what is together, split or withdrawn */
  merge (f, f->remarks[0], f->remarks[1], f->remarks[2], NULL);
  {
    g_autoptr (GPtrArray) none = find (f, NULL, NULL);

    g_assert_false (is_proposed (none, f->remarks[0], f->remarks[2]));
  }
  undo (f);
  undo (f);
  set (f, f->remarks[0], "withdrawn", "dubbel");
  g_assert_true (split (f, f->remarks[1], (const char *const[]) { "Een", "Twee", NULL }, NULL));
  {
    g_autoptr (GPtrArray) none = find (f, NULL, NULL);

    for (guint i = 0; i < 3; i++)
      g_assert_false (is_proposed (none, f->remarks[i], f->remarks[(i + 1) % 3]));
  }
}

static void
test_proposals_cancelled (Fixture *f, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (find (f, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(path, test)                                                                            \
  g_test_add ("/document/cluster/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("merge", test_merge);
  ADD ("merge-refused", test_merge_refused);
  ADD ("merge-clusters", test_merge_clusters);
  ADD ("merge-answer", test_merge_answer);
  ADD ("dissolve", test_dissolve);
  ADD ("take-out", test_take_out);
  ADD ("split", test_split);
  ADD ("split-undone", test_split_undone);
  ADD ("oppose", test_oppose);
  ADD ("proposals", test_proposals);
  ADD ("proposals-cancelled", test_proposals_cancelled);

  return g_test_run ();
}
