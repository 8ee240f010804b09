/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was erased is in no byte of the plan, nor of anything made afterwards. */

#include "config.h"

#include "wijk-task-erase.h"

#include <glib/gstdio.h>

#include "document-home.h"
#include "heads.h"
#include "wijk-load.h"
#include "wijk-plan-files.h"
#include "wijk-remark.h"
#include "wijk-section.h"
#include "wijk-stakeholder.h"

#define PLAN id_of ("plan", "erased")
#define PERSON id_of ("stakeholder", "person")
#define NEIGHBOUR id_of ("stakeholder", "neighbour")
#define PARTNER id_of ("stakeholder", "partner")
#define SESSION id_of ("session", "evening")
#define SECTION id_of ("section", "thanks")
#define PRIORITY id_of ("priority", "goal")
#define REMARK id_of ("remark", "one")
#define PART id_of ("remark", "part")
#define CLUSTER id_of ("cluster", "same")
#define COMMENT id_of ("comment", "note")

#define NAME "Fatima El Amrani"
#define SAID "Achter nummer zeven wordt gedeald"

static const char *const names[] = { NAME,          "fatima el amrani",   "Fatima Elamrani",
                                     "06-12345678", "fatima@example.org", NULL };
static const char *const words[] = { SAID, "daar zit mijn broer", NULL };

typedef struct
{
  char *library, *folder, *cache, *out, *backups, *data;
  WijkContext context;
} Home;

/* ---- a plan with a person in all corners ---- */

static WijkStore *
open_store (Home *home)
{
  g_autoptr (GError) error = NULL;
  WijkStore *store = wijk_plan_files_open_store (&home->context, PLAN, &error);

  g_assert_no_error (error);

  return store;
}

/* Triples of record, key and value, then NULL, as one step. */
static void
write_all (Home *home, ...)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WijkStore) store = open_store (home);
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  const char *record;
  va_list triples;

  va_start (triples, home);
  while ((record = va_arg (triples, const char *)) != NULL)
    {
      const char *key = va_arg (triples, const char *);

      wijk_edits_add (edits, record, key, va_arg (triples, const char *));
    }
  va_end (triples);
  wijk_store_write (store, "stap", edits, &error);
  g_assert_no_error (error);
}

static void
write_person (Home *home)
{
  write_all (home, PERSON, "kind", "persoon", PERSON, "name", "Fatima Elamrani", NULL);
  write_all (home,
             PERSON,
             "name",
             NAME,
             PERSON,
             "contact",
             "06-12345678\nfatima@example.org",
             PERSON,
             "role",
             "voorzitter",
             PERSON,
             "consents/contact",
             "1",
             PERSON,
             "keep-until",
             "2020-01-01",
             NEIGHBOUR,
             "kind",
             "persoon",
             NEIGHBOUR,
             "name",
             "Ali El Amrani",
             NEIGHBOUR,
             "keep-until",
             "2190-01-01",
             PARTNER,
             "kind",
             "organisatie",
             PARTNER,
             "organisation",
             "Portaal",
             PARTNER,
             "name",
             "Piet Puk",
             PARTNER,
             "keep-until",
             "2020-01-01",
             NULL);
}

static void
write_texts (Home *home)
{
  write_all (home,
             PLAN,
             "authors/" NAME,
             "1",
             PLAN,
             "authors/Jo",
             "1",
             SESSION,
             "title",
             "Avond",
             SESSION,
             "facilitators",
             NAME ", Jo",
             PRIORITY,
             "title",
             "Veilig",
             PRIORITY,
             "place",
             "/00001aaa",
             PRIORITY,
             "owner",
             NAME,
             SECTION,
             "title",
             "Dank",
             SECTION,
             "place",
             "/00001aaa",
             SECTION,
             "text",
             "Dank aan " NAME " en Ali El Amrani; bel 06-12345678.",
             COMMENT,
             "of",
             SECTION,
             COMMENT,
             "author",
             NAME,
             COMMENT,
             "text",
             "Gevraagd aan fatima  el amrani?",
             NULL);
  write_all (home,
             PRIORITY,
             "owner",
             "Portaal",
             REMARK,
             "text",
             SAID ", daar zit mijn broer",
             REMARK,
             "number",
             "1",
             REMARK,
             "label",
             "R-1",
             REMARK,
             "stakeholder",
             PERSON,
             NULL);
  write_all (home,
             REMARK,
             "text",
             SAID,
             PART,
             "text",
             SAID,
             PART,
             "number",
             "2",
             PART,
             "label",
             "R-2",
             PART,
             "part-of",
             REMARK,
             CLUSTER,
             "title",
             SAID,
             CLUSTER,
             "place",
             "/00001aaa",
             NULL);
}

static void
set_up (Home *home, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WijkStore) store = NULL;
  g_autoptr (GPtrArray) edits = wijk_edits_new ();

  home->library = g_dir_make_tmp ("erase-XXXXXX", &error);
  g_assert_no_error (error);
  home->cache = g_dir_make_tmp ("erase-cache-XXXXXX", NULL);
  home->out = g_dir_make_tmp ("erase-out-XXXXXX", NULL);
  home->backups = g_dir_make_tmp ("erase-backups-XXXXXX", NULL);
  home->data = g_test_build_filename (G_TEST_DIST, "..", "resources", NULL);
  home->folder = home_make_plan (home->library, PLAN);
  home->context = (WijkContext) { .library = home->library,
                                  .data = home->data,
                                  .cache = home->cache,
                                  .device = HOME_DEVICE,
                                  .author = "Jo",
                                  .now = wijk_task_now () };
  write_person (home);
  write_texts (home);
  store = open_store (home);
  wijk_store_set_author (store, "fatima el amrani");
  wijk_edits_add (edits, PLAN, "vision", "Met " NAME);
  g_assert_true (wijk_store_write (store, "visie", edits, NULL));
  g_assert_true (wijk_store_set_note (store, "entry-line", "bel 06-12345678", NULL));
}

static void
tear_down (Home *home, gconstpointer data)
{
  g_date_time_unref (home->context.now);
  g_free (home->library);
  g_free (home->folder);
  g_free (home->cache);
  g_free (home->out);
  g_free (home->backups);
  g_free (home->data);
}

/* ---- bytes ---- */

static const char *
find_in_file (const char *path, const char *const *needles)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (guint i = 0; needles[i] != NULL; i++)
    if (memmem (bytes, length, needles[i], strlen (needles[i])) != NULL)
      return needles[i];

  return NULL;
}

/* How many files below @folder have one of @needles in them. */
static guint
count_files (const char *folder, const char *const *needles)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        n += count_files (path, needles);
      else if (find_in_file (path, needles) != NULL)
        {
          g_test_message ("“%s” is in %s", find_in_file (path, needles), path);
          n++;
        }
    }

  return n;
}

static void
assert_nowhere (Home *home, const char *const *needles)
{
  g_assert_cmpuint (count_files (home->library, needles), ==, 0);
  g_assert_cmpuint (count_files (home->cache, needles), ==, 0);
}

/* ---- files that leave ---- */

static char *
export_internal (Home *home, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_build_filename (home->out, name, NULL);
  char *path;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  path = wijk_task_export (&home->context, PLAN, 0, TRUE, folder, NULL, &error);
  g_assert_no_error (error);

  return path;
}

static char *
back_up (Home *home)
{
  g_autoptr (GError) error = NULL;
  char *path = NULL;

  wijk_task_back_up (&home->context, PLAN, home->backups, TRUE, NULL, &path, &error);
  g_assert_no_error (error);

  return path;
}

static void
import (Home *home, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_auto (WijkImported) imported = { 0 };

  wijk_task_import (&home->context, file, NULL, NULL, &imported, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (imported.n_new, ==, 0);
}

static void
assert_not_in_exports (Home *home, const char *const *needles)
{
  g_autoptr (GError) error = NULL;
  WijkNewVersion what = { .label = "Een" };
  g_autofree char *bundle = export_internal (home, "later");
  g_autofree char *backup = back_up (home);
  g_autoptr (GBytes) json = wijk_task_show_json (&home->context, PLAN, 0, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_null (find_in_file (bundle, needles));
  g_assert_null (find_in_file (backup, needles));
  text = g_strndup (g_bytes_get_data (json, NULL), g_bytes_get_size (json));
  for (guint i = 0; needles[i] != NULL; i++)
    g_assert_null (strstr (text, needles[i]));
  g_assert_cmpuint (wijk_task_make_version (&home->context, PLAN, &what, NULL, &error), ==, 1);
  g_assert_no_error (error);
  assert_nowhere (home, needles); /* the version's own files too */
}

static WijkErasure *
find (Home *home, WijkEraseKind kind, const char *what)
{
  g_autoptr (GError) error = NULL;
  WijkErasure *erasure = wijk_task_find_erasure (&home->context, PLAN, kind, what, &error);

  g_assert_no_error (error);

  return erasure;
}

static WijkErasure *
erase (Home *home, const WijkErasure *asked)
{
  g_autoptr (GError) error = NULL;
  WijkErasure *done = wijk_task_erase (&home->context, PLAN, asked, &error);

  g_assert_no_error (error);
  g_assert_true (done->is_done);
  g_assert_true (done->is_scrubbed);

  return done;
}

static WijkState *
load (Home *home)
{
  g_autoptr (WijkStore) store = open_store (home);
  WijkState *state = wijk_load_state (store, NULL);

  g_assert_nonnull (state);

  return state;
}

/* ---- tests ---- */

static const WijkErased *
find_place (const WijkErasure *erasure, WijkErasedHow how, const char *record, const char *field)
{
  for (guint i = 0; i < erasure->erased->len; i++)
    {
      const WijkErased *one = erasure->erased->pdata[i];

      if (one->how == how && g_str_equal (one->record, record) && g_str_equal (one->field, field))
        return one;
    }
  g_error ("%s of %s is not found", field, record);
}

/* What is shown before is what goes. */
static void
test_shown (Home *home, gconstpointer data)
{
  g_autoptr (WijkErasure) erasure = find (home, WIJK_ERASE_PERSON, PERSON);
  const struct
  {
    WijkErasedHow how;
    const char *record, *field, *before, *after;
    guint n_past;
    gboolean is_asked;
  } expected[] = {
    { WIJK_ERASED_FIELD, PERSON, "name", NAME, "", 0, TRUE },
    { WIJK_ERASED_FIELD, PERSON, "contact", "06-12345678 fatima@example.org", "", 0, TRUE },
    { WIJK_ERASED_FIELD, PERSON, "consents", "contact", "", 0, TRUE },
    { WIJK_ERASED_MEMBER, PLAN, "authors", NAME, "", 0, TRUE },
    { WIJK_ERASED_AUTHOR, PLAN, WIJK_ERASE_AUTHOR, "fatima el amrani", "", 0, TRUE },
    { WIJK_ERASED_WORDS, PRIORITY, "owner", "", "", 1, TRUE },
    { WIJK_ERASED_WORDS, SESSION, "facilitators", NAME ", Jo", "[naam verwijderd], Jo", 0, TRUE },
    { WIJK_ERASED_WORDS,
      COMMENT,
      "text",
      "Gevraagd aan fatima  el amrani?",
      "Gevraagd aan [naam verwijderd]?",
      0,
      TRUE },
    { WIJK_ERASED_WORDS, NEIGHBOUR, "name", "Ali El Amrani", "Ali [naam verwijderd]", 0, FALSE },
    { WIJK_ERASED_NOTE, "entry-line", "entry-line", "bel 06-12345678", "", 0, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const WijkErased *one =
          find_place (erasure, expected[i].how, expected[i].record, expected[i].field);

      g_assert_cmpstr (one->before, ==, expected[i].before);
      g_assert_cmpstr (one->after, ==, expected[i].after);
      g_assert_cmpuint (one->n_past, ==, expected[i].n_past);
      g_assert_cmpint (one->is_asked, ==, expected[i].is_asked);
    }
  g_assert_false (erasure->is_done);
  g_assert_cmpuint (count_files (home->library, names), >, 0);
}

static void
test_expired (Home *home, gconstpointer data)
{
  g_autofree char *old = export_internal (home, "earlier");
  g_autofree char *backup = back_up (home);
  g_autoptr (WijkErasure) asked = NULL;
  g_autoptr (WijkErasure) done = NULL;
  g_autoptr (WijkState) state = NULL;
  WijkStakeholder *person, *partner;
  WijkSection *section;

  wijk_summary_free (wijk_task_summarise (&home->context, PLAN));
  g_assert_nonnull (find_in_file (old, names));
  asked = find (home, WIJK_ERASE_EXPIRED, NULL);
  g_assert_cmpuint (asked->about->len, ==, 2);
  done = erase (home, asked);
  assert_nowhere (home, names);

  state = load (home);
  person = (WijkStakeholder *) wijk_state_lookup (state, PERSON);
  partner = (WijkStakeholder *) wijk_state_lookup (state, PARTNER);
  section = (WijkSection *) wijk_state_lookup (state, SECTION);
  g_assert_null (person->name);
  g_assert_null (person->consents);
  g_assert_cmpint (person->kind, ==, WIJK_STAKEHOLDER_PERSON);
  g_assert_null (partner->name);
  g_assert_cmpstr (partner->organisation, ==, "Portaal");
  g_assert_cmpstr (
      section->text, ==, "Dank aan [naam verwijderd] en Ali El Amrani; bel [woorden verwijderd].");
  g_assert_cmpstr (((WijkRemark *) wijk_state_lookup (state, REMARK))->stakeholder, ==, PERSON);
  g_assert_cmpuint (wijk_state_get_plan (state)->authors->len, ==, 1);

  /* nothing brings the words back */
  import (home, old);
  import (home, backup);
  assert_nowhere (home, names);
  g_clear_object (&state);
  state = load (home); /* opened again */
  assert_nowhere (home, names);
  assert_not_in_exports (home, names);
  {
    g_autoptr (WijkErasure) again = find (home, WIJK_ERASE_EXPIRED, NULL);

    g_assert_cmpuint (again->erased->len, ==, 0);
  }
}

/* Deleting leaves a name in the history; then it is for cleaning up too. */
static void
test_deleted (Home *home, gconstpointer data)
{
  static const char *const neighbour[] = { "Ali El Amrani", NULL };
  g_autoptr (WijkErasure) asked = NULL;
  g_autoptr (WijkErasure) done = NULL;

  write_all (home, NEIGHBOUR, "deleted", WIJK_EDIT_DELETED, NULL);
  asked = find (home, WIJK_ERASE_EXPIRED, NULL);
  g_assert_cmpuint (asked->about->len, ==, 3);
  done = erase (home, asked);
  assert_nowhere (home, names);
  assert_nowhere (home, neighbour);
}

/* What left before is told, and own backups can go. */
static void
test_left (Home *home, gconstpointer data)
{
  g_autofree char *old = export_internal (home, "earlier");
  g_autofree char *backup = back_up (home);
  g_autofree char *name = g_path_get_basename (backup);
  g_autoptr (WijkErasure) asked = find (home, WIJK_ERASE_PERSON, PERSON);
  g_autoptr (WijkErasure) done = erase (home, asked);
  g_autoptr (WijkStore) store = NULL;
  g_autoptr (GPtrArray) list = NULL;
  const WijkLeft *left;

  g_assert_cmpuint (done->left->len, ==, 2);
  left = done->left->pdata[0];
  g_assert_cmpint (left->kind, ==, WIJK_LEFT_BACKUP);
  g_assert_cmpstr (left->name, ==, name);
  g_assert_true (left->is_there);
  left = done->left->pdata[1];
  g_assert_cmpint (left->kind, ==, WIJK_LEFT_INTERNAL);
  g_assert_true (g_str_has_suffix (left->folder, "/earlier"));

  g_assert_cmpuint (wijk_task_remove_backups (&home->context, PLAN, done), ==, 1);
  g_assert_false (g_file_test (backup, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (old, G_FILE_TEST_EXISTS));
  store = open_store (home);
  list = wijk_left_list (store, "");
  g_assert_cmpuint (list->len, ==, 1);
  g_ptr_array_unref (list);
  list = wijk_left_list (store, "2999-01-01");
  g_assert_cmpuint (list->len, ==, 0);
  {
    g_autofree char *again = export_internal (home, "ta\tb");
    g_autoptr (GPtrArray) all = wijk_left_list (store, "");

    g_assert_cmpuint (all->len, ==, 2);
    g_assert_true (g_str_has_suffix (((WijkLeft *) all->pdata[0])->folder, "/ta\tb"));
  }
}

/* A window that has the plan open neither keeps the words on disk nor on screen. */
static void
test_open_elsewhere (Home *home, gconstpointer data)
{
  WijkDocument *document = home_open (home->folder);
  WijkState *state = wijk_document_get_state (document);
  g_autoptr (WijkErasure) asked = NULL;
  g_autoptr (WijkErasure) done = NULL;
  WijkRecord *person = wijk_state_lookup (state, PERSON);
  g_autoptr (GError) error = NULL;

  g_assert_true (wijk_document_type (
      document, "typt", wijk_state_lookup (state, SECTION), "text", NAME " typt", &error));
  home_settle (document);
  asked = find (home, WIJK_ERASE_PERSON, PERSON);
  done = erase (home, asked);
  assert_nowhere (home, names);
  wijk_document_refresh (document);
  home_settle (document);
  g_assert_null (((WijkStakeholder *) person)->name);
  g_assert_cmpstr (
      ((WijkSection *) wijk_state_lookup (state, SECTION))->text, ==, "[naam verwijderd] typt");
  wijk_document_undo (document); /* does not bring it back */
  wijk_document_undo (document);
  home_settle (document);
  home_close (document);
  assert_nowhere (home, names);
}

/* The words of a remark go, with copies of them and its parts; its number and that it was stay. */
static void
test_remark (Home *home, gconstpointer data)
{
  g_autofree char *old = export_internal (home, "earlier");
  g_autoptr (WijkErasure) asked = find (home, WIJK_ERASE_REMARK, REMARK);
  g_autoptr (WijkErasure) done = erase (home, asked);
  g_autoptr (WijkState) state = load (home);
  WijkRemark *remark = (WijkRemark *) wijk_state_lookup (state, REMARK);
  WijkRemark *part = (WijkRemark *) wijk_state_lookup (state, PART);

  assert_nowhere (home, words);
  g_assert_null (remark->text);
  g_assert_cmpstr (remark->label, ==, "R-1");
  g_assert_cmpstr (remark->withdrawn, ==, "Op verzoek");
  g_assert_null (part->text);
  g_assert_cmpstr (part->label, ==, "R-2");
  g_assert_cmpuint (count_files (home->library, names), >, 0);
  import (home, old);
  assert_nowhere (home, words);
  assert_not_in_exports (home, words);
}

/* Words of a text that was changed before: only the earlier ones go, and what stands stays. */
static void
test_words (Home *home, gconstpointer data)
{
  static const char *const number[] = { "0612345678", NULL };
  g_autoptr (WijkErasure) asked = NULL;
  g_autoptr (WijkErasure) done = NULL;
  g_autoptr (WijkState) state = NULL;

  write_all (home, SECTION, "text", "Bel 0612345678 nu.", NULL);
  write_all (home, SECTION, "text", "Bel [telefoonnummer verwijderd] nu.", NULL);
  asked = find (home, WIJK_ERASE_WORDS, " 0612345678 ");
  g_assert_cmpuint (asked->erased->len, ==, 1);
  g_assert_cmpuint (((WijkErased *) asked->erased->pdata[0])->n_past, ==, 1);
  done = erase (home, asked);
  state = load (home);
  assert_nowhere (home, number);
  g_assert_cmpstr (((WijkSection *) wijk_state_lookup (state, SECTION))->text,
                   ==,
                   "Bel [telefoonnummer verwijderd] nu.");
  write_all (home, SECTION, "text", "Verder.", NULL);
}

/* What the user leaves out stays, also where it is found again. */
static void
test_left_out (Home *home, gconstpointer data)
{
  g_autoptr (WijkErasure) asked = find (home, WIJK_ERASE_PERSON, PERSON);
  g_autoptr (WijkErasure) done = NULL;
  g_autoptr (WijkState) state = NULL;

  for (guint i = 0; i < asked->erased->len; i++)
    {
      WijkErased *one = asked->erased->pdata[i];

      one->is_asked = g_str_equal (one->record, PERSON);
    }
  done = erase (home, asked);
  state = load (home);
  g_assert_null (((WijkStakeholder *) wijk_state_lookup (state, PERSON))->name);
  g_assert_cmpuint (wijk_state_get_plan (state)->authors->len, ==, 2);
  g_assert_nonnull (strstr (((WijkSection *) wijk_state_lookup (state, SECTION))->text, NAME));
}

/* A published version keeps the name, and it is told. */
static void
test_frozen (Home *home, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  WijkNewVersion what = { .label = "Een" };
  g_autoptr (WijkErasure) asked = NULL;

  g_assert_cmpuint (wijk_task_make_version (&home->context, PLAN, &what, NULL, &error), ==, 1);
  g_assert_no_error (error);
  asked = find (home, WIJK_ERASE_PERSON, PERSON);
  g_assert_cmpuint (asked->left->len, ==, 1);
  g_assert_cmpint (((WijkLeft *) asked->left->pdata[0])->kind, ==, WIJK_LEFT_VERSION);
  g_assert_cmpstr (((WijkLeft *) asked->left->pdata[0])->name, ==, "1");
}

static void
test_refused (Home *home, gconstpointer data)
{
  const struct
  {
    WijkEraseKind kind;
    const char *what;
  } cases[] = {
    { WIJK_ERASE_PERSON, id_of ("stakeholder", "none") },
    { WIJK_ERASE_PERSON, REMARK },
    { WIJK_ERASE_REMARK, PERSON },
    { WIJK_ERASE_WORDS, " ab " },
  };
  g_autoptr (WijkErasure) asked = NULL;
  g_autoptr (WijkErasure) done = NULL;
  g_autoptr (WijkStore) store = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) refused = NULL;

      g_assert_null (
          wijk_task_find_erasure (&home->context, PLAN, cases[i].kind, cases[i].what, &refused));
      g_assert_error (refused, WIJK_TASK_ERROR, WIJK_TASK_ERROR_INPUT);
    }
  asked = find (home, WIJK_ERASE_PERSON, PERSON);
  store = open_store (home);
  g_assert_true (wijk_store_set_note (store, "published", "1", NULL));
  done = wijk_task_erase (&home->context, PLAN, asked, &error);
  g_assert_null (done);
  g_assert_error (error, WIJK_TASK_ERROR, WIJK_TASK_ERROR_READ_ONLY);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (Home *, gconstpointer);
  } tests[] = {
    { "/erase/shown", test_shown },       { "/erase/expired", test_expired },
    { "/erase/left", test_left },         { "/erase/open-elsewhere", test_open_elsewhere },
    { "/erase/remark", test_remark },     { "/erase/words", test_words },
    { "/erase/left-out", test_left_out }, { "/erase/frozen", test_frozen },
    { "/erase/deleted", test_deleted },   { "/erase/refused", test_refused },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Home, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
