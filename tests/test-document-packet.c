/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Packets between two libraries: what is open, erased or changed on both sides. The command line's
 * tests have the rest. */

#include "config.h"

#include <string.h>

#include "document-home.h"
#include "heads.h"
#include "wijk-conflict.h"
#include "wijk-load.h"
#include "wijk-packet-make.h"
#include "wijk-packet-taker.h"
#include "wijk-remark.h"
#include "wijk-task-erase.h"
#include "wijk-theme.h"

#define PLAN "plan-0123456789abcdefghijklmnop"
#define SESSION "session-0123456789abcdefghijklmnop"
#define THEME "theme-0123456789abcdefghijklmnop"
#define TABLE_DEVICE "0000000b"
#define OTHER_DEVICE "0000000c"

typedef struct
{
  char *library;
  char *data;
  WijkContext context;
} Desk; /* a laptop: where its plans are and who works on it */

static void
desk_init (Desk *desk, const char *device, const char *author)
{
  *desk = (Desk) { .library = g_dir_make_tmp ("wijk-XXXXXX", NULL),
                   .data = g_test_build_filename (G_TEST_DIST, "..", "resources", NULL) };
  desk->context = (WijkContext) { .library = desk->library,
                                  .data = desk->data,
                                  .device = device,
                                  .author = author,
                                  .now = g_date_time_new_now_utc () };
}

static void
desk_clear (Desk *desk)
{
  g_date_time_unref (desk->context.now);
  g_free (desk->library);
  g_free (desk->data);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Desk, desk_clear)

static WijkStore *
open_store (const Desk *desk)
{
  g_autofree char *folder = wijk_library_dup_plan_folder (desk->library, PLAN);
  g_autoptr (GError) error = NULL;
  WijkStore *store = wijk_store_open (folder, desk->context.device, desk->context.author, &error);

  g_assert_no_error (error);

  return store;
}

static void
write_one (const Desk *desk, const char *record, const char *field, const char *value)
{
  g_autoptr (WijkStore) store = open_store (desk);
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  g_autoptr (GError) error = NULL;

  wijk_edits_add (edits, record, field, value);
  wijk_store_write (store, "step", edits, &error);
  g_assert_no_error (error);
}

/* What stands in a text field; NULL: nothing, or the record is gone. */
static char *
dup_text (const Desk *desk, const char *record, const char *field)
{
  g_autoptr (WijkStore) store = open_store (desk);
  g_autoptr (WijkState) state = wijk_load_state (store, NULL);
  WijkRecord *found = wijk_state_lookup (state, record);

  return found != NULL && !wijk_record_is_deleted (found)
             ? g_strdup (wijk_record_get_text (
                   found, wijk_kind_find_field (wijk_kind_from_id (record), field)))
             : NULL;
}

#define assert_text(desk, record, field, expected)                                                 \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *text = dup_text (desk, record, field);                                        \
                                                                                                   \
    g_assert_cmpstr (text, ==, expected);                                                          \
  }                                                                                                \
  G_STMT_END

static void
make_plan (const Desk *desk)
{
  g_autofree char *folder = home_make_plan (desk->library, PLAN);

  write_one (desk, SESSION, "title", "Buurthuis");
  write_one (desk, THEME, "name", "Groen");
}

/* Makes the packet of a laptop and keeps it in a file of its library. */
static GFile *
make_packet (const Desk *desk)
{
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
      wijk_task_make_packet (&desk->context, PLAN, SESSION, NULL, &name, &error);

  g_assert_no_error (error);
  path = g_build_filename (desk->library, name, NULL);
  wijk_task_save_packet (&desk->context, PLAN, bytes, path, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

static void
take (const Desk *desk, GFile *file, WijkImported *imported)
{
  g_autoptr (WijkPacketTaker) taker = wijk_packet_taker_new (&desk->context);
  g_autoptr (GError) error = NULL;

  wijk_packet_taker_take (taker, file, NULL, NULL, imported, &error);
  g_assert_no_error (error);
}

static void
hand_over (const Desk *from, const Desk *to)
{
  g_autoptr (GFile) file = make_packet (from);
  g_auto (WijkImported) imported = { 0 };

  take (to, file, &imported);
}

/* A remark on a laptop of the session. */
static const char *
say (const Desk *desk, const char *name, const char *words)
{
  const char *id = id_of ("remark", name);
  g_autoptr (WijkStore) store = open_store (desk);
  g_autoptr (GPtrArray) edits = wijk_edits_new ();

  wijk_edits_add (edits, id, "number", WIJK_EDIT_NUMBER);
  wijk_edits_add (edits, id, "label", WIJK_EDIT_NUMBER);
  wijk_edits_add (edits, id, "text", words);
  wijk_edits_add (edits, id, "session", SESSION);
  g_assert_true (wijk_store_write (store, "remark", edits, NULL));

  return id;
}

static void
erase (const Desk *desk, const char *remark)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WijkErasure) found =
      wijk_task_find_erasure (&desk->context, PLAN, WIJK_ERASE_REMARK, remark, &error);
  g_autoptr (WijkErasure) done = NULL;

  g_assert_no_error (error);
  done = wijk_task_erase (&desk->context, PLAN, found, &error);
  g_assert_no_error (error);
}

/* Every byte of the plan. */
static void
assert_absent (const Desk *desk, const char *words)
{
  g_autofree char *folder = wijk_library_dup_plan_folder (desk->library, PLAN);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      if (g_file_get_contents (path, &bytes, &length, NULL))
        g_assert_null (memmem (bytes, length, words, strlen (words)));
    }
}

/* ---- tests ---- */

static void
test_erased_here (void)
{
  g_auto (Desk) main_desk = { 0 };
  g_auto (Desk) table = { 0 };
  g_autoptr (GFile) old = NULL;
  g_auto (WijkImported) imported = { 0 };
  const char *remark;

  desk_init (&main_desk, HOME_DEVICE, "Ria");
  desk_init (&table, TABLE_DEVICE, "Anna");
  make_plan (&main_desk);
  hand_over (&main_desk, &table);
  remark = say (&table, "a", "Bel Vandersloot");
  old = make_packet (&table);
  hand_over (&table, &main_desk);
  assert_text (&main_desk, remark, "text", "Bel Vandersloot");
  erase (&main_desk, remark);
  take (&main_desk, old, &imported);
  g_assert_cmpuint (imported.n_new, ==, 0);
  assert_text (&main_desk, remark, "text", NULL);
  assert_absent (&main_desk, "Vandersloot");
}

/* What a laptop erases of its own goes everywhere. */
static void
test_erased_there (void)
{
  g_auto (Desk) main_desk = { 0 };
  g_auto (Desk) table = { 0 };
  const char *remark, *kept;

  desk_init (&main_desk, HOME_DEVICE, "Ria");
  desk_init (&table, TABLE_DEVICE, "Anna");
  make_plan (&main_desk);
  hand_over (&main_desk, &table);
  remark = say (&table, "a", "Bel Vandersloot");
  kept = say (&table, "b", "De stoep");
  hand_over (&table, &main_desk);
  erase (&table, remark);
  hand_over (&table, &main_desk);
  assert_text (&main_desk, remark, "text", NULL);
  assert_text (&main_desk, kept, "text", "De stoep");
  assert_absent (&main_desk, "Vandersloot");
}

/* What is being typed goes along. */
static void
test_typing (void)
{
  g_auto (Desk) main_desk = { 0 };
  g_auto (Desk) table = { 0 };
  g_autoptr (WijkStore) window = NULL;
  g_autoptr (GError) error = NULL;
  const char *remark;

  desk_init (&main_desk, HOME_DEVICE, "Ria");
  desk_init (&table, TABLE_DEVICE, "Anna");
  make_plan (&main_desk);
  hand_over (&main_desk, &table);
  remark = say (&table, "a", "De");
  window = open_store (&table);
  g_assert_true (wijk_store_type (window, "type", remark, "text", "De stoep", &error));
  hand_over (&table, &main_desk);
  assert_text (&main_desk, remark, "text", "De stoep");
  g_assert_true (wijk_store_type (window, "type", remark, "text", "De stoep ligt", &error));
  hand_over (&table, &main_desk);
  assert_text (&main_desk, remark, "text", "De stoep ligt");
}

static void
test_conflicts (void)
{
  g_auto (Desk) main_desk = { 0 };
  g_auto (Desk) table = { 0 };
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (GPtrArray) settled = NULL;
  g_autoptr (GError) error = NULL;
  const WijkConflict *conflict;
  const WijkConflictSide *side;

  desk_init (&main_desk, HOME_DEVICE, "Ria");
  desk_init (&table, TABLE_DEVICE, "Anna");
  make_plan (&main_desk);
  hand_over (&main_desk, &table);
  write_one (&table, THEME, "name", "Bomen");
  write_one (&main_desk, THEME, "name", "Water");
  hand_over (&table, &main_desk);
  conflicts = wijk_task_list_conflicts (&main_desk.context, PLAN, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (conflicts->len, ==, 1);
  conflict = conflicts->pdata[0];
  g_assert_cmpstr (conflict->record, ==, THEME);
  g_assert_cmpstr (conflict->field, ==, "name");
  g_assert_cmpuint (conflict->sides->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      side = conflict->sides->pdata[i];
      g_assert_cmpstr (side->author, ==, g_str_equal (side->value, "Bomen") ? "Anna" : "Ria");
      g_assert_cmpint (side->at, >, 0);
    }
  write_one (&main_desk, THEME, "name", "Bomen");
  settled = wijk_task_list_conflicts (&main_desk.context, PLAN, &error);
  g_assert_cmpuint (settled->len, ==, 0);
}

/* Removed by one, changed by another. */
static void
test_disputed (void)
{
  g_auto (Desk) main_desk = { 0 };
  g_auto (Desk) table = { 0 };
  g_autoptr (GPtrArray) conflicts = NULL;
  const WijkConflict *conflict;

  desk_init (&main_desk, HOME_DEVICE, "Ria");
  desk_init (&table, TABLE_DEVICE, "Anna");
  make_plan (&main_desk);
  hand_over (&main_desk, &table);
  write_one (&table, THEME, "name", "Bomen");
  write_one (&main_desk, THEME, "deleted", WIJK_EDIT_DELETED);
  hand_over (&table, &main_desk);
  conflicts = wijk_task_list_conflicts (&main_desk.context, PLAN, NULL);
  g_assert_cmpuint (conflicts->len, ==, 1);
  conflict = conflicts->pdata[0];
  g_assert_cmpstr (conflict->field, ==, "deleted");
  g_assert_cmpuint (conflict->sides->len, ==, 2);
  g_assert_cmpstr (((WijkConflictSide *) conflict->sides->pdata[0])->author, ==, "Ria");
  g_assert_cmpstr (((WijkConflictSide *) conflict->sides->pdata[1])->author, ==, "Anna");
  g_assert_cmpstr (((WijkConflictSide *) conflict->sides->pdata[1])->value, ==, "Bomen");
}

/* One that is refused leaves the others be; each is one step back. */
static void
test_several (void)
{
  g_auto (Desk) main_desk = { 0 };
  g_auto (Desk) first = { 0 };
  g_auto (Desk) second = { 0 };
  Desk *tables[] = { &first, &second };
  g_autoptr (WijkPacketTaker) taker = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (WijkStore) store = NULL;
  const char *remarks[2];

  desk_init (&main_desk, HOME_DEVICE, "Ria");
  make_plan (&main_desk);
  for (guint i = 0; i < 2; i++)
    {
      desk_init (tables[i], i == 0 ? TABLE_DEVICE : OTHER_DEVICE, "Anna");
      hand_over (&main_desk, tables[i]);
      remarks[i] = say (tables[i], i == 0 ? "a" : "b", "De stoep");
      g_ptr_array_add (files, make_packet (tables[i]));
    }
  g_ptr_array_insert (files, 1, g_file_new_for_path ("/nowhere/at-all.wijkinbreng"));
  taker = wijk_packet_taker_new (&main_desk.context);
  for (guint i = 0; i < 3; i++)
    {
      g_auto (WijkImported) imported = { 0 };
      g_autoptr (GError) error = NULL;
      gboolean well =
          wijk_packet_taker_take (taker, files->pdata[i], NULL, NULL, &imported, &error);

      g_assert_true (well == (i != 1));
      g_assert_cmpuint (imported.n_remarks, ==, well ? 1 : 0);
    }
  g_clear_pointer (&taker, wijk_packet_taker_free);
  store = open_store (&main_desk);
  for (guint i = 2; i > 0; i--)
    {
      g_auto (WijkUndone) undone = { 0 };

      assert_text (&main_desk, remarks[i - 1], "text", "De stoep");
      g_assert_true (wijk_store_undo (store, &undone, NULL));
      assert_text (&main_desk, remarks[i - 1], "text", NULL);
    }
}

/* The window of a packet's plan. */
static void
test_window (void)
{
  g_auto (Desk) main_desk = { 0 };
  g_auto (Desk) table = { 0 };
  g_autofree char *folder = NULL;
  g_autofree char *id = NULL;
  g_autofree char *none = NULL;
  g_autoptr (GError) error = NULL;
  WijkDocument *document;
  WijkRecord *session;

  desk_init (&main_desk, HOME_DEVICE, "Ria");
  desk_init (&table, TABLE_DEVICE, "Anna");
  make_plan (&main_desk);
  hand_over (&main_desk, &table);
  folder = wijk_library_dup_plan_folder (table.library, PLAN);
  document = home_open (folder);
  g_assert_cmpstr (wijk_document_get_packet_sessions (document)[0], ==, SESSION);
  id = wijk_document_add (document, "add", WIJK_KIND_REMARK, &error, "text", "De stoep", NULL);
  g_assert_no_error (error);
  home_settle (document);
  session = wijk_state_lookup (wijk_document_get_state (document), SESSION);
  g_assert_false (wijk_document_set (document, "set", session, "title", "Anders", &error));
  g_assert_error (error, WIJK_RULE_ERROR, WIJK_RULE_ERROR_SET);
  g_clear_error (&error);
  g_assert_false (wijk_document_type (document, "type", session, "questions", "Wat?", &error));
  g_assert_error (error, WIJK_RULE_ERROR, WIJK_RULE_ERROR_SET);
  g_clear_error (&error);
  none = wijk_document_add (document, "add", WIJK_KIND_PRIORITY, &error, "title", "Groen", NULL);
  g_assert_null (none);
  g_assert_error (error, WIJK_RULE_ERROR, WIJK_RULE_ERROR_SET);
  home_close (document);
  assert_text (&table, id, "session", SESSION);
  hand_over (&table, &main_desk);
  assert_text (&main_desk, id, "text", "De stoep");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/document/packet/erased-here", test_erased_here);
  g_test_add_func ("/document/packet/erased-there", test_erased_there);
  g_test_add_func ("/document/packet/typing", test_typing);
  g_test_add_func ("/document/packet/conflicts", test_conflicts);
  g_test_add_func ("/document/packet/disputed", test_disputed);
  g_test_add_func ("/document/packet/several", test_several);
  g_test_add_func ("/document/packet/window", test_window);

  return g_test_run ();
}
