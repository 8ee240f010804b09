/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-packet-words.h"

#include <glib/gi18n.h>

#include "wijk-conflict.h"

void
wijk_packet_result_free (WijkPacketResult *self)
{
  g_free (self->name);
  wijk_imported_clear (&self->imported);
  g_clear_error (&self->error);
  g_free (self);
}

static gboolean
is_said (const char *text)
{
  return text != NULL && *text != '\0';
}

char *
wijk_packet_describe_laptop (const WijkPacketResult *self)
{
  const WijkImported *imported = &self->imported;

  if (self->error != NULL || (!is_said (imported->label) && !is_said (imported->author)))
    return g_strdup (self->name);
  if (!is_said (imported->author))
    return g_strdup (imported->label);

  return is_said (imported->label) ? g_strdup_printf ("%s · %s", imported->label, imported->author)
                                   : g_strdup (imported->author);
}

static char *
describe_new (const WijkImported *imported)
{
  g_autofree char *remarks = NULL;

  if (imported->is_plan)
    return g_strdup (_ ("Opened as a work packet."));
  if (imported->n_new == 0)
    return g_strdup (_ ("Nothing new: all of it was here already."));
  if (imported->n_remarks == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "No new remarks, %u change.",
                                         "No new remarks, %u changes.",
                                         imported->n_new),
                            imported->n_new);
  remarks = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u new remark", "%u new remarks", imported->n_remarks),
      imported->n_remarks);
  if (imported->n_same == 0)
    return g_strdup_printf ("%s.", remarks);

  /* Translators: first "12 new remarks", then how many changes were known */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%s; %u change was here already.",
                                       "%s; %u changes were here already.",
                                       imported->n_same),
                          remarks,
                          imported->n_same);
}

static const char *
describe_clock (WijkClock clock)
{
  switch (clock)
    {
    case WIJK_CLOCK_AHEAD:
      return _ ("The clock of that laptop is ahead of this one’s.");
    case WIJK_CLOCK_BEHIND:
      return _ ("The clock of that laptop is behind.");
    case WIJK_CLOCK_RIGHT:
    default:
      return NULL;
    }
}

char *
wijk_packet_describe_result (const WijkPacketResult *self)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new ();
  g_autofree char *brought = NULL;
  g_autofree char *conflicts = NULL;
  const char *clock;

  if (self->error != NULL)
    return g_strdup (self->error->message);
  brought = describe_new (&self->imported);
  g_ptr_array_add (sentences, brought);
  if (self->imported.conflicts != NULL && self->imported.conflicts->len > 0)
    {
      g_autofree char *text = wijk_packet_describe_conflicts (self->imported.conflicts->len);

      conflicts = g_strdup_printf ("%s.", text);
      g_ptr_array_add (sentences, conflicts);
    }
  clock = describe_clock (self->imported.clock);
  if (clock != NULL)
    g_ptr_array_add (sentences, (gpointer) clock);
  g_ptr_array_add (sentences, NULL);

  return g_strjoinv (" ", (char **) sentences->pdata);
}

char *
wijk_packet_describe_all (GPtrArray *results)
{
  guint n_remarks = 0, n_taken = 0;
  g_autofree char *packets = NULL;

  for (guint i = 0; i < results->len; i++)
    {
      const WijkPacketResult *result = results->pdata[i];

      n_remarks += result->imported.n_remarks;
      n_taken += result->error == NULL;
    }
  if (n_taken == 0)
    return g_strdup (_ ("Nothing was taken in"));
  packets =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u packet", "%u packets", n_taken), n_taken);

  /* Translators: first "3 packets", then how many remarks are new */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s, %u new remark", "%s, %u new remarks", n_remarks),
      packets,
      n_remarks);
}

guint
wijk_packet_count_conflicts (GPtrArray *results)
{
  g_autoptr (GHashTable) fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < results->len; i++)
    {
      GPtrArray *conflicts = ((WijkPacketResult *) results->pdata[i])->imported.conflicts;

      for (guint j = 0; conflicts != NULL && j < conflicts->len; j++)
        {
          const WijkConflict *conflict = conflicts->pdata[j];

          g_hash_table_add (fields, g_strjoin (" ", conflict->record, conflict->field, NULL));
        }
    }

  return g_hash_table_size (fields);
}

char *
wijk_packet_describe_conflicts (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u field was changed on two laptops",
                                       "%u fields were changed on two laptops",
                                       n),
                          n);
}
