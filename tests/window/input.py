"""Working through remarks in the real window: input.py PROGRAM"""
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from driver import Program, Tests, wait  # noqa: E402

THEMES = ["Traffic", "Green", "Housing", "Safety", "Play"]
N = 40

program = os.path.abspath(sys.argv[1])
test = Tests()
p = Program(program, lang="C.UTF-8")
plan = p.run("new", "--kind", "wijkplan", "--area", "Merenwijk")
themes = {name: p.run("add", plan, "theme", f"name={name}") for name in THEMES}
for number in range(1, N + 1):
    p.run("add", plan, "remark", f"text=Remark number {number}", "date=2026-10-01")


def state():
    return json.loads(p.run("show", plan, "--json"))


def remarks():
    return {remark["number"]: remark for remark in state()["remarks"]}


def window():
    return p.window(lambda name: "Merenwijk" in name, seconds=20)


def first_row():
    """The focus on the first remark, without the mouse."""
    p.keys("ctrl+f", "Return")
    time.sleep(0.3)


@test
def the_page_has_names_for_all_that_takes_the_focus():
    p.click(p.find("list item", lambda n: "Merenwijk" in n))
    p.keys("Return")
    p.raise_window(window())
    p.keys("alt+2")
    p.find("list item", lambda n: n.startswith("R-40"), within=window())
    assert not p.nameless(window()), p.nameless(window())


@test
def all_are_themed_by_keys_alone():
    first_row()
    began = time.monotonic()
    keys = 0
    for i in range(N):  # the newest first: R-40 is at the top
        if i % 4 == 0:
            p.keys("t")
            p.type("play")
            p.keys("Return")
            time.sleep(0.15)  # X11 drops a key that comes while a popover is being taken down
            keys += 6
        else:
            p.keys(f"ctrl+{i % 4}")
            keys += 1
        p.keys("Down")
        keys += 1
    wait(lambda: all(len(r.get("themes", [])) == 1 for r in remarks().values()), "every remark with one theme", 20)
    took = time.monotonic() - began
    expected = ["Play", "Traffic", "Green", "Housing"]
    for i in range(N):
        assert remarks()[N - i]["themes"] == [themes[expected[i % 4]]], (N - i, remarks()[N - i])
    print(f"# {N} remarks with {keys} keys in {took:.1f} s: {1000 * took / keys:.0f} ms a key")


@test
def a_selection_is_themed_in_one_step_and_undone_in_one():
    first_row()
    p.keys("shift+Down", "shift+Down", "shift+Down")
    p.find(None, "4 selected", within=window())
    p.keys("ctrl+4")
    safety = themes["Safety"]
    wait(lambda: sum(safety in r["themes"] for r in remarks().values()) == 4, "four with the theme")
    p.keys("ctrl+4")
    wait(lambda: sum(safety in r["themes"] for r in remarks().values()) == 0, "none with the theme")
    p.keys("ctrl+z")
    wait(lambda: sum(safety in r["themes"] for r in remarks().values()) == 4, "four again by one undo")


@test
def a_filter_is_kept_and_used_again():
    p.keys("ctrl+f")
    p.type("number 12")
    p.find(None, "1 of 40 remarks", within=window())
    p.press("toggle button", "Kept filters", within=window())
    p.write(p.find(("text", "entry"), "Keep these filters as…"), "Twelve")
    p.press("button", "Keep")
    p.find("button", "Clear Filters", within=window())
    p.press("button", "Clear Filters", within=window())
    p.find(None, "40 remarks", within=window())
    p.press("toggle button", "Kept filters", within=window())
    p.find("list item", "Twelve")
    p.keys("Return")
    p.find(None, "1 of 40 remarks", within=window())
    p.press("button", "Clear Filters", within=window())


def column(number):
    return [name for name in THEMES if themes[name] in remarks()[number]["themes"] and name != "Safety"]


@test
def cards_are_moved_on_the_board_by_keys():
    p.press("radio button", lambda n: n.startswith("As a board"), within=window())
    p.find("list", "Traffic", within=window())
    assert not p.nameless(window()), p.nameless(window())
    p.keys("ctrl+f", "Return")  # the first card of the first column that has any: R-39
    p.find("list item", lambda n: n.startswith("R-39"), within=p.find("list", "Traffic", within=window()))
    time.sleep(0.3)
    p.keys("alt+Right")
    wait(lambda: column(39) == ["Green"], "the card in the next column")
    p.find("list item", lambda n: n.startswith("R-39"), within=p.find("list", "Green", within=window()))
    time.sleep(0.5)
    p.keys("shift+Down", "alt+Left")
    wait(lambda: column(39) == ["Traffic"] == column(38), "two moved together")
    p.keys("ctrl+z")
    wait(lambda: column(39) == ["Green"] == column(38), "both back by one undo")
    p.press("radio button", lambda n: n.startswith("As a list"), within=window())


@test
def a_neighbourhood_on_the_map_narrows_the_list():
    p.run("set", plan, state()["remarks"][0]["id"], "area-code=BU05460801")
    p.press("radio button", lambda n: n.startswith("With a map"), within=window())
    area = p.find("toggle button", lambda n: n.endswith("1 remark"), within=window())
    assert not p.nameless(window()), p.nameless(window())
    p.press("toggle button", area.get_name(), within=window())
    p.find(None, "1 of 40 remarks", within=window())
    p.press("button", lambda n: n.startswith("Take away the filter Neighbourhood"), within=window())
    p.find(None, "40 remarks", within=window())
    p.press("radio button", lambda n: n.startswith("As a list"), within=window())


@test
def nothing_was_said_on_stderr():
    assert not p.warnings(), p.warnings()


p.close()
test.end()
