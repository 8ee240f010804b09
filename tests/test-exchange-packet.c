/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Packets: written and read, every way in which one can be wrong, and what belongs in one. */

#include "config.h"

#include <string.h>

#include "heads.h"
#include "wijk-packet-check.h"

#define PLAN "plan-00000000000000000000000000"
#define SESSION "session-00000000000000000000000000"
#define OTHER "session-11111111111111111111111111"
#define STEP "step-00000000000000000000000000"
#define REMARK "remark-00000000000000000000000000"
#define CLUSTER "cluster-00000000000000000000000000"
#define THEME "theme-00000000000000000000000000"
#define BALLOT "ballot-00000000000000000000000000"
#define AWAY "ballot-11111111111111111111111111"
#define OPTION "option-00000000000000000000000000"
#define VOTE "vote-00000000000000000000000000"
#define PRESENT "attendance-00000000000000000000000000"
#define PARTNER "stakeholder-00000000000000000000000000"

/* ---- bytes ---- */

#define ID "\"plan\":\"" PLAN "\",\"session\":\"" SESSION "\",\"device\":\"0000000a\""
#define HEAD(kind, rest) "{\"format\":0,\"kind\":\"" kind "\"," ID rest "}\n"
#define BACK(steps, changes) HEAD ("terug", ",\"steps\":" steps ",\"changes\":" changes)
#define STEP_LINE "{\"step\":{\"id\":\"" STEP "\",\"author\":\"A\",\"at\":5,\"name\":\"\"}}\n"
#define CHANGE(n, replaced)                                                                        \
  "{\"change\":{\"stamp\":\"170000000000" n "-00000-0000000a\",\"step\":\"" STEP                   \
  "\",\"record\":\"" REMARK "\",\"field\":\"text\",\"value\":\"a\",\"replaced\":[" replaced        \
  "]}}\n"
#define STAMP(n) "\"170000000000" n "-00000-0000000a\""

static const struct
{
  const char *text;
  int code; /* of WIJK_JSON_ERROR; -1: well */
} files[] = {
  { BACK ("0", "0"), -1 },
  { HEAD ("uit",
          ",\"author\":\"Ria\",\"label\":\"t\",\"at\":5,\"given\":4,\"steps\":0,\"changes\":0"),
    -1 },
  { HEAD ("terug", ",\"later\":true,\"steps\":0,\"changes\":0"), -1 },
  { BACK ("1", "1") STEP_LINE CHANGE ("1", ""), -1 },
  { BACK ("1", "2") STEP_LINE CHANGE ("2", "") CHANGE ("1", ""), -1 },
  { BACK ("1", "2") STEP_LINE CHANGE ("1", "") CHANGE ("2", STAMP ("1")), -1 },
  { "", WIJK_JSON_ERROR_SYNTAX },
  { "\n", WIJK_JSON_ERROR_SYNTAX },
  { "[]\n", WIJK_JSON_ERROR_SYNTAX },
  { "{\"format\":0", WIJK_JSON_ERROR_SYNTAX },
  { BACK ("1", "1") STEP_LINE, WIJK_JSON_ERROR_SYNTAX },
  { BACK ("2", "0") STEP_LINE, WIJK_JSON_ERROR_SYNTAX },
  { BACK ("1", "1") STEP_LINE "{\"change\":{\"stamp\":", WIJK_JSON_ERROR_SYNTAX },
  { "{}\n", WIJK_JSON_ERROR_VALUE },
  { HEAD ("heen", ",\"steps\":0,\"changes\":0"), WIJK_JSON_ERROR_VALUE },
  { HEAD ("terug", ",\"steps\":0"), WIJK_JSON_ERROR_VALUE },
  { HEAD ("terug", ",\"steps\":-2,\"changes\":0"), WIJK_JSON_ERROR_VALUE },
  { HEAD ("terug", ",\"steps\":\"0\",\"changes\":0"), WIJK_JSON_ERROR_VALUE },
  { HEAD ("terug", ",\"steps\":0,\"steps\":0,\"changes\":0"), WIJK_JSON_ERROR_VALUE },
  { HEAD ("terug", ",\"kind\":\"uit\",\"steps\":0,\"changes\":0"), WIJK_JSON_ERROR_VALUE },
  { HEAD ("terug", ",\"at\":9999999999999,\"steps\":0,\"changes\":0"), WIJK_JSON_ERROR_VALUE },
  { HEAD ("terug", ",\"later\":{},\"steps\":0,\"changes\":0"), WIJK_JSON_ERROR_VALUE },
  { "{\"format\":0,\"kind\":\"uit\",\"plan\":\"" PLAN "\",\"session\":\"" SESSION
    "\",\"device\":\"x\",\"steps\":0,\"changes\":0}\n",
    WIJK_JSON_ERROR_VALUE },
  { "{\"format\":0,\"kind\":\"uit\",\"plan\":\"" SESSION "\",\"session\":\"" SESSION
    "\",\"device\":\"0000000a\",\"steps\":0,\"changes\":0}\n",
    WIJK_JSON_ERROR_VALUE },
  { "{\"format\":0,\"kind\":\"uit\",\"plan\":\"" PLAN "\",\"session\":\"" PLAN
    "\",\"device\":\"0000000a\",\"steps\":0,\"changes\":0}\n",
    WIJK_JSON_ERROR_VALUE },
  { BACK ("1", "2") STEP_LINE CHANGE ("1", "") CHANGE ("1", ""), WIJK_JSON_ERROR_VALUE },
  { BACK ("1", "2") STEP_LINE CHANGE ("2", STAMP ("1")) CHANGE ("1", ""), WIJK_JSON_ERROR_VALUE },
  { BACK ("1", "1") STEP_LINE CHANGE ("1", STAMP ("1")), WIJK_JSON_ERROR_VALUE },
  { BACK ("0", "1") CHANGE ("1", ""), WIJK_JSON_ERROR_VALUE },
  { "{\"format\":1," ID "}\n", WIJK_JSON_ERROR_NEWER },
  { BACK ("1", "1000000"), WIJK_JSON_ERROR_TOO_LARGE },
  { BACK ("1000000", "0"), WIJK_JSON_ERROR_TOO_LARGE },
  { BACK ("1", "0") STEP_LINE CHANGE ("1", ""), WIJK_JSON_ERROR_TOO_LARGE },
  { BACK ("0", "0") STEP_LINE, WIJK_JSON_ERROR_TOO_LARGE },
};

static void
test_files (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (files[i].text, strlen (files[i].text));
      g_autoptr (GError) error = NULL;
      g_autoptr (WijkPacket) packet = wijk_packet_read (bytes, NULL, &error);

      g_test_message ("%u: %s", i, error != NULL ? error->message : "well");
      g_assert_true ((packet != NULL) == (files[i].code == -1));
      if (files[i].code != -1)
        g_assert_error (error, WIJK_JSON_ERROR, files[i].code);
    }
}

static void
test_long_header (void)
{
  g_autofree char *text = g_strnfill (20000, ' ');
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_assert_null (wijk_packet_read (bytes, NULL, &error));
  g_assert_error (error, WIJK_JSON_ERROR, WIJK_JSON_ERROR_SYNTAX);
}

static void
test_cancelled (void)
{
  static const char text[] = BACK ("1", "1") STEP_LINE CHANGE ("1", "");
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (wijk_packet_read (bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* ---- written and read ---- */

static WijkPacket *
make_packet (WijkPacketKind kind)
{
  WijkPacket *packet = wijk_packet_new (kind, PLAN, SESSION, "0000000a", "Ria \"R\"", "tafel 3");

  packet->at = 1795450000000;
  packet->given = kind == WIJK_PACKET_BACK ? 1795440000000 : 0;
  g_ptr_array_add (packet->steps, wijk_step_new (STEP, "Ria", 12, "Invoer", NULL));

  return packet;
}

/* A change at time @n; @replaced: the time of the change that it replaced, 0: none. */
static void
add (WijkPacket *packet,
     guint n,
     const char *record,
     const char *field,
     const char *value,
     guint replaced)
{
  g_ptr_array_add (packet->changes,
                   wijk_change_new (stamp_of (n, 10),
                                    STEP,
                                    record,
                                    field,
                                    value,
                                    replaced > 0 ? stamp_of (replaced, 10) : ""));
}

static void
test_round_trip (void)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (WijkPacket) packet = make_packet (i == 0 ? WIJK_PACKET_OUT : WIJK_PACKET_BACK);
      g_autoptr (WijkPacket) read = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GBytes) again = NULL;
      g_autoptr (GError) error = NULL;
      gsize size;
      const char *data;

      add (packet, 1, REMARK, "text", "Één\n\"regel\"", 0);
      add (packet, 2, REMARK, "text", NULL, 1);
      bytes = wijk_packet_write (packet, &error);
      g_assert_no_error (error);
      data = g_bytes_get_data (bytes, &size);
      g_assert_true (wijk_packet_is_start (data, size));
      g_assert_false (wijk_packet_is_start (data, 20));
      read = wijk_packet_read (bytes, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (read->kind, ==, packet->kind);
      g_assert_cmpstr (read->author, ==, "Ria \"R\"");
      g_assert_cmpstr (read->label, ==, "tafel 3");
      g_assert_cmpint (read->at, ==, packet->at);
      g_assert_cmpint (read->given, ==, packet->given);
      again = wijk_packet_write (read, &error);
      g_assert_true (g_bytes_equal (bytes, again));
    }
  g_assert_false (wijk_packet_is_start ("{\n  \"format\": 0", 15));
}

/* Cut off anywhere, it is refused. */
static void
test_cut_off (void)
{
  g_autoptr (WijkPacket) packet = make_packet (WIJK_PACKET_BACK);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 1; i < 20; i++)
    add (packet, i, REMARK, "text", "De stoep ligt scheef", i - 1);
  bytes = wijk_packet_write (packet, NULL);
  for (gsize length = 0; length + 1 < g_bytes_get_size (bytes); length++) /* but for the line end */
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, 0, length);
      g_autoptr (GError) error = NULL;

      g_assert_null (wijk_packet_read (part, NULL, &error));
      g_assert_nonnull (error);
    }
}

/* ---- what belongs in one ---- */

static const struct
{
  WijkPacketKind packet;
  WijkKind kind;
  const char *field;
  gboolean carried;
} carried[] = {
  { WIJK_PACKET_OUT, WIJK_KIND_PLAN, "title", TRUE },
  { WIJK_PACKET_OUT, WIJK_KIND_PLAN, "area-codes/WK054608", TRUE },
  { WIJK_PACKET_OUT, WIJK_KIND_PLAN, "keeper", FALSE },
  { WIJK_PACKET_OUT, WIJK_KIND_PLAN, "vision", FALSE },
  { WIJK_PACKET_OUT, WIJK_KIND_PLAN, "authors/Jo", FALSE },
  { WIJK_PACKET_OUT, WIJK_KIND_SESSION, "questions", TRUE },
  { WIJK_PACKET_OUT, WIJK_KIND_SESSION, "facilitators", FALSE },
  { WIJK_PACKET_OUT, WIJK_KIND_SESSION, "deleted", FALSE },
  { WIJK_PACKET_OUT, WIJK_KIND_THEME, "icon", TRUE },
  { WIJK_PACKET_OUT, WIJK_KIND_THEME, "erased", FALSE },
  { WIJK_PACKET_OUT, WIJK_KIND_STAKEHOLDER, "organisation", TRUE },
  { WIJK_PACKET_OUT, WIJK_KIND_STAKEHOLDER, "name", FALSE },
  { WIJK_PACKET_OUT, WIJK_KIND_STAKEHOLDER, "consents/contact", FALSE },
  { WIJK_PACKET_OUT, WIJK_KIND_REMARK, "text", FALSE },
  { WIJK_PACKET_OUT, WIJK_KIND_OPTION, "title", TRUE },
  { WIJK_PACKET_OUT, WIJK_KIND_VOTE, "dots", FALSE },
  { WIJK_PACKET_OUT, WIJK_KIND_OTHER, "title", FALSE },
  { WIJK_PACKET_BACK, WIJK_KIND_REMARK, "text", TRUE },
  { WIJK_PACKET_BACK, WIJK_KIND_REMARK, "of-a-newer-program", TRUE },
  { WIJK_PACKET_BACK, WIJK_KIND_REMARK, "erased", TRUE },
  { WIJK_PACKET_BACK, WIJK_KIND_REMARK, "stakeholder", FALSE },
  { WIJK_PACKET_BACK, WIJK_KIND_THEME, "deleted", TRUE },
  { WIJK_PACKET_BACK, WIJK_KIND_THEME, "erased", FALSE },
  { WIJK_PACKET_BACK, WIJK_KIND_ATTENDANCE, "count", TRUE },
  { WIJK_PACKET_BACK, WIJK_KIND_PLAN, "title", FALSE },
  { WIJK_PACKET_BACK, WIJK_KIND_SESSION, "title", FALSE },
  { WIJK_PACKET_BACK, WIJK_KIND_STAKEHOLDER, "organisation", FALSE },
  { WIJK_PACKET_BACK, WIJK_KIND_PRIORITY, "title", FALSE },
  { WIJK_PACKET_BACK, WIJK_KIND_OTHER, "title", FALSE },
};

static void
test_carried (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (carried); i++)
    g_assert_cmpint (wijk_packet_carries (carried[i].packet, carried[i].kind, carried[i].field),
                     ==,
                     carried[i].carried);
}

/* A plan with the session, a ballot of it, and one of the other session. */
static WijkState *
make_state (void)
{
  WijkState *state = wijk_state_new ();

  put (state, PLAN, 1, "kind", "wijkplan", "title", "T", NULL);
  put (state, SESSION, 1, "title", "S", NULL);
  put (state, OTHER, 1, "title", "O", NULL);
  put (state, BALLOT, 1, "session", SESSION, "title", "B", NULL);
  put (state, AWAY, 1, "session", OTHER, "title", "A", NULL);

  return state;
}

/* Up to four changes, one after the other; "<" before a value: it replaces the one before. */
static const struct
{
  const char *changes[4][3];
  gboolean well;
} backs[] = {
  { { { REMARK, "session", SESSION }, { REMARK, "text", "a" } }, TRUE },
  { { { REMARK, "session", SESSION }, { REMARK, "session", "<" } }, TRUE },
  { { { REMARK, "session", OTHER } }, FALSE },
  { { { REMARK, "session", OTHER }, { REMARK, "session", "<" SESSION } }, FALSE },
  { { { REMARK, "text", "a" } }, FALSE },
  { { { REMARK, "session", NULL }, { REMARK, "text", NULL }, { REMARK, "erased", "*" } }, TRUE },
  { { { REMARK, "session", NULL }, { REMARK, "text", NULL } }, FALSE },
  { { { CLUSTER, "title", "a" } }, TRUE },
  { { { THEME, "name", "a" } }, TRUE },
  { { { PRESENT, "session", SESSION }, { PRESENT, "count", "3" } }, TRUE },
  { { { PRESENT, "session", OTHER } }, FALSE },
  { { { BALLOT, "status", "gesloten" } }, TRUE },
  { { { AWAY, "status", "gesloten" } }, FALSE },
  { { { AWAY, "session", SESSION } }, FALSE },
  { { { "ballot-22222222222222222222222222", "session", SESSION } }, TRUE },
  { { { "ballot-22222222222222222222222222", "title", "x" } }, FALSE },
  { { { OPTION, "ballot", BALLOT } }, TRUE },
  { { { OPTION, "ballot", AWAY } }, FALSE },
  { { { OPTION, "ballot", "ballot-22222222222222222222222222" } }, FALSE },
  { { { OPTION, "title", "x" } }, FALSE },
  { { { OPTION, "ballot", BALLOT }, { VOTE, "option", OPTION }, { VOTE, "dots", "2" } }, TRUE },
  { { { VOTE, "option", OPTION } }, FALSE },
  { { { OPTION, "ballot", AWAY }, { VOTE, "option", OPTION } }, FALSE },
  { { { PARTNER, "organisation", "x" } }, FALSE },
  { { { SESSION, "title", "x" } }, FALSE },
};

static WijkPacket *
make_back (guint i)
{
  WijkPacket *packet = make_packet (WIJK_PACKET_BACK);

  for (guint j = 0; j < 4 && backs[i].changes[j][0] != NULL; j++)
    {
      const char *value = backs[i].changes[j][2];
      gboolean replaces = value != NULL && *value == '<';

      add (packet,
           10 + j,
           backs[i].changes[j][0],
           backs[i].changes[j][1],
           replaces ? value + 1 : value,
           replaces ? 9 + j : 0);
    }

  return packet;
}

static void
test_backs (void)
{
  g_autoptr (WijkState) state = make_state ();

  for (guint i = 0; i < G_N_ELEMENTS (backs); i++)
    {
      g_autoptr (WijkPacket) packet = make_back (i);
      g_autoptr (GHashTable) made = NULL;
      g_autoptr (GError) error = NULL;
      gboolean well = wijk_packet_check (packet, state, &made, &error);

      g_test_message ("%u: %s", i, error != NULL ? error->message : "well");
      g_assert_cmpint (well, ==, backs[i].well);
      g_assert_true ((made != NULL) == well);
      if (!well)
        g_assert_error (error, WIJK_JSON_ERROR, WIJK_JSON_ERROR_VALUE);
    }
}

/* Whatever is on a laptop, what is left of it after narrowing is taken. */
static void
test_narrow (void)
{
  g_autoptr (WijkState) state = make_state ();
  g_autoptr (WijkPacket) all = make_packet (WIJK_PACKET_BACK);
  guint n_before;

  for (guint i = 0; i < G_N_ELEMENTS (backs); i++)
    {
      g_autoptr (WijkPacket) packet = make_back (i);
      guint n = packet->changes->len;

      wijk_packet_narrow (packet, state);
      g_assert_true ((packet->changes->len == n) == backs[i].well);
      g_assert_true (wijk_packet_check (packet, state, NULL, NULL));
      g_assert_cmpuint (packet->steps->len, ==, packet->changes->len > 0 ? 1 : 0);
    }
  add (all, 1, REMARK, "session", SESSION, 0);
  add (all, 2, REMARK, "stakeholder", PARTNER, 0);
  add (all, 3, PARTNER, "name", "Piet", 0);
  add (all, 4, PLAN, "title", "x", 0);
  add (all, 5, THEME, "name", "Groen", 0);
  g_ptr_array_add (all->steps, wijk_step_new ("step-11111111111111111111111111", "", 1, "", NULL));
  n_before = all->steps->len;
  wijk_packet_narrow (all, state);
  g_assert_cmpuint (all->changes->len, ==, 2);
  g_assert_cmpuint (all->steps->len, ==, n_before - 1);
}

/* What a packet says began on its laptop. */
static void
test_made (void)
{
  g_autoptr (WijkState) state = make_state ();
  g_autoptr (WijkPacket) packet = make_packet (WIJK_PACKET_BACK);
  g_autoptr (GHashTable) made = NULL;

  add (packet, 1, REMARK, "session", SESSION, 0);
  add (packet, 2, REMARK, "text", "a", 0);
  add (packet, 3, THEME, "name", "a", 0);
  add (packet, 4, BALLOT, "status", "open", 0);
  g_assert_true (wijk_packet_check (packet, state, &made, NULL));
  g_assert_cmpuint (g_hash_table_size (made), ==, 1);
  g_assert_cmpstr (g_hash_table_lookup (made, REMARK), ==, stamp_of (1, 10));
  add (packet, 6, CLUSTER, "title", "a", 5);
  g_assert_false (wijk_packet_check (packet, state, NULL, NULL));
}

/* ---- out ---- */

static const struct
{
  const char *changes[3][3];
  gboolean well;
} outs[] = {
  { { { NULL } }, TRUE },
  { { { THEME, "name", "Groen" } }, TRUE },
  { { { PARTNER, "kind", "organisatie" }, { PARTNER, "organisation", "Portaal" } }, TRUE },
  { { { PARTNER, "kind", "persoon" }, { PARTNER, "role", "bewoner" } }, FALSE },
  { { { PARTNER, "kind", NULL }, { PARTNER, "role", "bewoner" } }, FALSE },
  { { { PARTNER, "organisation", "Portaal" } }, FALSE },
  { { { PARTNER, "kind", "organisatie" }, { PARTNER, "name", "Piet" } }, FALSE },
  { { { BALLOT, "session", SESSION }, { OPTION, "ballot", BALLOT } }, TRUE },
  { { { BALLOT, "session", OTHER } }, FALSE },
  { { { BALLOT, "title", "x" } }, FALSE },
  { { { OPTION, "ballot", BALLOT } }, FALSE },
  { { { OPTION, "title", "x" } }, FALSE },
  { { { OTHER, "title", "x" } }, FALSE },
  { { { REMARK, "text", "x" } }, FALSE },
  { { { PLAN, "keeper", "0000000a" } }, FALSE },
};

static void
test_outs (void)
{
  g_autoptr (WijkPacket) empty = make_packet (WIJK_PACKET_OUT);

  g_assert_false (wijk_packet_check (empty, NULL, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (outs); i++)
    {
      g_autoptr (WijkPacket) packet = make_packet (WIJK_PACKET_OUT);
      g_autoptr (GError) error = NULL;
      gboolean well;

      add (packet, 1, PLAN, "kind", "wijkplan", 0);
      add (packet, 2, PLAN, "title", "T", 0);
      add (packet, 3, SESSION, "title", "S", 0);
      for (guint j = 0; j < 3 && outs[i].changes[j][0] != NULL; j++)
        add (
            packet, 10 + j, outs[i].changes[j][0], outs[i].changes[j][1], outs[i].changes[j][2], 0);
      well = wijk_packet_check (packet, NULL, NULL, &error);
      g_test_message ("%u: %s", i, error != NULL ? error->message : "well");
      g_assert_cmpint (well, ==, outs[i].well);
      if (!well)
        g_assert_error (error, WIJK_JSON_ERROR, WIJK_JSON_ERROR_VALUE);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/exchange/packet/files", test_files);
  g_test_add_func ("/exchange/packet/long-header", test_long_header);
  g_test_add_func ("/exchange/packet/cancelled", test_cancelled);
  g_test_add_func ("/exchange/packet/round-trip", test_round_trip);
  g_test_add_func ("/exchange/packet/cut-off", test_cut_off);
  g_test_add_func ("/exchange/packet/carried", test_carried);
  g_test_add_func ("/exchange/packet/backs", test_backs);
  g_test_add_func ("/exchange/packet/narrow", test_narrow);
  g_test_add_func ("/exchange/packet/made", test_made);
  g_test_add_func ("/exchange/packet/outs", test_outs);

  return g_test_run ();
}
