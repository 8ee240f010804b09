"""The register, commitments and cleaning up in the real window: people.py PROGRAM"""
# SPDX-License-Identifier: GPL-3.0-or-later
import glob
import json
import os
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from driver import Program, Tests, wait  # noqa: E402

program = os.path.abspath(sys.argv[1])
test = Tests()
p = Program(program, lang="C.UTF-8")
plan = p.run("new", "--kind", "wijkplan", "--area", "Merenwijk", "--example")
NAME = "Fatima El Amrani"


def window():
    return p.window(lambda name: "Merenwijk" in name, seconds=20)


def state():
    return json.loads(p.run("show", plan, "--json"))


def person(start):
    return p.find("list item", lambda n: n.startswith(start), within=window())


def registered():
    return next((s for s in state()["stakeholders"] if s.get("name") == NAME), None)


def bytes_of_plan():
    return b"".join(open(path, "rb").read() for path in glob.glob(f"{p.home}/wijkplan/plans/*/plan.db*"))


@test
def somebody_is_added_to_the_register():
    p.click(p.find("list item", lambda n: "Merenwijk" in n))
    p.keys("Return")
    p.raise_window(window())
    p.click(p.find("list item", lambda n: n.startswith("Input"), within=window()))
    p.click(p.find("page tab", "Register", within=window()))
    p.click(p.find("text", "Name of a new person or organisation", within=window()))
    p.type(NAME)
    p.keys("Return")
    person(NAME)
    assert not p.nameless(window()), p.nameless(window())
    wait(lambda: registered() and registered()["kind"] == "persoon", "the person on disk")


@test
def a_commitment_is_added_and_is_in_the_list_of_all():
    p.raise_window(window())
    p.xdo("mousemove", "1000", "600", "click", "--repeat", "20", "5") # down to the end of the form
    time.sleep(0.8)
    p.click(p.find("button", "Add a Commitment", within=window()))
    p.find("text", "What was promised", within=window())
    time.sleep(0.5)
    p.type("Lantaarns nalopen")
    p.click(p.find("radio button", lambda n: n.startswith("Commitments"), within=window()))
    p.find("list item", lambda n: n.startswith("Lantaarns nalopen, " + NAME), within=window())
    p.click(p.find("radio button", "Who", within=window()))


@test
def cleaning_up_shows_what_goes_and_takes_it_away():
    with tempfile.TemporaryDirectory() as folder:
        p.run("export", plan, "--to", folder, "--internal")
        p.run("set", plan, registered()["id"], "keep-until=2020-01-01")
        p.press("button", "Clean Up…", within=window())
        p.find("check box", lambda n: n.endswith("name"), within=window())
        assert not p.nameless(window()), p.nameless(window())
        p.press("button", "Clean Up for Good", within=window())
        p.find(None, "Cleaned Up", within=window())
        p.find(None, lambda n: n.endswith(".wijkplan"), within=window())
    p.keys("Escape")
    person("Name removed")
    assert NAME.encode() not in bytes_of_plan()
    assert "Lantaarns nalopen" in json.dumps(state())


@test
def undo_does_not_bring_it_back():
    for _ in range(4):
        p.keys("ctrl+z")
        time.sleep(0.4)
    assert NAME not in json.dumps(state())
    assert NAME.encode() not in bytes_of_plan()


@test
def who_was_heard_is_told_in_words_and_small_groups_are_not():
    for code, n in zip(range(7), (2400, 3000, 1500, 6900, 900, 2100, 1800)):
        p.run("add", plan, "population", f"area-code=BU054608{code:02d}", f"count={n}", "date=2025-01-01")
    p.click(p.find("page tab", "Reach", within=window()))
    p.find(None, lambda n: "% of the input" in n and "% live there" in n, within=window(), seconds=20)
    shown = p.find("image", lambda n: "fewer than 5" in n, within=window()).get_name()
    assert "Slaaghwijk: " in shown, shown
    assert not p.nameless(window()), p.nameless(window())


@test
def what_looks_personal_is_removed_with_one_key_before_a_version():
    section = state()["sections"][0]["id"]
    p.run("set", plan, section, "text=Bel 06-12345678 voor hulp.")
    p.click(p.find("list item", lambda n: n.startswith("Versions"), within=window()))
    p.press("button", "Version", within=window())
    row = p.find("list item", lambda n: "looks like personal data" in n, within=window())
    time.sleep(1)  # the dialog comes up
    p.click(row)
    p.press("button", "Remove 06-12345678", within=window())
    p.find(None, "Nothing Found", within=window())
    wait(lambda: state()["sections"][0]["text"] == "Bel [telefoonnummer verwijderd] voor hulp.", "the removal")
    p.press("button", "Clean Up…", within=window())
    p.press("button", "Clean Up for Good", within=window())
    p.find(None, "Cleaned Up", within=window())
    assert b"06-12345678" not in bytes_of_plan()
    assert state()["sections"][0]["text"] == "Bel [telefoonnummer verwijderd] voor hulp."


@test
def nothing_was_complained_about():
    assert not p.warnings(), p.warnings()


p.close()
test.end()
