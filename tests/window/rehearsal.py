"""A whole evening on three laptops, from an empty plan to reports: rehearsal.py PROGRAM [FOLDER for pictures]"""
# SPDX-License-Identifier: GPL-3.0-or-later
import csv
import datetime
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from driver import Atspi, Program, State, Tests, has, wait  # noqa: E402

# What is said about each theme: a word to find it by, and the words. Each is said at three places in two ways.
SAID = {
    "Verkeer": [("stoep", "De stoep ligt scheef"), ("auto's", "Er rijden te snel auto's"),
                ("zebrapad", "Een zebrapad ontbreekt"), ("fietsen", "Overal staan fietsen in de weg")],
    "Groen": [("bomen", "Er zijn te weinig bomen"), ("struiken", "De struiken zijn kaal"),
              ("vijver", "De vijver staat bijna droog"), ("bloemen", "Zaai meer bloemen in de berm")],
    "Spelen": [("schommel", "De schommel is stuk"), ("trapveld", "Kinderen willen een trapveld"),
               ("glijbaan", "Zet een glijbaan neer"), ("jongeren", "Voor jongeren is er niets te doen")],
    "Wonen": [("schimmel", "Er zit schimmel in de flats"), ("lift", "De lift is vaak kapot"),
              ("huren", "De huren zijn te hoog"), ("kelders", "In de kelders staat water"),
              ("gehorig", "De woningen zijn gehorig")],
    "Veiligheid": [("donker", "Het is er te donker"), ("inbraak", "Er was weer een inbraak"),
                   ("lantaarn", "De lantaarn doet het niet"), ("vuurwerk", "Veel overlast van vuurwerk")],
    "Ontmoeten": [("bankjes", "Er zijn te weinig bankjes"), ("buurthuis", "Het buurthuis moet langer open"),
                  ("koffie", "Een plek voor koffie ontbreekt"), ("ouderen", "Veel ouderen zijn alleen")],
}
PLACES = ["bij de Lauwersdreef", "aan de Merenwijkdreef", "rond de Kopermolen"]
TABLES = 3
EACH = 50
COLOURS = ["#c0392b", "#2e7d32", "#b26a00", "#2f4b7c", "#6a1b9a", "#00796b"]
program = os.path.abspath(sys.argv[1])
pictures = sys.argv[2] if len(sys.argv) > 2 else None
top = tempfile.mkdtemp(prefix="wijkplan-rehearsal-")
test = Tests()
laptops = {}  # those that run
buses = []
warned = []
backs = []
figures = []
plan = session = packet = None


def lines():
    """A hundred and fifty, of which each table hears a third; the second way comes at another table than the first."""
    said = [words for theme in SAID.values() for _, words in theme]
    first = [f"{words} {place}" for place in PLACES for words in said]
    second = [f"{words} {place}, al jaren" for place in PLACES for words in said]
    return first + second


REMARKS = lines()
assert len(REMARKS) == TABLES * EACH == len(set(REMARKS))


def home(name):
    return os.path.join(top, name)


def verb(name, *args, as_json=False):
    env = dict(os.environ, XDG_DATA_HOME=home(name), LC_ALL="C.UTF-8")
    r = subprocess.run([program, *args], env=env, capture_output=True, text=True)
    assert r.returncode == 0 and not r.stderr, (args, r.returncode, r.stderr)
    return json.loads(r.stdout) if as_json else r.stdout.strip()


def state(name="main"):
    return verb(name, "show", plan, "--json", as_json=True)


def remarks(name="main"):
    return state(name).get("remarks", [])


def accessibility_bus():
    said = subprocess.run(["gdbus", "call", "--session", "--dest", "org.a11y.Bus", "--object-path", "/org/a11y/bus",
                           "--method", "org.a11y.Bus.GetAddress"], check=True, capture_output=True, text=True).stdout
    return said.split("'")[1]


def switch_on(name, *args):
    """A laptop has a session bus of its own; only what assistive technology sees is in common."""
    os.makedirs(home(name), exist_ok=True)
    bus = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--print-address"],
                           stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    buses.append(bus)
    env = {"DBUS_SESSION_BUS_ADDRESS": bus.stdout.readline().strip(), "AT_SPI_BUS_ADDRESS": accessibility_bus()}
    laptops[name] = Program(program, *args, home=home(name), lang="C.UTF-8", env=env)
    return laptops[name]


def window(name):
    return laptops[name].window(lambda title: "Merenwijk" in title, seconds=30)


def keys(name, *pressed):
    laptops[name].raise_window(window(name))
    laptops[name].keys(*pressed)


def capture(name, title, to):
    time.sleep(0.8)
    p = laptops[name]
    shown = p.xdo("search", "--all", "--onlyvisible", "--pid", str(p.process.pid), "--name", title).split()[-1]
    p.xdo("windowraise", shown)
    time.sleep(0.3)
    return subprocess.run(["import", "-window", shown, "-depth", "8", to], check=True, capture_output=True).stdout


def picture(name, step, title="Merenwijk"):
    if pictures:
        capture(name, title, os.path.join(pictures, f"{step}-{name}.png"))


def colours_of_the_hall():
    """Every colour that the projector shows, as “#rrggbb”."""
    pixels = capture("main", "^Projector$", "ppm:-").split(b"\n", 3)[3]
    return {"#" + pixels[i:i + 3].hex() for i in range(0, len(pixels), 3)}


def projected():
    p = laptops["main"]
    return next(n.get_name() for n in p.all(("image", "img", "graphic", "icon"), within=p.window("Projector")))


def figure(text):
    figures.append(text)
    print(f"# {text}")


def says(name, text, seconds=15):
    return laptops[name].find(None, lambda n: text in n, seconds=seconds)


# ---- before the evening ----


@test
def a_plan_is_made_in_the_window_and_a_packet_for_the_tables():
    global plan, session, packet
    p = switch_on("main")
    p.press("button", "New Plan")
    dialog = p.find("dialog")
    Atspi.Action.do_action(p.find("toggle button", lambda n: n.startswith("Merenwijk"), within=dialog), 0)
    picture("main", "01-new", ".")
    p.press("button", "Create", within=dialog)
    window("main")
    plan = verb("main", "list", "--json", as_json=True)[0]["id"]
    session = verb("main", "add", plan, "session", "title=Buurthuis De Kooi", f"date={datetime.date.today()}",
                   "questions=Wat mist u in de wijk?\nWat moet zo blijven?",
                   "steps=Welkom\nOphalen aan tafels\nStemmen")
    ids = [verb("main", "add", plan, "theme", f"name={name}", f"colour={colour}")
           for name, colour in zip(SAID, COLOURS)]
    ballot = verb("main", "add", plan, "ballot", f"session={session}", "title=Wat gaat voor?", "dots=3")
    for name, theme in zip(SAID, ids):
        verb("main", "add", plan, "option", f"ballot={ballot}", f"title={name}", f"about={theme}")
    packet = verb("main", "packet", plan, "--session", session, "--to", top)
    time.sleep(1.5)  # the window looks every second for what others wrote


@test
def every_table_opens_the_one_packet_and_stays_open():
    for name in ("tafel-1", "tafel-2"):
        switch_on(name, packet)
        says(name, "Work packet of “Buurthuis De Kooi”")
        picture(name, "02-packet")
    assert len({laptops[name].process.pid for name in laptops}) == TABLES


# ---- what is said ----


def begin(name):
    began = time.monotonic()
    p = laptops[name]
    keys(name, "F5")
    p.find("button", "Begin to Collect", within=window(name))
    picture(name, "03-prepare")
    keys(name, "Return")
    entry = p.find(("text", "entry"), lambda n: n.startswith("New remark"), within=window(name))
    wait(lambda: has(entry, State.FOCUSED), "the focus in the line", 5)
    return began


def hear(name, texts):
    p = laptops[name]
    for text in texts:
        p.type(text, delay=8)
        p.keys("Return")


def visible_after(name, text):
    p = laptops[name]
    rows = p.find("list", "What was said, the last first", within=window(name))
    p.type(text, delay=8)
    time.sleep(0.3)
    began = time.monotonic()
    p.keys("Return")
    wait(lambda: any(text in rows.get_child_at_index(n).get_name() for n in range(min(9, rows.get_child_count()))),
         "the row", 5)
    return 1000 * (time.monotonic() - began)


@test
def a_hundred_and_fifty_remarks_are_typed_on_three_laptops():
    shown, typing = [], 0.0
    for at, name in enumerate(laptops):
        begin(name)
        own = REMARKS[at * EACH:(at + 1) * EACH]
        began = time.monotonic()
        hear(name, own[:EACH - 10])
        typing += time.monotonic() - began
        picture(name, "04-collect")
        shown += [visible_after(name, text) for text in own[EACH - 10:]]
        wait(lambda n=name: len(remarks(n)) == EACH, "all remarks of this table on disk", 20)
        assert {r["text"] for r in remarks(name)} == set(own), set(own) ^ {r["text"] for r in remarks(name)}
    figure(f"{60 * TABLES * (EACH - 10) / typing:.0f} remarks a minute at one laptop after the other")
    shown.sort()
    figure(f"visible after {shown[len(shown) // 2]:.0f} ms in the middle, {shown[-1]:.0f} ms at most of {len(shown)}, "
           "with the key and the asking every 20 ms from outside")
    assert shown[len(shown) // 2] < 200, shown


@test
def the_hall_sees_the_wall():
    p = laptops["main"]
    keys("main", "F11")
    p.window("Projector")
    picture("main", "05-projector-first", "^Projector$")
    p.press("toggle button", "Wall", within=window("main"))
    for _ in range(9):
        keys("main", "F7")
        time.sleep(0.2)
    wait(lambda: sum(r.get("wall") == "getoond" for r in remarks()) == 9, "nine on the wall")
    picture("main", "06-wall")
    picture("main", "06-projector-wall", "^Projector$")


# ---- together again ----


@test
def what_the_tables_collected_comes_back():
    for name in ("tafel-1", "tafel-2"):
        keys(name, "ctrl+Next", "ctrl+Next", "ctrl+Next")
        picture(name, "07-close")
        p = laptops[name]
        p.press("button", "Back to the plan", within=window(name))
        says(name, "Work packet of “Buurthuis De Kooi”")
        assert not p.nameless(window(name)), p.nameless(window(name))
        warned.extend(p.warnings())
        backs.append(verb(name, "packet", plan, "--session", session, "--label", name.replace("-", " "), "--to", top))
        p.close()
        del laptops[name]


def open_in_the_window(*paths):
    subprocess.run([program, *paths], env=laptops["main"].env, check=True, timeout=60)


@test
def packets_are_new_the_first_time_and_the_same_the_second():
    p = laptops["main"]
    p.press("button", "Back to the plan", within=window("main"))
    began = time.monotonic()
    open_in_the_window(*backs)
    says("main", f"2 packets, {2 * EACH} new remarks")
    figure(f"two packets of {EACH} opened, merged and reported in {time.monotonic() - began:.2f} s")
    picture("main", "08-merged")
    assert len(remarks()) == TABLES * EACH
    once = verb("main", "show", plan, "--json")
    keys("main", "Escape")
    time.sleep(0.5)
    open_in_the_window(*reversed(backs))
    says("main", "Nothing new: all of it was here already.")
    picture("main", "09-merged-again")
    keys("main", "Escape")
    time.sleep(0.5)
    for one in verb("main", "import", *backs, "--json", as_json=True):
        assert one["new"] == 0 and one["same"] > EACH and one["conflicts"] == [], one
    assert verb("main", "show", plan, "--json") == once


@test
def every_remark_has_a_number_of_its_laptop():
    labels = [r["label"] for r in remarks()]
    assert len(labels) == len(set(labels)) == TABLES * EACH
    series = sorted({label.split("-")[0] for label in labels})
    assert len(series) == TABLES and "R" in series, series
    assert all(sum(label.startswith(one + "-") for label in labels) == EACH for one in series), labels
    assert {r["text"] for r in remarks()} == set(REMARKS)
    assert {r["session"] for r in remarks()} == {session}


# ---- order ----


def look_for(word):
    keys("main", "ctrl+f")
    keys("main", "ctrl+a")
    laptops["main"].type(word, delay=8)
    says("main", f"of {TABLES * EACH} remarks")
    time.sleep(0.5)  # it looks while one types
    laptops["main"].keys("Return")
    time.sleep(0.3)


@test
def all_get_a_theme_by_keys_alone():
    began = time.monotonic()
    keys("main", "alt+2")
    pressed = 0
    for digit, (name, said) in enumerate(SAID.items(), 1):
        for word, _ in said:
            look_for(word)
            keys("main", "ctrl+a")
            time.sleep(0.2)
            if name == "Verkeer" and word == "stoep":
                picture("main", "10-selection")
            keys("main", f"ctrl+{digit}")
            time.sleep(0.3)
            pressed += 5 + len(word)
    names = {t["id"]: t["name"] for t in state()["themes"]}
    wait(lambda: all(len(r.get("themes", [])) == 1 for r in remarks()), "every remark with one theme", 20)
    figure(f"{TABLES * EACH} remarks themed with {pressed} keys in {time.monotonic() - began:.0f} s")
    for r in remarks():
        expected = next(theme for theme, said in SAID.items() for _, words in said if r["text"].startswith(words))
        assert names[r["themes"][0]] == expected, r
    keys("main", "Escape")


def menu(name, letter):
    p = laptops["main"]
    p.press("toggle button", name, within=window("main"))
    time.sleep(0.7)
    p.keys(letter)
    time.sleep(0.7)


@test
def some_of_what_looks_alike_is_put_together():
    p = laptops["main"]
    keys("main", "ctrl+f", "ctrl+a", "BackSpace")
    time.sleep(0.8)
    picture("main", "11-themed")
    menu("More for the input", "l")
    p.find("button", "Not the Same", seconds=60)
    picture("main", "12-likeness")
    for n in range(1, 6):
        p.keys("ctrl+Return")
        wait(lambda n=n: len({r["cluster"] for r in remarks() if "cluster" in r}) >= n, f"{n} groups")
        time.sleep(0.4)
    p.keys("Escape")
    time.sleep(0.7)
    together = [r for r in remarks() if "cluster" in r]
    figure(f"{len(together)} remarks in {len({r['cluster'] for r in together})} groups")
    assert {r["text"] for r in remarks()} == set(REMARKS), "each keeps its words"


# ---- vote ----


def ballot():
    return state()["ballots"][0]


@test
def screen_and_paper_are_one_vote():
    p = laptops["main"]
    keys("main", "F5")
    p.find("button", "Back to the plan", within=window("main"))
    for _ in range(4):
        if list(p.all("button", "Open the Vote", within=window("main"))):
            break
        keys("main", "ctrl+Next")
        time.sleep(0.7)
    p.press("button", "Open the Vote", within=window("main"))
    keys("main", "F11")  # it went away with the evening
    p.window("Projector")
    p.press("toggle button", "Themes", within=window("main"))
    wait(lambda: "Verkeer" in projected() and "24" in projected(), "the themes filled up", 5)
    picture("main", "13-projector-themes", "^Projector$")
    seen = colours_of_the_hall()
    assert COLOURS[2] in seen, "a colour that stands out is shown as it is"
    assert not {COLOURS[3], COLOURS[4]} & seen, "navy and purple are too dark for a hall"
    p.press("toggle button", "Vote", within=window("main"))
    picture("main", "13-vote-open")
    picture("main", "13-projector-vote", "^Projector$")
    p.press("button", "Vote on This Screen…", within=window("main"))
    dialog = p.find("dialog")
    for voter in range(4):
        for key in (str(voter % 3 + 1), "2", "2"):
            keys("main", key)
            time.sleep(0.1)
        if voter == 0:
            picture("main", "14-voter")
        p.press("button", "Done", within=dialog)
        time.sleep(0.4)
    keys("main", "Escape")
    for name, dots in (("Verkeer", 7), ("Groen", 5)):
        paper = p.find("spin button", lambda n, o=name: n.startswith(f"Dots on paper for “{o}"), within=window("main"))
        Atspi.Value.set_current_value(paper, dots)
    p.press("button", "Count These Dots on Paper", within=window("main"))
    wait(lambda: sum(v["dots"] for o in ballot()["options"] for v in o.get("votes", [])) == 24, "all dots on disk")
    p.press("button", "Close and Show the Result", within=window("main"))
    wait(lambda: projected().startswith("Result"), "the result in the hall", 5)
    assert "Groen: 14  (5 paper, 9 screen)" in projected(), projected()
    assert "Verkeer: 9  (7 paper, 2 screen)" in projected(), projected()
    picture("main", "15-result")
    picture("main", "15-projector-result", "^Projector$")
    says("main", "Closed. 24 dots: 12 on paper, 12 on screen.")
    p.press("button", "Back to the plan", within=window("main"))


# ---- answer ----


def answer(digit, reason):
    p = laptops["main"]
    p.keys(f"ctrl+alt+{digit}")
    time.sleep(0.3)
    p.type(reason, delay=8)
    time.sleep(0.3)


@test
def a_group_is_answered_once():
    p = laptops["main"]
    keys("main", "alt+2")
    one = next(r for r in remarks() if "cluster" in r)
    look_for(one["text"])
    p.click(p.find("list item", lambda n: n.startswith(one["label"]), within=window("main")))
    time.sleep(0.7)
    menu("More for this remark", "Down")
    p.keys("Return")
    p.find("button", "Take Apart")
    picture("main", "16-group")
    p.click(p.find("list item", lambda n: n.startswith("No answer yet")))
    p.find("button", "Answer")
    answer(1, "Dit pakken wij in 2027 op.")
    picture("main", "17-answer-group")
    p.keys("ctrl+Return")
    wait(lambda: any(c.get("outcome") == "overgenomen" for c in state()["clusters"]), "the answer of the group")
    p.keys("Escape")


@test
def a_selection_is_answered_at_once():
    p = laptops["main"]
    look_for("bankjes")
    keys("main", "ctrl+a")
    time.sleep(0.4)
    p.press("button", "Answer…", within=window("main"))
    p.find("button", "Answer")
    answer(2, "Er komen drie bankjes bij, niet zes.")
    picture("main", "18-answer-selection")
    p.keys("ctrl+Return")
    answered = lambda: [r for r in remarks() if r.get("outcome") == "deels-overgenomen"]  # noqa: E731
    wait(lambda: len(answered()) == 6, "the answers on disk")
    assert all("bankjes" in r["text"] for r in answered())
    figure(f"{len(answered())} remarks answered as a selection")
    keys("main", "ctrl+f", "ctrl+a", "BackSpace")
    picture("main", "19-answered")


# ---- afterwards ----


@test
def all_of_it_is_in_the_reports_and_what_is_published_verifies():
    out = os.path.join(top, "out")
    os.makedirs(out)
    verb("main", "version", plan, "--label", "Na de avond", "--summary", "Met de inbreng van de avond")
    bundle = verb("main", "export", plan, "--to", out)
    verb("main", "verify", bundle)
    inside = os.path.join(out, "reactienota.csv")
    verb("main", "report", plan, "reactienota", "--internal", "--to", inside)
    with open(inside, encoding="utf-8-sig", newline="") as f:
        text = f.read()
    cells = {cell for row in csv.reader(text.splitlines(), delimiter=";") for cell in row}
    for r in remarks():
        assert r["text"] in cells and r["label"] in cells, r
    for kind in ("reactienota", "participatieverslag", "u-zei-wij-doen"):
        for end in ("pdf", "ods"):
            path = os.path.join(out, f"{kind}.{end}")
            verb("main", "report", plan, kind, "--session", session, "--to", path)
            assert os.path.getsize(path) > 1000, path
        if pictures:
            shutil.copy(os.path.join(out, f"{kind}.pdf"), pictures)


@test
def the_reports_are_made_in_the_window_too():
    p = laptops["main"]
    menu("More for the input", "r")
    p.find("dialog", "Reports")
    picture("main", "20-reports")
    p.keys("Escape")
    time.sleep(0.5)
    assert not p.nameless(window("main")), p.nameless(window("main"))


@test
def nothing_was_said_on_stderr():
    for p in laptops.values():
        warned.extend(p.warnings())
    assert not warned, warned


for laptop in laptops.values():
    laptop.close()
for one in buses:
    one.terminate()
shutil.rmtree(top, ignore_errors=True)
test.end()
