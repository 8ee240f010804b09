"""Drives the program as a person would, through what assistive technology sees, keys and pointer."""
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

os.environ.pop("G_DEBUG", None)  # warnings are fatal in the program, not in who drives it

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

Atspi.set_timeout(3000, 15000)
State = Atspi.StateType
EDGE = 12  # pixels

# Roles that a person can act on, and that therefore need a name.
NAMED = {"button", "toggle button", "push button", "check box", "radio button", "text", "entry",
         "password text", "spin button", "slider", "combo box", "link", "page tab", "list item",
         "table cell", "menu item", "switch", "tab"}


class Waited(AssertionError):
    pass


def wait(get, what, seconds=10):
    """What @get gives once it gives something; fails after @seconds instead of hanging."""
    end = time.monotonic() + seconds
    while True:
        try:
            found = get()
        except GLib.Error:
            found = None
        if found:
            return found
        if time.monotonic() > end:
            raise Waited(f"waited {seconds} s for {what}")
        time.sleep(0.02)


def walk(node):
    yield node
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is not None:
            yield from walk(child)


def above(node):
    while (node := node.get_parent()) is not None:
        yield node


def has(node, *states):
    own = node.get_state_set()
    return all(own.contains(s) for s in states)


def text_of(node):
    return Atspi.Text.get_text(node, 0, -1)


class Program:
    """A running Wijkplan with a home of its own (or a given one)."""

    def __init__(self, program, *args, home=None, lang="nl_NL.UTF-8", env=None):
        self.program = program
        self.own_home = home is None
        self.home = home or tempfile.mkdtemp(prefix="wijkplan-home-")
        self.env = dict(os.environ, XDG_DATA_HOME=self.home, LANG=lang, LC_ALL=lang, LANGUAGE="",
                        G_DEBUG="fatal-criticals", **(env or {}))
        self.log = open(os.path.join(self.home, "stderr"), "ab+")
        self.process = subprocess.Popen([program, *args], env=self.env, stdout=subprocess.DEVNULL,
                                        stderr=self.log)
        self.app = wait(self._find, "the program on the accessibility bus", 30)

    def _find(self):
        if self.process.poll() is not None:
            raise AssertionError(f"the program ended by itself: {self.process.returncode}: {self.said()}")
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(i)
            if app is not None and app.get_process_id() == self.process.pid and app.get_child_count() > 0:
                return app
        return None

    # -- finding --

    def all(self, role=None, name=None, within=None, showing=True):
        for node in walk(within or self.app):
            if ((role is None or node.get_role_name() in (role if isinstance(role, tuple) else (role,)))
                    and (name is None or (name(node.get_name()) if callable(name) else node.get_name() == name))
                    and (not showing or has(node, State.SHOWING))):
                yield node

    def find(self, role, name=None, within=None, seconds=10, showing=True):
        return wait(lambda: next(self.all(role, name, within, showing), None),
                    f"{role} {name!r}", seconds)

    def window(self, name=None, seconds=10):
        return self.find(("frame", "window"), name, seconds=seconds)

    # -- acting --

    def press(self, role, name=None, within=None, seconds=10):
        node = self.find(role, name, within, seconds)
        if node.get_n_actions() > 0 and Atspi.Action.do_action(node, 0):
            return node
        return self.click(node)

    def raise_window(self, node):
        """Without a window manager the X window has to be raised and focused by hand; its id."""
        frame = next((a for a in [node, *above(node)] if a.get_role_name() in ("frame", "window")), None)
        ids = self.xdo("search", "--all", "--onlyvisible", "--pid", str(self.process.pid), "--name",
                       "^" + re.escape(frame.get_name()) + "$").split()
        self.xdo("windowraise", ids[-1])
        self.xdo("windowfocus", "--sync", ids[-1])
        return ids[-1]

    def click(self, node, button="1", repeat="1", across=0.5):
        """In the middle of @node, or @across its width. Where it lies is known only within its window, and GTK leaves out the
        window's own edge and the padding around: some pixels further down and right is inside."""
        window = self.raise_window(node)
        box = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
        self.xdo("mousemove", "--window", window, str(int(box.x + box.width * across) + EDGE),
                 str(box.y + box.height // 2 + EDGE), "click", "--repeat", repeat, button)
        return node

    def write(self, node, text):
        assert Atspi.EditableText.set_text_contents(node, text), f"{node.get_name()!r} takes no text"

    def keys(self, *keys):
        self.xdo("key", "--clearmodifiers", *keys)

    def type(self, text, delay=1):
        self.xdo("type", "--clearmodifiers", "--delay", str(delay), "--", text)

    def xdo(self, *args):
        return subprocess.run(["xdotool", *args], check=True, env=self.env, capture_output=True, text=True).stdout

    # -- judging --

    def saved(self, seconds=5):
        return self.find(None, "Opgeslagen", seconds=seconds)

    def nameless(self, within=None):
        """Every widget that takes the focus and has no name to be called by. An AdwComboRow shows its choice
        in a list inside the row, which has the name."""
        def is_shown_choice(node):
            return node.get_role_name() == "list item" and any(
                a.get_role_name() in ("list item", "combo box") and a.get_name() for a in above(node))
        return [f"{n.get_role_name()} in {[a.get_name() for a in above(n) if a.get_name()][:2]}"
                for n in walk(within or self.app)
                if n.get_role_name() in NAMED and has(n, State.SHOWING, State.FOCUSABLE)
                and not n.get_name() and not n.get_description() and not is_shown_choice(n)]

    def said(self):
        self.log.flush()
        with open(self.log.name, errors="replace") as f:
            return f.read()

    def warnings(self):
        return [line for line in self.said().splitlines()
                if "WARNING" in line or "CRITICAL" in line or "ERROR" in line]

    def dump(self):
        def show(node, depth):
            print("#", "  " * depth, node.get_role_name(), repr(node.get_name()))
            for i in range(node.get_child_count()):
                child = node.get_child_at_index(i)
                if child is not None and has(child, State.SHOWING):
                    show(child, depth + 1)
        show(self.app, 0)

    # -- ending --

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def close(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.kill()
        self.log.close()
        if self.own_home:
            shutil.rmtree(self.home, ignore_errors=True)

    def run(self, *args):
        """A verb of the command line in the same home."""
        r = subprocess.run([self.program, *args], env=self.env, capture_output=True, text=True, check=True)
        return r.stdout.strip()


def shot(path):
    subprocess.run(["import", "-window", "root", path], check=True)


class Tests:
    """Prints TAP."""

    def __init__(self):
        self.n = self.failed = 0

    def __call__(self, function):
        self.n += 1
        try:
            function()
            print(f"ok {self.n} - {function.__name__}")
        except Exception as e:  # noqa: BLE001
            self.failed += 1
            print(f"not ok {self.n} - {function.__name__}")
            print("#", f"{type(e).__name__}: {e}".replace("\n", "\n# "))
        sys.stdout.flush()

    def end(self):
        print(f"1..{self.n}")
        sys.exit(1 if self.failed else 0)
