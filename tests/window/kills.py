"""Kills the real window while someone types in it, again and again: kills.py PROGRAM [N]

Acknowledged is what was typed more than a second before the kill, or what stood there when the
header said that all is saved. Every acknowledged word must be on disk."""
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import random
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from driver import Atspi, GLib, Program, State, has, text_of, wait  # noqa: E402

program = os.path.abspath(sys.argv[1])
n_kills = int(os.environ.get("WIJKPLAN_KILLS", sys.argv[2] if len(sys.argv) > 2 else "12"))
random.seed(int(os.environ.get("WIJKPLAN_SEED", "20261123")))
home = tempfile.mkdtemp(prefix="wijkplan-kills-")
print("1..1")


def verb(*args):
    import subprocess
    env = dict(os.environ, XDG_DATA_HOME=home, LC_ALL="C.UTF-8")
    return subprocess.run([program, *args], env=env, check=True, capture_output=True, text=True).stdout.strip()


plan = verb("new", "--kind", "wijkplan", "--area", "Stevenshof")
first = json.loads(verb("show", plan, "--json"))["sections"][0]
bundle = verb("export", plan, "--internal", "--to", home)


def stored():
    return json.loads(verb("show", plan, "--json"))["sections"][0].get("text", "").replace("&#32;", " ")


def open_text(p):
    window = p.window(lambda name: "Stevenshof" in name, seconds=30)
    row = p.find("list item", lambda name: first["title"] in name and name.startswith("1 "), within=window)
    p.click(row)
    return wait(lambda: next((n for n in p.all("text", within=window)
                              if has(n, State.MULTI_LINE, State.EDITABLE)), None), "the text of the chapter")


def says_saved(p):
    return next(p.all(None, "Saved"), None) is not None


acknowledged, typed, lost = [], 0, []
for kill in range(n_kills):
    p = Program(program, bundle, home=home, lang="C.UTF-8")
    text = open_text(p)
    entered = []  # (moment, word)
    stop_at = time.monotonic() + random.uniform(0.05, 2.5)
    i = 0
    while time.monotonic() < stop_at:
        word = f"k{kill}w{i}"
        i += 1
        length = Atspi.Text.get_character_count(text)
        Atspi.EditableText.insert_text(text, length, word + " ", len(word) + 1)
        entered.append((time.monotonic(), word))
        if random.random() < 0.3:
            try:
                if says_saved(p):
                    acknowledged += [w for _, w in entered if w not in acknowledged]
            except GLib.Error:
                pass
        time.sleep(random.uniform(0.0, 0.15))
    killed_at = time.monotonic()
    p.kill()
    p.log.close()
    typed += len(entered)
    acknowledged += [w for t, w in entered if t < killed_at - 1.0 and w not in acknowledged]
    words = set(stored().split())
    missing = [w for w in acknowledged if w not in words]
    if missing:
        lost.append((kill, missing[:5]))
        break

print(f"# {n_kills} kills, {typed} words typed, {len(acknowledged)} acknowledged, {len(lost)} lost")
if lost or not acknowledged:
    print("not ok 1 - nothing acknowledged is lost #", lost)
    sys.exit(1)
print("ok 1 - nothing acknowledged is lost")
