"""Sources and versions in the real window: papers.py PROGRAM"""
# SPDX-License-Identifier: GPL-3.0-or-later
import glob
import json
import os
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from driver import Program, State, Tests, has, wait  # noqa: E402

program = os.path.abspath(sys.argv[1])
test = Tests()
p = Program(program, lang="C.UTF-8")
plan = p.run("new", "--kind", "wijkplan", "--area", "Merenwijk", "--example")


def state():
    return json.loads(p.run("show", plan, "--json"))


def area(name):
    return p.click(p.find("list item", lambda n: n.startswith(name), within=window()))


def window():
    return p.window(lambda name: "Merenwijk" in name, seconds=20)


def open_source(title):
    area("Sources")
    p.raise_window(window())
    return p.click(p.find("list item", lambda n: title in n, within=p.find("list", "Sources", within=window())))


def show_a_page(words):
    """The page in sight that says @words to assistive technology."""
    return p.find(None, lambda name: (name or "").startswith("Page 1, "), within=window()) and wait(
        lambda: next((n for n in p.all(within=window()) if words in (n.get_description() or "")), None), words)


@test
def the_plan_opens():
    row = p.find("list item", lambda n: "Merenwijk" in n)
    p.click(row)
    p.keys("Return")
    window()


@test
def a_source_shows_its_pages_and_says_their_text():
    open_source("Verslag wijkschouw")
    page = show_a_page("De route in acht stops")
    assert not p.nameless(window()), p.nameless(window())
    assert page.get_name() == "Page 1, 1 of 2", page.get_name()


@test
def words_are_found_in_it():
    p.raise_window(window())
    p.keys("ctrl+f")
    p.find(None, "Find in this PDF", within=window())
    p.type("fietspad")
    p.find("label", lambda name: name.startswith("1 of "), within=window())
    p.keys("Escape")


@test
def a_missing_file_is_a_state_of_its_own():
    area("Overview")
    digest = next(s["sha256"] for s in state()["sources"] if s["title"].startswith("Groenkaart"))
    copy, = glob.glob(os.path.join(p.home, "wijkplan/plans/*/sources", digest + ".pdf"))
    os.rename(copy, copy + ".away")
    area("Sources")
    p.press("button", "Back", within=window())
    time.sleep(0.5)
    open_source("Groenkaart")
    p.find("button", "Link Again…", within=window())
    os.rename(copy + ".away", copy)


@test
def a_version_is_made_in_the_dialog():
    area("Versions")
    p.press("button", "Version", within=window())
    dialog = p.find("dialog", "Make a Version")
    assert not p.nameless(dialog), p.nameless(dialog)
    name = next(n for n in p.all(within=dialog) if n.get_name() == "Name of the version" and has(n, State.EDITABLE))
    p.write(name, "Voor de klankbordgroep")
    p.press("button", "Make Version", within=dialog)
    p.find("button", "Read", within=window(), seconds=30)
    versions = state()["versions"]
    assert [(v["number"], v["label"], v["status"]) for v in versions] == [(1, "Voor de klankbordgroep", "concept")], versions


@test
def its_pdf_is_read_inside():
    p.press("button", "Read", within=window())
    show_a_page("Wijkplan Merenwijk")


@test
def nothing_was_said_on_stderr():
    assert not p.warnings(), p.warnings()


p.close()
test.end()
