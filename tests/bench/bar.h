/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <stdio.h>

/* Prints a figure with the bar that it has to hold; bench.py decides, for a bar in milliseconds
 * after dividing by how slow the machine is at this moment. */
static inline void
print_bar (const char *what, double value, const char *unit, double bar)
{
  printf ("bar\t%s\t%.3f\t%s\t%.2f\n", what, value, unit, bar);
}
