/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-pdf-check-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_DEPTH 200

/* What is known of the element above. */
typedef struct
{
  const char *type;
  int n_cells; /* of the table's rows; 0: not yet known */
} Parent;

typedef struct
{
  WijkPdfCheck *check;
  int level; /* of the last heading */
} Tree;

static const char *const types[] = {
  "Document", "Sect", "H1",    "H2",        "H3",    "H4",    "H5",         "H6",   "P",  "L",
  "LI",       "Lbl",  "LBody", "Table",     "THead", "TBody", "TR",         "TH",   "TD", "Figure",
  "Caption",  "TOC",  "TOCI",  "Reference", "Link",  "Note",  "BlockQuote", "Span", NULL
};

/* Which element may stand only in which. */
static const struct
{
  const char *type;
  const char *parents[4];
} places[] = {
  { "LI", { "L" } },        { "Lbl", { "LI", "Note" } },
  { "LBody", { "LI" } },    { "TR", { "Table", "THead", "TBody" } },
  { "TH", { "TR" } },       { "TD", { "TR" } },
  { "THead", { "Table" } }, { "TBody", { "Table" } },
  { "TOCI", { "TOC" } },
};

static void take_element (Tree *self, qpdf_oh element, Parent *parent, int depth);

/* The constant for a type's name, or NULL when it is not one of ours. */
static const char *
find_type (const char *name)
{
  for (guint i = 0; types[i]; i++)
    if (*name == '/' && strcmp (types[i], name + 1) == 0)
      return types[i];
  return NULL;
}

static void
check_place (Tree *self, const char *type, const char *parent)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gboolean is_right = FALSE;

      if (strcmp (places[i].type, type) != 0)
        continue;
      for (guint k = 0; places[i].parents[k]; k++)
        is_right |= strcmp (places[i].parents[k], parent) == 0;
      if (!is_right)
        wijk_pdf_check_report (
            self->check, _ ("An element %s stands in %s."), type, *parent ? parent : "/");
    }
}

/* A value among the attributes of an element, whatever their owner. */
static gboolean
has_attribute (Tree *self, qpdf_oh element, const char *key)
{
  qpdf_data pdf = self->check->pdf;
  qpdf_oh attributes = wijk_pdf_check_get (self->check, element, "/A");

  if (qpdf_oh_is_dictionary (pdf, attributes))
    return qpdf_oh_has_key (pdf, attributes, key);
  if (qpdf_oh_is_array (pdf, attributes))
    for (int i = 0; i < qpdf_oh_get_array_n_items (pdf, attributes); i++)
      {
        qpdf_oh one = qpdf_oh_get_array_item (pdf, attributes, i);

        if (qpdf_oh_is_dictionary (pdf, one) && qpdf_oh_has_key (pdf, one, key))
          return TRUE;
      }
  return FALSE;
}

static void
check_heading (Tree *self, int level)
{
  self->check->n_headings++;
  if (self->level == 0 && level != 1)
    wijk_pdf_check_report (self->check, _ ("The first heading is of level %d."), level);
  else if (level > self->level + 1)
    wijk_pdf_check_report (
        self->check, _ ("Headings jump from level %d to %d."), self->level, level);
  self->level = level;
}

static void
check_element (Tree *self, qpdf_oh element, const char *type)
{
  WijkPdfCheck *check = self->check;

  if (type[0] == 'H')
    check_heading (self, type[1] - '0');
  else if (strcmp (type, "Figure") == 0)
    {
      if (!wijk_pdf_check_has_words (check, element, "/Alt"))
        wijk_pdf_check_report (check, _ ("A picture has no description."));
      if (!has_attribute (self, element, "/BBox"))
        wijk_pdf_check_report (check, _ ("A picture does not say where it stands."));
    }
  else if (strcmp (type, "TH") == 0 && !has_attribute (self, element, "/Scope"))
    wijk_pdf_check_report (check, _ ("A head of a table does not say what it heads."));
  else if (strcmp (type, "L") == 0 && !has_attribute (self, element, "/ListNumbering"))
    wijk_pdf_check_report (check, _ ("A list does not say how it is numbered."));
  else if (strcmp (type, "Note") == 0)
    {
      qpdf_oh id = wijk_pdf_check_get (check, element, "/ID");
      const char *text =
          qpdf_oh_is_string (check->pdf, id) ? qpdf_oh_get_utf8_value (check->pdf, id) : "";

      if (!*text || !g_hash_table_add (check->ids, g_strdup (text)))
        wijk_pdf_check_report (check, _ ("A note has no name of its own."));
    }
}

static void
take_mark (Tree *self, qpdf_oh page, int mark)
{
  int object = qpdf_oh_get_object_id (self->check->pdf, page);

  g_hash_table_add (self->check->marks, g_strdup_printf ("%d/%d", object, mark));
}

/* A child that is no element: a number of marked content, or a reference to it or to a link.
 * Returns whether it is content. */
static gboolean
take_content (Tree *self, qpdf_oh child, qpdf_oh page, const char *type)
{
  qpdf_data pdf = self->check->pdf;
  qpdf_oh own = wijk_pdf_check_get (self->check, child, "/Pg");

  if (qpdf_oh_is_integer (pdf, child))
    take_mark (self, page, qpdf_oh_get_int_value_as_int (pdf, child));
  else if (qpdf_oh_is_dictionary (pdf, child) && qpdf_oh_has_key (pdf, child, "/MCID"))
    take_mark (self,
               qpdf_oh_is_dictionary (pdf, own) ? own : page,
               qpdf_oh_get_int_value_as_int (pdf, qpdf_oh_get_key (pdf, child, "/MCID")));
  else if (qpdf_oh_is_dictionary (pdf, child) && qpdf_oh_has_key (pdf, child, "/Obj"))
    {
      if (strcmp (type, "Link") == 0)
        self->check->n_links++;
      return FALSE;
    }
  else
    return FALSE;
  return TRUE;
}

static gboolean
take_child (Tree *self, qpdf_oh element, qpdf_oh child, Parent *own, int depth)
{
  qpdf_data pdf = self->check->pdf;

  if (qpdf_oh_is_dictionary (pdf, child) && qpdf_oh_has_key (pdf, child, "/S"))
    {
      take_element (self, child, own, depth + 1);
      return TRUE;
    }
  return take_content (self, child, wijk_pdf_check_get (self->check, element, "/Pg"), own->type);
}

/* Returns how many children have something to say. */
static int
take_children (Tree *self, qpdf_oh element, Parent *own, int depth)
{
  qpdf_data pdf = self->check->pdf;
  qpdf_oh children = wijk_pdf_check_get (self->check, element, "/K");
  int n = 0;

  if (!qpdf_oh_is_array (pdf, children))
    return take_child (self, element, children, own, depth);
  for (int i = 0; i < qpdf_oh_get_array_n_items (pdf, children); i++)
    n += take_child (self, element, qpdf_oh_get_array_item (pdf, children, i), own, depth);
  return n;
}

/* Rows of one table have equally many cells; head and body share the count. */
static void
check_row (Tree *self, Parent *parent, int n)
{
  if (parent->n_cells != 0 && parent->n_cells != n)
    wijk_pdf_check_report (
        self->check, _ ("A row of a table has %d cells, another %d."), n, parent->n_cells);
  parent->n_cells = n;
}

static gboolean
may_be_empty (const char *type)
{
  return strcmp (type, "TD") == 0 || strcmp (type, "TH") == 0;
}

static void
take_element (Tree *self, qpdf_oh element, Parent *parent, int depth)
{
  const char *type = find_type (wijk_pdf_check_name (self->check, element, "/S"));
  Parent own = { type, 0 };
  int n;

  if (!type || depth > MAX_DEPTH)
    {
      wijk_pdf_check_report (self->check, _ ("The structure has an element of an unknown kind."));
      return;
    }
  if (!wijk_pdf_check_meet (self->check, element))
    return;
  if (strcmp (type, "THead") == 0 || strcmp (type, "TBody") == 0)
    own.n_cells = parent->n_cells;
  check_place (self, type, parent->type);
  check_element (self, element, type);
  n = take_children (self, element, &own, depth);
  if (n == 0 && !may_be_empty (type))
    wijk_pdf_check_report (self->check, _ ("An element %s is empty."), type);
  if (strcmp (type, "TR") == 0)
    check_row (self, parent, n);
  else if (strcmp (type, "THead") == 0 || strcmp (type, "TBody") == 0)
    parent->n_cells = own.n_cells;
}

static void
check_id_tree (Tree *self, qpdf_oh tree)
{
  qpdf_data pdf = self->check->pdf;
  qpdf_oh kids =
      wijk_pdf_check_get (self->check, wijk_pdf_check_get (self->check, tree, "/IDTree"), "/Kids");
  qpdf_oh names;
  g_autofree char *last = NULL;

  if (g_hash_table_size (self->check->ids) == 0)
    return;
  if (!qpdf_oh_is_array (pdf, kids))
    {
      wijk_pdf_check_report (self->check, _ ("The names of elements are not listed."));
      return;
    }
  names = wijk_pdf_check_get (self->check, qpdf_oh_get_array_item (pdf, kids, 0), "/Names");
  for (int i = 0; i < qpdf_oh_get_array_n_items (pdf, names); i += 2)
    {
      const char *name = qpdf_oh_get_utf8_value (pdf, qpdf_oh_get_array_item (pdf, names, i));

      if (last && strcmp (last, name) >= 0)
        wijk_pdf_check_report (self->check, _ ("The names of elements are not sorted."));
      g_free (last);
      last = g_strdup (name);
    }
}

void
wijk_pdf_check_tree (WijkPdfCheck *check, qpdf_oh root)
{
  Tree self = { .check = check };
  Parent top = { "", 0 };
  qpdf_oh tree = wijk_pdf_check_get (check, root, "/StructTreeRoot");

  if (!qpdf_oh_is_dictionary (check->pdf, tree))
    {
      wijk_pdf_check_report (check, _ ("The document has no structure."));
      return;
    }
  take_children (&self, tree, &top, 0);
  if (self.level == 0)
    wijk_pdf_check_report (check, _ ("The document has no heading."));
  check_id_tree (&self, tree);
}
