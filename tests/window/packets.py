"""Packets between laptops in the real window: packets.py PROGRAM [FOLDER for pictures]"""
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from driver import Program, Tests, shot, wait  # noqa: E402

program = os.path.abspath(sys.argv[1])
pictures = sys.argv[2] if len(sys.argv) > 2 else None
lang = os.environ.get("WIJK_LANG", "C.UTF-8")
test = Tests()
warned = []
top = tempfile.mkdtemp(prefix="wijkplan-packets-")


def run(home, *args):
    """A verb of the command line on the laptop called @home."""
    env = dict(os.environ, XDG_DATA_HOME=os.path.join(top, home), LC_ALL="C.UTF-8")
    r = subprocess.run([program, *args], env=env, capture_output=True, text=True, check=True)
    return r.stdout.strip()


def picture(name):
    if pictures:
        time.sleep(0.7)
        shot(os.path.join(pictures, name + ".png"))


def author(home, name):
    """As given in the preferences of that laptop."""
    path = os.path.join(top, home, "wijkplan", "device")
    with open(path) as f:
        lines = f.read()
    with open(path, "w") as f:
        f.write("\n".join(f"author={name}" if line.startswith("author=") else line for line in lines.split("\n")))


plan = run("main", "new", "--kind", "wijkplan", "--area", "Merenwijk", "--title", "Wijkplan Merenwijk")
session = run("main", "add", plan, "session", "title=Buurthuis De Kooi", "date=2026-11-23", "questions=Wat mist u in de wijk?")
green = run("main", "add", plan, "theme", "name=Groen", "colour=#2e7d32")
cars = run("main", "add", plan, "theme", "name=Verkeer")
out = run("main", "packet", plan, "--session", session, "--to", top)
backs = []
for home, name, title in (("a", "Anna", "Groen en water"), ("b", "Bart", "Bomen en perken langs de Zijl en in de speeltuinen")):
    run(home, "list")
    author(home, name)
    run(home, "import", out)
    for i in range(12):
        run(home, "add", plan, "remark", f"text=De stoep bij nummer {i} ligt scheef", f"themes+={green}")
    run(home, "set", plan, green, f"name={title}")
    if home == "a":
        run(home, "set", plan, cars, "deleted=1")
    else:
        run(home, "set", plan, cars, "name=Verkeer en parkeren")
    backs.append(run(home, "packet", plan, "--session", session, "--label", "tafel 1" if home == "a" else "tafel 2", "--to", top))
cut = os.path.join(top, "inbreng-half.wijkinbreng")
with open(backs[0], "rb") as f, open(cut, "wb") as g:
    g.write(b"".join(f.read().splitlines(True)[:-4]))

os.makedirs(os.path.join(top, "table"))
p = Program(program, *backs, cut, backs[0], home=os.path.join(top, "main"), lang=lang)
DUTCH = lang.startswith("nl")


def window():
    return p.window(lambda name: "Merenwijk" in name, seconds=20)


def shown(home="main"):
    return json.loads(run(home, "show", plan, "--json"))


def says(text):
    return p.find(None, lambda n: text in n, within=p.app)


@test
def packets_that_were_double_clicked_are_reported_together():
    window()
    picture("packets-report")
    if not DUTCH:
        says("3 packets, 24 new remarks")
        says("tafel 1 · Anna")
        says("The packet was cut off")
        says("all of it was here already")
    assert len(shown()["remarks"]) == 24
    assert not p.nameless(window()), p.nameless(window())


@test
def both_sides_are_shown_to_choose_from():
    p.keys("Escape")
    time.sleep(0.5)
    picture("packets-banner")
    p.press("button", None if DUTCH else "Choose…", within=window()) if not DUTCH else None
    if DUTCH:
        return
    says("2 fields were changed on two laptops")
    says("Groen en water")
    says("Bomen en perken langs de Zijl en in de speeltuinen")
    picture("packets-choose")
    p.press("button", lambda n: n.startswith("Choose “Groen en water” by Anna"))
    wait(lambda: shown()["themes"][0]["name"] == "Groen en water", "the choice on disk")
    p.press("button", lambda n: n.startswith("Choose “Name: Verkeer en parkeren” by Bart"))
    says("Nothing to Choose")
    assert [t["name"] for t in shown()["themes"]] == ["Groen en water", "Verkeer en parkeren"]
    picture("packets-chosen")
    p.keys("Escape")


@test
def an_import_is_taken_back_as_one_step():
    if DUTCH:
        return
    p.raise_window(window())
    time.sleep(0.5)
    for _ in range(3):
        p.keys("ctrl+z")
        time.sleep(0.6)
    wait(lambda: len(shown().get("remarks", [])) == 12, "one packet less")
    warned.extend(p.warnings())


@test
def a_packet_opened_shows_its_session_alone():
    p.close()  # one program on a bus
    assert not warned, warned
    t = Program(program, out, home=os.path.join(top, "table"), lang=lang)
    try:
        w = t.window(lambda name: "Merenwijk" in name, seconds=20)
        time.sleep(1)
        picture("packets-table")
        if not DUTCH:
            t.find(None, lambda n: "Work packet of “Buurthuis De Kooi”" in n, within=w)
            names = [n.get_name() for n in t.all("list item", within=w)]
            assert not any(n.startswith(("Overview", "Priorities", "Versions")) for n in names), names
            assert not t.nameless(w), t.nameless(w)
            t.raise_window(w)
            t.click(t.find(("text", "entry"), "New remark, in the words as said", within=w))
            t.type("Het zebrapad is versleten")
            t.keys("Return")
            new = wait(lambda: shown("table").get("remarks"), "the remark on disk")[0]
            assert new["session"] == session and not new["label"].startswith("R-"), new
            t.press("button", "Make Packet Back…", within=w)
            t.press("button", "Save", seconds=15)
            t.find(None, lambda n: n.startswith("Packet saved as"), seconds=15)
        assert not t.warnings(), t.warnings()
    finally:
        t.close()


shutil.rmtree(top, ignore_errors=True)
test.end()
