"""Priorities in the real window: priorities.py PROGRAM"""
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from driver import Atspi, Program, Tests, wait  # noqa: E402

program = os.path.abspath(sys.argv[1])
test = Tests()
p = Program(program, lang="C.UTF-8")
plan = p.run("new", "--kind", "wijkplan", "--area", "Merenwijk", "--example")


def priorities():
    return json.loads(p.run("show", plan, "--json"))["priorities"]


def order():
    return "".join(priority["title"][0] for priority in priorities())


def window():
    return p.window(lambda name: "Merenwijk" in name, seconds=20)


def row(start):
    return p.find("list item", lambda n: n.startswith(start), within=p.find("list", "Priorities", within=window()))


def scroll_over(node, button):
    box = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
    shown = p.raise_window(node)
    p.xdo("mousemove", "--window", shown, str(box.x + box.width // 2), str(box.y + box.height // 2),
          "click", button)
    time.sleep(0.3)


def into_sight(name):
    """Scrolls the priority until @name shows."""
    for _ in range(20):
        node = next(p.all(None, name, within=window()), None)
        box = node and Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
        if box and box.y + box.height <= Atspi.Component.get_extents(window(), Atspi.CoordType.WINDOW).height:
            return node
        p.xdo("mousemove", "1000", "500", "click", "--repeat", "4", "5")
        time.sleep(0.3)
    raise AssertionError(f"{name!r} does not come into sight")


@test
def the_list_is_ranked_and_all_has_names():
    p.click(p.find("list item", lambda n: "Merenwijk" in n))
    p.keys("Return")
    p.raise_window(window())
    p.click(p.find("list item", lambda n: n.startswith("Priorities"), within=window()))
    assert "From 11 remarks" in row("1. Gezond wonen").get_name()
    assert "No residents’ input" in row("5. Droge voeten").get_name()
    assert not p.nameless(window()), p.nameless(window())


@test
def keys_put_them_in_another_order_and_undo_takes_it_back():
    first = order()
    p.click(row("1. "))
    p.keys("alt+Down")
    row("2. Gezond wonen")
    wait(lambda: order() == first[1] + first[0] + first[2:], "the new order on disk")
    p.keys("ctrl+z")
    row("1. Gezond wonen")
    wait(lambda: order() == first, "the old order on disk")


@test
def one_is_added_and_named():
    p.raise_window(window())
    p.keys("ctrl+n")
    row("6. New priority")
    time.sleep(0.3)
    p.type("Groen op school")
    wait(lambda: priorities()[-1]["title"] == "Groen op school", "the title on disk")
    assert "Origin missing" in row("6. Groen op school").get_name()


@test
def a_year_outside_the_plan_is_refused_with_a_reason():
    year = p.find("spin button", "Last year, included", within=window())
    p.click(year, across=0.1)  # its buttons are at the other end
    p.keys("ctrl+a")
    p.type("2040")
    p.find("label", lambda n: "2040" in n and "Groen op school" in n, within=window())
    p.keys("ctrl+a")
    p.type("2029")
    wait(lambda: priorities()[-1]["last-year"] == 2029, "the year on disk")


@test
def scrolling_past_a_year_changes_nothing():
    scroll_over(p.find("spin button", "First year", within=window()), "4")
    time.sleep(1.2)
    assert priorities()[-1]["first-year"] == 2027, priorities()[-1]


@test
def an_amount_is_typed_the_dutch_way():
    p.click(into_sight("Add an Amount"))
    p.find(None, "Amount in euros", within=window())
    time.sleep(0.5)
    p.keys("ctrl+a")
    p.type("12.500,5")
    wait(lambda: priorities()[-1].get("amounts", [{}])[0].get("cents") == 1250050, "the cents on disk")
    assert priorities()[-1]["amounts"][0]["kind"] == "raming"


@test
def it_is_deleted_with_what_hangs_on_it_and_comes_back():
    p.click(row("6. "))
    p.keys("Delete")
    wait(lambda: len(priorities()) == 5, "five priorities")
    p.find("label", lambda n: n.endswith("deleted"), within=window())
    p.keys("ctrl+z")
    wait(lambda: len(priorities()) == 6 and priorities()[-1]["amounts"][0]["cents"] == 1250050, "it is back")


@test
def the_timeline_opens_a_priority():
    p.click(p.find("page tab", "Timeline", within=window()))
    p.press("button", lambda n: n.startswith("2. Veilig"), within=window())
    p.find("label", "Priority 2 of 6", within=window())


@test
def nothing_was_complained_about():
    assert not p.warnings(), p.warnings()


p.close()
test.end()
