"""Measures the program beside its peers in one run: bench.py BUILD [NAME...]

Every figure is a median of at least nine; a bar in milliseconds counts after dividing by this
machine's yardstick over its quiet value, because other work makes the same machine slower."""
# SPDX-License-Identifier: GPL-3.0-or-later
import ctypes
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "window"))
from driver import Atspi, GLib, State, has, walk  # noqa: E402

BUILD = os.path.abspath(sys.argv[1])
ONLY = set(sys.argv[2:])
PROGRAM = os.path.join(BUILD, "usr/bin/wijkplan")
RUNS = 9
# A fixed loop and a 4 kB fdatasync on a quiet machine of two cores, in milliseconds.
QUIET_LOOP, QUIET_SYNC = 40.0, 0.25
results = []


def yardstick():
    """How much slower than quiet this machine is at this moment."""
    def loop():
        began = time.perf_counter()
        n = 0
        for i in range(1_000_000):
            n += i & 7
        return (time.perf_counter() - began) * 1000
    return max(1.0, statistics.median(loop() for _ in range(5)) / QUIET_LOOP)


def report(what, value, bar, unit="x", size=""):
    held = value <= bar
    results.append(held)
    print(f"{'held' if held else 'MISSED':7} {what}: {value:.2f} {unit}, bar {bar:.2f} {unit}{'; ' + size if size else ''}",
          flush=True)


def environment(home):
    return dict(os.environ, XDG_DATA_HOME=home, XDG_CONFIG_HOME=os.path.join(home, "config"),
                XDG_CACHE_HOME=os.path.join(home, "cache"), LC_ALL="nl_NL.UTF-8", LANGUAGE="")


def find(pid, wanted):
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        app = desktop.get_child_at_index(i)
        if app is not None and app.get_process_id() == pid:
            for node in walk(app):
                if wanted(node):
                    return node
    return None


def start(command, home, wanted, seconds=60):
    """From exec to a named node in sight; the process goes on."""
    began = time.perf_counter()
    process = subprocess.Popen(command, env=environment(home), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while time.perf_counter() - began < seconds:
        try:
            if find(process.pid, wanted):
                return (time.perf_counter() - began) * 1000, process
        except GLib.Error:
            pass
        time.sleep(0.005)
    process.kill()
    raise SystemExit(f"{command[0]} did not come up")


def stop(process):
    process.kill()
    process.wait()


def median_start(command, home, wanted):
    times = []
    for _ in range(RUNS):
        took, process = start(command, home, wanted)
        times.append(took)
        stop(process)
    return statistics.median(times)


def memory(pid):
    """Proportional set size of a process and its children, in megabytes."""
    pids, total = [pid], 0
    for p in pids:
        with open(f"/proc/{p}/task/{p}/children") as f:
            pids += [int(c) for c in f.read().split()]
        with open(f"/proc/{p}/smaps_rollup") as f:
            total += next(int(line.split()[1]) for line in f if line.startswith("Pss:"))
    return total / 1024


def verb(home, *args):
    return subprocess.run([PROGRAM, *args], env=environment(home), check=True, capture_output=True,
                          text=True).stdout.strip()


def make_plan(n_remarks):
    """A home with one plan of so many remarks, of realistic words and lengths."""
    home = tempfile.mkdtemp(prefix=f"wijkplan-bench-{n_remarks}-")
    plan = verb(home, "new", "--kind", "wijkplan", "--area", "Merenwijk")
    words = ("de speeltuin bij het wijkcentrum is donker en er ligt glas op het fietspad langs de flat "
             "graag meer bomen bankjes en een wijkenquête over parkeren in de Slaaghwijk").split()
    table = os.path.join(home, "remarks.csv")
    with open(table, "w") as f:
        f.write("reactie;kanaal;datum;bijeenkomst;thema;aantal\n")
        for i in range(n_remarks):
            text = " ".join(words[(i * 7 + j * j) % len(words)] for j in range(12 + i % 30))
            f.write(f"{text} {i};papier;{1 + i % 28}-10-2026;Bijeenkomst {i % 9};Thema {i % 11};{1 + i % 4}\n")
    verb(home, "import", table, "--into", plan)
    return home, plan


def is_editor(node):
    return node.get_role_name() in ("text", "frame") and bool(node.get_name()) and has(node, State.SHOWING)


def bench_start():
    homes = {n: make_plan(n)[0] for n in (1_000, 10_000, 100_000)}
    editor_home = tempfile.mkdtemp(prefix="wijkplan-bench-editor-")
    row = (lambda node: node.get_role_name() == "list item" and "Merenwijk" in (node.get_name() or "")
           and has(node, State.SHOWING))
    times = {n: median_start([PROGRAM], home, row) for n, home in homes.items()}
    editor = median_start(["gnome-text-editor", "--standalone"], editor_home, is_editor)
    print(f"        start: {times[1_000]:.0f}, {times[10_000]:.0f}, {times[100_000]:.0f} ms with 1,000, 10,000, "
          f"100,000 remarks; gnome-text-editor {editor:.0f} ms; yardstick {yardstick():.2f}")
    report("start, 10,000 remarks, against gnome-text-editor", times[10_000] / editor, 1.2)
    report("start, 100,000 against 1,000 remarks", times[100_000] / times[1_000], 2.2)
    for home in (*homes.values(), editor_home):
        shutil.rmtree(home, ignore_errors=True)


def bench_memory():
    home = tempfile.mkdtemp(prefix="wijkplan-bench-memory-")
    plan = verb(home, "new", "--kind", "wijkplan", "--area", "Merenwijk", "--example")
    bundle = os.path.join(home, "out")
    os.makedirs(bundle)
    path = verb(home, "export", plan, "--internal", "--to", bundle)
    window = (lambda node: node.get_role_name() == "list item" and has(node, State.SHOWING)
              and (node.get_name() or "").startswith("1 Samenvatting"))
    own, editor = [], []
    for _ in range(RUNS):
        _, process = start([PROGRAM, path], home, window)
        time.sleep(1.5)
        own.append(memory(process.pid))
        stop(process)
        _, process = start(["gnome-text-editor", "--standalone"], home, is_editor)
        time.sleep(1.5)
        editor.append(memory(process.pid))
        stop(process)
    print(f"        memory: {statistics.median(own):.0f} MB, gnome-text-editor {statistics.median(editor):.0f} MB")
    report("memory with the example open, against gnome-text-editor",
           statistics.median(own) / statistics.median(editor), 1.5)
    shutil.rmtree(home, ignore_errors=True)


def make_pdf(path, n_pages):
    """A PDF whose first page is magenta all over, so that it can be seen on the screen from outside."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", None, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for page in range(n_pages):
        lines = "".join(f"BT /F 11 Tf 60 {780 - 18 * i} Td (Bladzijde {page + 1}, regel {i + 1}: wat wij hoorden) Tj ET\n"
                        for i in range(40))
        content = ("1 0 1 rg 0 0 595 842 re f\n" if page == 0 else "0 g\n") + lines
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
                       "/Resources << /Font << /F 3 0 R >> >> >>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Count {n_pages} /Kids [{' '.join(kids)}] >>"
    data, offsets = b"%PDF-1.4\n", []
    parts = [data]
    at = len(data)
    for number, body in enumerate(objects, 1):
        offsets.append(at)
        part = f"{number} 0 obj\n{body}\nendobj\n".encode()
        parts.append(part)
        at += len(part)
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{o:010} 00000 n \n" for o in offsets)
    parts.append(f"{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{at}\n%%EOF\n".encode())
    with open(path, "wb") as f:
        f.write(b"".join(parts))


class Screen:
    """The X screen, looked at from outside: whether magenta stands on it."""

    def __init__(self):
        self.x11 = ctypes.CDLL("libX11.so.6")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x11.XGetImage.restype = ctypes.POINTER(Image)
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(None))
        self.root = ctypes.c_ulong(self.x11.XDefaultRootWindow(self.display))

    def is_magenta(self):
        """In one line across the middle of the screen, at least 100 pixels."""
        image = self.x11.XGetImage(self.display, self.root, 0, 400, 1200, 1, ctypes.c_ulong(0xffffffff), 2)
        row = ctypes.string_at(image.contents.data, 1200 * 4)
        self.x11.XDestroyImage(image)
        return sum(row[i] > 240 and row[i + 1] < 15 and row[i + 2] > 240 for i in range(0, len(row), 4)) > 100


class Image(ctypes.Structure):
    _fields_ = [("width", ctypes.c_int), ("height", ctypes.c_int), ("xoffset", ctypes.c_int),
                ("format", ctypes.c_int), ("data", ctypes.c_void_p)]


def first_page(screen, command, home):
    """From exec to pixels of the first page on the screen."""
    while screen.is_magenta():
        time.sleep(0.05)
    began = time.perf_counter()
    process = subprocess.Popen(command, env=environment(home), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not screen.is_magenta():
        if time.perf_counter() - began > 60:
            raise SystemExit(f"{command[0]} did not show the PDF")
        time.sleep(0.002)
    took = (time.perf_counter() - began) * 1000
    stop(process)
    return took


def bench_papers():
    """Both from exec, on the same screen and in turn. Ours is the widget of the program in a window of its own:
    the program itself shows a PDF only from a plan that is open."""
    home = tempfile.mkdtemp(prefix="wijkplan-bench-papers-")
    path = os.path.join(home, "thousand.pdf")
    make_pdf(path, 1000)
    screen, own, papers = Screen(), [], []
    os.environ["WIJKPLAN_READER"] = os.path.join(BUILD, "src/reader/wijkplan-reader")
    for _ in range(RUNS):
        own.append(first_page(screen, [os.path.join(BUILD, "tests/bench/bench-pdf-view"), path], home))
        papers.append(first_page(screen, ["papers", path], home))
    print(f"        first page of 1,000: {statistics.median(own):.0f} ms, papers {statistics.median(papers):.0f} ms")
    report("first page of a 1,000-page PDF, against papers", statistics.median(own) / statistics.median(papers), 0.7)
    shutil.rmtree(home, ignore_errors=True)


def bench_programs():
    """The C programs print figures, and a line for each bar: see bar.h."""
    folder = os.path.join(BUILD, "tests/bench")
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if not name.startswith("bench-") or not os.access(path, os.X_OK) or os.path.isdir(path):
            continue
        if ONLY and name.removeprefix("bench-") not in ONLY and "programs" not in ONLY:
            continue
        print(f"        -- {name}", flush=True)
        env = dict(environment(tempfile.mkdtemp(prefix="wijkplan-bench-")), LC_ALL="C.UTF-8",
                   WIJKPLAN_READER=os.path.join(BUILD, "src/reader/wijkplan-reader"))
        before = yardstick()
        r = subprocess.run([path], env=env, capture_output=True, text=True)
        slowness = (before + yardstick()) / 2
        for line in r.stdout.splitlines():
            if not line.startswith("bar\t"):
                print("        " + line)
                continue
            _, what, value, unit, bar = line.split("\t")
            if unit == "ms":
                report(what, float(value) / slowness, float(bar), unit, f"{float(value):.2f} ms, yardstick {slowness:.2f}")
            else:
                report(what, float(value), float(bar), unit)
        if r.returncode != 0:
            results.append(False)
            print(f"        {name} ended with {r.returncode}: {r.stderr.strip()[-400:]}")


def main():
    print(f"yardstick: this machine is {yardstick():.2f} times as slow as when it is quiet", flush=True)
    bench_programs()
    for name, run in (("start", bench_start), ("memory", bench_memory), ("papers", bench_papers)):
        if not ONLY or name in ONLY:
            run()
    print(f"{sum(results)} bars held, {len(results) - sum(results)} missed")


main()
