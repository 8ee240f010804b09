/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-payload.h"

#include <math.h>
#include <string.h>

static void
test_round_trip (void)
{
  guint8 memory[128];
  WijkPayloadWriter writer;
  WijkPayloadReader reader;
  g_autofree char *text = NULL, *empty = NULL;

  wijk_payload_writer_init (&writer, memory, sizeof memory);
  wijk_payload_write_u32 (&writer, 7);
  wijk_payload_write_double (&writer, 841.89);
  wijk_payload_write_text (&writer, "enquête", 64);
  wijk_payload_write_text (&writer, NULL, 64);
  g_assert_false (writer.is_full);

  wijk_payload_reader_init (&reader, memory, writer.n_written);
  g_assert_cmpuint (wijk_payload_read_u32 (&reader), ==, 7);
  g_assert_cmpfloat (wijk_payload_read_double (&reader, 0, 1000), ==, 841.89);
  text = wijk_payload_read_text (&reader, 64);
  g_assert_cmpstr (text, ==, "enquête");
  g_assert_false (wijk_payload_reader_ended_well (&reader));
  empty = wijk_payload_read_text (&reader, 64);
  g_assert_cmpstr (empty, ==, "");
  g_assert_true (wijk_payload_reader_ended_well (&reader));
}

static void
test_text_is_cut_between_characters (void)
{
  static const struct
  {
    const char *text;
    gsize max_length;
    const char *expected;
  } cases[] = {
    { "abc", 3, "abc" },
    { "abcd", 3, "abc" },
    { "aéé", 3, "aé" },
    { "aéé", 4, "aé" },
    { "€uro", 2, "" },
    { "€uro", 3, "€" },
    { "a\xff", 9, "a\xef\xbf\xbd" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint8 memory[32];
      WijkPayloadWriter writer;
      WijkPayloadReader reader;
      g_autofree char *text = NULL;

      wijk_payload_writer_init (&writer, memory, sizeof memory);
      wijk_payload_write_text (&writer, cases[i].text, cases[i].max_length);
      wijk_payload_reader_init (&reader, memory, writer.n_written);
      text = wijk_payload_read_text (&reader, sizeof memory);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_writer_stops_at_the_end (void)
{
  guint8 memory[16];
  WijkPayloadWriter writer;

  memset (memory, 0xee, sizeof memory);
  wijk_payload_writer_init (&writer, memory, 10);
  wijk_payload_write_u32 (&writer, 1);
  wijk_payload_write_double (&writer, 1); /* does not fit */
  wijk_payload_write_u32 (&writer, 2);    /* would, but something is missing before it */
  g_assert_true (writer.is_full);
  g_assert_cmpuint (writer.n_written, ==, 4);
  for (gsize i = 4; i < sizeof memory; i++)
    g_assert_cmphex (memory[i], ==, 0xee);
}

static void
test_reader_refuses (void)
{
  const double numbers[] = { NAN, INFINITY, -1, 1001 };
  const struct
  {
    const char *bytes;
    gsize size;
  } texts[] = {
    { "\x05\0\0\0abcd", 8 }, /* shorter than it says */
    { "\xff\xff\xff\xff"
      "ab",
      6 },                       /* far longer */
    { "\x02\0\0\0\xff\xfe", 6 }, /* no UTF-8 */
    { "\x03\0\0\0a\0b", 7 },     /* a NUL inside */
    { "\x01\0", 2 },             /* no length */
    { "\x09\0\0\0"
      "123456789",
      13 }, /* longer than allowed */
  };
  WijkPayloadReader reader;

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      wijk_payload_reader_init (&reader, &numbers[i], sizeof numbers[i]);
      g_assert_cmpfloat (wijk_payload_read_double (&reader, 0, 1000), ==, 0);
      g_assert_true (reader.is_broken);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      wijk_payload_reader_init (&reader, texts[i].bytes, texts[i].size);
      g_assert_null (wijk_payload_read_text (&reader, 8));
      g_assert_false (wijk_payload_reader_ended_well (&reader));
    }

  wijk_payload_reader_init (&reader, NULL, 0);
  g_assert_true (wijk_payload_reader_ended_well (&reader));
  g_assert_cmpuint (wijk_payload_read_u32 (&reader), ==, 0);
  g_assert_true (reader.is_broken);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/protocol/payload/round-trip", test_round_trip);
  g_test_add_func ("/protocol/payload/cut", test_text_is_cut_between_characters);
  g_test_add_func ("/protocol/payload/writer-stops", test_writer_stops_at_the_end);
  g_test_add_func ("/protocol/payload/reader-refuses", test_reader_refuses);

  return g_test_run ();
}
