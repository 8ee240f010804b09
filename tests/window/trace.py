"""From a chapter to what residents said and back, in the real window: trace.py PROGRAM"""
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from driver import Program, Tests, has, wait, State  # noqa: E402

program = os.path.abspath(sys.argv[1])
test = Tests()
p = Program(program, lang="C.UTF-8")
plan = p.run("new", "--kind", "wijkplan", "--area", "Merenwijk", "--example")


def content():
    return json.loads(p.run("show", plan, "--json"))


def window():
    return p.window(lambda name: "Merenwijk" in name, seconds=20)


def ribbon():
    return p.find(None, "Way through the plan", within=window())


def focused():
    return next((node for node in p.all(within=window()) if has(node, State.FOCUSED)), None)


def focused_name():
    node = focused()
    return node.get_name() if node else ""


@test
def a_chapter_shows_what_it_rests_on():
    p.click(p.find("list item", lambda n: "Merenwijk" in n))
    p.keys("Return")
    p.raise_window(window())
    p.click(p.find("list item", lambda n: n.startswith("1 Samenvatting"), within=window()))
    p.find("button", lambda n: n.startswith("Priority: Gezond wonen in de flats"), within=window())
    p.find("button", lambda n: n.startswith("Remark: R-1 "), within=window())
    p.find("label", "In no version yet", within=window())
    assert not p.nameless(window()), p.nameless(window())


@test
def arrow_keys_walk_through_the_ribbon():
    p.click(p.find("page tab", "Way through the plan", within=window()))
    p.keys("Tab")
    wait(lambda: focused_name().startswith("Remark: R-1 "), "the focus on the first remark")
    p.keys("Down")
    wait(lambda: focused_name().startswith("Remark: R-2 "), "the focus on the second remark")
    p.keys("Right")
    wait(lambda: focused_name().startswith("Group: "), "the focus on the groups")
    p.keys("Right", "Right")
    wait(lambda: focused_name().startswith("Priority: Gezond"), "the focus on the priorities")
    p.keys("Left")
    wait(lambda: focused_name().startswith("Theme: "), "the focus on the themes")


@test
def one_key_goes_there_and_f9_shows_where_that_comes_from():
    p.keys("Right", "Return")
    p.find("button", "New Priority", within=window())
    p.keys("F9")
    p.find("label", "Priority: Gezond wonen in de flats", within=window())
    p.find("button", lambda n: n.startswith("Chapter: "), within=window())
    p.press("button", lambda n: n.startswith("Remark: R-2 "), within=window())
    p.find("label", lambda n: n.startswith("Remark: R-2"), within=window())


@test
def a_comment_is_kept_and_not_published():
    p.keys("alt+3")
    p.find("label", "Priority: Gezond wonen in de flats", within=window())
    p.click(p.find("page tab", "Comments", within=window()))
    entry = p.find("text", "New comment", within=window())
    p.click(entry)
    p.type("Nog navragen bij Portaal")
    p.keys("Return")
    p.find("label", "Nog navragen bij Portaal", within=window())
    wait(lambda: [c for c in content().get("comments", []) if c["text"] == "Nog navragen bij Portaal"],
         "the comment on disk")
    p.click(p.find("check box", "Resolved", within=window()))
    wait(lambda: content()["comments"][0].get("resolved"), "the comment to be resolved")
    assert not p.nameless(window()), p.nameless(window())


@test
def a_link_is_taken_off_and_comes_back_with_undo():
    before = len(content()["priorities"][0]["origin"])
    p.click(p.find("page tab", "Remarks", within=window()))
    p.press("button", lambda n: n.startswith("Unlink R-"), within=p.find("list", "What residents said about it",
                                                                        within=window()))
    wait(lambda: len(content()["priorities"][0]["origin"]) == before - 1, "one link less")
    p.keys("ctrl+z")
    wait(lambda: len(content()["priorities"][0]["origin"]) == before, "the link to be back")


@test
def nothing_was_said_on_the_way():
    time.sleep(0.3)
    assert not p.warnings(), p.warnings()


p.close()
test.end()
