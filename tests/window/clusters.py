"""Putting remarks together and taking them apart in the real window: clusters.py PROGRAM"""
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from driver import Program, Tests, wait  # noqa: E402

program = os.path.abspath(sys.argv[1])
test = Tests()
p = Program(program, lang="C.UTF-8")
plan = p.run("new", "--kind", "wijkplan", "--area", "Merenwijk", "--from", "2027", "--to", "2030").strip()
TEXTS = ["Er moet een zebrapad komen bij de school op de Damlaan",
         "Zebra bij de school, de Damlaan is daar levensgevaarlijk",
         "De bibliotheek in de Merenwijk moet open blijven",
         "Behoud de bieb in de Merenwijk!",
         "De stoep ligt los. Er is ook te weinig licht in het park."]
for words in TEXTS:
    p.run("add", plan, "remark", f"text={words}")


def shown():
    return json.loads(p.run("show", plan, "--json"))


def remarks():
    return {remark["label"]: remark for remark in shown()["remarks"]}


def together():
    """The labels in each cluster that something is in."""
    found = {}
    for label, remark in remarks().items():
        if "cluster" in remark:
            found.setdefault(remark["cluster"], set()).add(label)
    return sorted(sorted(labels) for labels in found.values())


def window():
    return p.window(lambda name: "Merenwijk" in name, seconds=20)


def menu(name, steps):
    """Opens a menu and takes the item that is so many further than its first."""
    p.click(p.find("toggle button", name, within=window()))
    time.sleep(0.7)
    for _ in range(steps):
        p.keys("Down")
    p.keys("Return")
    time.sleep(0.7)


def select(label):
    """A toast may just be going away above it, so the row is pressed again where need be."""
    def is_read():
        p.click(p.find("list item", lambda n: n.startswith(label), within=window()))
        time.sleep(0.7)
        return any(True for _ in p.all(("panel", "grouping"), label, within=window()))
    wait(is_read, f"{label} is read", 20)


def where():
    return next(node.get_name() for node in p.all("label") if " of " in node.get_name()
                and node.get_name().split()[0].isdigit() and node.get_name().split()[-1].isdigit()
                and len(node.get_name().split()) == 3)


@test
def what_looks_alike_is_merged_by_hand_alone():
    p.click(p.find("list item", lambda n: "Merenwijk" in n))
    p.keys("Return")
    p.raise_window(window())
    p.click(p.find("list item", lambda n: n.startswith("Input"), within=window()))
    p.find("list item", lambda n: "R-5" in n, within=window())
    menu("More for the input", 2)
    p.find("button", "Not the Same", seconds=15)
    assert where() == "1 of 2", where()
    assert together() == []
    p.keys("n")
    wait(lambda: where() == "2 of 2", "the next proposal")
    p.keys("p")
    wait(lambda: where() == "1 of 2", "the one before")
    p.keys("ctrl+Return")
    wait(lambda: len(together()) == 1, "the two are together")
    assert [remark["text"] for remark in remarks().values()] == TEXTS


@test
def what_is_refused_does_not_come_back():
    before = together()
    p.find("button", "Not the Same")
    p.keys("x")
    wait(lambda: any("Nothing More" in node.get_name() for node in p.all()), "nothing more to judge")
    p.keys("Escape")
    time.sleep(0.7)
    assert together() == before
    menu("More for the input", 2)
    wait(lambda: any("Nothing More" in node.get_name() for node in p.all()), "it is not proposed again")
    p.keys("Escape")
    time.sleep(0.7)


@test
def a_group_is_shown_and_taken_apart():
    labels = together()[0]
    select(labels[0])
    menu("More for this remark", 1)
    p.find("button", "Take Apart")
    assert any("2 remarks" == node.get_name() for node in p.all("label"))
    p.press("button", "Take Apart")
    wait(lambda: together() == [], "the group is gone")
    p.raise_window(window())
    p.keys("ctrl+z")
    wait(lambda: together() == [labels], "undo puts it back")


@test
def a_remark_is_split_and_stays():
    select("R-5")
    menu("More for this remark", 1)
    p.find("text", "Part 2")
    p.keys("ctrl+Return")
    wait(lambda: len(remarks()) == 7, "two parts")
    now = remarks()
    assert now["R-6"]["text"] == "De stoep ligt los." and now["R-7"]["part-of"] == now["R-5"]["id"]
    assert now["R-5"]["text"] == TEXTS[4]


@test
def nothing_was_nameless_or_warned():
    assert p.nameless(window()) == [], p.nameless(window())
    assert p.warnings() == [], p.warnings()


p.close()
test.end()
