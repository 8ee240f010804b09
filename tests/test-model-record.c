/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-measure.h"
#include "wijk-priority.h"
#include "wijk-remark.h"
#include "wijk-section.h"

#include <glib.h>
#include <string.h>

#include "heads.h"

typedef struct
{
  const char *field;
  guint at;
  guint device;
  const char *value;
} Row;

static gboolean
take (gpointer record, const Row *rows, guint n_rows)
{
  g_autofree WijkHead *heads = g_new0 (WijkHead, n_rows + 1);

  for (guint i = 0; i < n_rows; i++)
    heads[i] = (WijkHead) { wijk_record_get_id (record),
                            rows[i].field,
                            stamp_of (rows[i].at, rows[i].device),
                            rows[i].value };
  qsort (heads, n_rows, sizeof *heads, compare_heads);

  return wijk_record_take (record, heads, n_rows);
}

#define TAKE(record, ...)                                                                          \
  take (record, (const Row[]) { __VA_ARGS__ }, G_N_ELEMENTS (((const Row[]) { __VA_ARGS__ })))

static void
count_cb (GObject *object, GParamSpec *pspec, gpointer counts)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, pspec->name));

  g_hash_table_insert (counts, (gpointer) g_intern_string (pspec->name), GUINT_TO_POINTER (n + 1));
}

static guint
notified (GHashTable *counts, const char *property)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, property));

  g_hash_table_remove (counts, property);

  return n;
}

static GHashTable *
watch (gpointer record)
{
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);

  g_signal_connect (record, "notify", G_CALLBACK (count_cb), counts);

  return counts;
}

static void
test_empty (void)
{
  for (WijkKind kind = 0; kind < WIJK_N_KINDS; kind++)
    {
      const char *id = id_of (wijk_kind_to_word (kind), "a");
      WijkRecord *record = wijk_record_new (id);
      guint n_fields;
      const WijkField *fields = wijk_kind_get_fields (kind, &n_fields);

      g_assert_cmpint (wijk_record_get_kind (record), ==, kind);
      g_assert_cmpstr (wijk_record_get_id (record), ==, id);
      g_assert_cmpstr (wijk_record_get_place (record), ==, "");
      g_assert_cmpstr (wijk_record_get_place_stamp (record), ==, "");
      g_assert_null (wijk_record_get_conflicts (record));
      g_assert_null (wijk_record_get_unknown (record));
      g_assert_false (wijk_record_is_deleted (record));
      for (guint i = 0; i < n_fields; i++)
        {
          g_autofree char *value = wijk_record_dup_value (record, &fields[i]);

          g_assert_cmpstr (value, ==, "");
        }
      g_assert_finalize_object (record);
    }
}

/* Every field of every kind, there and back through its property. */
static void
test_every_field (void)
{
  for (WijkKind kind = 0; kind < WIJK_KIND_OTHER; kind++)
    {
      const char *id = id_of (wijk_kind_to_word (kind), "a");
      guint n_fields;
      const WijkField *fields = wijk_kind_get_fields (kind, &n_fields);

      for (guint i = 0; i < n_fields; i++)
        {
          const WijkField *field = &fields[i];
          WijkRecord *record = wijk_record_new (id);
          g_autoptr (GHashTable) counts = watch (record);
          g_autofree char *member = g_strconcat (field->key, "/één", NULL);
          g_autofree char *value = NULL;
          g_auto (GValue) property = G_VALUE_INIT;
          const char *given = field->kind == WIJK_FIELD_INT      ? "7"
                              : field->kind == WIJK_FIELD_CHOICE ? field->choices[1]
                              : field->kind == WIJK_FIELD_BOOL   ? "1"
                              : field->kind == WIJK_FIELD_SET    ? "1"
                                                                 : "wat";
          const char *key = field->kind == WIJK_FIELD_SET ? member : field->key;

          g_assert_true (TAKE (record, { key, 1, 1, given }));
          g_assert_cmpuint (notified (counts, field->key), ==, 1);
          g_assert_cmpuint (g_hash_table_size (counts), ==, 0);
          value = wijk_record_dup_value (record, field);
          g_assert_cmpstr (value, ==, field->kind == WIJK_FIELD_SET ? "één" : given);
          g_object_get_property (G_OBJECT (record), field->key, &property);
          g_assert_true (G_IS_VALUE (&property));
          if (field->kind == WIJK_FIELD_INT)
            g_assert_cmpint (g_value_get_int64 (&property), ==, 7);
          else if (field->kind == WIJK_FIELD_CHOICE)
            g_assert_cmpint (g_value_get_int (&property), ==, 2);
          else if (field->kind == WIJK_FIELD_BOOL)
            g_assert_true (g_value_get_boolean (&property));
          else if (field->kind == WIJK_FIELD_SET)
            g_assert_cmpstrv (g_value_get_boxed (&property), ((const char *[]) { "één", NULL }));
          else
            g_assert_cmpstr (g_value_get_string (&property), ==, given);

          g_assert_false (TAKE (record, { key, 2, 1, given })); /* the same under another stamp */
          g_assert_cmpuint (g_hash_table_size (counts), ==, 0);
          g_assert_true (wijk_record_take (record, NULL, 0));
          g_assert_cmpuint (notified (counts, field->key), ==, 1);
          g_assert_finalize_object (record);
        }
    }
}

static void
test_notifications (void)
{
  WijkRecord *record = wijk_record_new (id_of ("section", "a"));
  g_autoptr (GHashTable) counts = watch (record);

  g_assert_true (TAKE (record, { "title", 1, 1, "Groen" }, { "text", 1, 1, "Veel." }));
  g_assert_cmpuint (notified (counts, "title"), ==, 1);
  g_assert_cmpuint (notified (counts, "text"), ==, 1);
  g_assert_true (TAKE (record, { "title", 1, 1, "Groen" }, { "text", 2, 1, "Meer." }));
  g_assert_cmpuint (notified (counts, "title"), ==, 0);
  g_assert_cmpuint (notified (counts, "text"), ==, 1);
  g_assert_true (TAKE (record, { "title", 1, 1, "Groen" }, { "text", 3, 1, NULL })); /* erased */
  g_assert_cmpuint (notified (counts, "text"), ==, 1);
  g_assert_null (((WijkSection *) record)->text);
  g_assert_cmpuint (g_hash_table_size (counts), ==, 0);
  g_assert_finalize_object (record);
}

static void
test_conflict (void)
{
  WijkRecord *record = wijk_record_new (id_of ("section", "a"));
  WijkSection *section = (WijkSection *) record;
  g_autoptr (GHashTable) counts = watch (record);

  /* shown is the head with the highest stamp */
  TAKE (record, { "title", 2, 1, "Meer groen" }, { "title", 3, 2, "Groen en spelen" });
  g_assert_cmpstr (section->title, ==, "Groen en spelen");
  g_assert_cmpstrv (wijk_record_get_conflicts (record), ((const char *[]) { "title", NULL }));
  g_assert_cmpuint (notified (counts, "conflicts"), ==, 1);

  /* the same value twice is none */
  TAKE (record, { "title", 2, 1, "Groen" }, { "title", 3, 2, "Groen" });
  g_assert_null (wijk_record_get_conflicts (record));
  g_assert_cmpuint (notified (counts, "conflicts"), ==, 1);

  /* three, of which two are equal; and one is erased */
  TAKE (record,
        { "title", 2, 1, "Groen" },
        { "title", 3, 2, "Groen" },
        { "title", 4, 3, "Rood" },
        { "text", 1, 1, "a" },
        { "text", 2, 2, NULL });
  g_assert_cmpstrv (wijk_record_get_conflicts (record),
                    ((const char *[]) { "text", "title", NULL }));
  g_assert_null (section->text);

  /* places never ask */
  TAKE (record, { "place", 2, 1, "/01000aaa" }, { "place", 3, 2, "/02000bbb" });
  g_assert_null (wijk_record_get_conflicts (record));
  g_assert_cmpstr (wijk_record_get_place (record), ==, "/02000bbb");
  g_assert_cmpstr (wijk_record_get_place_stamp (record), ==, stamp_of (3, 2));
  wijk_record_take (record, NULL, 0);
  g_assert_cmpstr (wijk_record_get_place_stamp (record), ==, "");
  g_assert_finalize_object (record);
}

static void
test_set (void)
{
  WijkRecord *record = wijk_record_new (id_of ("priority", "a"));
  WijkPriority *priority = (WijkPriority *) record;
  const WijkField *origin = wijk_kind_find_field (WIJK_KIND_PRIORITY, "origin");
  g_autoptr (GHashTable) counts = watch (record);
  g_autofree char *joined = NULL;

  TAKE (record,
        { "origin/b", 1, 1, "1" },
        { "origin/a", 1, 1, "1" },
        { "origin/c", 1, 1, "" },
        { "owner", 1, 1, "Portaal" });
  g_assert_cmpuint (priority->origin->len, ==, 2);
  joined = wijk_record_dup_value (record, origin);
  g_assert_cmpstr (joined, ==, "a\nb");
  g_assert_true (wijk_set_contains (priority->origin, "a"));
  g_assert_false (wijk_set_contains (priority->origin, "c"));
  g_assert_false (wijk_set_contains (NULL, "c"));
  g_assert_cmpstr (priority->owner, ==, "Portaal");
  g_assert_null (wijk_record_get_unknown (record));
  g_assert_cmpuint (notified (counts, "origin"), ==, 1);

  /* in on one laptop, out on another: a conflict of that member */
  TAKE (record, { "origin/a", 1, 1, "1" }, { "origin/a", 2, 2, "" }, { "origin/b", 1, 1, "1" });
  g_assert_cmpstrv (wijk_record_get_conflicts (record), ((const char *[]) { "origin/a", NULL }));
  g_assert_cmpuint (priority->origin->len, ==, 1);

  /* the bare name of a set says nothing, and hides nothing */
  TAKE (record, { "origin", 1, 1, "x" }, { "origin/a", 1, 1, "1" }, { "owner", 1, 1, "Portaal" });
  g_assert_cmpuint (priority->origin->len, ==, 1);
  g_assert_cmpstr (priority->owner, ==, "Portaal");
  g_assert_finalize_object (record);
}

static void
test_unknown (void)
{
  WijkRecord *record = wijk_record_new (id_of ("priority", "a"));
  WijkPriority *priority = (WijkPriority *) record;
  GHashTable *unknown;

  TAKE (record,
        { "a", 1, 1, "eerst" },
        { "goal", 1, 1, "Groen" },
        { "goal-x", 1, 1, "tussen" },
        { "goal/x", 1, 1, "geen verzameling" },
        { "origin/a", 1, 1, "1" },
        { "origin-x", 1, 1, "voor de leden" },
        { "title", 1, 1, "T" },
        { "zz", 1, 1, "laatst" },
        { "zz/b", 1, 1, "1" },
        { "zz/b", 2, 2, "" });
  unknown = wijk_record_get_unknown (record);
  g_assert_cmpuint (g_hash_table_size (unknown), ==, 6);
  g_assert_cmpstr (g_hash_table_lookup (unknown, "a"), ==, "eerst");
  g_assert_cmpstr (g_hash_table_lookup (unknown, "goal-x"), ==, "tussen");
  g_assert_cmpstr (g_hash_table_lookup (unknown, "goal/x"), ==, "geen verzameling");
  g_assert_cmpstr (g_hash_table_lookup (unknown, "origin-x"), ==, "voor de leden");
  g_assert_cmpstr (g_hash_table_lookup (unknown, "zz"), ==, "laatst");
  g_assert_cmpstr (g_hash_table_lookup (unknown, "zz/b"), ==, "");
  g_assert_cmpstr (priority->goal, ==, "Groen");
  g_assert_cmpstr (priority->title, ==, "T");
  g_assert_cmpuint (priority->origin->len, ==, 1);
  g_assert_cmpstrv (wijk_record_get_conflicts (record), ((const char *[]) { "zz/b", NULL }));
  g_assert_finalize_object (record);
}

/* Kinds of a newer program are kept, with all that is in them. */
static void
test_other_kind (void)
{
  WijkRecord *record = wijk_record_new (id_of ("scenario", "a"));

  TAKE (record, { "title", 1, 1, "Droom" }, { "place", 1, 1, "/01000aaa" });
  g_assert_cmpint (wijk_record_get_kind (record), ==, WIJK_KIND_OTHER);
  g_assert_cmpuint (g_hash_table_size (wijk_record_get_unknown (record)), ==, 2);
  g_assert_finalize_object (record);
}

static void
test_deleted (void)
{
  static const struct
  {
    const char *what;
    Row rows[6];
    gboolean deleted;
    gboolean disputed;
  } cases[] = {
    { "stands", { { "title", 1, 1, "T" } }, FALSE, FALSE },
    { "deleted", { { "title", 1, 1, "T" }, { "deleted", 2, 1, "1@1" } }, TRUE, FALSE },
    { "restored", { { "title", 1, 1, "T" }, { "deleted", 3, 1, "" } }, FALSE, FALSE },
    { "changed by another", { { "title", 2, 2, "U" }, { "deleted", 3, 1, "1@1" } }, FALSE, TRUE },
    { "one field of two",
      { { "text", 2, 2, "x" }, { "title", 1, 1, "T" }, { "deleted", 3, 1, "1@1" } },
      FALSE,
      TRUE },
    { "both seen",
      { { "text", 2, 2, "x" }, { "title", 1, 1, "T" }, { "deleted", 3, 1, "1@1 2@2" } },
      TRUE,
      FALSE },
    { "deleted twice, each saw one",
      { { "text", 2, 2, "x" },
        { "title", 1, 1, "T" },
        { "deleted", 3, 1, "1@1" },
        { "deleted", 4, 2, "2@2" } },
      TRUE,
      FALSE },
    { "deleted here, restored there",
      { { "title", 1, 1, "T" }, { "deleted", 3, 1, "1@1" }, { "deleted", 4, 2, "" } },
      TRUE,
      FALSE },
    { "nothing in it but the mark", { { "deleted", 1, 1, "1@1" } }, TRUE, FALSE },
    { "erased after it was deleted",
      { { "title", 1, 1, NULL }, { "deleted", 2, 1, "1@1" }, { "erased", 3, 1, "title" } },
      TRUE,
      FALSE },
    { "erased on two laptops",
      { { "title", 1, 1, NULL }, { "erased", 3, 1, "title" }, { "erased", 3, 2, "text" } },
      FALSE,
      FALSE },
    { "an unknown field counts",
      { { "title", 1, 1, "T" }, { "zz", 2, 2, "x" }, { "deleted", 3, 1, "1@1" } },
      FALSE,
      TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WijkRecord *record = wijk_record_new (id_of ("section", "a"));
      Row rows[6];
      guint n = 0;
      g_autoptr (GHashTable) counts = watch (record);

      g_test_message ("%s", cases[i].what);
      for (; n < 6 && cases[i].rows[n].field != NULL; n++)
        {
          rows[n] = cases[i].rows[n];
          if (g_str_equal (rows[n].field, "deleted") && *rows[n].value != '\0')
            {
              g_autoptr (GString) seen = g_string_new (rows[n].value);

              g_string_replace (seen, "1@1", stamp_of (1, 1), 0);
              g_string_replace (seen, "2@2", stamp_of (2, 2), 0);
              rows[n].value = g_intern_string (seen->str);
            }
        }
      take (record, rows, n);
      g_assert_cmpint (wijk_record_is_deleted (record), ==, cases[i].deleted);
      g_assert_cmpint (wijk_record_is_disputed (record), ==, cases[i].disputed);
      g_assert_cmpuint (notified (counts, "deleted"), ==, cases[i].deleted);
      g_assert_cmpuint (notified (counts, "disputed"), ==, cases[i].disputed);
      g_assert_null (wijk_record_get_unknown (record) != NULL &&
                             g_hash_table_contains (wijk_record_get_unknown (record), "erased")
                         ? "erased"
                         : NULL);
      g_assert_null (wijk_record_get_conflicts (record));
      g_assert_finalize_object (record);
    }
}

/* Values that no program of ours writes, out of a file from elsewhere. */
static void
test_odd_values (void)
{
  WijkRecord *record = wijk_record_new (id_of ("remark", "a"));
  WijkRemark *remark = (WijkRemark *) record;

  TAKE (record,
        { "count", 1, 1, "99999999999999999999999" },
        { "channel", 1, 1, "fax" },
        { "number", 1, 1, "x" },
        { "themes/a", 1, 1, "ja" },
        { "date", 1, 1, "gisteren" });
  g_assert_cmpint (remark->channel, ==, WIJK_CHANNEL_UNSET);
  g_assert_cmpint (remark->count, ==, G_MAXINT64);
  g_assert_cmpint (remark->number, ==, 0);
  g_assert_null (remark->themes);
  g_assert_cmpstr (remark->date, ==, "gisteren");
  g_assert_finalize_object (record);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/empty", test_empty);
  g_test_add_func ("/record/every-field", test_every_field);
  g_test_add_func ("/record/notifications", test_notifications);
  g_test_add_func ("/record/conflict", test_conflict);
  g_test_add_func ("/record/set", test_set);
  g_test_add_func ("/record/unknown", test_unknown);
  g_test_add_func ("/record/other-kind", test_other_kind);
  g_test_add_func ("/record/deleted", test_deleted);
  g_test_add_func ("/record/odd-values", test_odd_values);

  return g_test_run ();
}
