"""Writes the areas of gebieden-2025.json as a C table: area-table.py GEOJSON TABLE.h

A district's outline is the union of its neighbourhoods: every edge that another neighbourhood of
the district has in the other direction is dropped. The district polygons of the source were
simplified by themselves and do not fit the mesh of the neighbourhoods.
"""
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import re
import sys

LEVELS = {"wijk": "WIJK_AREA_DISTRICT", "buurt": "WIJK_AREA_NEIGHBOURHOOD"}


def union(rings):
    """The one closed ring around a gapless mesh of closed rings that all turn the same way."""
    edges = [edge for ring in rings for edge in zip(ring, ring[1:])]
    inner = set(edges)
    onward = {start: end for start, end in edges if (end, start) not in inner}
    first = min(onward)
    ring = [first]
    while ring[-1] in onward:
        ring.append(onward.pop(ring[-1]))
    if onward or ring[-1] != first:
        raise SystemExit(f"area-table: no single outline through {first}")
    return ring


def read_areas(path):
    with open(path, encoding="utf-8") as file:
        features = json.load(file)["features"]
    areas = []
    for feature in features:
        area = feature["properties"]
        shape = feature["geometry"]
        if not re.fullmatch(r"WK\d{6}|BU\d{8}", area["code"]):
            raise SystemExit(f"area-table: {area['code']} is not a code")
        if shape["type"] != "Polygon" or len(shape["coordinates"]) != 1:
            raise SystemExit(f"area-table: {area['code']} is not one ring")
        area["ring"] = [tuple(point) for point in shape["coordinates"][0]]
        areas.append(area)
    for district in areas:
        if district["niveau"] == "wijk":
            district["ring"] = union(
                [part["ring"] for part in areas if part.get("wijk") == district["code"]])
    return areas


def write_table(areas, out):
    years = {area["jrcode"][:4] for area in areas}
    if len(years) != 1:
        raise SystemExit(f"area-table: more than one year: {sorted(years)}")
    out.write("/* Made from gebieden-2025.json by area-table.py. */\n\n")
    for area in areas:
        points = ", ".join(f"{{ {x}, {y} }}" for x, y in area["ring"])
        out.write(f"static const WijkAreaPoint {area['code']}[] = {{ {points} }};\n")
    out.write(f'\n#define AREA_YEAR "{years.pop()}"\n\nstatic const WijkArea areas[] = {{\n')
    for area in areas:
        parent = f'"{area["wijk"]}"' if "wijk" in area else "NULL"
        level = LEVELS[area["niveau"]]
        out.write(f'  {{ {level}, "{area["code"]}", "{area["jrcode"]}", "{area["naam"]}", '
                  f'{parent}, {area["code"]}, {len(area["ring"])} }},\n')
    out.write("};\n")


with open(sys.argv[2], "w", encoding="utf-8") as table:
    write_table(read_areas(sys.argv[1]), table)
