/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-task-erase.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wijk-consent.h"
#include "wijk-erasure.h"
#include "wijk-plan-files.h"
#include "wijk-remark.h"
#include "wijk-version.h"

/* Of a person everything goes but that there was one. */
static const char *const person_fields[] = { "name",     "organisation", "role", "contact",
                                             "consents", "consent-date", NULL };
/* An organisation is no personal data; who answers there is. */
static const char *const organisation_fields[] = { "name", "contact", NULL };
static const char *const remark_fields[] = { "text", NULL };

void
wijk_erasure_free (WijkErasure *self)
{
  if (self == NULL)
    return;
  g_free (self->what);
  g_clear_pointer (&self->about, g_ptr_array_unref);
  g_clear_pointer (&self->erased, g_ptr_array_unref);
  g_clear_pointer (&self->left, g_ptr_array_unref);
  g_free (self);
}

/* ---- what goes ---- */

typedef struct
{
  const WijkContext *context;
  WijkStore *store;
  WijkState *state;
  WijkWords *words;
  WijkErasureSearch *search;
  WijkErasure *erasure;
  char *since; /* the earliest day of what goes */
} Finding;

static void
finding_clear (Finding *f)
{
  g_clear_object (&f->store);
  g_clear_object (&f->state);
  g_clear_pointer (&f->search, wijk_erasure_search_free);
  g_clear_pointer (&f->words, wijk_words_free);
  g_clear_pointer (&f->erasure, wijk_erasure_free);
  g_free (f->since);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Finding, finding_clear)

static gboolean
refuse (const char *message, GError **error)
{
  g_set_error_literal (error, WIJK_TASK_ERROR, WIJK_TASK_ERROR_INPUT, message);

  return FALSE;
}

static void
add_about (Finding *f, const char *id)
{
  g_autofree char *since = wijk_erasure_search_dup_since (f->search, id);

  g_ptr_array_add (f->erasure->about, g_strdup (id));
  if (f->since == NULL || strcmp (since, f->since) < 0)
    g_set_str (&f->since, since);
}

/* A name without the first word may be somebody else's too. */
static void
add_surname (Finding *f, const char *name)
{
  const char *space = name != NULL ? strchr (name, ' ') : NULL;

  if (space != NULL && g_utf8_strlen (space + 1, -1) >= 4)
    wijk_erasure_search_add (f->search, space + 1, FALSE, "removed/name");
}

static void
add_person (Finding *f, WijkStakeholder *person)
{
  const char *id = wijk_record_get_id (WIJK_RECORD (person));
  gboolean is_person = person->kind != WIJK_STAKEHOLDER_ORGANISATION;

  add_about (f, id);
  wijk_erasure_search_add_fields (f->search, id, is_person ? person_fields : organisation_fields);
  wijk_erasure_search_add_past (f->search, id, "name", "removed/name");
  wijk_erasure_search_add_past (f->search, id, "contact", "removed/words");
  if (is_person)
    add_surname (f, person->name);
}

/* Who was deleted from the register is in its history still. */
static gboolean
is_to_go (WijkStakeholder *person, const char *today)
{
  return wijk_stakeholder_is_expired (person, today) ||
         (wijk_record_is_deleted (WIJK_RECORD (person)) && !wijk_stakeholder_is_erased (person));
}

static gboolean
find_expired (Finding *f)
{
  g_autoptr (GPtrArray) all = wijk_erasure_search_list (f->search, WIJK_KIND_STAKEHOLDER);
  g_autofree char *today = g_date_time_format (f->context->now, "%Y-%m-%d");

  for (guint i = 0; i < all->len; i++)
    {
      WijkStakeholder *person = (WijkStakeholder *) wijk_state_lookup (f->state, all->pdata[i]);

      if (person != NULL && is_to_go (person, today))
        add_person (f, person);
    }

  return TRUE;
}

static gboolean
find_person (Finding *f, GError **error)
{
  WijkRecord *person = wijk_state_lookup (f->state, f->erasure->what);

  if (!WIJK_IS_STAKEHOLDER (person))
    return refuse (_ ("There is no such person in this plan."), error);
  add_person (f, WIJK_STAKEHOLDER (person));

  return TRUE;
}

/* The words of a remark and of the parts that it was split into. */
static void
add_remark (Finding *f, WijkRecord *remark, guint depth)
{
  const char *id = wijk_record_get_id (remark);
  g_autoptr (GPtrArray) parts = wijk_state_dup_children (f->state, WIJK_KIND_REMARK, "part-of", id);

  add_about (f, id);
  wijk_erasure_search_add_fields (f->search, id, remark_fields);
  wijk_erasure_search_add_past (f->search, id, "text", "removed/words");
  for (guint i = 0; depth < WIJK_PARTS_DEPTH && i < parts->len; i++)
    add_remark (f, parts->pdata[i], depth + 1);
}

static gboolean
find_remark (Finding *f, GError **error)
{
  WijkRecord *remark = wijk_state_lookup (f->state, f->erasure->what);

  if (!WIJK_IS_REMARK (remark))
    return refuse (_ ("There is no such remark in this plan."), error);
  add_remark (f, remark, 0);

  return TRUE;
}

static gboolean
find_words (Finding *f, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (f->erasure->what, "\n", -1);
  gboolean has_any = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      has_any |= g_utf8_strlen (g_strstrip (lines[i]), -1) >= 3;
      wijk_erasure_search_add (f->search, lines[i], TRUE, "removed/words");
    }
  if (!has_any)
    return refuse (_ ("Give at least three letters to look for."), error);
  f->since = g_strdup ("");

  return TRUE;
}

static gboolean
find (Finding *f, GError **error)
{
  switch (f->erasure->kind)
    {
    case WIJK_ERASE_EXPIRED:
      return find_expired (f);
    case WIJK_ERASE_PERSON:
      return find_person (f, error);
    case WIJK_ERASE_REMARK:
      return find_remark (f, error);
    case WIJK_ERASE_WORDS:
    default:
      return find_words (f, error);
    }
}

/* ---- what left ---- */

/* A published version does not change, and tells so. */
static void
add_frozen (Finding *f)
{
  g_autoptr (GPtrArray) versions = wijk_state_dup_sorted (f->state, WIJK_KIND_VERSION);
  const char *folder = wijk_store_get_folder (f->store);

  for (guint i = versions->len; i > 0; i--)
    {
      WijkVersion *version = versions->pdata[i - 1];
      g_autofree char *path = NULL;
      g_autofree char *text = NULL;
      WijkLeft *left;

      if (version->number == WIJK_UNSET)
        continue;
      path = wijk_plan_files_dup_version (folder, (guint) version->number, "plan.json");
      if (!g_file_get_contents (path, &text, NULL, NULL) || !g_utf8_validate (text, -1, NULL) ||
          !wijk_erasure_search_is_in (f->search, text))
        continue;
      left = g_new0 (WijkLeft, 1);
      left->kind = WIJK_LEFT_VERSION;
      left->date = g_strdup (version->date != NULL ? version->date : "");
      left->name = g_strdup_printf ("%" G_GINT64_FORMAT, version->number);
      left->folder = g_strdup ("");
      left->is_there = TRUE;
      g_ptr_array_add (f->erasure->left, left);
    }
}

/* Persons are in no public file; words of remarks and texts may be in any. */
static void
add_left (Finding *f)
{
  gboolean is_public =
      f->erasure->kind == WIJK_ERASE_REMARK || f->erasure->kind == WIJK_ERASE_WORDS;
  g_autoptr (GPtrArray) all = wijk_left_list (f->store, f->since != NULL ? f->since : "9");

  for (guint i = 0; i < all->len; i++)
    {
      WijkLeft *left = all->pdata[i];

      if (is_public || (left->kind != WIJK_LEFT_BUNDLE && left->kind != WIJK_LEFT_DRAFT))
        {
          all->pdata[i] = NULL;
          g_ptr_array_add (f->erasure->left, left);
        }
    }
}

static gboolean
begin (Finding *f, const char *plan_id, WijkEraseKind kind, const char *what, GError **error)
{
  g_autofree char *folder = g_build_filename (f->context->data, "words", NULL);

  f->erasure = g_new0 (WijkErasure, 1);
  f->erasure->kind = kind;
  f->erasure->what = g_strdup (what);
  f->erasure->about = g_ptr_array_new_with_free_func (g_free);
  f->erasure->left = g_ptr_array_new_with_free_func ((GDestroyNotify) wijk_left_free);
  f->store = wijk_plan_files_open_store (f->context, plan_id, error);
  if (f->store == NULL || !wijk_store_close_typing (f->store, error))
    return FALSE;
  f->state = wijk_load_state (f->store, error);
  f->words = f->state != NULL ? wijk_words_load (folder, "nl", error) : NULL;
  f->search =
      f->words != NULL ? wijk_erasure_search_new (f->store, f->state, f->words, error) : NULL;
  if (f->search == NULL || !find (f, error))
    return FALSE;
  f->erasure->erased = wijk_erasure_search_run (f->search);
  add_frozen (f);
  add_left (f);

  return TRUE;
}

WijkErasure *
wijk_task_find_erasure (const WijkContext *context,
                        const char *plan_id,
                        WijkEraseKind kind,
                        const char *what,
                        GError **error)
{
  g_auto (Finding) f = { .context = context };

  return begin (&f, plan_id, kind, what, error) ? g_steal_pointer (&f.erasure) : NULL;
}

/* ---- making it so ---- */

static gboolean
is_wanted (const WijkErasure *asked, const WijkErased *found)
{
  for (guint i = 0; i < asked->erased->len; i++)
    {
      const WijkErased *one = asked->erased->pdata[i];

      if (one->how == found->how && g_str_equal (one->record, found->record) &&
          g_str_equal (one->field, found->field) &&
          (one->how != WIJK_ERASED_MEMBER || g_str_equal (one->before, found->before)) &&
          (one->how != WIJK_ERASED_AUTHOR || g_str_equal (one->before, found->before)))
        return one->is_asked;
    }

  return found->is_asked;
}

static void
add_edits (GPtrArray *edits, GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++)
    {
      const WijkEdit *edit = more->pdata[i];

      wijk_edits_add (edits, edit->record, edit->field, edit->value);
    }
}

/* A remark without words is withdrawn, and says so. */
static void
withdraw (Finding *f, GPtrArray *edits)
{
  for (guint i = 0; i < f->erasure->about->len; i++)
    {
      const char *id = f->erasure->about->pdata[i];
      WijkRecord *remark = wijk_state_lookup (f->state, id);

      if (WIJK_IS_REMARK (remark) && WIJK_REMARK (remark)->withdrawn == NULL)
        wijk_edits_add (edits, id, "withdrawn", wijk_words_get (f->words, "removed/on-request"));
    }
}

/* What is kept on this laptop alone goes first: it is not lost if the rest is not done. */
static gboolean
clear_notes (Finding *f, GError **error)
{
  for (guint i = 0; i < f->erasure->erased->len; i++)
    {
      const WijkErased *erased = f->erasure->erased->pdata[i];

      if (erased->is_asked && erased->how == WIJK_ERASED_NOTE &&
          !wijk_store_set_note (f->store, erased->record, "", error))
        return FALSE;
    }

  return TRUE;
}

WijkErasure *
wijk_task_erase (const WijkContext *context,
                 const char *plan_id,
                 const WijkErasure *erasure,
                 GError **error)
{
  g_auto (Finding) f = { .context = context };
  g_autoptr (GPtrArray) edits = wijk_edits_new ();

  if (!begin (&f, plan_id, erasure->kind, erasure->what, error))
    return NULL;
  if (!wijk_plan_files_check_writable (f.store, error))
    return NULL;
  for (guint i = 0; i < f.erasure->erased->len; i++)
    {
      WijkErased *erased = f.erasure->erased->pdata[i];

      erased->is_asked = is_wanted (erasure, erased);
      if (erased->is_asked)
        add_edits (edits, erased->edits);
    }
  if (erasure->kind == WIJK_ERASE_REMARK)
    withdraw (&f, edits);
  if (!clear_notes (&f, error) || !wijk_store_erase (f.store, _ ("Clean up"), edits, error))
    return NULL;
  wijk_task_forget_summary (context, plan_id);
  f.erasure->is_done = TRUE;
  f.erasure->is_scrubbed = wijk_store_is_scrubbed (f.store);

  return g_steal_pointer (&f.erasure);
}

guint
wijk_task_remove_backups (const WijkContext *context,
                          const char *plan_id,
                          const WijkErasure *erasure)
{
  g_autoptr (WijkStore) store = wijk_plan_files_open_store (context, plan_id, NULL);

  return store != NULL ? wijk_left_remove_backups (store, erasure->left) : 0;
}
