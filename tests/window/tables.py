"""Tables and lists are imported in the real window: tables.py PROGRAM"""
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from driver import Atspi, Program, Tests, shot, wait  # noqa: E402

program = os.path.abspath(sys.argv[1])
shots = sys.argv[2] if len(sys.argv) > 2 else None
test = Tests()
p = Program(program, lang=os.environ.get("TABLES_LANG", "C.UTF-8"))
plan = p.run("new", "--kind", "wijkplan", "--area", "Merenwijk")

SURVEY = """Ingevuld op	Wat vindt u van de wijk?	Buurt	Onderwerp	Naam	E-mailadres	Toestemming
1-10-2026	Het is er 's avonds te donker bij het station	Slaaghwijk	Veiligheid	Ria Jansen	ria@example.nl	contact
2-10-2026	Meer bomen op het plein	Merenwijk	Groen	Jan de Wit	jan@example.nl	nee
2-10-2026	Te hard op de Gooimeerlaan	Leedewijk	Verkeer			
2-10-2026	Meer bomen op het plein	Merenwijk	Groen			
"""


def window():
    return p.window(lambda name: "Merenwijk" in name, seconds=20)


def remarks():
    return json.loads(p.run("show", plan, "--json")).get("remarks", [])


def picture(name):
    if shots:
        time.sleep(1)
        shot(os.path.join(shots, name + ".png"))


CLIPBOARD = """
import sys, gi
gi.require_version("Gdk", "4.0")
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, GLib, Gtk
Gtk.init()
Gdk.Display.get_default().get_clipboard().set(sys.stdin.read())
print("set", flush=True)
GLib.MainLoop().run()
"""


def paste(text):
    """Copies @text in another program, and pastes it."""
    copying = subprocess.Popen([sys.executable, "-c", CLIPBOARD], env=p.env, text=True,
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    copying.stdin.write(text)
    copying.stdin.close()
    copying.stdout.readline()
    time.sleep(0.3)
    p.press("button", "Paste", within=window())
    try:
        p.find("label", "What Comes of It", within=window())
    finally:
        copying.terminate()
        copying.wait()


def choose_in_menu(letter):
    """The entries of a menu are not on the accessibility bus here; their underlined letters do it."""
    p.raise_window(window())
    p.press("toggle button", "More for the input", within=window())
    time.sleep(0.7)
    p.keys(letter)


def open_dialog():
    choose_in_menu("t")
    p.find("button", "Choose a File…", within=window())


@test
def a_survey_is_shown_with_what_its_columns_may_hold():
    p.click(p.find("list item", lambda n: "Merenwijk" in n))
    p.keys("Return")
    p.raise_window(window())
    p.click(p.find("list item", lambda n: n.startswith("Input"), within=window()))
    open_dialog()
    picture("start")
    paste(SURVEY)
    p.find(None, "1 thing is wrong in the table", within=window())
    assert not p.nameless(window()), p.nameless(window())
    picture("survey")
    p.find(None, lambda n: n.startswith("Row 4, column "), within=window())
    assert not remarks()


@test
def a_column_that_is_wrong_can_be_left_out():
    p.click(p.find("combo box", "Buurt", within=window()))
    time.sleep(0.5)
    p.keys("Home", "Return")
    p.find("button", "Import 3 Remarks", within=window())
    assert not list(p.all(None, "1 thing is wrong in the table", within=window()))


@test
def it_is_imported_in_one_step_that_can_be_undone():
    p.press("button", "Import 3 Remarks", within=window())
    p.find(None, "3 remarks were imported", within=window())
    picture("imported")
    p.press("button", "Undo", within=window())
    wait(lambda: not remarks(), "undo")
    p.keys("ctrl+shift+z")
    said = wait(remarks, "redo")
    assert len(said) == 3 and {r["date"] for r in said} == {"2026-10-01", "2026-10-02"}, said
    people = json.loads(p.run("show", plan, "--json"))["stakeholders"]
    assert [s["name"] for s in people] == ["Ria Jansen"], people


@test
def a_pasted_list_is_a_remark_on_each_line():
    open_dialog()
    paste("Opbrengst:\n- Te weinig banken\n- Een speeltuin voor\n  kleine kinderen\n1. Meer groen\n")
    p.find("button", "Import 4 Remarks", within=window())
    picture("list")
    p.keys("Escape")


@test
def it_fits_a_narrow_window_and_goes_by_keyboard():
    p.xdo("windowsize", "--sync", p.raise_window(window()), "360", "640")
    time.sleep(1)
    open_dialog()
    paste(SURVEY)
    picture("narrow")
    dialog = p.find("label", "What Was Pasted", within=window())
    box = Atspi.Component.get_extents(dialog, Atspi.CoordType.WINDOW)
    assert 0 <= box.x and box.x + box.width <= 360, (box.x, box.width)
    p.press("button", "Another file", within=window())
    p.find("button", "Choose a File…", within=window())
    p.keys("Escape")


@test
def a_form_is_asked_for():
    p.run("add", plan, "session", "title=Avond in De Spil", "tables=3")
    p.xdo("windowsize", "--sync", p.raise_window(window()), "1200", "800")
    time.sleep(1)
    choose_in_menu("f")
    p.find(None, "Forms to Fill In", within=window())
    p.find("spin button", "Tables", within=window())
    assert not p.nameless(window()), p.nameless(window())
    picture("form")
    p.keys("Escape")


@test
def nothing_was_warned_of():
    assert not p.warnings(), p.warnings()


p.close()
test.end()
