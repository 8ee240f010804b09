/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-remark-choice.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wijk-area.h"
#include "wijk-consent.h"
#include "wijk-format.h"
#include "wijk-label.h"
#include "wijk-outline.h"
#include "wijk-person-row.h"
#include "wijk-priority.h"
#include "wijk-section.h"
#include "wijk-session.h"
#include "wijk-theme-look.h"

static const struct
{
  const char *name;
  const char *none;
  WijkKind record; /* of ids, else WIJK_KIND_OTHER */
} kinds[] = {
  [WIJK_CHOICE_SESSION] = { N_ ("Session"), N_ ("No session"), WIJK_KIND_SESSION },
  [WIJK_CHOICE_CHANNEL] = { N_ ("Channel"), N_ ("No channel"), WIJK_KIND_OTHER },
  [WIJK_CHOICE_THEME] = { N_ ("Themes"), N_ ("No theme"), WIJK_KIND_THEME },
  [WIJK_CHOICE_ASPECT] = { N_ ("Aspects"), N_ ("No aspect"), WIJK_KIND_OTHER },
  [WIJK_CHOICE_AREA] = { N_ ("Neighbourhood"), N_ ("No neighbourhood"), WIJK_KIND_OTHER },
  [WIJK_CHOICE_OUTCOME] = { N_ ("Answer"), N_ ("No answer"), WIJK_KIND_OTHER },
  [WIJK_CHOICE_PERSON] = { N_ ("Who"), N_ ("Nobody named"), WIJK_KIND_STAKEHOLDER },
  [WIJK_CHOICE_ROLE] = { N_ ("Role"), N_ ("No role"), WIJK_KIND_OTHER },
  [WIJK_CHOICE_TARGET] = { N_ ("Used in"), N_ ("Nowhere yet"), WIJK_KIND_OTHER },
};

const char *
wijk_remark_choice_kind_get_name (WijkRemarkChoiceKind kind)
{
  return _ (kinds[kind].name);
}

const char *
wijk_remark_choice_kind_get_none (WijkRemarkChoiceKind kind)
{
  return _ (kinds[kind].none);
}

gboolean
wijk_remark_choice_kind_can_grow (WijkRemarkChoiceKind kind)
{
  return kind == WIJK_CHOICE_SESSION || kind == WIJK_CHOICE_THEME;
}

static void
choice_free (gpointer data)
{
  WijkRemarkChoice *choice = data;

  g_free (choice->value);
  g_free (choice->label);
  g_free (choice->detail);
  g_free (choice->group);
  g_free (choice);
}

static WijkRemarkChoice *
add (GPtrArray *choices, const char *value, const char *label)
{
  WijkRemarkChoice *choice = g_new0 (WijkRemarkChoice, 1);

  choice->value = g_strdup (value);
  choice->label = g_strdup (label != NULL ? label : "");
  g_ptr_array_add (choices, choice);

  return choice;
}

/* ---- lists of each kind ---- */

static int
compare_sessions (gconstpointer a, gconstpointer b)
{
  WijkSession *one = *(WijkSession **) a, *other = *(WijkSession **) b;

  return g_strcmp0 (other->date, one->date); /* the last one first */
}

static void
add_sessions (GPtrArray *choices, WijkState *state)
{
  g_autoptr (GPtrArray) sessions = wijk_state_dup_sorted (state, WIJK_KIND_SESSION);

  g_ptr_array_sort (sessions, compare_sessions);
  for (guint i = 0; i < sessions->len; i++)
    {
      WijkSession *session = sessions->pdata[i];
      WijkRemarkChoice *choice =
          add (choices, wijk_record_get_id (WIJK_RECORD (session)), session->title);

      choice->detail = session->date != NULL ? wijk_ui_format_date (session->date) : NULL;
    }
}

static void
add_themes (GPtrArray *choices, WijkState *state)
{
  g_autoptr (GPtrArray) outline = wijk_outline_new (state, WIJK_KIND_THEME, WIJK_THEME_DEPTH, NULL);

  for (guint i = 0; i < outline->len; i++)
    {
      WijkOutlineRow *row = outline->pdata[i];
      WijkTheme *theme = WIJK_THEME (row->record);
      WijkRemarkChoice *choice = add (choices, wijk_record_get_id (row->record), theme->name);

      choice->theme = theme;
      choice->depth = row->depth;
    }
}

static void
add_words (GPtrArray *choices, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    add (choices, words[i], wijk_label_for_word (words, words[i]));
}

static void
add_outcomes (GPtrArray *choices)
{
  for (WijkOutcome i = WIJK_OUTCOME_ACCEPTED; i <= WIJK_OUTCOME_FORWARDED; i++)
    add (choices, wijk_outcome_words[i - 1], wijk_label_for_outcome (i))->icon =
        wijk_icon_for_outcome (i);
}

/* Whether @area belongs to what the plan is about. */
static gboolean
is_in_plan (WijkPlan *plan, const WijkArea *area)
{
  GPtrArray *codes = plan != NULL ? plan->area_codes : NULL;

  if (codes == NULL || codes->len == 0)
    return plan != NULL && g_strcmp0 (plan->parent_code, area->parent_code) == 0;

  return wijk_set_contains (codes, area->code) ||
         (area->parent_code != NULL && wijk_set_contains (codes, area->parent_code));
}

static void
add_areas_of (GPtrArray *choices, WijkPlan *plan, const WijkArea *district, gboolean of_plan)
{
  g_autoptr (GPtrArray) areas = wijk_area_list_neighbourhoods (district);

  for (guint i = 0; i < areas->len; i++)
    {
      const WijkArea *area = areas->pdata[i];

      if (is_in_plan (plan, area) == of_plan)
        add (choices, area->code, wijk_area_get_display_name (area))->group =
            g_strdup (of_plan ? _ ("In this plan") : wijk_area_get_display_name (district));
    }
}

/* Those of the plan first, then all others by district. */
static void
add_areas (GPtrArray *choices, WijkPlan *plan)
{
  g_autoptr (GPtrArray) districts = wijk_area_list_districts ();

  for (guint of_plan = 2; of_plan-- > 0;)
    for (guint i = 0; i < districts->len; i++)
      add_areas_of (choices, plan, districts->pdata[i], of_plan != 0);
}

static void
add_targets (GPtrArray *choices, WijkState *state)
{
  g_autoptr (GPtrArray) priorities = wijk_state_dup_sorted (state, WIJK_KIND_PRIORITY);
  g_autoptr (GPtrArray) outline =
      wijk_outline_new (state, WIJK_KIND_SECTION, WIJK_SECTION_DEPTH, NULL);

  for (guint i = 0; i < priorities->len; i++)
    {
      WijkPriority *priority = priorities->pdata[i];
      WijkRemarkChoice *choice =
          add (choices, wijk_record_get_id (WIJK_RECORD (priority)), priority->title);

      choice->group = g_strdup (_ ("Priorities"));
      choice->icon = "wijk-priorities-symbolic";
    }
  for (guint i = 0; i < outline->len; i++)
    {
      WijkOutlineRow *row = outline->pdata[i];
      g_autofree char *label =
          g_strjoin (" ", row->number, WIJK_SECTION (row->record)->title, NULL);
      WijkRemarkChoice *choice = add (choices, wijk_record_get_id (row->record), label);

      choice->group = g_strdup (_ ("Chapters"));
      choice->icon = "wijk-chapter-symbolic";
      choice->depth = row->depth;
    }
}

/* A name that was removed cannot be chosen. */
static void
add_people (GPtrArray *choices, WijkState *state)
{
  g_autoptr (GPtrArray) people = wijk_state_dup_sorted (state, WIJK_KIND_STAKEHOLDER);

  for (guint i = 0; i < people->len; i++)
    {
      WijkStakeholder *person = people->pdata[i];

      if (!wijk_stakeholder_is_erased (person))
        add (choices, wijk_record_get_id (WIJK_RECORD (person)), wijk_person_get_title (person))
            ->detail = g_strdup (person->role);
    }
}

GPtrArray *
wijk_remark_choices_new (WijkRemarkChoiceKind kind, WijkDocument *document)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func (choice_free);
  WijkState *state = wijk_document_get_state (document);

  switch (kind)
    {
    case WIJK_CHOICE_SESSION:
      add_sessions (choices, state);
      break;
    case WIJK_CHOICE_CHANNEL:
      add_words (choices, wijk_channel_words);
      break;
    case WIJK_CHOICE_THEME:
      add_themes (choices, state);
      break;
    case WIJK_CHOICE_ASPECT:
      add_words (choices, wijk_aspect_words);
      break;
    case WIJK_CHOICE_AREA:
      add_areas (choices, wijk_document_get_plan (document));
      break;
    case WIJK_CHOICE_OUTCOME:
      add_outcomes (choices);
      break;
    case WIJK_CHOICE_PERSON:
      add_people (choices, state);
      break;
    case WIJK_CHOICE_ROLE:
      add_words (choices, wijk_role_words);
      break;
    case WIJK_CHOICE_TARGET:
      add_targets (choices, state);
      break;
    default:
      g_assert_not_reached ();
    }

  return choices;
}

char *
wijk_remark_choice_dup_label (WijkRemarkChoiceKind kind, WijkDocument *document, const char *value)
{
  WijkState *state = wijk_document_get_state (document);
  WijkRecord *record = NULL;

  if (kinds[kind].record != WIJK_KIND_OTHER)
    record = wijk_state_lookup_live (state, value, kinds[kind].record);
  if (record != NULL && kind == WIJK_CHOICE_PERSON)
    return g_strdup (wijk_person_get_title (WIJK_STAKEHOLDER (record)));
  if (kind == WIJK_CHOICE_ROLE)
    return g_strdup (wijk_label_for_word (wijk_role_words, value));
  if (record != NULL)
    return g_strdup (kind == WIJK_CHOICE_THEME ? WIJK_THEME (record)->name
                                               : WIJK_SESSION (record)->title);
  if (kind == WIJK_CHOICE_CHANNEL)
    return g_strdup (wijk_label_for_word (wijk_channel_words, value));
  if (kind == WIJK_CHOICE_ASPECT)
    return g_strdup (wijk_label_for_word (wijk_aspect_words, value));
  if (kind == WIJK_CHOICE_OUTCOME)
    return g_strdup (wijk_label_for_word (wijk_outcome_words, value));

  return kind == WIJK_CHOICE_AREA ? g_strdup (wijk_label_for_area (value)) : NULL;
}

char *
wijk_remark_choice_make (WijkRemarkChoiceKind kind,
                         WijkDocument *document,
                         const char *name,
                         GError **error)
{
  g_autoptr (GPtrArray) themes = NULL;

  if (kind == WIJK_CHOICE_SESSION)
    return wijk_document_add (
        document, _ ("Add a session"), WIJK_KIND_SESSION, error, "title", name, NULL);

  themes = wijk_state_dup_sorted (wijk_document_get_state (document), WIJK_KIND_THEME);

  return wijk_document_add (document,
                            _ ("Add a theme"),
                            WIJK_KIND_THEME,
                            error,
                            "name",
                            name,
                            "colour",
                            wijk_theme_pick_colour (themes),
                            NULL);
}
