/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-plan-json.h"

#include <string.h>

#include "wijk-commitment.h"
#include "wijk-consent.h"
#include "wijk-json-writer.h"
#include "wijk-outline.h"
#include "wijk-plan-nesting.h"
#include "wijk-remark.h"
#include "wijk-source.h"

#define FORMAT 0

typedef struct
{
  WijkState *state;
  const WijkPlanJsonOptions *options;
  gboolean is_public;
  WijkJsonWriter json;
  GPtrArray *top[WIJK_N_KINDS];       /* records that stand in the plan itself */
  GHashTable *children[WIJK_N_KINDS]; /* parent -> GPtrArray of records that stand in it */
} Writing;

/* ---- what is written ---- */

/* Only for who writes the plan. */
static const struct
{
  WijkKind kind;
  const char *key;
} internal_fields[] = {
  { WIJK_KIND_SECTION, "guidance" },
  { WIJK_KIND_SECTION, "target-words" },
  { WIJK_KIND_STAKEHOLDER, "consents" },
  { WIJK_KIND_STAKEHOLDER, "keep-until" },
  { WIJK_KIND_STAKEHOLDER, "consent-date" },
  { WIJK_KIND_REMARK, "wall" },
  { WIJK_KIND_REMARK, "wall-reason" },
  { WIJK_KIND_REMARK, "scan" },
  { WIJK_KIND_REMARK, "scan-page" },
  { WIJK_KIND_REMARK, "scan-rectangle" },
  { WIJK_KIND_SESSION, "steps" },
  { WIJK_KIND_VERSION, "files" },
};

static const char *const withdrawn_keys[] = { "number", "label", "withdrawn", NULL };
static const char *const secret_source_keys[] = { "title", "publisher", "date", NULL };
static const char *const secret_quote_keys[] = { "page-label", "page-index", "text", NULL };

static gboolean
is_for_audience (Writing *w, WijkRecord *record)
{
  if (!w->is_public)
    return TRUE;
  switch (wijk_record_get_kind (record))
    {
    case WIJK_KIND_REPLY:
    case WIJK_KIND_FILTER:
    case WIJK_KIND_COMMENT:
    case WIJK_KIND_OTHER:
      return FALSE;
    case WIJK_KIND_STAKEHOLDER:
      return ((WijkStakeholder *) record)->kind == WIJK_STAKEHOLDER_ORGANISATION;
    case WIJK_KIND_COMMITMENT:
      record = wijk_state_lookup_live (
          w->state, ((WijkCommitment *) record)->stakeholder, WIJK_KIND_STAKEHOLDER);
      return record == NULL || is_for_audience (w, record);
    case WIJK_KIND_PLAN:
    case WIJK_KIND_SECTION:
    case WIJK_KIND_THEME:
    case WIJK_KIND_SESSION:
    case WIJK_KIND_ATTENDANCE:
    case WIJK_KIND_BALLOT:
    case WIJK_KIND_OPTION:
    case WIJK_KIND_VOTE:
    case WIJK_KIND_POPULATION:
    case WIJK_KIND_CLUSTER:
    case WIJK_KIND_REMARK:
    case WIJK_KIND_PRIORITY:
    case WIJK_KIND_WEIGHT:
    case WIJK_KIND_MEASURE:
    case WIJK_KIND_AMOUNT:
    case WIJK_KIND_INDICATOR:
    case WIJK_KIND_MEASUREMENT:
    case WIJK_KIND_SOURCE:
    case WIJK_KIND_QUOTE:
    case WIJK_KIND_VERSION:
    default:
      return TRUE;
    }
}

/* The keys of a record that the public may see, where these are few; else NULL. */
static const char *const *
few_public_keys (Writing *w, WijkRecord *record)
{
  WijkKind kind = wijk_record_get_kind (record);

  if (kind == WIJK_KIND_REMARK)
    return ((WijkRemark *) record)->withdrawn != NULL ? withdrawn_keys : NULL;
  if (kind == WIJK_KIND_QUOTE)
    {
      const WijkField *link = wijk_nesting_get_link (WIJK_KIND_SOURCE, kind);

      record =
          wijk_state_lookup_live (w->state, wijk_record_get_text (record, link), WIJK_KIND_SOURCE);
      return record == NULL || !((WijkSource *) record)->public ? secret_quote_keys : NULL;
    }
  if (kind == WIJK_KIND_SOURCE)
    return ((WijkSource *) record)->public ? NULL : secret_source_keys;

  return NULL;
}

static gboolean
is_field_for_audience (Writing *w, WijkRecord *record, const WijkField *field)
{
  const char *const *few;

  if ((field->flags & (WIJK_FIELD_LOCAL | WIJK_FIELD_PLACE)) != 0)
    return FALSE;
  if (!w->is_public)
    return TRUE;
  if ((field->flags & WIJK_FIELD_PERSONAL) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (internal_fields); i++)
    if (internal_fields[i].kind == wijk_record_get_kind (record) &&
        g_str_equal (internal_fields[i].key, field->key))
      return FALSE;
  few = few_public_keys (w, record);

  return few == NULL || g_strv_contains (few, field->key);
}

static gboolean
is_link_shown (Writing *w, const char *id)
{
  WijkRecord *record = wijk_state_lookup (w->state, id);

  return record != NULL && !wijk_record_is_deleted (record) && is_for_audience (w, record);
}

/* ---- fields ---- */

/* Fields in which a name may stand that was typed: of a person who did not consent to publication
 * everyone reads the role. */
static gboolean
may_hold_names (const WijkField *field)
{
  static const char *const keys[] = { "owner", "authors", "partners", "author", NULL };

  return (field->flags & WIJK_FIELD_LINK) == 0 && g_strv_contains (keys, field->key);
}

static void
write_text (Writing *w, const WijkField *field, const char *text)
{
  g_autofree char *names =
      w->is_public && may_hold_names (field) ? wijk_state_dup_public_names (w->state, text) : NULL;

  if (names != NULL)
    text = names;
  if (text == NULL || ((field->flags & WIJK_FIELD_LINK) != 0 && !is_link_shown (w, text)))
    return;
  wijk_json_writer_add_text (&w->json, field->key, text);
}

static void
write_set (Writing *w, const WijkField *field, GPtrArray *set)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (g_free);
  gboolean hides = w->is_public && may_hold_names (field);

  for (guint i = 0; set != NULL && i < set->len; i++)
    {
      g_autofree char *member =
          hides ? wijk_state_dup_public_names (w->state, set->pdata[i]) : g_strdup (set->pdata[i]);

      if (((field->flags & WIJK_FIELD_LINK) == 0 || is_link_shown (w, member)) &&
          !g_ptr_array_find_with_equal_func (shown, member, g_str_equal, NULL))
        g_ptr_array_add (shown, g_steal_pointer (&member));
    }
  if (hides) /* in the order of sets */
    g_ptr_array_sort_values (shown, (GCompareFunc) strcmp);
  if (shown->len > 0)
    wijk_json_writer_add_texts (&w->json, field->key, shown);
}

static void
write_field (Writing *w, WijkRecord *record, const WijkField *field)
{
  gint64 number;

  switch (field->kind)
    {
    case WIJK_FIELD_TEXT:
    case WIJK_FIELD_DATE:
      write_text (w, field, wijk_record_get_text (record, field));
      break;
    case WIJK_FIELD_SET:
      write_set (w, field, wijk_record_get_set (record, field));
      break;
    case WIJK_FIELD_INT:
      number = wijk_record_get_int (record, field);
      if (number != WIJK_UNSET)
        wijk_json_writer_add_int (&w->json, field->key, number);
      break;
    case WIJK_FIELD_BOOL:
      if (wijk_record_get_int (record, field))
        wijk_json_writer_add_bool (&w->json, field->key, TRUE);
      break;
    case WIJK_FIELD_CHOICE:
    default:
      number = wijk_record_get_int (record, field);
      if (number > 0)
        wijk_json_writer_add_text (
            &w->json, field->key, wijk_field_choice_to_word (field, (int) number));
      break;
    }
}

/* From @names, sorted, the members of the set that begins at @at; sets @at behind them. */
static void
write_unknown_set (Writing *w, GHashTable *unknown, GPtrArray *names, guint *at)
{
  const char *first = names->pdata[*at];
  gsize length = strcspn (first, "/") + 1;
  g_autofree char *key = g_strndup (first, length - 1);
  g_autoptr (GPtrArray) members = g_ptr_array_new ();

  for (; *at < names->len && strncmp (names->pdata[*at], first, length) == 0; (*at)++)
    if (g_strcmp0 (g_hash_table_lookup (unknown, names->pdata[*at]), "1") == 0)
      g_ptr_array_add (members, (char *) names->pdata[*at] + length);
  if (members->len > 0 && !g_hash_table_contains (unknown, key))
    wijk_json_writer_add_texts (&w->json, key, members);
}

/* Fields of a newer program, by name. Their kind is not known, so that they stand there as texts,
 * and those with members as lists of texts. */
static void
write_unknown (Writing *w, WijkRecord *record)
{
  GHashTable *unknown = wijk_record_get_unknown (record);
  WijkKind kind = wijk_record_get_kind (record);
  g_autoptr (GPtrArray) names = NULL;

  if (unknown == NULL || w->is_public)
    return;
  names = g_hash_table_get_keys_as_ptr_array (unknown);
  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  for (guint i = 0; i < names->len;)
    {
      const char *name = names->pdata[i];
      const char *value = g_hash_table_lookup (unknown, name);
      g_autofree char *key = g_strndup (name, strcspn (name, "/"));

      if (wijk_kind_find_field (kind, key) != NULL || wijk_nesting_is_taken (kind, key))
        i++; /* not a name that a newer program could have given */
      else if (strchr (name, '/') != NULL)
        write_unknown_set (w, unknown, names, &i);
      else
        {
          if (value != NULL && *value != '\0')
            wijk_json_writer_add_text (&w->json, name, value);
          i++;
        }
    }
}

static void
write_fields (Writing *w, WijkRecord *record, const WijkField *parent_link)
{
  guint n_fields;
  const WijkField *fields = wijk_kind_get_fields (wijk_record_get_kind (record), &n_fields);

  wijk_json_writer_add_text (&w->json, "id", wijk_record_get_id (record));
  for (guint i = 0; i < n_fields; i++)
    if (&fields[i] != parent_link && is_field_for_audience (w, record, &fields[i]))
      write_field (w, record, &fields[i]);
  write_unknown (w, record);
}

/* ---- records ---- */

static void
write_record (Writing *w, WijkRecord *record, const WijkField *parent_link)
{
  WijkKind kind = wijk_record_get_kind (record);
  WijkKind child;

  wijk_json_writer_begin (&w->json, NULL, '{');
  write_fields (w, record, parent_link);
  for (guint n = 0; (child = wijk_nesting_get_child (kind, n)) != WIJK_KIND_OTHER; n++)
    {
      GPtrArray *children =
          w->children[child] != NULL ? g_hash_table_lookup (w->children[child], record) : NULL;

      if (children == NULL)
        continue;
      wijk_json_writer_begin (&w->json, wijk_nesting_get_array (child), '[');
      for (guint i = 0; i < children->len; i++)
        write_record (w, children->pdata[i], wijk_nesting_get_link (kind, child));
      wijk_json_writer_end (&w->json, ']');
    }
  wijk_json_writer_end (&w->json, '}');
}

static void
write_array (Writing *w, WijkKind kind)
{
  GPtrArray *records = w->top[kind];

  if (records->len == 0)
    return;
  wijk_json_writer_begin (&w->json, wijk_nesting_get_array (kind), '[');
  for (guint i = 0; i < records->len; i++)
    write_record (w, records->pdata[i], NULL);
  wijk_json_writer_end (&w->json, ']');
}

/* The rows of an outline from @at on that are as deep as the first; sets @at behind them. */
static void
write_rows (Writing *w, WijkKind kind, GPtrArray *rows, guint *at)
{
  guint depth = ((WijkOutlineRow *) rows->pdata[*at])->depth;

  wijk_json_writer_begin (&w->json, wijk_nesting_get_array (kind), '[');
  while (*at < rows->len && ((WijkOutlineRow *) rows->pdata[*at])->depth == depth)
    {
      WijkOutlineRow *row = rows->pdata[(*at)++];

      wijk_json_writer_begin (&w->json, NULL, '{');
      write_fields (w, row->record, NULL);
      if (*at < rows->len && ((WijkOutlineRow *) rows->pdata[*at])->depth > depth)
        write_rows (w, kind, rows, at);
      wijk_json_writer_end (&w->json, '}');
    }
  wijk_json_writer_end (&w->json, ']');
}

static void
write_outline (Writing *w, WijkKind kind)
{
  g_autoptr (GPtrArray) rows =
      wijk_outline_new (w->state, kind, wijk_nesting_get_depth (kind), NULL);
  guint at = 0;

  if (rows->len > 0)
    write_rows (w, kind, rows, &at);
}

/* ---- order ---- */

/* By what people look for in kinds without place and number; then by id. */
static const char *const order_keys[WIJK_N_KINDS][2] = {
  [WIJK_KIND_SESSION] = { "date", "title" },  [WIJK_KIND_STAKEHOLDER] = { "organisation", "role" },
  [WIJK_KIND_COMMITMENT] = { "due", NULL },   [WIJK_KIND_WEIGHT] = { "aspect", NULL },
  [WIJK_KIND_AMOUNT] = { "year", "kind" },    [WIJK_KIND_INDICATOR] = { "title", NULL },
  [WIJK_KIND_MEASUREMENT] = { "date", NULL }, [WIJK_KIND_SOURCE] = { "title", "date" },
  [WIJK_KIND_QUOTE] = { "page-index", NULL }, [WIJK_KIND_ATTENDANCE] = { "table", "role" },
  [WIJK_KIND_VOTE] = { "way", NULL },         [WIJK_KIND_POPULATION] = { "area-code", "label" },
};

static int
compare_field (WijkRecord *a, WijkRecord *b, const WijkField *field)
{
  if (field->kind == WIJK_FIELD_INT || field->kind == WIJK_FIELD_CHOICE)
    {
      gint64 na = wijk_record_get_int (a, field), nb = wijk_record_get_int (b, field);

      return (na > nb) - (na < nb);
    }

  return g_strcmp0 (wijk_record_get_text (a, field), wijk_record_get_text (b, field));
}

static int
compare_records (gconstpointer a, gconstpointer b)
{
  WijkRecord *ra = (WijkRecord *) a, *rb = (WijkRecord *) b;
  WijkKind kind = wijk_record_get_kind (ra);
  int order = 0;

  for (guint i = 0; order == 0 && i < G_N_ELEMENTS (order_keys[kind]); i++)
    if (order_keys[kind][i] != NULL)
      order = compare_field (ra, rb, wijk_kind_find_field (kind, order_keys[kind][i]));

  return order != 0 ? order : wijk_record_compare (ra, rb);
}

/* The record in which @child stands, or NULL. */
static WijkRecord *
find_parent (Writing *w, WijkRecord *child)
{
  WijkKind kind = wijk_record_get_kind (child);

  for (WijkKind parent = 0; parent < WIJK_KIND_OTHER; parent++)
    {
      const WijkField *link = wijk_nesting_get_link (parent, kind);
      WijkRecord *record =
          link != NULL
              ? wijk_state_lookup_live (w->state, wijk_record_get_text (child, link), parent)
              : NULL;

      if (record != NULL)
        return record;
    }

  return NULL;
}

static void
sort_in (Writing *w, WijkRecord *record)
{
  WijkKind kind = wijk_record_get_kind (record);
  WijkRecord *parent = find_parent (w, record);
  GPtrArray *siblings = w->top[kind];

  if (!is_for_audience (w, record))
    return;
  if (parent != NULL)
    {
      if (w->children[kind] == NULL)
        w->children[kind] =
            g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
      siblings = g_hash_table_lookup (w->children[kind], parent);
      if (siblings == NULL)
        {
          siblings = g_ptr_array_new ();
          g_hash_table_insert (w->children[kind], parent, siblings);
        }
    }
  g_ptr_array_add (siblings, record);
}

static void
sort_all (Writing *w)
{
  for (WijkKind kind = 0; kind < WIJK_N_KINDS; kind++)
    {
      g_autoptr (GPtrArray) records = wijk_state_dup_sorted (w->state, kind);

      w->top[kind] = g_ptr_array_new ();
      if (order_keys[kind][0] != NULL)
        g_ptr_array_sort_values (records, compare_records);
      for (guint i = 0; i < records->len; i++)
        sort_in (w, records->pdata[i]);
    }
}

/* ---- the plan ---- */

static void
write_version (Writing *w, const WijkPlanJsonVersion *version)
{
  const struct
  {
    const char *key;
    const char *text;
  } texts[] = {
    { "status", version->status },   { "date", version->date },     { "label", version->label },
    { "summary", version->summary }, { "reason", version->reason },
  };

  wijk_json_writer_begin (&w->json, "version", '{');
  wijk_json_writer_add_int (&w->json, "number", version->number);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i].text != NULL && *texts[i].text != '\0')
      wijk_json_writer_add_text (&w->json, texts[i].key, texts[i].text);
  wijk_json_writer_end (&w->json, '}');
}

static void
write_plan (Writing *w)
{
  const char *language = w->options->language;

  wijk_json_writer_begin (&w->json, NULL, '{');
  wijk_json_writer_add_int (&w->json, "format", FORMAT);
  wijk_json_writer_add_text (&w->json, "audience", wijk_audience_to_word (w->options->audience));
  wijk_json_writer_add_text (&w->json, "language", language != NULL ? language : "nl");
  write_fields (w, (WijkRecord *) wijk_state_get_plan (w->state), NULL);
  if (w->options->version != NULL)
    write_version (w, w->options->version);
  for (WijkKind kind = WIJK_KIND_PLAN + 1; kind < WIJK_N_KINDS; kind++)
    if (wijk_nesting_get_depth (kind) > 0)
      write_outline (w, kind);
    else
      write_array (w, kind);
  wijk_json_writer_end (&w->json, '}');
}

GBytes *
wijk_plan_json_write (WijkState *state, const WijkPlanJsonOptions *options)
{
  Writing w = { .state = state, .options = options };

  g_return_val_if_fail (WIJK_IS_STATE (state) && options != NULL, NULL);

  if (wijk_state_get_plan (state) == NULL)
    return NULL;
  w.is_public = options->audience == WIJK_AUDIENCE_PUBLIC;
  w.json.out = g_string_sized_new (64 * 1024);
  sort_all (&w);
  write_plan (&w);
  for (guint i = 0; i < WIJK_N_KINDS; i++)
    {
      g_ptr_array_unref (w.top[i]);
      g_clear_pointer (&w.children[i], g_hash_table_unref);
    }

  return g_string_free_to_bytes (w.json.out);
}
