/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange-sample.h"

#include <string.h>

#include "wijk-id.h"
#include "wijk-place.h"

#define STAMP "1700000000000-00000-0123abcd"

typedef struct
{
  GRand *rand;
  GPtrArray *edits;
  GPtrArray *ids[WIJK_N_KINDS];
} Making;

static const char *const words[] = {
  "Meer groen in de straat",
  "fietsers & \"voetgangers\"",
  "Één plein, ’s avonds licht",
  "pad\\naar <de> Merenwijk",
  "drempel\tbij nr. 7",
  "Ürün – ça va? 漢字 🌳",
  "del\x7f en \xe2\x80\xa8scheiding",
  "'t Joppe",
};

static char *
make_id (Making *m, const char *kind)
{
  g_autofree char *seed = g_strdup_printf ("%u-%u", g_rand_int (m->rand), g_rand_int (m->rand));

  return wijk_id_derive (kind, seed);
}

static const char *
pick (Making *m, WijkKind kind)
{
  GPtrArray *ids = m->ids[kind];

  return ids->pdata[g_rand_int_range (m->rand, 0, (gint32) ids->len)];
}

/* The kind that a link field leads to, by its key. */
static WijkKind
target_of (Making *m, WijkKind kind, const char *key)
{
  static const WijkKind origins[] = { WIJK_KIND_REMARK, WIJK_KIND_CLUSTER, WIJK_KIND_QUOTE };

  if (g_str_equal (key, "part-of") || g_str_equal (key, "distinct"))
    return WIJK_KIND_REMARK;
  if (g_str_equal (key, "opposes"))
    return origins[g_rand_int_range (m->rand, 0, 2)];
  if (g_str_equal (key, "about"))
    return g_rand_boolean (m->rand) ? WIJK_KIND_THEME : WIJK_KIND_PRIORITY;
  if (g_str_equal (key, "partners"))
    return WIJK_KIND_STAKEHOLDER;
  if (g_str_equal (key, "scan"))
    return WIJK_KIND_SOURCE;
  if (g_str_equal (key, "themes"))
    return WIJK_KIND_THEME;
  if (g_str_equal (key, "origin"))
    return origins[g_rand_int_range (m->rand, 0, 3)];
  if (g_str_equal (key, "of") && kind == WIJK_KIND_AMOUNT && g_rand_boolean (m->rand))
    return WIJK_KIND_MEASURE;
  if (g_str_equal (key, "of"))
    return WIJK_KIND_PRIORITY;
  if (g_str_equal (key, "links"))
    return (WijkKind) g_rand_int_range (m->rand, WIJK_KIND_SECTION, WIJK_N_KINDS);

  return wijk_kind_from_word (key);
}

static char *
make_link (Making *m, WijkKind kind, const WijkField *field)
{
  WijkKind target = target_of (m, kind, field->key);

  if (g_rand_int_range (m->rand, 0, 10) == 0)
    return make_id (m, wijk_kind_to_word (target));

  return g_strdup (pick (m, target));
}

static char *
make_place (Making *m, WijkKind kind)
{
  static const char keys[] = "abcdefgh";
  const char *parent = "";
  g_autofree char *gone = NULL;

  if ((kind == WIJK_KIND_SECTION || kind == WIJK_KIND_THEME) && g_rand_boolean (m->rand))
    parent = pick (m, kind);
  if (g_rand_int_range (m->rand, 0, 10) == 0)
    parent = gone = make_id (m, wijk_kind_to_word (kind));

  return g_strdup_printf ("%s/%c%c",
                          parent,
                          keys[g_rand_int_range (m->rand, 0, 8)],
                          keys[g_rand_int_range (m->rand, 0, 8)]);
}

/* Fields whose form the schema knows better than the field table. */
static char *
make_formed (Making *m, const char *key)
{
  if (g_str_equal (key, "colour"))
    return g_strdup_printf ("#%06x", g_rand_int_range (m->rand, 0, 1 << 24));
  if (g_str_equal (key, "label"))
    return g_strdup_printf ("R-%d", g_rand_int_range (m->rand, 1, 1000));
  if (g_str_equal (key, "area-code"))
    return g_strdup_printf ("BU054608%02d", g_rand_int_range (m->rand, 0, 100));
  if (g_str_equal (key, "parent-code") || g_str_equal (key, "area-codes"))
    return g_strdup_printf ("WK0546%02d", g_rand_int_range (m->rand, 0, 10));
  if (g_str_equal (key, "sha256"))
    return g_strdup_printf ("%064x", g_rand_int (m->rand));

  return NULL;
}

static gboolean
is_internal (WijkKind kind, const char *key)
{
  return (kind == WIJK_KIND_SECTION && g_str_equal (key, "guidance")) ||
         (kind == WIJK_KIND_SESSION && g_str_equal (key, "steps")) ||
         (kind == WIJK_KIND_REMARK && g_str_equal (key, "wall-reason")) ||
         kind == WIJK_KIND_REPLY || kind == WIJK_KIND_FILTER ||
         (kind == WIJK_KIND_VERSION && g_str_equal (key, "files")) ||
         (kind == WIJK_KIND_COMMENT && g_str_equal (key, "text"));
}

static char *
make_text (Making *m, WijkKind kind, const WijkField *field)
{
  const char *word = words[g_rand_int_range (m->rand, 0, G_N_ELEMENTS (words))];
  const char *mark = "";

  if ((field->flags & WIJK_FIELD_PERSONAL) != 0)
    mark = SAMPLE_PERSONAL;
  else if (is_internal (kind, field->key))
    mark = SAMPLE_INTERNAL;
  if (field->kind == WIJK_FIELD_SET)
    return g_strdup_printf ("%s wijk %d", mark, g_rand_int_range (m->rand, 0, 50));
  if ((field->flags & WIJK_FIELD_LINE) != 0)
    return g_strdup_printf ("%s%s", mark, word);

  return g_strdup_printf ("%s%s\n\n- %s\n", mark, word, word);
}

static char *
make_value (Making *m, WijkKind kind, const WijkField *field)
{
  char *formed = make_formed (m, field->key);
  gint64 min = MAX (field->min, -1000000), max = MIN (field->max, 1000000);
  guint n_choices = 0;

  if (formed != NULL)
    return formed;
  if ((field->flags & WIJK_FIELD_LINK) != 0)
    return make_link (m, kind, field);
  while (field->choices != NULL && field->choices[n_choices] != NULL)
    n_choices++;
  if (n_choices > 0)
    return g_strdup (field->choices[g_rand_int_range (m->rand, 0, (gint32) n_choices)]);
  if (field->kind == WIJK_FIELD_INT)
    return g_strdup_printf ("%d", g_rand_int_range (m->rand, (gint32) min, (gint32) max + 1));
  if (field->kind == WIJK_FIELD_BOOL)
    return g_strdup ("1");
  if (field->kind == WIJK_FIELD_DATE)
    return g_strdup_printf ((field->flags & WIJK_FIELD_MONTH) ? "20%02d-%02d" : "20%02d-%02d-11",
                            g_rand_int_range (m->rand, 10, 40),
                            g_rand_int_range (m->rand, 1, 13));
  if ((field->flags & WIJK_FIELD_PLACE) != 0)
    return make_place (m, kind);

  return make_text (m, kind, field);
}

static void
add_field (Making *m, const char *id, WijkKind kind, const WijkField *field)
{
  g_autofree char *value = NULL;
  guint n = field->kind == WIJK_FIELD_SET ? (guint) g_rand_int_range (m->rand, 0, 4) : 0;
  gboolean is_needed = (field->flags & (WIJK_FIELD_REQUIRED | WIJK_FIELD_PLACE)) != 0;

  if (g_str_equal (field->key, "withdrawn") && g_rand_int_range (m->rand, 0, 5) > 0)
    return;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *member = make_value (m, kind, field);
      g_autofree char *name = g_strconcat (field->key, "/", member, NULL);

      wijk_edits_add (m->edits, id, name, g_rand_int_range (m->rand, 0, 9) > 0 ? "1" : "");
    }
  if (field->kind == WIJK_FIELD_SET || (!is_needed && g_rand_int_range (m->rand, 0, 3) == 0))
    return;
  value = make_value (m, kind, field);
  wijk_edits_add (m->edits, id, field->key, value);
}

static void
add_unknown (Making *m, const char *id)
{
  g_autofree char *member = g_strdup_printf ("hues/kleur %d", g_rand_int_range (m->rand, 0, 100));

  wijk_edits_add (m->edits, id, "mood", words[g_rand_int_range (m->rand, 0, 8)]);
  wijk_edits_add (m->edits, id, member, "1");
  wijk_edits_add (m->edits, id, "hues/groen", "1");
}

static void
add_record (Making *m, const char *id, WijkKind kind)
{
  guint n_fields;
  const WijkField *fields = wijk_kind_get_fields (kind, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    add_field (m, id, kind, &fields[i]);
  if (kind == WIJK_KIND_OTHER || g_rand_int_range (m->rand, 0, 8) == 0)
    add_unknown (m, id);
  if (kind != WIJK_KIND_PLAN && g_rand_int_range (m->rand, 0, 8) == 0)
    wijk_edits_add (m->edits, id, "deleted", STAMP);
}

GPtrArray *
sample_edits (guint32 seed, guint n)
{
  Making m = { .rand = g_rand_new_with_seed (seed), .edits = wijk_edits_new () };

  for (WijkKind kind = 0; kind < WIJK_N_KINDS; kind++)
    {
      m.ids[kind] = g_ptr_array_new_with_free_func (g_free);
      for (guint i = 0; i < (kind == WIJK_KIND_PLAN ? 1 : n); i++)
        g_ptr_array_add (
            m.ids[kind],
            make_id (&m, kind == WIJK_KIND_OTHER ? "scenario" : wijk_kind_to_word (kind)));
    }
  for (WijkKind kind = 0; kind < WIJK_N_KINDS; kind++)
    for (guint i = 0; i < m.ids[kind]->len; i++)
      add_record (&m, m.ids[kind]->pdata[i], kind);
  for (WijkKind kind = 0; kind < WIJK_N_KINDS; kind++)
    g_ptr_array_unref (m.ids[kind]);
  g_rand_free (m.rand);

  return m.edits;
}

/* ---- states ---- */

static int
compare_fields (gconstpointer a, gconstpointer b)
{
  return strcmp (((const WijkEdit *) a)->field, ((const WijkEdit *) b)->field);
}

static void
take_record (WijkState *state, GPtrArray *edits)
{
  g_autofree WijkHead *heads = g_new0 (WijkHead, edits->len);
  guint n_heads = 0;
  const char *id = ((WijkEdit *) edits->pdata[0])->record;

  g_ptr_array_sort_values (edits, compare_fields);
  for (guint i = 0; i < edits->len; i++)
    {
      WijkEdit *edit = edits->pdata[i];
      WijkHead head = { edit->record, edit->field, STAMP, edit->value };

      if (n_heads == 0 || !g_str_equal (heads[n_heads - 1].field, edit->field))
        heads[n_heads++] = head;
    }
  g_assert_nonnull (wijk_state_take (state, id, heads, n_heads));
}

WijkState *
sample_state (GPtrArray *edits, guint32 seed)
{
  g_autoptr (GHashTable) records =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  WijkState *state = wijk_state_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (guint i = 0; i < edits->len; i++)
    {
      WijkEdit *edit = edits->pdata[i];
      GPtrArray *own = g_hash_table_lookup (records, edit->record);

      if (own == NULL)
        {
          own = g_ptr_array_new ();
          g_hash_table_insert (records, edit->record, own);
          g_ptr_array_add (order, own);
        }
      g_ptr_array_add (own, edit);
    }
  for (guint i = order->len; i > 0; i--)
    {
      guint at = (guint) g_rand_int_range (rand, 0, (gint32) i);
      gpointer other = order->pdata[i - 1];

      order->pdata[i - 1] = order->pdata[at];
      order->pdata[at] = other;
    }
  wijk_state_begin_fill (state);
  for (guint i = 0; i < order->len; i++)
    take_record (state, order->pdata[i]);
  wijk_state_end_fill (state);

  return state;
}
