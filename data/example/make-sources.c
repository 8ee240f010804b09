/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes the three reports that belong to the example plan: make-sources AREAS.json FOLDER. They are
 * kept in the tree; whoever changes them puts the new hashes into plan.json. All figures are made
 * up. */

#include "config.h"

#include "green-map.h"
#include "sheet.h"

#include <stdlib.h>

/* ---- Wijk in cijfers --------------------------------------------------------------------- */

static const SheetColumn city_columns[] = {
  { "Kenmerk", 0.46, FALSE },
  { "Merenwijk", 0.16, TRUE },
  { "Hele stad", 0.16, TRUE },
  { "Peildatum", 0.22, TRUE },
};

static const char *const city_rows[] = {
  "Inwoners|14.300|130.000|1 januari 2026",
  "Jonger dan 18 jaar|19%|16%|1 januari 2026",
  "65 jaar en ouder|24%|17%|1 januari 2026",
  "Huishoudens van één persoon|36%|52%|1 januari 2026",
  "Sociale huurwoningen|41%|33%|1 januari 2026",
  "Rapportcijfer voor de buurt|6,8|7,2|enquête, mei 2026",
  "Voelt zich ’s avonds wel eens onveilig|29%|22%|enquête, mei 2026",
  "Heeft vocht of schimmel in huis|21%|14%|enquête, mei 2026",
  "Doet vrijwilligerswerk|27%|26%|enquête, mei 2026",
  "Meldingen van afval, per 1.000 inwoners|46|38|heel 2025",
  "Grond onder de bomen (kroonbedekking)|24%|17%|1 juli 2025",
  NULL,
};

static const SheetBar marks[] = {
  { "Slaaghwijk", 6.1 },        { "Zijlwijk-Zuid", 6.9 },  { "Zijlwijk-Noord", 7.1 },
  { "Merenwijk-Centrum", 6.7 }, { "Leedewijk-Zuid", 7.0 }, { "Leedewijk-Noord", 7.2 },
};

static const SheetBar covers[] = {
  { "Slaaghwijk", 19 },        { "Zijlwijk-Zuid", 22 },  { "Zijlwijk-Noord", 25 },
  { "Merenwijk-Centrum", 14 }, { "Leedewijk-Zuid", 27 }, { "Leedewijk-Noord", 31 },
};

static const SheetBar worries[] = {
  { "Afval en zwerfvuil", 44 },
  { "Donkere paden", 38 },
  { "Te hard rijden", 35 },
  { "Vocht en onderhoud", 31 },
  { "Parkeren", 27 },
  { "Weinig plekken voor jongeren", 22 },
  { "Leegstand in het centrum", 18 },
};

static const SheetColumn area_columns[] = {
  { "Buurt", 0.28, FALSE },
  { "Inwoners", 0.13, TRUE },
  { "65 jaar en ouder", 0.16, TRUE },
  { "Sociale huur", 0.13, TRUE },
  { "Onveilig ’s avonds", 0.15, TRUE },
  { "Grond onder bomen", 0.15, TRUE },
};

static const char *const area_rows[] = {
  "Slaaghwijk|3.100|19%|78%|38%|19%",
  "Zijlwijk-Zuid|1.900|23%|34%|28%|22%",
  "Zijlwijk-Noord|2.400|26%|29%|25%|25%",
  "Merenwijk-Centrum|1.500|33%|47%|34%|14%",
  "Leedewijk-Zuid|1.300|22%|31%|24%|27%",
  "Leedewijk-Noord|4.100|25%|22%|23%|31%",
  "<b>Merenwijk</b>|<b>14.300</b>|<b>24%</b>|<b>41%</b>|<b>29%</b>|<b>24%</b>",
  NULL,
};

static void
draw_figures_overview (Sheet *sheet)
{
  static const char *const findings[] = {
    "In de Merenwijk wonen meer kinderen én meer ouderen dan gemiddeld in de stad.",
    "Bewoners geven hun buurt gemiddeld een 6,8. In de Slaaghwijk is dat een 6,1.",
    "Eén op de vijf bewoners heeft last van vocht of schimmel in huis.",
    "De wijk is groen, maar het groen is ongelijk verdeeld: van 14% in het centrum tot 31% in "
    "Leedewijk-Noord.",
    NULL,
  };

  sheet_cover (sheet, "Cijfers bij het wijkplan", "Merenwijk · uitgave september 2026");
  sheet_notice (sheet,
                "<b>Dit is een fictief voorbeeld.</b> Alle cijfers in dit rapport zijn bedacht om "
                "te laten zien hoe een wijkplan werkt. Gebruik ze nergens anders voor.");
  sheet_heading (sheet, "In het kort");
  sheet_list (sheet, findings);
  sheet_heading (sheet, "De wijk naast de stad");
  sheet_table (sheet, city_columns, G_N_ELEMENTS (city_columns), city_rows);
}

static void
draw_figures_survey (Sheet *sheet)
{
  sheet_heading (sheet, "Welk cijfer geven bewoners hun buurt?");
  sheet_paragraph (sheet,
                   "Alle buurten krijgen een voldoende. Alleen in Leedewijk-Noord zijn bewoners "
                   "even tevreden als gemiddeld in de stad (stippellijn: 7,2). De lichte balken "
                   "liggen onder dat gemiddelde.");
  sheet->y += 6;
  sheet_bars (sheet, marks, G_N_ELEMENTS (marks), 10, 7.2, "");
  sheet_heading (sheet, "Waar maken bewoners zich zorgen over?");
  sheet_paragraph (sheet,
                   "In de enquête mochten bewoners drie onderwerpen aankruisen. Van de 612 mensen "
                   "die de lijst invulden, noemde 44% het afval. Jongeren tot 25 jaar vulden de "
                   "lijst weinig in: zij zijn met 31 mensen. Dat weegt mee als u deze "
                   "cijfers gebruikt.");
  sheet->y += 6;
  sheet_bars (sheet, worries, G_N_ELEMENTS (worries), 50, 0, "%");
}

static void
draw_figures_areas (Sheet *sheet)
{
  sheet_heading (sheet, "De zes buurten");
  sheet_paragraph (sheet,
                   "De verschillen binnen de wijk zijn groter dan het verschil tussen de wijk en "
                   "de stad. Kijk dus altijd ook naar de buurt.");
  sheet_table (sheet, area_columns, G_N_ELEMENTS (area_columns), area_rows);
  sheet_heading (sheet, "Hoeveel schaduw geven de bomen?");
  sheet_paragraph (sheet,
                   "Het deel van de grond onder boomkronen, per buurt. De stippellijn is het "
                   "gemiddelde van de stad: 17%. Alleen Merenwijk-Centrum ligt eronder.");
  sheet->y += 6;
  sheet_bars (sheet, covers, G_N_ELEMENTS (covers), 40, 17, "%");
  sheet_heading (sheet, "Hoe deze cijfers gemaakt zijn");
  sheet_paragraph (sheet,
                   "In een echt rapport staat hier wie de cijfers verzamelde, hoeveel mensen de "
                   "enquête kregen en hoe zeker de uitkomsten zijn. In dit voorbeeld zijn 2.400 "
                   "vragenlijsten bezorgd en kwamen er 612 terug. Een verschil van minder dan 3 "
                   "procentpunten kan toeval zijn.");
  sheet_paragraph (sheet,
                   "Cijfers over minder dan 50 mensen zijn weggelaten, zodat niemand te herkennen "
                   "is. De buurten volgen de indeling van het CBS van 2025.");
}

static gboolean
make_figures (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "wijk-in-cijfers-2026.pdf", NULL);
  Sheet sheet;

  sheet_open (&sheet, path, "Wijk in cijfers 2026", 0x0f5f70);
  draw_figures_overview (&sheet);
  sheet_break (&sheet);
  draw_figures_survey (&sheet);
  sheet_break (&sheet);
  draw_figures_areas (&sheet);

  return sheet_close (&sheet, error);
}

/* ---- Verslag wijkschouw ------------------------------------------------------------------ */

static const SheetColumn walk_columns[] = {
  { "Nr", 0.06, FALSE },
  { "Plek", 0.23, FALSE },
  { "Wat we zagen", 0.41, FALSE },
  { "Wie pakt het op", 0.30, FALSE },
};

static const char *const walk_rows[] = {
  "1|Buurtkamer Slaaghwijk|De drempel is te hoog voor een rolstoel. De bel hangt goed.|Libertas "
  "vraagt een oprijplaat aan.",
  "2|Portieken aan de flats|Twee voordeuren sluiten niet. In het trappenhuis ruikt het "
  "muf.|Portaal stuurt een monteur.",
  "3|Fietspad langs het water|Zes lantaarns op rij zijn stuk of hangen in de takken.|Gemeente, "
  "team verlichting.",
  "4|Oversteek IJsselmeerlaan|Auto’s stoppen niet. Eén deelnemer wachtte met de rollator bijna "
  "vier minuten.|Gemeente meet de snelheid.",
  "5|Plein bij de winkels|Veel steen, weinig schaduw, drie lege winkels. De bankjes staan in de "
  "zon.|Wijkregisseur praat met de eigenaren.",
  "6|Ondergrondse containers|Naast vier van de zeven containers lag afval.|Gemeente, team afval.",
  "7|Speelplek Zijlwijk|De schommel is weg, alleen de palen staan er nog.|Gemeente, team spelen.",
  "8|Hoek bij de sporthal|Hier zitten ’s avonds jongeren. Er is geen licht en geen "
  "prullenbak.|Jongerenwerk gaat langs.",
  NULL,
};

static const SheetColumn done_columns[] = {
  { "Stop", 0.27, FALSE },
  { "Stand op 1 september 2026", 0.53, FALSE },
  { "Klaar", 0.20, FALSE },
};

static const char *const done_rows[] = {
  "1 Buurtkamer Slaaghwijk|De oprijplaat ligt er. Een bewoner in een rolstoel testte hem.|ja",
  "2 Portieken aan de flats|De voordeuren sluiten weer. De muffe lucht is niet weg.|voor een deel",
  "3 Fietspad langs het water|Vier van de zes lantaarns branden. Twee wachten op het snoeien.|voor "
  "een deel",
  "7 Speelplek Zijlwijk|Er is nog geen geld voor een nieuwe schommel.|nee",
  NULL,
};

static void
draw_walk (Sheet *sheet)
{
  sheet_cover (
      sheet, "Samen kijken, samen opschrijven", "Zaterdag 18 april 2026, 10.00 tot 12.30 uur");
  sheet_notice (sheet,
                "<b>Dit is een fictief voorbeeld.</b> De wijkschouw is niet echt gehouden. "
                "Werkverslag voor de deelnemers; niet bedoeld voor publicatie.");
  sheet_paragraph (sheet,
                   "We liepen met 27 mensen van de Slaaghwijk naar Leedewijk-Noord: bewoners, de "
                   "wijkagent, Portaal, De Sleutels, Libertas en de gemeente. Eén "
                   "bewoner ging in een rolstoel mee en één met een rollator. Zij bepaalden het "
                   "tempo. Dat leverde meer op dan welke kaart ook.");
  sheet_heading (sheet, "De route in acht stops");
  sheet_table (sheet, walk_columns, G_N_ELEMENTS (walk_columns), walk_rows);
}

static void
draw_walk_conclusions (Sheet *sheet)
{
  static const char *const findings[] = {
    "Wie slecht loopt, mijdt een kwart van de route. Losse tegels en hoge stoepen zijn het "
    "grootste "
    "probleem, niet de afstand.",
    "Overdag voelt het fietspad langs het water prettig. Na zonsondergang neemt bijna niemand het.",
    "Het groen wordt gewaardeerd. Over snoeien was de groep het niet eens: meer zicht betekent "
    "minder struiken.",
    "Iedereen zag hetzelfde afval, maar niemand wist waar je het meldt.",
    NULL,
  };
  static const char *const agreements[] = {
    "Iedere partij kijkt binnen vier weken wat meteen kan. De wijkregisseur belt na.",
    "In oktober lopen we dezelfde route nog een keer, dan in het donker.",
    "Alle opmerkingen die op de kaartjes stonden, komen in het wijkplan te staan, met een "
    "antwoord.",
    NULL,
  };

  sheet_heading (sheet, "Wat ons opviel");
  sheet_list (sheet, findings);
  sheet_heading (sheet, "Waarover we het niet eens werden");
  sheet_paragraph (sheet,
                   "Een deel van de groep wil meer licht langs het water. Een ander deel vindt dat "
                   "de vleermuizen en de egels het donker nodig hebben. We spraken af dat de "
                   "gemeente uitzoekt of amberkleurig licht een oplossing is. Wie er tegen was, "
                   "blijft tegen; dat staat hier met opzet.");
  sheet_heading (sheet, "Wat we afspraken");
  sheet_list (sheet, agreements);
  sheet_heading (sheet, "Hoe het er nu voor staat");
  sheet_table (sheet, done_columns, G_N_ELEMENTS (done_columns), done_rows);
  sheet_paragraph (
      sheet,
      "Dit verslag is in mei rondgestuurd aan de deelnemers. Er kwamen twee "
      "verbeteringen binnen; die zijn verwerkt. De tabel hierboven is later toegevoegd.");
}

static gboolean
make_walk (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "verslag-wijkschouw-merenwijk.pdf", NULL);
  Sheet sheet;

  sheet_open (&sheet, path, "Verslag wijkschouw Merenwijk", 0x6b3d7d);
  draw_walk (&sheet);
  sheet_break (&sheet);
  draw_walk_conclusions (&sheet);

  return sheet_close (&sheet, error);
}

/* ---- Groenkaart -------------------------------------------------------------------------- */

static void
draw_legend (Sheet *sheet)
{
  static const struct
  {
    const char *label;
    guint32 colour;
  } classes[] = {
    { "minder dan 18%", 0xe4efd3 },
    { "18 tot 23%", 0xc3dea2 },
    { "23 tot 28%", 0x93c47a },
    { "28% of meer", 0x5fa35a },
  };
  double x = SHEET_MARGIN;

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      sheet_set_colour (sheet, classes[i].colour, 1);
      cairo_rectangle (sheet->cr, x, sheet->y + 2, 16, 10);
      cairo_fill (sheet->cr);
      sheet_set_colour (sheet, SHEET_INK, 1);
      cairo_tag_begin (sheet->cr, "P", NULL);
      sheet_text (sheet, classes[i].label, x + 22, 95, 9.5, PANGO_ALIGN_LEFT);
      cairo_tag_end (sheet->cr, "P");
      x += 118;
    }
  sheet->y += 22;
}

static void
draw_north (Sheet *sheet)
{
  double x = SHEET_WIDTH - SHEET_MARGIN - 14;

  sheet_set_colour (sheet, SHEET_INK, 1);
  cairo_move_to (sheet->cr, x, sheet->y);
  cairo_line_to (sheet->cr, x + 6, sheet->y + 20);
  cairo_line_to (sheet->cr, x, sheet->y + 15);
  cairo_line_to (sheet->cr, x - 6, sheet->y + 20);
  cairo_close_path (sheet->cr);
  cairo_fill (sheet->cr);
}

static gboolean
make_map (const char *areas, const char *folder, GError **error)
{
  static const char *const chances[] = {
    "<b>1 Slaaghwijk:</b> bomen en een waterspeelplek tussen de flats",
    "<b>2 Winkelplein:</b> tegels eruit, schaduw boven de bankjes",
    "<b>3 Park Merenwijk:</b> natte oever waar regenwater heen kan",
    "<b>4 Zijlwijk:</b> bloemrijke berm langs het fietspad",
    "<b>5 Leedewijk-Noord:</b> fruitbomen die bewoners zelf verzorgen",
    NULL,
  };
  g_autofree char *path = g_build_filename (folder, "groenkaart-merenwijk.pdf", NULL);
  Sheet sheet;

  sheet_open (&sheet, path, "Groenkaart Merenwijk", 0x2a6a36);
  sheet_cover (&sheet,
               "Hoeveel schaduw geven de bomen?",
               "Deel van de grond onder boomkronen, per buurt · juli 2025");
  sheet_notice (&sheet,
                "<b>Dit is een fictief voorbeeld.</b> De grenzen van de buurten zijn echt; de "
                "percentages en de plekken zijn bedacht.");
  draw_north (&sheet);
  if (!green_map_draw (&sheet, areas, 330, error))
    return FALSE;
  sheet.y += 10;
  draw_legend (&sheet);
  sheet_heading (&sheet, "Vijf kansen voor meer groen");
  sheet_list (&sheet, chances);
  sheet_paragraph (&sheet,
                   "<span size='small'>Schematische kaart, niet om op te meten. Bron: Kadaster / "
                   "Centraal Bureau voor de Statistiek, 2025 (via PDOK); vereenvoudigd door "
                   "cartomap/nl</span>");

  return sheet_close (&sheet, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc != 3)
    {
      g_printerr ("usage: make-sources AREAS.json FOLDER\n");
      return 2;
    }
  if (!make_figures (argv[2], &error) || !make_walk (argv[2], &error) ||
      !make_map (argv[1], argv[2], &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }

  return EXIT_SUCCESS;
}
