"""Reports in the real window: reports.py PROGRAM"""
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from driver import Program, State, Tests, has, wait  # noqa: E402

program = os.path.abspath(sys.argv[1])
test = Tests()
p = Program(program, lang="C.UTF-8")
plan = p.run("new", "--kind", "wijkplan", "--area", "Merenwijk", "--example")
out = tempfile.mkdtemp(prefix="wijkplan-reports-")
BUTTON = ("button", "push button")


def window():
    return p.window(lambda name: "Merenwijk" in name, seconds=20)


def dialog():
    return p.find("dialog", "Reports")


def open_dialog():
    p.press(BUTTON, "Reports", within=window())
    return dialog()


def choose(kind):
    p.click(p.find("radio button", kind, within=dialog()))


def save_as(name):
    """In the toolkit's own chooser, which takes a whole path."""
    path = os.path.join(out, name)
    p.press(BUTTON, "Save…", within=dialog())
    chooser = p.find("dialog", "Save the Report")
    shown = p.xdo("search", "--onlyvisible", "--pid", str(p.process.pid), "--name", "^Save the Report$").split()[-1]
    p.xdo("windowraise", shown)
    p.xdo("windowfocus", "--sync", shown)
    time.sleep(0.5)
    # all at once: the chooser completes what is typed, and at that speed it complains about itself
    p.write(p.find(("text", "entry"), within=chooser), path)
    time.sleep(0.5)
    p.keys("Return")
    wait(lambda: os.path.exists(path), path, 30)
    p.find(None, lambda n: n == f"Saved “{name}”", seconds=15)
    return open(path, "rb").read()


@test
def the_dialog_has_names_and_asks_what_the_kind_needs():
    p.click(p.find("list item", lambda n: "Merenwijk" in n))
    p.keys("Return")
    p.raise_window(window())
    p.click(p.find("list item", lambda n: n.startswith("Versions"), within=window()))
    open_dialog()
    assert not p.nameless(dialog()), p.nameless(dialog())
    save = p.find(BUTTON, "Save…", within=dialog())
    assert has(save, State.SENSITIVE)
    for kind, obstacle in (("Reaction cards", "Choose the session"), ("Dot sheets", "There is no vote yet")):
        choose(kind)
        p.find("label", lambda n, o=obstacle: n.startswith(o), within=dialog())
        assert not has(save, State.SENSITIVE), kind
    choose("Codebook")
    wait(lambda: has(save, State.SENSITIVE), "that the codebook can be made")
    assert not list(p.all("list item", lambda n: n.startswith("Grouped by"), within=dialog()))


@test
def a_codebook_and_a_note_of_replies_are_saved():
    assert save_as("boek.qdc").startswith(b"<?xml")
    p.raise_window(window())
    open_dialog()
    assert save_as("nota.pdf").startswith(b"%PDF-1.7")


@test
def it_opens_from_the_menu_of_the_input_and_closes_by_the_keyboard():
    p.raise_window(window())
    p.click(p.find("list item", lambda n: n.startswith("Input"), within=window()))
    p.press("toggle button", "More for the input", within=window())
    time.sleep(0.5)
    p.keys("r")
    dialog()
    p.keys("Escape")
    wait(lambda: not list(p.all("dialog", "Reports")), "that the dialog closes")


said = p.warnings()
p.close()


@test
def nothing_was_complained_about():
    assert not said, said


test.end()
