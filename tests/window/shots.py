"""Walks through the program and keeps a picture of each screen: shots.py PROGRAM FOLDER SIZE STYLE"""
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from driver import Program, Waited, has, shot, State  # noqa: E402

program, folder, size, style = sys.argv[1:5]
narrow = int(size.split("x")[0]) < 640
env = {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark" if style == "dark" else "prefer-light"}
n = 0


def keep(name):
    global n
    n += 1
    time.sleep(0.8)
    shot(os.path.join(folder, f"{size}-{style}-{n:02d}-{name}.png"))


def fill(p):
    """The window to the whole screen, as a phone or a maximised laptop shows it."""
    for window in p.xdo("search", "--onlyvisible", "--pid", str(p.process.pid)).split():
        width, height = size.split("x")
        p.xdo("windowmove", window, "0", "0", "windowsize", "--sync", window, width, height)


p = Program(program, env=env)
try:
    p.find("button", "Nieuw plan")
    fill(p)
    keep("plannen-leeg")
    p.press("button", "Nieuw plan")
    p.find("dialog")
    keep("nieuw-plan")
    p.keys("Escape")
    time.sleep(0.5)
    p.press("button", "Voorbeeld openen")
    window = p.window(lambda name: "Merenwijk" in name, seconds=20)
    p.raise_window(window)
    fill(p)
    areas = ["Overzicht", "Inbreng", "Prioriteiten", "Bronnen", "Versies en export", "1 Samenvatting", "2.1 "]
    for area in areas:
        if narrow and area != areas[0]:
            p.press("button", "Terug", within=window)
            time.sleep(0.6)
        row = p.find("list item", lambda name, a=area: name.startswith(a), within=window)
        p.click(row)
        keep(area.strip().lower().replace(" ", "-"))
finally:
    said = p.warnings()
    p.close()
if said:
    print("\n".join(said), file=sys.stderr)
    sys.exit(1)
