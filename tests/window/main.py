"""The main job in the real windows, as a person and as assistive technology meet it: main.py PROGRAM"""
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from driver import Atspi, Program, State, Tests, has, text_of, wait  # noqa: E402

program = os.path.abspath(sys.argv[1])
test = Tests()
p = Program(program, lang="C.UTF-8")
plan = None


def area(window, name):
    return p.click(p.find("list item", lambda n: n.startswith(name), within=window))


def plan_window():
    return p.window(lambda name: "Stevenshof" in name, seconds=20)


def state():
    return json.loads(p.run("show", plan, "--json"))


def only_plan():
    return json.loads(p.run("list", "--json"))[0]["id"]


@test
def it_opens_on_plans_and_the_map_has_names():
    p.find("button", "New Plan")
    districts = [n.get_name() for n in p.all("toggle button", lambda name: name.endswith("no plan yet"))]
    assert len(districts) == 10, districts
    assert not p.nameless(), p.nameless()


@test
def a_plan_is_made_in_the_dialog():
    global plan
    p.press("button", "New Plan")
    dialog = p.find("dialog")
    district = p.find("toggle button", lambda name: name.startswith("Stevenshof"), within=dialog)
    Atspi.Action.do_action(district, 0)
    assert not p.nameless(dialog), p.nameless(dialog)
    p.press("button", "Create", within=dialog)
    plan_window()
    plan = only_plan()
    assert state()["area-codes"] == ["WK054609"]


@test
def every_area_has_names_for_all_that_takes_the_focus():
    window = plan_window()
    for name in ("Overview", "Input", "Priorities", "Sources", "Versions", "1 ", "2.1"):
        area(window, name)
        time.sleep(0.3)
        assert not p.nameless(window), (name, p.nameless(window))


@test
def text_is_typed_saved_and_undone():
    window = plan_window()
    area(window, "1 ")
    text = wait(lambda: next((n for n in p.all("text", within=window)
                              if has(n, State.MULTI_LINE, State.EDITABLE)), None), "the text")
    Atspi.EditableText.insert_text(text, 0, "Meer groen", 10)
    p.find(None, "Saved", seconds=5)
    wait(lambda: state()["sections"][0].get("text", "").strip() == "Meer groen", "the text on disk", 3)
    p.raise_window(window)
    p.keys("ctrl+z")
    wait(lambda: not text_of(text).strip(), "the undone text", 5)
    wait(lambda: "text" not in state()["sections"][0], "the undone text on disk", 3)


@test
def what_the_command_line_writes_shows_within_two_seconds():
    window = plan_window()
    area(window, "Input")
    p.run("add", plan, "remark", "text=Van de opdrachtregel")
    p.find(None, lambda name: "Van de opdrachtregel" in (name or ""), within=window, seconds=2)


@test
def a_remark_is_entered_on_the_line():
    window = plan_window()
    area(window, "Input")
    line = wait(lambda: next((n for n in p.all(("text", "entry"), within=window)
                              if has(n, State.EDITABLE) and "remark" in n.get_name().lower()), None), "the entry line")
    p.click(line)
    p.type("Er is te weinig licht bij het station")
    p.keys("Return")
    wait(lambda: any(r["text"] == "Er is te weinig licht bij het station" for r in state()["remarks"]),
         "the remark on disk", 3)
    p.find(None, lambda name: "te weinig licht" in (name or ""), within=window, seconds=3)


@test
def a_published_version_can_be_made_and_exported_by_a_verb_beside_the_window():
    assert p.run("version", plan, "--label", "Eerste") == "1"
    window = plan_window()
    area(window, "Versions")
    p.find(None, lambda name: "Eerste" in (name or ""), within=window, seconds=4)


@test
def nothing_was_said_on_stderr():
    assert not p.warnings(), p.warnings()


p.close()
test.end()
