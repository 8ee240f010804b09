/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-packet-check.h"

#include <glib/gi18n.h>

static const char *const plan_fields[] = {
  "kind", "title", "area-name", "area-codes", "parent-code", NULL,
};
static const char *const stakeholder_fields[] = { "kind", "organisation", "role", NULL };

static gboolean
refuse (const char *why, GError **error)
{
  g_set_error_literal (error, WIJK_JSON_ERROR, WIJK_JSON_ERROR_VALUE, why);

  return FALSE;
}

static gboolean
refuse_other (GError **error)
{
  return refuse (_ ("The packet holds something else than remarks, clusters, themes, votes and"
                    " attendance; nothing was taken from it."),
                 error);
}

static gboolean
refuse_person (GError **error)
{
  return refuse (_ ("The packet holds personal data; nothing was taken from it."), error);
}

static gboolean
refuse_session (GError **error)
{
  return refuse (_ ("The packet holds something of another session; nothing was taken from it."),
                 error);
}

static gboolean
refuse_foreign (GError **error)
{
  return refuse (
      _ ("The packet changes something that was not made for it; nothing was taken from it."),
      error);
}

/* ---- what it may carry ---- */

static gboolean
is_personal (WijkKind kind, const char *field)
{
  const WijkField *known = wijk_kind_find_field (kind, field);

  return known != NULL && (known->flags & WIJK_FIELD_PERSONAL) != 0;
}

static gboolean
is_one_of (const char *const *keys, const char *field)
{
  g_autofree char *key = g_strndup (field, strcspn (field, "/"));

  return g_strv_contains (keys, key);
}

/* Kinds that only the laptop that made a record of them speaks of. */
static gboolean
is_own_kind (WijkKind kind)
{
  return kind == WIJK_KIND_REMARK || kind == WIJK_KIND_CLUSTER || kind == WIJK_KIND_VOTE ||
         kind == WIJK_KIND_ATTENDANCE;
}

static gboolean
is_for_both (WijkKind kind)
{
  return kind == WIJK_KIND_THEME || kind == WIJK_KIND_BALLOT || kind == WIJK_KIND_OPTION;
}

gboolean
wijk_packet_carries (WijkPacketKind packet, WijkKind kind, const char *field)
{
  if (is_personal (kind, field))
    return FALSE;
  if (packet == WIJK_PACKET_BACK)
    return is_own_kind (kind) || (is_for_both (kind) && !g_str_equal (field, "erased"));
  if (g_str_equal (field, "erased") || g_str_equal (field, "deleted"))
    return FALSE;
  if (kind == WIJK_KIND_PLAN)
    return is_one_of (plan_fields, field);
  if (kind == WIJK_KIND_STAKEHOLDER)
    return is_one_of (stakeholder_fields, field);

  return kind == WIJK_KIND_SESSION || is_for_both (kind);
}

static gboolean
check_carried (const WijkPacket *self, GError **error)
{
  for (guint i = 0; i < self->changes->len; i++)
    {
      const WijkChange *change = self->changes->pdata[i];
      WijkKind kind = wijk_kind_from_id (change->record);

      if (wijk_packet_carries (self->kind, kind, change->field))
        continue;

      return kind == WIJK_KIND_STAKEHOLDER || is_personal (kind, change->field)
                 ? refuse_person (error)
                 : refuse_other (error);
    }

  return TRUE;
}

/* ---- what it says ---- */

/* All strings are lent by the packet. */
typedef struct
{
  const WijkPacket *packet;
  WijkState *here;
  GHashTable *made;   /* id -> the stamp with which the record began */
  GHashTable *links;  /* id -> what it belongs to: a session, ballot or option */
  GHashTable *erased; /* ids of what was erased as a whole or in part */
  GHashTable *other;  /* ids of what was ever in another session */
} Facts;

static void
facts_init (Facts *facts, const WijkPacket *packet, WijkState *here)
{
  *facts = (Facts) {
    .packet = packet,
    .here = here,
    .made = g_hash_table_new (g_str_hash, g_str_equal),
    .links = g_hash_table_new (g_str_hash, g_str_equal),
    .erased = g_hash_table_new (g_str_hash, g_str_equal),
    .other = g_hash_table_new (g_str_hash, g_str_equal),
  };
}

static void
facts_clear (Facts *facts)
{
  g_hash_table_unref (facts->made);
  g_hash_table_unref (facts->links);
  g_hash_table_unref (facts->erased);
  g_hash_table_unref (facts->other);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Facts, facts_clear)

/* The field that says what a record belongs to. */
static const char *
link_key (WijkKind kind)
{
  if (kind == WIJK_KIND_REMARK || kind == WIJK_KIND_ATTENDANCE || kind == WIJK_KIND_BALLOT)
    return "session";
  if (kind == WIJK_KIND_OPTION)
    return "ballot";

  return kind == WIJK_KIND_VOTE ? "option" : NULL;
}

static void
note_change (Facts *facts, const WijkChange *change)
{
  const char *key = link_key (wijk_kind_from_id (change->record));

  if (g_str_equal (change->field, "erased"))
    g_hash_table_add (facts->erased, change->record);
  if (*change->replaced == '\0' && !g_hash_table_contains (facts->made, change->record))
    g_hash_table_insert (facts->made, change->record, change->stamp);
  if (key == NULL || !g_str_equal (change->field, key) || change->value == NULL ||
      *change->value == '\0')
    return;
  if (g_str_equal (key, "session") && !g_str_equal (change->value, facts->packet->session))
    g_hash_table_add (facts->other, change->record);
  g_hash_table_insert (facts->links, change->record, change->value);
}

/* What a record that is here belongs to; NULL where it is not here, or says nothing. */
static const char *
link_here (const Facts *facts, const char *id)
{
  WijkKind kind = wijk_kind_from_id (id);
  WijkRecord *record = facts->here != NULL ? wijk_state_lookup (facts->here, id) : NULL;

  return record != NULL
             ? wijk_record_get_text (record, wijk_kind_find_field (kind, link_key (kind)))
             : NULL;
}

/* Both by what the packet says and by what stands here. */
static gboolean
is_ballot_in_scope (const Facts *facts, const char *id)
{
  const char *said = g_hash_table_lookup (facts->links, id);
  const char *here = link_here (facts, id);

  return (said != NULL || here != NULL) && !g_hash_table_contains (facts->other, id) &&
         (here == NULL || g_str_equal (here, facts->packet->session));
}

static gboolean
is_option_in_scope (const Facts *facts, const char *id)
{
  const char *said = g_hash_table_lookup (facts->links, id);
  const char *here = link_here (facts, id);

  return (said != NULL || here != NULL) && (said == NULL || is_ballot_in_scope (facts, said)) &&
         (here == NULL || is_ballot_in_scope (facts, here));
}

static gboolean
check_record (const Facts *facts, const char *id, GError **error)
{
  WijkKind kind = wijk_kind_from_id (id);
  const char *said = g_hash_table_lookup (facts->links, id);
  gboolean in_scope = TRUE;

  if (is_own_kind (kind) && !g_hash_table_contains (facts->made, id))
    return refuse_foreign (error);
  if (g_hash_table_contains (facts->other, id))
    in_scope = FALSE;
  else if (kind == WIJK_KIND_BALLOT)
    in_scope = is_ballot_in_scope (facts, id);
  else if (kind == WIJK_KIND_OPTION)
    in_scope = is_option_in_scope (facts, id);
  else if (said == NULL)
    in_scope = link_key (kind) == NULL || g_hash_table_contains (facts->erased, id);
  else if (kind == WIJK_KIND_VOTE)
    in_scope = is_option_in_scope (facts, said);

  return in_scope || refuse_session (error);
}

static gboolean
check_back (const WijkPacket *self, WijkState *here, GHashTable **made, GError **error)
{
  g_autoptr (GHashTable) checked = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (Facts) facts = { 0 };

  facts_init (&facts, self, here);
  for (guint i = 0; i < self->changes->len; i++)
    note_change (&facts, self->changes->pdata[i]);
  for (guint i = 0; i < self->changes->len; i++)
    {
      char *id = ((WijkChange *) self->changes->pdata[i])->record;

      if (g_hash_table_add (checked, id) && !check_record (&facts, id, error))
        return FALSE;
      if (!is_own_kind (wijk_kind_from_id (id)))
        g_hash_table_remove (facts.made, id);
    }
  if (made != NULL)
    *made = g_hash_table_ref (facts.made);

  return TRUE;
}

void
wijk_packet_narrow (WijkPacket *self, WijkState *here)
{
  g_autoptr (GHashTable) steps = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify) wijk_change_free);
  g_auto (Facts) facts = { 0 };

  facts_init (&facts, self, here);
  for (guint i = 0; i < self->changes->len; i++)
    note_change (&facts, self->changes->pdata[i]);
  for (guint i = 0; i < self->changes->len; i++)
    {
      WijkChange *change = self->changes->pdata[i];

      if (!wijk_packet_carries (
              WIJK_PACKET_BACK, wijk_kind_from_id (change->record), change->field) ||
          !check_record (&facts, change->record, NULL))
        continue;
      g_ptr_array_add (kept, g_steal_pointer (&self->changes->pdata[i]));
      g_hash_table_add (steps, change->step);
    }
  for (guint i = self->steps->len; i > 0; i--)
    if (!g_hash_table_contains (steps, ((WijkStep *) self->steps->pdata[i - 1])->id))
      g_ptr_array_remove_index (self->steps, i - 1);
  g_ptr_array_unref (self->changes);
  self->changes = g_steal_pointer (&kept);
}

/* ---- what goes out ---- */

/* "record field" -> the value that stands there last. */
static GHashTable *
collect_values (const WijkPacket *self)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->changes->len; i++)
    {
      const WijkChange *change = self->changes->pdata[i];

      g_hash_table_insert (
          values, g_strjoin (" ", change->record, change->field, NULL), change->value);
    }

  return values;
}

/* Whether @field of @record is said, and if @value is not NULL, to be just that. */
static gboolean
says (GHashTable *values, const char *record, const char *field, const char *value)
{
  g_autofree char *key = g_strjoin (" ", record, field, NULL);
  const char *said = g_hash_table_lookup (values, key);

  return value != NULL ? g_strcmp0 (said, value) == 0 : said != NULL && *said != '\0';
}

static gboolean
check_out_change (const WijkPacket *self,
                  GHashTable *values,
                  const WijkChange *change,
                  GError **error)
{
  WijkKind kind = wijk_kind_from_id (change->record);

  if (kind == WIJK_KIND_SESSION)
    return g_str_equal (change->record, self->session) || refuse_session (error);
  if (kind == WIJK_KIND_STAKEHOLDER && g_str_equal (change->field, "kind"))
    return g_strcmp0 (change->value, "organisatie") == 0 || refuse_person (error);
  if (kind == WIJK_KIND_BALLOT && g_str_equal (change->field, "session"))
    return g_strcmp0 (change->value, self->session) == 0 || refuse_session (error);
  if (kind == WIJK_KIND_OPTION && g_str_equal (change->field, "ballot"))
    return (change->value != NULL && says (values, change->value, "session", self->session)) ||
           refuse_session (error);

  return TRUE;
}

/* Records of these kinds say what they belong to, or what they are. */
static gboolean
check_out_record (GHashTable *values, const char *id, GError **error)
{
  WijkKind kind = wijk_kind_from_id (id);

  if (kind == WIJK_KIND_STAKEHOLDER)
    return says (values, id, "kind", NULL) || refuse_person (error);
  if (kind == WIJK_KIND_BALLOT || kind == WIJK_KIND_OPTION)
    return says (values, id, link_key (kind), NULL) || refuse_session (error);

  return TRUE;
}

static gboolean
check_out (const WijkPacket *self, GError **error)
{
  g_autoptr (GHashTable) values = collect_values (self);

  if (!says (values, self->plan, "kind", NULL) || !says (values, self->plan, "title", NULL) ||
      !says (values, self->session, "title", NULL))
    return refuse (_ ("The packet does not say which plan and session it is for."), error);
  for (guint i = 0; i < self->changes->len; i++)
    {
      const WijkChange *change = self->changes->pdata[i];

      if (!check_out_change (self, values, change, error) ||
          !check_out_record (values, change->record, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
wijk_packet_check (const WijkPacket *self, WijkState *here, GHashTable **made, GError **error)
{
  if (made != NULL)
    *made = NULL;
  if (!check_carried (self, error))
    return FALSE;

  return self->kind == WIJK_PACKET_OUT ? check_out (self, error)
                                       : check_back (self, here, made, error);
}
