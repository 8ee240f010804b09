/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-bundle.h"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PLAN "plan-00000000000000000000000000"

typedef struct
{
  char *folder;
  char *path; /* where the bundle goes */
  char *pdf;  /* a file of the plan */
  char *pdf_sha256;
  char *pdf_name; /* in the bundle */
} Fixture;

static const char pdf_text[] = "%PDF-1.7 a source\n";
static const char plan_text[] = "{\"format\": 0}\n";

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("bundle-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "a b.wijkplan", NULL);
  fixture->pdf = g_build_filename (fixture->folder, "source.pdf", NULL);
  fixture->pdf_sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, pdf_text, -1);
  fixture->pdf_name = g_strconcat ("sources/", fixture->pdf_sha256, ".pdf", NULL);
  g_assert_true (g_file_set_contents (fixture->pdf, pdf_text, -1, NULL));
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->pdf);
  g_free (fixture->pdf_sha256);
  g_free (fixture->pdf_name);
}

static WijkManifest *
make_manifest (WijkAudience audience)
{
  WijkManifest *manifest = wijk_manifest_new ();

  manifest->plan = g_strdup (PLAN);
  manifest->kind = WIJK_PLAN_WIJKPLAN;
  manifest->title = g_strdup ("Wijkplan Merenwijk");
  manifest->area_name = g_strdup ("Merenwijk");
  manifest->version = audience == WIJK_AUDIENCE_PUBLIC ? 1 : 0;
  manifest->status = g_strdup (audience == WIJK_AUDIENCE_PUBLIC ? "vastgesteld" : NULL);
  manifest->date = g_strdup ("2026-11-23");
  manifest->audience = audience;
  manifest->producer = g_strdup ("Wijkplan 0.1.0");

  return manifest;
}

static WijkBundleWriter *
make_writer (Fixture *fixture, WijkAudience audience)
{
  WijkBundleWriter *writer = wijk_bundle_writer_new (make_manifest (audience));
  g_autoptr (GBytes) plan = g_bytes_new_static (plan_text, strlen (plan_text));

  wijk_bundle_writer_add_file (
      writer, fixture->pdf_name, fixture->pdf, strlen (pdf_text), fixture->pdf_sha256);
  wijk_bundle_writer_add_bytes (writer, "plan.json", plan);
  if (audience == WIJK_AUDIENCE_INTERNAL)
    wijk_bundle_writer_add_bytes (writer, "changes.jsonl", plan);

  return writer;
}

static void
write_bundle (Fixture *fixture, WijkAudience audience)
{
  g_autoptr (WijkBundleWriter) writer = make_writer (fixture, audience);
  g_autoptr (GError) error = NULL;

  g_assert_true (wijk_bundle_writer_write (writer, fixture->path, NULL, NULL, &error));
  g_assert_no_error (error);
}

static GBytes *
read_file (const char *path)
{
  char *text;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));

  return g_bytes_new_take (text, length);
}

static void
assert_refused (Fixture *fixture, WijkBundleError code)
{
  guint n_before = count_files (fixture->folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (WijkBundleReader) reader = wijk_bundle_reader_new (fixture->path, NULL, NULL, &error);

  g_test_message ("%s", error != NULL ? error->message : "no error");
  g_assert_null (reader);
  g_assert_error (error, WIJK_BUNDLE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, "a b.wijkplan"));
  g_assert_cmpuint (count_files (fixture->folder), ==, n_before);
}

/* ---- well ---- */

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WijkBundleReader) reader = NULL;
  g_autoptr (WijkProgress) progress = wijk_progress_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) plan = NULL;
  g_autofree char *copy = g_build_filename (fixture->folder, "copy", NULL);
  g_autoptr (GBytes) copied = NULL;
  const WijkManifest *manifest;
  struct stat info;
  g_autofd int fd = -1;

  write_bundle (fixture, WIJK_AUDIENCE_INTERNAL);
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 077, ==, 0);
  reader = wijk_bundle_reader_new (fixture->path, progress, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (wijk_progress_get_fraction (progress), >, 0);
  manifest = wijk_bundle_reader_get_manifest (reader);
  g_assert_cmpstr (manifest->plan, ==, PLAN);
  g_assert_cmpstr (manifest->title, ==, "Wijkplan Merenwijk");
  g_assert_cmpstr (manifest->area_name, ==, "Merenwijk");
  g_assert_cmpstr (manifest->date, ==, "2026-11-23");
  g_assert_cmpint (manifest->audience, ==, WIJK_AUDIENCE_INTERNAL);
  g_assert_cmpuint (manifest->files->len, ==, 3);
  g_assert_nonnull (wijk_manifest_find_file (manifest, fixture->pdf_name));
  g_assert_null (wijk_manifest_find_file (manifest, "plan.pdf"));

  plan = wijk_bundle_reader_read (reader, "plan.json", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (
      g_bytes_get_data (plan, NULL), g_bytes_get_size (plan), plan_text, strlen (plan_text));
  g_assert_null (wijk_bundle_reader_read (reader, "plan.pdf", NULL, &error));
  g_assert_error (error, WIJK_BUNDLE_ERROR, WIJK_BUNDLE_ERROR_DAMAGED);
  g_clear_error (&error);

  fd = g_creat (copy, 0600);
  g_assert_true (wijk_bundle_reader_extract_source (reader, fixture->pdf_sha256, fd, NULL, &error));
  g_assert_no_error (error);
  copied = read_file (copy);
  g_assert_cmpmem (
      g_bytes_get_data (copied, NULL), g_bytes_get_size (copied), pdf_text, strlen (pdf_text));
}

/* The same bytes in another place of the world, over another file, and into a pipe. */
static void
test_same_bytes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WijkBundleWriter) writer = make_writer (fixture, WIJK_AUDIENCE_PUBLIC);
  g_autofree char *direct = g_build_filename (fixture->folder, "direct", NULL);
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GBytes) third = NULL;
  g_autofd int fd = -1;
  const char *text;

  write_bundle (fixture, WIJK_AUDIENCE_PUBLIC);
  first = read_file (fixture->path);
  text = g_bytes_get_data (first, NULL);
  g_assert_cmpmem (text, 4, "PK\3\4", 4);
  g_assert_cmpmem (text + 30, 8, "mimetype", 8);
  g_assert_cmpmem (text + 38,
                   strlen (WIJK_BUNDLE_MEDIA_TYPE),
                   WIJK_BUNDLE_MEDIA_TYPE,
                   strlen (WIJK_BUNDLE_MEDIA_TYPE));

  g_setenv ("TZ", "Pacific/Auckland", TRUE);
  setlocale (LC_ALL, "nl_NL.UTF-8");
  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  write_bundle (fixture, WIJK_AUDIENCE_PUBLIC);
  setlocale (LC_ALL, "C.UTF-8");
  g_unsetenv ("TZ");
  second = read_file (fixture->path);
  g_assert_true (g_bytes_equal (first, second));

  fd = g_creat (direct, 0600);
  g_assert_true (wijk_bundle_writer_write_fd (writer, fd, NULL, NULL, NULL));
  third = read_file (direct);
  g_assert_true (g_bytes_equal (first, third));
}

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    gboolean is_name;
  } names[] = {
    { "plan.json", TRUE },
    { "plan.pdf", TRUE },
    { "plan.html", TRUE },
    { "changes.jsonl", TRUE },
    { "mdto/plan.xml", TRUE },
    { "mdto/.xml", FALSE },
    { "mdto/a/b.xml", FALSE },
    { "mdto/../a.xml", FALSE },
    { "mimetype", FALSE },
    { "manifest.json", FALSE },
    { "", FALSE },
    { "../plan.json", FALSE },
    { "/plan.json", FALSE },
    { "sources/", FALSE },
    { "sources/.pdf", FALSE },
    { "sources/a.pdf", FALSE },
    { "Plan.json", FALSE },
    { "plan.json/", FALSE },
    { "sources/0000000000000000000000000000000000000000000000000000000000000000.pdf", TRUE },
    { "sources/000000000000000000000000000000000000000000000000000000000000000A.pdf", FALSE },
    { "sources/../0000000000000000000000000000000000000000000000000000000000000.pdf", FALSE },
  };
  g_autofree char *public =
      wijk_bundle_file_name (WIJK_PLAN_WIJKPLAN, "Merenwijk", 2027, 2031, 1, "2026-11-23");
  g_autofree char *internal = wijk_bundle_file_name (
      WIJK_PLAN_WIJKVISIE, " 's-Één & Zuíd / wíjk!", 0, G_MININT64, 0, "2026-11-23");
  g_autofree char *bare = wijk_bundle_file_name (WIJK_PLAN_UNSET, "漢", 2027, 0, 0, "../x");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_test_message ("%s", names[i].name);
      g_assert_true (wijk_bundle_is_name (names[i].name) == names[i].is_name);
    }
  g_assert_cmpstr (public, ==, "wijkplan-merenwijk-2027-2031-v1.wijkplan");
  g_assert_cmpstr (internal, ==, "wijkvisie-s-een-zuid-wijk-intern-2026-11-23.wijkplan");
  g_assert_cmpstr (bare, ==, "wijkplan-2027-intern.wijkplan");
}

/* ---- failures while writing ---- */

static void
test_write_fails (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WijkBundleWriter) writer = make_writer (fixture, WIJK_AUDIENCE_PUBLIC);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "a.wijkplan", NULL);
  g_autoptr (GError) error = NULL;
  g_autofd int full = open ("/dev/full", O_WRONLY | O_CLOEXEC);
  static const char *const changed[] = { "%PDF-1.7 a sourcE\n", "%PDF-1.7 a source\n.", "" };

  g_assert_false (wijk_bundle_writer_write (writer, nowhere, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_false (wijk_bundle_writer_write_fd (writer, full, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_clear_error (&error);

  g_cancellable_cancel (cancellable);
  g_assert_false (wijk_bundle_writer_write (writer, fixture->path, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  for (guint i = 0; i < G_N_ELEMENTS (changed); i++)
    {
      g_assert_true (g_file_set_contents (fixture->pdf, changed[i], -1, NULL));
      g_assert_false (wijk_bundle_writer_write (writer, fixture->path, NULL, NULL, &error));
      g_assert_error (error, WIJK_BUNDLE_ERROR, WIJK_BUNDLE_ERROR_DAMAGED);
      g_clear_error (&error);
    }
  g_remove (fixture->pdf);
  g_assert_false (wijk_bundle_writer_write (writer, fixture->path, NULL, NULL, &error));
  g_assert_error (error, WIJK_BUNDLE_ERROR, WIJK_BUNDLE_ERROR_DAMAGED);
  g_clear_error (&error);

  wijk_bundle_writer_add_file (
      writer, "plan.pdf", fixture->pdf, G_GUINT64_CONSTANT (1) << 40, fixture->pdf_sha256);
  g_assert_false (wijk_bundle_writer_write (writer, fixture->path, NULL, NULL, &error));
  g_assert_error (error, WIJK_BUNDLE_ERROR, WIJK_BUNDLE_ERROR_TOO_LARGE);
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

/* ---- bundles made to deceive ---- */

typedef struct
{
  const char *name;
  const char *text;
  guint type; /* 0: a file */
} Packed;

/* A zip file as one asks for it; ends at the first item without a name. */
static void
pack (Fixture *fixture, const char *options, const Packed *items, guint n)
{
  struct archive *archive = archive_write_new ();
  gboolean is_open = FALSE;

  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_set_options (archive, options), ==, ARCHIVE_OK);
  if (strstr (options, "encryption") != NULL)
    archive_write_set_passphrase (archive, "geheim");
  archive_write_set_bytes_in_last_block (archive, 1);
  is_open = archive_write_open_filename (archive, fixture->path) == ARCHIVE_OK;
  g_assert_true (is_open);
  for (guint i = 0; i < n; i++)
    {
      struct archive_entry *entry = archive_entry_new ();
      gsize length = items[i].text != NULL ? strlen (items[i].text) : 0;

      archive_entry_set_pathname (entry, items[i].name);
      archive_entry_set_filetype (entry, items[i].type != 0 ? items[i].type : AE_IFREG);
      if (items[i].type == AE_IFLNK)
        archive_entry_set_symlink (entry, items[i].text);
      archive_entry_set_perm (entry, 0644);
      archive_entry_set_size (entry, (gint64) length);
      g_assert_cmpint (archive_write_header (archive, entry), >=, ARCHIVE_WARN);
      if (items[i].type == 0)
        g_assert_cmpint (archive_write_data (archive, items[i].text, length), ==, length);
      archive_entry_free (entry);
    }
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
}

/* Whether the manifest lists an item: files, each once. */
static gboolean
is_listed (const Packed *items, guint i)
{
  gboolean is_listed = items[i].type == 0 && !g_str_equal (items[i].name, "mimetype") &&
                       !g_str_equal (items[i].name, "manifest.json");

  for (guint j = 0; j < i; j++)
    is_listed = is_listed && !g_str_equal (items[j].name, items[i].name);

  return is_listed;
}

static char *
manifest_text (const char *audience, const Packed *items, guint n)
{
  GString *text = g_string_new (NULL);
  const char *before = "";

  g_string_append_printf (text,
                          "{\"format\":0,\"plan\":\"" PLAN
                          "\",\"kind\":\"wijkplan\",\"title\":\"T\",\"audience\":\"%s\","
                          "\"files\":[",
                          audience);
  for (guint i = 0; i < n; i++)
    if (is_listed (items, i))
      {
        g_autofree char *sha256 =
            g_compute_checksum_for_string (G_CHECKSUM_SHA256, items[i].text, -1);

        g_string_append_printf (text,
                                "%s{\"name\":\"%s\",\"size\":%zu,\"sha256\":\"%s\"}",
                                before,
                                items[i].name,
                                strlen (items[i].text),
                                sha256);
        before = ",";
      }
  g_string_append (text, "]}");

  return g_string_free (text, FALSE);
}

#define MAX_ITEMS 8
#define STORED "zip:compression=store"
#define DEFLATED "zip:compression=deflate"
#define ENCRYPTED "zip:compression=store,zip:encryption=traditional"
#define MIMETYPE { "mimetype", WIJK_BUNDLE_MEDIA_TYPE, 0 }
#define MANIFEST { "manifest.json", NULL, 0 } /* a right one for the files behind it */
#define PLAN_JSON { "plan.json", "{}", 0 }

static const struct
{
  const char *what;
  const char *options;
  const char *audience;
  Packed items[MAX_ITEMS];
  int code; /* -1: well */
} packs[] = {
  { "a small one", STORED, "openbaar", { MIMETYPE, MANIFEST, PLAN_JSON }, -1 },
  { "of a later program",
    STORED,
    "openbaar",
    { MIMETYPE, MANIFEST, PLAN_JSON, { "plan.html", "<p>", 0 }, { "mdto/plan.xml", "<m/>", 0 } },
    -1 },
  { "up",
    STORED,
    "openbaar",
    { MIMETYPE, MANIFEST, PLAN_JSON, { "../../x", "x", 0 } },
    WIJK_BUNDLE_ERROR_FORBIDDEN_NAME },
  { "from the root",
    STORED,
    "openbaar",
    { MIMETYPE, MANIFEST, PLAN_JSON, { "/etc/x", "x", 0 } },
    WIJK_BUNDLE_ERROR_FORBIDDEN_NAME },
  { "not listed kind",
    STORED,
    "openbaar",
    { MIMETYPE, MANIFEST, PLAN_JSON, { "sources/x.exe", "x", 0 } },
    WIJK_BUNDLE_ERROR_FORBIDDEN_NAME },
  { "name in another script",
    STORED,
    "openbaar",
    { MIMETYPE, MANIFEST, PLAN_JSON, { "pl\xc3\xa1n.json", "x", 0 } },
    WIJK_BUNDLE_ERROR_FORBIDDEN_NAME },
  { "folder",
    STORED,
    "openbaar",
    { MIMETYPE, MANIFEST, PLAN_JSON, { "sources/", NULL, AE_IFDIR } },
    WIJK_BUNDLE_ERROR_FORBIDDEN_NAME },
  { "symbolic link",
    STORED,
    "openbaar",
    { MIMETYPE, MANIFEST, { "plan.json", "/etc/passwd", AE_IFLNK } },
    WIJK_BUNDLE_ERROR_FORBIDDEN_NAME },
  { "twice",
    STORED,
    "openbaar",
    { MIMETYPE, MANIFEST, PLAN_JSON, PLAN_JSON },
    WIJK_BUNDLE_ERROR_FORBIDDEN_NAME },
  { "two manifests",
    STORED,
    "openbaar",
    { MIMETYPE, MANIFEST, PLAN_JSON, MANIFEST },
    WIJK_BUNDLE_ERROR_FORBIDDEN_NAME },
  { "changes in a public one",
    STORED,
    "openbaar",
    { MIMETYPE, MANIFEST, PLAN_JSON, { "changes.jsonl", "{}", 0 } },
    WIJK_BUNDLE_ERROR_FORBIDDEN_NAME },
  { "no changes in an internal one",
    STORED,
    "intern",
    { MIMETYPE, MANIFEST, PLAN_JSON },
    WIJK_BUNDLE_ERROR_DAMAGED },
  { "no plan", STORED, "openbaar", { MIMETYPE, MANIFEST }, WIJK_BUNDLE_ERROR_DAMAGED },
  { "no manifest", STORED, "openbaar", { MIMETYPE, PLAN_JSON }, WIJK_BUNDLE_ERROR_DAMAGED },
  { "nothing but the type", STORED, "openbaar", { MIMETYPE }, WIJK_BUNDLE_ERROR_DAMAGED },
  { "type not first",
    STORED,
    "openbaar",
    { MANIFEST, MIMETYPE, PLAN_JSON },
    WIJK_BUNDLE_ERROR_NOT_A_BUNDLE },
  { "another type",
    STORED,
    "openbaar",
    { { "mimetype", "application/vnd.oasis.opendocument.text", 0 }, MANIFEST, PLAN_JSON },
    WIJK_BUNDLE_ERROR_NOT_A_BUNDLE },
  { "longer type",
    STORED,
    "openbaar",
    { { "mimetype", WIJK_BUNDLE_MEDIA_TYPE "s", 0 }, MANIFEST, PLAN_JSON },
    WIJK_BUNDLE_ERROR_TOO_LARGE },
  { "deflated type",
    DEFLATED,
    "openbaar",
    { MIMETYPE, MANIFEST, PLAN_JSON },
    WIJK_BUNDLE_ERROR_NOT_A_BUNDLE },
  { "encrypted",
    ENCRYPTED,
    "openbaar",
    { MIMETYPE, MANIFEST, PLAN_JSON },
    WIJK_BUNDLE_ERROR_NOT_A_BUNDLE },
  { "newer",
    STORED,
    "openbaar",
    { MIMETYPE, { "manifest.json", "{\"format\":1}", 0 }, PLAN_JSON },
    WIJK_BUNDLE_ERROR_NEWER },
  { "manifest of no file",
    STORED,
    "openbaar",
    { MIMETYPE, { "manifest.json", "{\"format\":0}", 0 }, PLAN_JSON },
    WIJK_BUNDLE_ERROR_DAMAGED },
  { "manifest that is no JSON",
    STORED,
    "openbaar",
    { MIMETYPE, { "manifest.json", "[[[[", 0 }, PLAN_JSON },
    WIJK_BUNDLE_ERROR_DAMAGED },
};

static void
test_deceiving (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (packs); i++)
    {
      Packed items[MAX_ITEMS];
      g_autofree char *manifest = NULL;
      guint n = 0;

      memcpy (items, packs[i].items, sizeof items);
      while (n < MAX_ITEMS && items[n].name != NULL)
        n++;
      manifest = manifest_text (packs[i].audience, items, n);
      for (guint j = 0; j < n; j++)
        if (items[j].text == NULL && items[j].type == 0)
          items[j].text = manifest;
      g_test_message ("%s", packs[i].what);
      pack (fixture, packs[i].options, items, n);
      if (packs[i].code >= 0)
        assert_refused (fixture, (WijkBundleError) packs[i].code);
      else
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (WijkBundleReader) reader =
              wijk_bundle_reader_new (fixture->path, NULL, NULL, &error);

          g_assert_no_error (error);
        }
    }
}

/* A file that the manifest knows otherwise, or not at all. */
static void
test_manifest_differs (Fixture *fixture, gconstpointer data)
{
  const Packed right[] = { PLAN_JSON };
  const Packed wrong[] = { { "plan.json", "[]", 0 } };
  const Packed longer[] = { { "plan.json", "{} ", 0 } };
  const Packed more[] = { PLAN_JSON, { "plan.pdf", "%PDF", 0 } };
  const struct
  {
    const Packed *listed;
    guint n_listed;
    guint n_packed; /* of `more` */
  } differ[] = {
    { wrong, 1, 1 }, { longer, 1, 1 }, { right, 1, 2 }, { more, 2, 1 }, { right, 0, 1 }
  };

  for (guint i = 0; i < G_N_ELEMENTS (differ); i++)
    {
      g_autofree char *manifest = manifest_text ("openbaar", differ[i].listed, differ[i].n_listed);
      Packed items[] = { MIMETYPE, { "manifest.json", manifest, 0 }, more[0], more[1] };

      pack (fixture, STORED, items, 2 + differ[i].n_packed);
      assert_refused (fixture, WIJK_BUNDLE_ERROR_DAMAGED);
    }
}

/* mimetype stored, so that the beginning is right, and all behind it deflated. */
static void
test_bomb (Fixture *fixture, gconstpointer data)
{
  g_autofree char *zeros = g_strnfill (40 * 1024 * 1024, '0');
  const Packed plan[] = { { "plan.json", zeros, 0 } };
  g_autofree char *manifest = manifest_text ("openbaar", plan, 1);
  g_autofree char *script =
      g_strdup_printf ("import sys, zipfile\n"
                       "z = zipfile.ZipFile(sys.argv[1], 'w')\n"
                       "z.writestr(zipfile.ZipInfo('mimetype'), '%s')\n"
                       "z.writestr(zipfile.ZipInfo('manifest.json'), '%s')\n"
                       "z.writestr('plan.json', '0' * (40 << 20), zipfile.ZIP_DEFLATED)\n"
                       "z.close()\n",
                       WIJK_BUNDLE_MEDIA_TYPE,
                       manifest);
  const char *const argv[] = { "/usr/bin/python3", "-c", script, fixture->path, NULL };
  int status = -1;

  g_assert_true (
      g_spawn_sync (NULL, (char **) argv, NULL, 0, NULL, NULL, NULL, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  assert_refused (fixture, WIJK_BUNDLE_ERROR_TOO_LARGE);
}

/* Cut off anywhere, or with any one byte changed: an error or the same content. */
static void
test_damage (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;
  const gsize begun = 38 + strlen (WIJK_BUNDLE_MEDIA_TYPE);
  const guint8 *good;
  gsize size;

  write_bundle (fixture, WIJK_AUDIENCE_PUBLIC);
  bytes = read_file (fixture->path);
  good = g_bytes_get_data (bytes, &size);
  for (gsize i = 0; i < size; i += g_test_slow () ? 1 : 3)
    {
      g_autofree char *copy = g_memdup2 (good, size);
      g_autoptr (WijkBundleReader) cut = NULL;
      g_autoptr (WijkBundleReader) changed = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) fault = NULL;

      g_assert_true (g_file_set_contents_full (fixture->path, copy, (gssize) i, 0, 0600, NULL));
      cut = wijk_bundle_reader_new (fixture->path, NULL, NULL, &error);
      g_assert_null (cut);
      g_assert_error (error,
                      WIJK_BUNDLE_ERROR,
                      (i < begun ? WIJK_BUNDLE_ERROR_NOT_A_BUNDLE : WIJK_BUNDLE_ERROR_DAMAGED));
      copy[i] ^= 0x20;
      g_assert_true (g_file_set_contents_full (fixture->path, copy, (gssize) size, 0, 0600, NULL));
      changed = wijk_bundle_reader_new (fixture->path, NULL, NULL, &fault);
      if (changed != NULL)
        {
          g_autoptr (GBytes) plan = wijk_bundle_reader_read (changed, "plan.json", NULL, &fault);

          g_assert_no_error (fault);
          g_assert_cmpmem (g_bytes_get_data (plan, NULL),
                           g_bytes_get_size (plan),
                           plan_text,
                           strlen (plan_text));
        }
      else
        g_assert_true (fault->domain == WIJK_BUNDLE_ERROR);
    }
}

/* One file of an otherwise good bundle says that it is encrypted. */
static void
test_encrypted (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  gsize size;
  guint n = 0;

  write_bundle (fixture, WIJK_AUDIENCE_PUBLIC);
  g_assert_true (g_file_get_contents (fixture->path, &text, &size, NULL));
  for (gsize i = 46; i + 9 < size; i++)
    if (memcmp (text + i, "plan.json", 9) == 0)
      {
        if (memcmp (text + i - 30, "PK\3\4", 4) == 0)
          text[i - 30 + 6] |= 1, n++;
        else if (memcmp (text + i - 46, "PK\1\2", 4) == 0)
          text[i - 46 + 8] |= 1, n++;
      }
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (g_file_set_contents (fixture->path, text, (gssize) size, NULL));
  assert_refused (fixture, WIJK_BUNDLE_ERROR_FORBIDDEN_NAME);
}

static void
test_not_a_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *fifo = g_build_filename (fixture->folder, "fifo", NULL);

  g_assert_null (wijk_bundle_reader_new ("/nowhere/a.wijkplan", NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (wijk_bundle_reader_new (fixture->folder, NULL, NULL, &error));
  g_assert_error (error, WIJK_BUNDLE_ERROR, WIJK_BUNDLE_ERROR_NOT_A_BUNDLE);
  g_clear_error (&error);
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_null (wijk_bundle_reader_new (fifo, NULL, NULL, &error));
  g_assert_error (error, WIJK_BUNDLE_ERROR, WIJK_BUNDLE_ERROR_NOT_A_BUNDLE);
  g_clear_error (&error);
  g_assert_null (wijk_bundle_reader_new (fixture->pdf, NULL, NULL, &error));
  g_assert_error (error, WIJK_BUNDLE_ERROR, WIJK_BUNDLE_ERROR_NOT_A_BUNDLE);
  g_clear_error (&error);
  write_bundle (fixture, WIJK_AUDIENCE_PUBLIC);
  g_cancellable_cancel (cancellable);
  g_assert_null (wijk_bundle_reader_new (fixture->path, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* What cannot be written is an error, also where the bundle is well. */
static void
test_extract_fails (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WijkBundleReader) reader = NULL;
  g_autoptr (GError) error = NULL;
  g_autofd int full = open ("/dev/full", O_WRONLY | O_CLOEXEC);

  write_bundle (fixture, WIJK_AUDIENCE_PUBLIC);
  reader = wijk_bundle_reader_new (fixture->path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (wijk_bundle_reader_extract (reader, "plan.json", full, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

/* The file changed after it was opened. */
static void
test_changed_since (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WijkBundleReader) reader = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize size;
  g_autofd int fd = -1;

  write_bundle (fixture, WIJK_AUDIENCE_PUBLIC);
  reader = wijk_bundle_reader_new (fixture->path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (fixture->path, &text, &size, NULL));
  fd = open (fixture->path, O_WRONLY | O_CLOEXEC);
  for (gsize i = 0; i + 8 < size; i++)
    if (memcmp (text + i, "%PDF-1.7", 8) == 0)
      g_assert_cmpint (pwrite (fd, "%pdf", 4, (off_t) i), ==, 4);
  g_assert_false (
      wijk_bundle_reader_extract_source (reader, fixture->pdf_sha256, fd, NULL, &error));
  g_assert_error (error, WIJK_BUNDLE_ERROR, WIJK_BUNDLE_ERROR_DAMAGED);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  add ("/exchange/bundle/round-trip", test_round_trip);
  add ("/exchange/bundle/same-bytes", test_same_bytes);
  g_test_add_func ("/exchange/bundle/names", test_names);
  add ("/exchange/bundle/write-fails", test_write_fails);
  add ("/exchange/bundle/deceiving", test_deceiving);
  add ("/exchange/bundle/manifest-differs", test_manifest_differs);
  add ("/exchange/bundle/bomb", test_bomb);
  add ("/exchange/bundle/damage", test_damage);
  add ("/exchange/bundle/encrypted", test_encrypted);
  add ("/exchange/bundle/not-a-file", test_not_a_file);
  add ("/exchange/bundle/extract-fails", test_extract_fails);
  add ("/exchange/bundle/changed-since", test_changed_since);

  return g_test_run ();
}
