"""Laptops for tests of the command line: sys.argv is PROGRAM READER DATA RESOURCES"""
# SPDX-License-Identifier: GPL-3.0-or-later
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile

PROGRAM, READER, DATA, RESOURCES = (os.path.abspath(a) for a in sys.argv[1:5])
top = tempfile.mkdtemp(prefix="wijkplan-cli-")
DATADIR = os.path.join(top, "share")  # as it is when installed
shutil.copytree(DATA, DATADIR)
for name in ("words", "fonts"):
    shutil.copytree(os.path.join(RESOURCES, name), os.path.join(DATADIR, name))
n_tests = n_failed = 0


class Home:
    """A laptop of its own: a home, a device, a library."""

    def __init__(self, name, lang="C.UTF-8", zone="Europe/Amsterdam"):
        self.path = os.path.join(top, name)
        self.env = dict(os.environ, XDG_DATA_HOME=self.path, XDG_CACHE_HOME=self.path + "-cache", LC_ALL=lang, TZ=zone,
                        WIJKPLAN_READER=READER, WIJKPLAN_DATADIR=DATADIR)
        self.env.pop("DISPLAY", None)
        self.env.pop("WAYLAND_DISPLAY", None)

    def run(self, *args, code=0, stdin=None):
        r = subprocess.run([PROGRAM, *args], env=self.env, input=stdin, capture_output=True, timeout=120)
        if r.returncode != code:
            raise AssertionError(f"{args}: exit {r.returncode}, not {code}: {r.stderr.decode()!r}")
        if code:
            lines = r.stderr.decode().splitlines()
            assert len(lines) == 1, f"{args}: {len(lines)} lines on stderr: {lines}"
            assert lines[0].startswith("wijkplan: "), lines
            assert not r.stdout, f"{args}: says something on stdout: {r.stdout!r}"
            return lines[0]
        assert not r.stderr, f"{args}: says something on stderr: {r.stderr.decode()!r}"
        return r.stdout

    def line(self, *args, **more):
        return self.run(*args, **more).decode().strip()

    def plan(self, *args):
        return self.line("new", "--kind", "wijkplan", "--area", "Merenwijk", *args)

    def json(self, plan, *more):
        return json.loads(self.run("show", plan, "--json", *more))

    def digest(self):
        """Every byte of what people made: the library without the device file and logs of SQLite."""
        sums = {}
        for folder, _, names in os.walk(os.path.join(self.path, "wijkplan")):
            for name in names:
                if not name.endswith(("-wal", "-shm")) and name != "device":
                    with open(os.path.join(folder, name), "rb") as f:
                        sums[os.path.join(folder, name)] = hashlib.sha256(f.read()).hexdigest()
        return sums


def test(function):
    global n_tests, n_failed
    n_tests += 1
    try:
        function()
        print(f"ok {n_tests} - {function.__name__}")
    except Exception as e:
        n_failed += 1
        print(f"not ok {n_tests} - {function.__name__}")
        print(f"# {type(e).__name__}: {e}")
    sys.stdout.flush()


def folder(name):
    path = os.path.join(top, name)
    os.makedirs(path, exist_ok=True)
    return path


def end():
    """Tells how many there were, and ends the program."""
    shutil.rmtree(top, ignore_errors=True)
    print(f"1..{n_tests}")
    sys.exit(1 if n_failed else 0)


def read(path):
    with open(path, "rb") as f:
        return f.read()
