/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-table-rows.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wijk-entry.h"
#include "wijk-fold.h"
#include "wijk-remark.h"
#include "wijk-session.h"
#include "wijk-stakeholder.h"
#include "wijk-theme.h"

/* ---- what is there ---- */

/* The same words on the same day through the same channel are the same remark. @date NULL: on
 * whatever day. */
static char *
make_mark (const char *text, const char *date, const char *channel)
{
  g_autofree char *folded = wijk_fold (text);

  return g_strjoin ("\n", folded, channel != NULL ? channel : "", date, NULL);
}

static void
know (WijkTableRows *self, const char *text, const char *date, const char *channel, char *called)
{
  g_hash_table_replace (
      self->known, make_mark (text, date != NULL ? date : "", channel), g_strdup (called));
  g_hash_table_replace (self->known, make_mark (text, NULL, channel), called);
}

static char *
make_person_mark (const char *name, const char *contact)
{
  g_autofree char *folded = wijk_fold (name);
  g_autofree char *reach = wijk_fold (contact);

  return g_strjoin ("\n", folded, reach, NULL);
}

static void
learn_remarks (WijkTableRows *self)
{
  WijkRecordList *remarks = wijk_state_get_list (self->state, WIJK_KIND_REMARK);

  for (guint i = 0; i < wijk_record_list_get_length (remarks); i++)
    {
      WijkRemark *remark = (WijkRemark *) wijk_record_list_get (remarks, i);
      const char *channel = remark->channel > 0 ? wijk_channel_words[remark->channel - 1] : NULL;

      know (self,
            remark->text,
            remark->date,
            channel,
            g_strdup (remark->label != NULL ? remark->label : ""));
    }
}

static void
learn_names (WijkTableRows *self)
{
  WijkRecordList *sessions = wijk_state_get_list (self->state, WIJK_KIND_SESSION);
  WijkRecordList *themes = wijk_state_get_list (self->state, WIJK_KIND_THEME);
  WijkRecordList *people = wijk_state_get_list (self->state, WIJK_KIND_STAKEHOLDER);

  for (guint i = 0; i < wijk_record_list_get_length (sessions); i++)
    {
      WijkRecord *session = wijk_record_list_get (sessions, i);

      g_hash_table_insert (self->sessions,
                           wijk_fold (((WijkSession *) session)->title),
                           g_strdup (wijk_record_get_id (session)));
    }
  for (guint i = 0; i < wijk_record_list_get_length (themes); i++)
    {
      WijkRecord *theme = wijk_record_list_get (themes, i);

      g_hash_table_insert (self->themes,
                           wijk_fold (((WijkTheme *) theme)->name),
                           g_strdup (wijk_record_get_id (theme)));
    }
  for (guint i = 0; i < wijk_record_list_get_length (people); i++)
    {
      WijkStakeholder *person = (WijkStakeholder *) wijk_record_list_get (people, i);
      char *id = g_strdup (wijk_record_get_id (WIJK_RECORD (person)));

      if (person->kind == WIJK_STAKEHOLDER_ORGANISATION && person->organisation != NULL)
        g_hash_table_insert (self->organisations, wijk_fold (person->organisation), id);
      else
        g_hash_table_insert (self->people, make_person_mark (person->name, person->contact), id);
    }
}

void
wijk_table_rows_init (WijkTableRows *self,
                      WijkState *state,
                      const WijkTable *table,
                      const char *today,
                      WijkTableReport *report)
{
  GHashTable **tables[] = { &self->known,  &self->sessions, &self->themes, &self->organisations,
                            &self->people, &self->bases,    &self->forms };

  *self = (WijkTableRows) { .state = state, .table = table, .today = today, .report = report };
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    *tables[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->edits = wijk_edits_new ();
  learn_remarks (self);
  learn_names (self);
}

void
wijk_table_rows_clear (WijkTableRows *self)
{
  GHashTable **tables[] = { &self->known,  &self->sessions, &self->themes, &self->organisations,
                            &self->people, &self->bases,    &self->forms };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_clear_pointer (tables[i], g_hash_table_unref);
  g_clear_pointer (&self->edits, g_ptr_array_unref);
}

void
wijk_table_rows_note (WijkTableRows *self, char *sentence)
{
  if (self->report->notes->len < WIJK_TABLE_MAX_NOTES)
    g_ptr_array_add (self->report->notes, sentence);
  else
    g_free (sentence);
}

const char *
wijk_table_rows_find (GPtrArray *values, const char *key)
{
  for (guint i = 0; i < values->len; i++)
    if (g_str_equal (((WijkEdit *) values->pdata[i])->field, key))
      return ((WijkEdit *) values->pdata[i])->value;

  return NULL;
}

/* ---- records that rows need ---- */

static int
compare_heads (gconstpointer a, gconstpointer b)
{
  return strcmp (((const WijkHead *) a)->field, ((const WijkHead *) b)->field);
}

/* Makes a record, of which the rows after it know: the state is our own. */
static char *
make_record (WijkTableRows *self, WijkKind kind, GPtrArray *values, GError **error)
{
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (WijkHead));
  char *id = wijk_entry_add (self->state, kind, values, self->today, edits, error);

  if (id == NULL)
    return NULL;
  for (guint i = 0; i < edits->len; i++)
    {
      const WijkEdit *edit = edits->pdata[i];
      WijkHead head = { edit->record, edit->field, "", edit->value };

      g_array_append_val (heads, head);
    }
  g_array_sort (heads, compare_heads);
  wijk_state_take (self->state, id, (const WijkHead *) (gpointer) heads->data, heads->len);
  g_ptr_array_extend_and_steal (self->edits, g_steal_pointer (&edits));

  return id;
}

/* ---- names in cells ---- */

/* The fields of a row that name another record. */
static const struct
{
  const char *field;
  WijkKind kind;
  const char *key; /* that holds the name there */
  gsize known;     /* which table of names */
} named[] = {
  { "session", WIJK_KIND_SESSION, "title", G_STRUCT_OFFSET (WijkTableRows, sessions) },
  { "themes", WIJK_KIND_THEME, "name", G_STRUCT_OFFSET (WijkTableRows, themes) },
  { "partners",
    WIJK_KIND_STAKEHOLDER,
    "organisation",
    G_STRUCT_OFFSET (WijkTableRows, organisations) },
};

/* The id of what a cell names; made if there is none of that name. Lent. */
static const char *
find_or_make (WijkTableRows *self, guint which, const char *cell, GError **error)
{
  GHashTable *known = G_STRUCT_MEMBER (GHashTable *, self, named[which].known);
  g_autofree char *folded = wijk_fold (cell);
  const char *id = g_hash_table_lookup (known, folded);
  g_autoptr (GPtrArray) values = NULL;
  char *made;

  if (id != NULL)
    return id;
  if (wijk_state_lookup_live (self->state, cell, named[which].kind) != NULL)
    return wijk_record_get_id (wijk_state_lookup (self->state, cell));
  values = wijk_edits_new ();
  wijk_edits_add (values, "", named[which].key, cell);
  if (named[which].kind == WIJK_KIND_STAKEHOLDER)
    wijk_edits_add (values, "", "kind", "organisatie");
  made = make_record (self, named[which].kind, values, error);
  if (made != NULL)
    g_hash_table_insert (known, g_steal_pointer (&folded), made);

  return made;
}

static gboolean
resolve_value (WijkTableRows *self, const WijkEdit *edit, GPtrArray *values, GError **error)
{
  guint which = 0;
  const char *id;

  while (which < G_N_ELEMENTS (named) && !g_str_equal (named[which].field, edit->field))
    which++;
  if (which == G_N_ELEMENTS (named))
    {
      wijk_edits_add (values, "", edit->field, edit->value);
      return TRUE;
    }
  id = find_or_make (self, which, edit->value, error);
  if (id == NULL)
    return FALSE;
  if (named[which].kind == WIJK_KIND_SESSION)
    wijk_edits_add (values, "", "session", id);
  else
    {
      g_autofree char *field = g_strjoin ("/", edit->field, id, NULL);

      if (wijk_table_rows_find (values, field) == NULL)
        wijk_edits_add (values, "", field, "1");
    }

  return TRUE;
}

/* What the row does not say, and its table or its session does. */
static void
add_from_table (WijkTableRows *self, GPtrArray *values)
{
  const char *session = wijk_table_rows_find (values, "session");
  WijkRecord *record;

  if (session == NULL && self->table->session != NULL)
    wijk_edits_add (values, "", "session", session = self->table->session);
  if (wijk_table_rows_find (values, "channel") == NULL && self->table->channel != NULL)
    wijk_edits_add (values, "", "channel", self->table->channel);
  record =
      session != NULL ? wijk_state_lookup_live (self->state, session, WIJK_KIND_SESSION) : NULL;
  if (record != NULL && wijk_table_rows_find (values, "date") == NULL &&
      ((WijkSession *) record)->date != NULL)
    wijk_edits_add (values, "", "date", ((WijkSession *) record)->date);
}

/* The values of a row as fields of a remark, with ids where it names something. NULL if something
 * cannot be. */
static GPtrArray *
resolve (WijkTableRows *self, const WijkGridRemark *row, GError **error)
{
  g_autoptr (GPtrArray) values = wijk_edits_new ();

  for (guint i = 0; i < row->remark->len; i++)
    if (!resolve_value (self, row->remark->pdata[i], values, error))
      return NULL;

  return g_steal_pointer (&values);
}

/* ---- people ---- */

/* Consents that the row gives go to who is there already. */
static void
add_consents (WijkTableRows *self, const WijkGridRemark *row, const char *id)
{
  for (guint i = 0; i < row->person->len; i++)
    {
      const WijkEdit *edit = row->person->pdata[i];

      if (g_str_has_prefix (edit->field, "consents/"))
        wijk_edits_add (self->edits, id, edit->field, edit->value);
    }
}

static char *
make_person (WijkTableRows *self, const WijkGridRemark *row, const char *date, GError **error)
{
  g_autoptr (GPtrArray) person = wijk_edits_new ();
  gboolean is_person = g_str_equal (wijk_table_rows_find (row->person, "kind"), "persoon");
  char *id;

  for (guint i = 0; i < row->person->len; i++)
    {
      const WijkEdit *edit = row->person->pdata[i];

      wijk_edits_add (person, "", edit->field, edit->value);
    }
  if (is_person)
    {
      wijk_edits_add (person, "", "consent-date", date != NULL ? date : self->today);
      if (wijk_table_rows_find (person, "keep-until") == NULL)
        wijk_edits_add (person, "", "keep-until", self->keep_until);
    }
  id = make_record (self, WIJK_KIND_STAKEHOLDER, person, error);
  if (id != NULL)
    self->report->n_people++;

  return id;
}

static gboolean
add_person (WijkTableRows *self, const WijkGridRemark *row, GPtrArray *values, GError **error)
{
  const char *organisation, *id;
  gboolean is_person;
  GHashTable *known;
  g_autofree char *mark = NULL;
  char *made;

  if (row->person == NULL)
    return TRUE;
  is_person = g_str_equal (wijk_table_rows_find (row->person, "kind"), "persoon");
  known = is_person ? self->people : self->organisations;
  organisation = wijk_table_rows_find (row->person, "organisation");
  mark = is_person ? make_person_mark (wijk_table_rows_find (row->person, "name"),
                                       wijk_table_rows_find (row->person, "contact"))
                   : wijk_fold (organisation);
  id = g_hash_table_lookup (known, mark);
  if (id != NULL)
    add_consents (self, row, id);
  else
    {
      id = made = make_person (self, row, wijk_table_rows_find (values, "date"), error);
      if (made == NULL)
        return FALSE;
      g_hash_table_insert (known, g_steal_pointer (&mark), made);
    }
  wijk_edits_add (values, "", "stakeholder", id);

  return TRUE;
}

/* ---- rows ---- */

/* How people call the remark that this row is as well; NULL if it is none. */
static const char *
find_same (WijkTableRows *self, GPtrArray *values)
{
  g_autofree char *mark = make_mark (wijk_table_rows_find (values, "text"),
                                     wijk_table_rows_find (values, "date"),
                                     wijk_table_rows_find (values, "channel"));

  return g_hash_table_lookup (self->known, mark);
}

static void
pass_same (WijkTableRows *self, const WijkGridRemark *row, const char *called)
{
  self->report->n_same++;
  /* Translators: number of the row, "R-12" or "row 7" */
  wijk_table_rows_note (self, g_strdup_printf (_ ("Row %u: the same as %s."), row->number, called));
}

static gboolean
add_new (WijkTableRows *self,
         const WijkGridRemark *row,
         const char *id,
         GPtrArray *values,
         GError **error)
{
  g_autoptr (GPtrArray) edits = wijk_edits_new (); /* few, for looking things up in them */
  g_autofree char *made = NULL;

  if (!add_person (self, row, values, error))
    return FALSE;
  if (id == NULL)
    made = wijk_entry_add (self->state, WIJK_KIND_REMARK, values, self->today, edits, error);
  else if (wijk_entry_add_as (self->state, WIJK_KIND_REMARK, id, values, self->today, edits, error))
    made = g_strdup (id);
  if (made == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (self->edits, g_steal_pointer (&edits));
  know (self,
        wijk_table_rows_find (values, "text"),
        wijk_table_rows_find (values, "date"),
        wijk_table_rows_find (values, "channel"),
        g_strdup_printf (_ ("row %u"), row->number));
  self->report->n_new++;

  return TRUE;
}

static gboolean
add_row (WijkTableRows *self, const WijkGridRemark *row, GPtrArray *values, GError **error)
{
  g_autofree char *id = wijk_table_form_claim (self, row);
  WijkRecord *standing =
      id != NULL ? wijk_state_lookup_live (self->state, id, WIJK_KIND_REMARK) : NULL;
  const char *called = NULL;
  gboolean ok = TRUE;

  if (standing != NULL)
    wijk_table_form_merge (self, row, standing, values);
  if (id != NULL)
    wijk_table_form_keep (self, row, values);
  if (standing != NULL)
    return TRUE;

  add_from_table (self, values);
  if (id != NULL && wijk_table_rows_find (values, "channel") == NULL) /* forms are of a session */
    wijk_edits_add (values, "", "channel", "bijeenkomst");
  called = id == NULL ? find_same (self, values) : NULL;
  if (called != NULL)
    pass_same (self, row, called);
  else
    ok = add_new (self, row, id, values, error);

  return ok;
}

gboolean
wijk_table_rows_add (WijkTableRows *self, const WijkGridRemark *row, GError **error)
{
  g_autoptr (GPtrArray) values = resolve (self, row, error);

  if (values != NULL && add_row (self, row, values, error))
    return TRUE;
  g_prefix_error (error, _ ("Row %u: "), row->number);

  return FALSE;
}
