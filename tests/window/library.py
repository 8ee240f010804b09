"""The bin and backups in the real windows: library.py PROGRAM"""
# SPDX-License-Identifier: GPL-3.0-or-later
import glob
import json
import os
import shutil
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from driver import Atspi, Program, State, Tests, has, shot, wait  # noqa: E402

program = os.path.abspath(sys.argv[1])
test = Tests()
config = tempfile.mkdtemp(prefix="wijkplan-config-")
backups = os.path.join(config, "Back-up & kopie")
os.makedirs(os.path.join(config, "glib-2.0/settings"))
os.mkdir(backups)
p = Program(program, lang="C.UTF-8", env={"GSETTINGS_BACKEND": "keyfile", "XDG_CONFIG_HOME": config})
plan = p.run("new", "--kind", "wijkplan", "--area", "Stevenshof", "--title", "Wonen & werken")
other = p.run("new", "--kind", "wijkplan", "--area", "Morsdistrict")


def look(name):
    if len(sys.argv) > 2:
        time.sleep(0.7)
        shot(os.path.join(sys.argv[2], name + ".png"))


def plans():
    return sorted(f["title"] for f in json.loads(p.run("list", "--json")))


def library():
    return p.window("Plans")


def plan_window():
    return p.window(lambda name: "Wonen" in name, seconds=20)


def row(title):
    return p.find("list item", lambda n: n.startswith(title), within=library())


def choose(n):
    """The @n-th of the open menu; GTK gives its items no names."""
    items = wait(lambda: [i for i in p.all("menu item", within=library())][n:], f"item {n} of the menu")
    assert Atspi.Action.do_action(items[0], 0)


def remove(title):
    p.click(p.find(("button", "toggle button"), "More about this plan", within=row(title)))
    choose(1)


def bin_dialog():
    p.press(("button", "toggle button"), "Main menu", within=library())
    choose(3)
    return p.find("dialog", "Bin")


def choose_folder():
    """As the chooser does, which is another program."""
    with open(os.path.join(config, "glib-2.0/settings/keyfile"), "w") as f:
        f.write(f"[org/leiden/Wijkplan]\nbackup-folder='file://{backups.replace(' ', '%20')}'\n")


def binned():
    return glob.glob(os.path.join(p.home, "wijkplan/bin/*"))


@test
def a_removed_plan_comes_back_with_undo():
    row("Wonen & werken")
    look("plannen")
    remove("Wonen & werken")
    p.find("label", "Plan moved to the bin")
    look("toast")
    assert len(plans()) == 1 and len(binned()) == 1, (plans(), binned())
    p.press("button", "Undo", within=library())
    row("Wonen & werken")
    assert len(plans()) == 2 and not binned(), (plans(), binned())


@test
def the_bin_gives_back_and_wipes():
    remove("Wonen & werken")
    wait(binned, "the bin")
    dialog = bin_dialog()
    p.find(None, "Wonen & werken", within=dialog)
    look("prullenbak")
    assert not p.nameless(dialog), p.nameless(dialog)
    p.press("button", "Restore", within=dialog)
    p.find(None, "The Bin Is Empty", within=dialog)
    look("leeg")
    assert len(plans()) == 2
    p.keys("Escape")
    remove("Wijkplan Mors")
    dialog = bin_dialog()
    p.press("button", "Wipe Now…", within=dialog)
    look("vraag")
    p.press("button", "Wipe Now", within=p.find(("alert", "dialog"), "Wipe this plan now?"))
    p.find(None, "The Bin Is Empty", within=dialog)
    look("gewist")
    assert not binned() and len(plans()) == 1, (binned(), plans())
    p.keys("Escape")


@test
def a_backup_is_made_and_a_failure_is_told():
    p.click(row("Wonen & werken"))
    p.keys("Return")
    window = plan_window()
    p.find("label", "No folder for backups was chosen", within=window)
    choose_folder()
    p.find("label", lambda name: name.startswith("Newest backup:"), within=window)
    p.click(p.find("list item", lambda name: name.startswith("Versions"), within=window))
    p.press("button", "Back Up Now", within=window)
    wait(lambda: glob.glob(os.path.join(backups, "**/*.wijkplan"), recursive=True), "the backup")
    p.find(None, lambda name: name and name.endswith(backups), within=window)
    look("reservekopie")
    shutil.rmtree(backups)
    with open(backups, "w") as f:
        f.write("not a folder")
    wait(lambda: has(p.find("button", "Back Up Now", within=window), State.SENSITIVE), "the backup's end")
    p.press("button", "Back Up Now", within=window)
    p.find(None, lambda name: name and name.startswith("No backup could be made."), within=window)
    look("mislukt")
    p.raise_window(window)
    p.keys("ctrl+comma")
    p.find("dialog", "Preferences")
    look("voorkeuren")
    p.keys("Escape")


@test
def nothing_was_said_on_stderr():
    assert not p.warnings(), p.warnings()


p.close()
shutil.rmtree(config)
test.end()
