/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Dutch of remarks: which words carry no subject, which ones mean the same to who lives there,
 * and which ones turn a wish around. */

#include "config.h"

#include "wijk-likeness-private.h"
#include "wijk-stem.h"

#include <string.h>

static const char stop_words[] =
    "achter de het een en van in op te dat die dit deze is zijn was waren er hier daar ik je jij u "
    "we "
    "wij ze zij hij mijn m'n ons onze hun jullie mij me aan bij met voor om uit naar over langs "
    "door tot als dan ook maar of want dus nog wel al zo heel erg veel wat wie waar wanneer "
    "waarom hoe kan kunnen kunt moet moeten mag mogen wil willen wilt zou zouden graag aub "
    "alstublieft komt komen kom kwam worden wordt werd gaat gaan ga doe doen doet heb hebben "
    "heeft had staat staan sta ligt liggen zit zitten ken t s n hem haar elke elk iedere altijd "
    "steeds echt even eens toch mooi fijn leuk beste gemeente buurt wijk straat leiden zet maak "
    "maakt geef laat laten alle alles iets iemand iedereen mensen men zodat omdat sinds na af "
    "rond tussen toe eigen andere ander grote groot beetje paar twee keer week dag jaar jaren "
    "weken maand tijd nu zoals bijvoorbeeld gewoon eigenlijk zelf samen helemaal vind vinden "
    "belangrijk nodig hard ivm zie zien ziet krijg krijgt krijgen weet weten weer terug "
    "eindelijk plek kant nummer nr huisnr goed slecht teveel weinig genoeg vaker vaak meer "
    "minder geen niet nooit niks niemand extra tegen ";

static const char more_words[] =
    "behoud behouden blijf blijven erbij extra graag meer open openhouden terug vaker ";

static const char less_words[] =
    "af dicht minder nee sloop slopen sluit sluiten stop tegen tegengaan verbied verbieden "
    "verboden weg weghalen zonde ";

static const char praise_words[] =
    "blij dank fijne gezellig heerlijk mooi plezier prachtig prachtige prima tevreden uitkomst ";

static const char there_words[] =
    "er gaat hangt hebben heeft is liggen ligt ontbreekt staan staat was zien zijn ";

static const char deny_words[] = "geen niet verbied stop tegen minder";

/* Words that mean much the same in a remark; the first stands for all. */
static const char *const meanings[] = {
  "afval vuil vuilnis rommel zwerfvuil zwerfafval troep grofvuil vuilniszak restafval",
  "prullenbak afvalbak vuilnisbak",
  "zebrapad zebra oversteekplaats oversteken oversteek",
  "jongeren jeugd tieners hangjongeren jeugdigen puber",
  "ouderen oudere senioren bejaarden ouden bejaard oud",
  "kinderen kind kleintjes peuters kleuters",
  "bibliotheek bieb",
  "lawaai herrie geluidsoverlast kabaal geluid",
  "kapot stuk defect versleten gebroken",
  "huisarts dokter",
  "lantaarn verlichting straatverlichting lantaarnpaal lamp licht donker",
  "boom bomen",
  "huis woning",
  "flat hoogbouw torenflat toren appartement",
  "controle handhaving handhaven controleren toezicht bekeuren boete",
  "politie agent",
  "auto wagen automobilist autoverkeer",
  "fiets fietser fietsen",
  "racen scheuren gereden snelheid rijden rijen sjezen",
  "stoep trottoir stoeptegel tegel",
  "kruising kruispunt",
  "muziek",
  "duur betalen onbetaalbaar kosten prijs geld betaalbaar",
  "verbieden verbied verbod",
  "sluiten sluit dicht afsluiten",
  "geluidsscherm geluidswal",
  "geldautomaat pinautomaat",
  "scootmobiel rolstoel rollator invalide gehandicapt",
  "container afvalcontainer",
  "eenzaam alleen eenzaamheid alleenstaand",
  "zwemmen zwemwater",
  "meepraten betrek betrekken inspraak",
  "blijven behoud behouden blijf",
  "modder modderpoel",
  "regen regenbui hoosbui wateroverlast",
  "bus buslijn busroute",
  "parkeren parkeerplaats parkeerplek parkeerdruk",
  "winkel winkelcentrum",
  "speeltuin speelplaats speelplek speeltoestel spelen speel",
  "groen plant planten",
  "voetbalveldje trapveldje",
  "skatebaan skatepark",
  "internet online digitaal computer",
  "busje bestelbus bezorgbus",
  "inbraak inbraken ingebroken inbreken",
  "supermarkt albert",
  "wijkgebouw buurthuis wijkcentrum",
  "gevaarlijk onveilig levensgevaarlijk gevaar",
  "smal krap",
  "kerk kerkklok",
  "onderhoud opknappen opknapbeurt",
  "verouderd gedateerd",
  "wijkkrant wijkblad",
  "verdwijnen kwijt",
  "ambulance brandweer",
  "ruim opruimen weghalen verwijderen",
};

/* What streets and districts end in, and words of that form that are none. */
static const char *const street_endings[] = { "laan", "straat", "weg",    "plein", "dreef",
                                              "wijk", "singel", "kade",   "dijk",  "polder",
                                              "hof",  "schouw", "gracht", "molen" };
static const char common_places[] =
    "milieustraat snelweg zijweg voorplein schoolplein winkelstraat spoorweg fietsstraat woonwijk "
    "buurtweg onderweg nieuwbouwwijk wandelweg plein straat wijk gracht kade polder molen";

static void
add_flag (GHashTable *flags, const char *words, WijkWordFlags flag)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      guint known = GPOINTER_TO_UINT (g_hash_table_lookup (flags, list[i]));

      if (*list[i] != '\0')
        g_hash_table_replace (flags, g_strdup (list[i]), GUINT_TO_POINTER (known | flag));
    }
}

static gpointer
make_flags (gpointer unused)
{
  GHashTable *flags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  add_flag (flags, stop_words, WIJK_WORD_STOP);
  add_flag (flags, more_words, WIJK_WORD_MORE);
  add_flag (flags, less_words, WIJK_WORD_LESS);
  add_flag (flags, praise_words, WIJK_WORD_PRAISE);
  add_flag (flags, there_words, WIJK_WORD_THERE);
  add_flag (flags, deny_words, WIJK_WORD_DENY);

  return flags;
}

WijkWordFlags
wijk_likeness_flags (const char *word)
{
  static GOnce once = G_ONCE_INIT;

  return GPOINTER_TO_UINT (g_hash_table_lookup (g_once (&once, make_flags, NULL), word));
}

static gpointer
make_concepts (gpointer unused)
{
  GHashTable *concepts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    {
      g_auto (GStrv) list = g_strsplit (meanings[i], " ", -1);
      g_autofree char *first = wijk_stem (list[0]);

      for (guint j = 0; list[j] != NULL; j++)
        {
          char *stem = wijk_stem (list[j]);

          if (g_hash_table_contains (concepts, stem)) /* the first meaning counts */
            g_free (stem);
          else
            g_hash_table_insert (concepts, stem, g_strdup (first));
        }
    }

  return concepts;
}

const char *
wijk_likeness_concept (const char *stem)
{
  static GOnce once = G_ONCE_INIT;
  const char *concept = g_hash_table_lookup (g_once (&once, make_concepts, NULL), stem);

  return concept != NULL ? concept : stem;
}

static gpointer
make_common_places (gpointer unused)
{
  GHashTable *places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  add_flag (places, common_places, WIJK_WORD_STOP);

  return places;
}

gboolean
wijk_likeness_is_street (const char *word)
{
  static GOnce once = G_ONCE_INIT;
  gsize length = strlen (word);

  for (guint i = 0; i < G_N_ELEMENTS (street_endings); i++)
    if (length >= strlen (street_endings[i]) + 2 && g_str_has_suffix (word, street_endings[i]))
      return wijk_likeness_flags (word) == 0 &&
             !g_hash_table_contains (g_once (&once, make_common_places, NULL), word);

  return FALSE;
}
