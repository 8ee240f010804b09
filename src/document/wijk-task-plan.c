/* SPDX-License-Identifier: GPL-3.0-or-later */

/* New plans, and what a list of plans shows. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wijk-area.h"
#include "wijk-id.h"
#include "wijk-packet-plan.h"
#include "wijk-plan-files.h"
#include "wijk-plan-json.h"
#include "wijk-tasks.h"
#include "wijk-template.h"

G_DEFINE_QUARK (WijkTaskError, wijk_task_error)

/* ---- where the plan is about ---- */

typedef struct
{
  char *name;
  GPtrArray *codes; /* lent strings */
  const char *parent;
} Place;

static void
place_clear (Place *place)
{
  g_free (place->name);
  g_clear_pointer (&place->codes, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static gboolean
refuse (char *message, GError **error)
{
  g_set_error_literal (error, WIJK_TASK_ERROR, WIJK_TASK_ERROR_INPUT, message);
  g_free (message);

  return FALSE;
}

static gboolean
add_code (Place *place, const char *code, GError **error)
{
  const WijkArea *area = wijk_area_lookup_code (code);

  if (area == NULL)
    return refuse (
        g_strdup_printf (_ ("Leiden has no district or neighbourhood with the code %s."), code),
        error);
  for (guint i = 0; i < place->codes->len; i++)
    if (g_str_equal (place->codes->pdata[i], area->code))
      return TRUE;
  g_ptr_array_add (place->codes, (gpointer) area->code);

  return TRUE;
}

static char *
join_names (GPtrArray *codes)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < codes->len; i++)
    {
      const WijkArea *area = wijk_area_lookup_code (codes->pdata[i]);

      if (i > 0)
        g_string_append (names, i + 1 == codes->len ? " en " : ", ");
      g_string_append (names, wijk_area_get_display_name (area));
    }

  return g_string_free (names, FALSE);
}

/* A name that the CBS or people use, or a free one with a parent. */
static gboolean
find_name (const char *name, Place *place, GError **error)
{
  g_autoptr (GPtrArray) found = wijk_area_find_name (name);
  g_auto (GStrv) nearest = NULL;
  g_autofree char *list = NULL;

  if (found->len == 1 && place->parent == NULL)
    {
      const WijkArea *area = found->pdata[0];

      g_ptr_array_add (place->codes, (gpointer) area->code);
      place->name = g_strdup (wijk_area_get_display_name (area));
      place->parent = area->parent_code;
      return TRUE;
    }
  if (place->parent != NULL)
    {
      place->name = g_strdup (name);
      return TRUE;
    }
  if (found->len > 1)
    return refuse (g_strdup_printf (_ ("“%s” means more than one area; give its code."), name),
                   error);
  nearest = wijk_area_dup_nearest_names (name);
  list = g_strjoinv (", ", nearest);

  return refuse (
      *list != '\0'
          ? g_strdup_printf (
                _ ("There is no area “%s” in Leiden; the nearest are: %s."), name, list)
          : g_strdup_printf (
                _ ("There is no area “%s” in Leiden. A name of one's own needs a parent district."),
                name),
      error);
}

static gboolean
find_place (const WijkNewPlan *what, Place *place, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (what->area, ",", -1);
  const WijkArea *parent;

  place->codes = g_ptr_array_new ();
  if (what->parent != NULL)
    {
      parent = wijk_area_lookup_code (what->parent);
      if (parent == NULL || parent->level != WIJK_AREA_DISTRICT)
        return refuse (
            g_strdup_printf (_ ("Leiden has no district with the code %s."), what->parent), error);
      place->parent = parent->code;
    }
  if (*what->area == '\0' || *(what->area + strspn (what->area, " ")) == '\0')
    return refuse (g_strdup (_ ("A plan needs an area.")), error);
  if (!wijk_area_is_code (g_strstrip (parts[0])))
    return find_name (what->area, place, error);
  for (guint i = 0; parts[i] != NULL; i++)
    if (!add_code (place, g_strstrip (parts[i]), error))
      return FALSE;
  place->name = join_names (place->codes);

  return TRUE;
}

/* ---- making ---- */

static GPtrArray *
read_example (const WijkContext *context, const char *plan_id, GError **error)
{
  g_autofree char *path = g_build_filename (context->data, "example", "plan.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, error);
  g_auto (WijkPlanJsonHeader) header = { 0 };
  GPtrArray *edits;

  if (bytes == NULL)
    return NULL;
  edits = wijk_plan_json_read (bytes, plan_id, &header, error);
  for (guint i = edits != NULL ? edits->len : 0; i > 0; i--)
    if (g_str_equal (((WijkEdit *) edits->pdata[i - 1])->field, "derived-from"))
      g_ptr_array_remove_index (edits, i - 1); /* it is the example, it does not come from one */

  return edits;
}

static GPtrArray *
read_template (const WijkContext *context, const char *plan_id, const char *kind, GError **error)
{
  g_autofree char *name = g_strconcat (kind, ".json", NULL);
  g_autofree char *path = g_build_filename (context->data, "templates", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, error);

  return bytes != NULL ? wijk_template_read (bytes, error) : NULL;
}

static void
add_year (GPtrArray *edits, const char *plan_id, const char *key, gint64 year)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, year);

  wijk_edits_add (edits, plan_id, key, text);
}

static gboolean
describe_plan (const WijkContext *context,
               const WijkNewPlan *what,
               const char *plan_id,
               GPtrArray *edits,
               GError **error)
{
  g_auto (Place) place = { 0 };
  gboolean is_wijkplan = g_str_equal (what->kind, "wijkplan");
  gint64 first = what->first_year, last = what->last_year;
  g_autofree char *title = NULL;

  if (!is_wijkplan && !g_str_equal (what->kind, "wijkvisie"))
    return refuse (
        g_strdup_printf (_ ("“%s” is not a kind of plan: wijkplan or wijkvisie."), what->kind),
        error);
  if (!find_place (what, &place, error))
    return FALSE;
  if (first == WIJK_UNSET)
    first = last != WIJK_UNSET ? last - (is_wijkplan ? 3 : 14)
                               : g_date_time_get_year (context->now) + 1;
  if (last == WIJK_UNSET)
    last = first + (is_wijkplan ? 3 : 14);
  if (!wijk_rules_check_period (
          is_wijkplan ? WIJK_PLAN_WIJKPLAN : WIJK_PLAN_WIJKVISIE, first, last, error))
    return FALSE;
  title = what->title != NULL
              ? g_strdup (what->title)
              : g_strdup_printf ("%s %s", is_wijkplan ? "Wijkplan" : "Wijkvisie", place.name);

  wijk_edits_add (edits, plan_id, "kind", what->kind);
  wijk_edits_add (edits, plan_id, "title", title);
  wijk_edits_add (edits, plan_id, "area-name", place.name);
  for (guint i = 0; i < place.codes->len; i++)
    {
      g_autofree char *field = g_strconcat ("area-codes/", (char *) place.codes->pdata[i], NULL);

      wijk_edits_add (edits, plan_id, field, "1");
    }
  if (place.parent != NULL)
    wijk_edits_add (edits, plan_id, "parent-code", place.parent);
  add_year (edits, plan_id, "first-year", first);
  add_year (edits, plan_id, "last-year", last);

  return TRUE;
}

/* The values within one field: a title of only spaces, a year of 20277. */
static gboolean
check_values (GPtrArray *edits, GError **error)
{
  for (guint i = 0; i < edits->len; i++)
    {
      WijkEdit *edit = edits->pdata[i];
      const WijkField *field = wijk_kind_find_field (WIJK_KIND_PLAN, edit->field);

      if (field != NULL && field->kind != WIJK_FIELD_SET &&
          !wijk_field_check (field, edit->value, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
copy_example_sources (const WijkContext *context, const char *folder, GError **error)
{
  g_autofree char *sources = g_build_filename (context->data, "example", "sources", NULL);
  g_autoptr (GDir) dir = g_dir_open (sources, 0, error);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (sources, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autofree char *sha256 = NULL;

      if (!g_str_has_suffix (name, ".pdf"))
        continue;
      sha256 = wijk_plan_files_add_source (folder, file, NULL, error);
      if (sha256 == NULL)
        return FALSE;
    }

  return dir != NULL;
}

/* Everything that the new plan begins with. */
static GPtrArray *
collect_edits (const WijkContext *context,
               const WijkNewPlan *what,
               const char *plan_id,
               GError **error)
{
  g_autoptr (GPtrArray) own = wijk_edits_new ();
  g_autoptr (GPtrArray) edits = NULL;

  if (!describe_plan (context, what, plan_id, own, error) || !check_values (own, error))
    return NULL;
  edits = what->example ? read_example (context, plan_id, error)
                        : read_template (context, plan_id, what->kind, error);
  if (edits == NULL)
    return NULL;
  if (!what->example)
    g_ptr_array_extend_and_steal (edits, g_steal_pointer (&own));
  wijk_edits_add (edits, plan_id, "keeper", context->device);

  return g_steal_pointer (&edits);
}

char *
wijk_task_new_plan (const WijkContext *context, const WijkNewPlan *what, GError **error)
{
  g_autofree char *plan_id = wijk_id_new ("plan");
  g_autoptr (GPtrArray) edits = collect_edits (context, what, plan_id, error);
  g_autoptr (WijkStore) store = NULL;
  gboolean ok;

  if (edits == NULL)
    return NULL;
  store =
      wijk_library_begin_plan (context->library, plan_id, context->device, context->author, error);
  if (store == NULL)
    return NULL;
  ok = wijk_store_write (store, _ ("New plan"), edits, error) &&
       wijk_store_forget_undo (store, error) &&
       (!what->example || copy_example_sources (context, wijk_store_get_folder (store), error));
  g_clear_object (&store);
  if (!ok || !wijk_library_publish_plan (context->library, plan_id, error))
    {
      wijk_library_drop_plan (context->library, plan_id);
      return NULL;
    }

  return g_steal_pointer (&plan_id);
}

gboolean
wijk_task_take_over (const WijkContext *context, const char *plan_id, GError **error)
{
  g_autoptr (WijkStore) store = wijk_plan_files_open_store (context, plan_id, error);
  g_autoptr (GPtrArray) edits = wijk_edits_new ();

  if (store == NULL || !wijk_packet_plan_check_whole (store, error))
    return FALSE;
  wijk_edits_add (edits, plan_id, "keeper", context->device);

  return wijk_store_write (store, _ ("Continue on this laptop"), edits, error);
}
