"""Packets between the laptops of a session: python3 cli-packets.py PROGRAM READER DATA RESOURCES"""
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import time

from cli_home import Home, end, folder, read, test, top

DAY = 86_400_000
main = Home("main")
main.env["WIJKPLAN_AUTHOR"] = "Ria"
plan = main.plan()
session = main.line("add", plan, "session", "title=Buurthuis De Kooi", "date=2026-11-23", "questions=Wat mist u?",
                    "facilitators=Jan Jansen")
elsewhere = main.line("add", plan, "session", "title=Markt")
green = main.line("add", plan, "theme", "name=Groen")
person = main.line("add", plan, "stakeholder", "kind=persoon", "name=Piet Pietersen", "contact=piet@voorbeeld.nl")
partner = main.line("add", plan, "stakeholder", "kind=organisatie", "organisation=Portaal", "role=verhuurder",
                    "name=Karel Karelsen")
ballot = main.line("add", plan, "ballot", f"session={session}", "title=Wat eerst?", "dots=3")
option = main.line("add", plan, "option", f"ballot={ballot}", "title=Meer bomen")
away_ballot = main.line("add", plan, "ballot", f"session={elsewhere}", "title=Elders")
away_option = main.line("add", plan, "option", f"ballot={away_ballot}", "title=Bankjes")
said = main.line("add", plan, "remark", "text=Eerder gezegd", f"session={session}", f"stakeholder={person}")
priority = main.line("add", plan, "priority", "title=Een groene wijk")
out = main.line("packet", plan, "--session", session, "--to", folder("out"))


def opened(name, device=None):
    """A laptop in the hall, with the packet opened."""
    laptop = Home(name)
    assert laptop.line("import", out) == plan
    return laptop


def merged(into, *paths):
    got = json.loads(into.run("import", *paths, "--json"))
    return got if isinstance(got, list) else [got]


def lines_of(path):
    return [json.loads(line) for line in read(path).decode().splitlines()]


def packet_of(lines, name):
    """A packet file of these lines, counted anew."""
    lines[0]["steps"] = sum("step" in line for line in lines[1:])
    lines[0]["changes"] = sum("change" in line for line in lines[1:])
    path = os.path.join(folder("bad"), name + ".wijkinbreng")
    with open(path, "w") as f:
        f.writelines(json.dumps(line, separators=(",", ":")) + "\n" for line in lines)
    return path


a, b = opened("a"), opened("b")
remark = a.line("add", plan, "remark", "text=De stoep ligt scheef", f"themes+={green}")
cluster = a.line("add", plan, "cluster", "title=Stoepen")
a.line("set", plan, remark, f"cluster={cluster}")
a.line("add", plan, "vote", f"option={option}", "way=papier", "dots=12")
a.line("add", plan, "attendance", "role=bewoner", "count=8")
back = a.line("packet", plan, "--session", session, "--label", "tafel 1", "--to", folder("back"))


@test
def out_goes_what_a_table_needs_and_no_person():
    text = read(out).decode()
    header, *rest = lines_of(out)
    assert (header["format"], header["kind"], header["plan"], header["session"]) == (0, "uit", plan, session)
    records = {line["change"]["record"] for line in rest if "change" in line}
    assert records == {plan, session, green, partner, ballot, option}, records
    for word in ("Pietersen", "piet@", "Karelsen", "Jan Jansen", "Eerder gezegd", "groene wijk", "Markt", "Bankjes"):
        assert word not in text, word
    p = a.json(plan)
    assert (p["title"], p["area-name"], p["area-codes"]) == ("Wijkplan Merenwijk", "Merenwijk", ["WK054608"]), p
    assert [s["title"] for s in p["sessions"]] == ["Buurthuis De Kooi"] and p["sessions"][0]["questions"] == "Wat mist u?"
    assert [t["name"] for t in p["themes"]] == ["Groen"] and "priorities" not in p and "sections" not in p


@test
def words_of_before_stay_where_they_were():
    h = Home("before")
    p = h.plan()
    s = h.line("add", p, "session", "title=Eerst anders", "questions=Oude vraag")
    h.line("set", p, s, "title=Nu zo", "questions=Nieuwe vraag")
    gone = h.line("add", p, "theme", "name=Verdwenen")
    h.line("set", p, gone, "deleted=1")
    text = read(h.line("packet", p, "--session", s, "--to", folder("before-out"))).decode()
    assert "Nu zo" in text and "Nieuwe vraag" in text
    assert "Eerst anders" not in text and "Oude vraag" not in text and "Verdwenen" not in text


@test
def one_packet_copied_to_all_laptops_makes_one_plan_on_each():
    assert a.line("import", out).startswith(plan) and len(json.loads(a.run("list", "--json"))) == 1
    mine, theirs = (h.line("add", plan, "remark", "text=Hier") for h in (a, b))
    labels = {[r["label"] for r in h.json(plan)["remarks"] if r["id"] == i][0]
              for h, i in ((a, mine), (b, theirs))}
    assert len({x.split("-")[0] for x in labels}) == 2 and not any(x.startswith("R-") for x in labels), labels
    assert all(len(x.split("-")[0]) == 3 for x in labels), labels
    assert a.line("add", plan, "theme", "name=Verkeer") == b.line("add", plan, "theme", "name=verkeer")
    a.line("undo", plan), a.line("undo", plan), b.line("undo", plan), b.line("undo", plan)


@test
def what_is_collected_comes_back_once():
    h = Home("back-main")
    h.line("import", main.line("export", plan, "--internal", "--to", folder("whole")))
    before = h.json(plan)
    got, = merged(h, back)
    assert got["new"] > 0 and got["same"] == 0 and got["remarks"] == 1 and got["conflicts"] == [], got
    assert (got["label"], got["session"]) == ("tafel 1", session) and "clock" not in got
    p = h.json(plan)
    new = [r for r in p["remarks"] if r["id"] == remark][0]
    assert (new["text"], new["session"], new["themes"], new["cluster"]) == ("De stoep ligt scheef", session, [green], cluster)
    digest = h.run("show", plan, "--json")
    again, = merged(h, back)
    assert again["new"] == 0 and again["same"] == got["new"] and again["changed"] == 0, again
    assert h.run("show", plan, "--json") == digest
    h.line("undo", plan)
    assert h.json(plan) == before, "an import is one step"
    assert merged(h, back)[0]["new"] == 0


@test
def any_order_and_twice_gives_the_same_plan():
    packets = [back]
    for i, laptop in enumerate((b, opened("c"))):
        r = laptop.line("add", plan, "remark", f"text=Van laptop {i}", "count=4")
        t = laptop.line("add", plan, "theme", "name=Verlichting")
        laptop.line("set", plan, r, f"themes+={t}")
        packets.append(laptop.line("packet", plan, "--session", session, "--to", folder("back")))
    assert len({os.path.basename(p) for p in packets}) == 3
    shown = set()
    whole = main.line("export", plan, "--internal", "--to", folder("whole"))
    for n, order in enumerate(((0, 1, 2), (0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0))):
        h = Home(f"order-{n}")
        h.line("import", whole)
        got = merged(h, *[packets[i] for i in order + order])
        assert [g["new"] > 0 for g in got] == [True] * 3 + [False] * 3, got
        shown.add(h.run("show", plan, "--json"))
    assert len(shown) == 1
    assert len(json.loads(shown.pop())["remarks"]) == 4


@test
def both_sides_of_a_conflict_are_told():
    x, y, h = opened("x"), opened("y"), Home("conflict-main")
    h.line("import", main.line("export", plan, "--internal", "--to", folder("whole")))
    x.line("set", plan, green, "name=Groen en water")
    y.line("set", plan, green, "name=Bomen")
    paths = [laptop.line("packet", plan, "--session", session, "--to", folder("conflict")) for laptop in (x, y)]
    first, second = merged(h, *paths)
    assert first["conflicts"] == [] and first["changed"] == 1
    conflict, = second["conflicts"]
    assert (conflict["record"], conflict["field"]) == (green, "name")
    assert {v["value"] for v in conflict["values"]} == {"Groen en water", "Bomen"}
    assert all(v["at"] > 1_700_000_000_000 for v in conflict["values"])
    h.line("set", plan, green, "name=Groen, water en bomen")
    assert [g["conflicts"] for g in merged(h, *paths)] == [[], []]
    assert h.json(plan)["themes"][0]["name"] == "Groen, water en bomen"


@test
def the_look_of_a_theme_never_asks():
    x, y, h = opened("lx"), opened("ly"), Home("look-main")
    h.line("import", main.line("export", plan, "--internal", "--to", folder("whole")))
    for laptop, colour in ((x, "#112233"), (y, "#445566")):
        laptop.line("add", plan, "theme", "name=Speelplekken", f"colour={colour}")
        laptop.line("set", plan, green, f"colour={colour}")
    paths = [laptop.line("packet", plan, "--session", session, "--to", folder("look")) for laptop in (x, y)]
    assert [g["conflicts"] for g in merged(h, *paths)] == [[], []]
    assert sorted(t["name"] for t in h.json(plan)["themes"]) == ["Groen", "Speelplekken"]


@test
def removed_by_one_and_changed_by_another_is_told():
    x, y, h = opened("rx"), opened("ry"), Home("removed-main")
    h.line("import", main.line("export", plan, "--internal", "--to", folder("whole")))
    x.line("set", plan, green, "deleted=1")
    y.line("set", plan, green, "name=Meer groen")
    paths = [laptop.line("packet", plan, "--session", session, "--to", folder("removed")) for laptop in (x, y)]
    conflict, = merged(h, *paths)[1]["conflicts"]
    assert (conflict["record"], conflict["field"]) == (green, "deleted"), conflict
    assert [v["field"] for v in conflict["values"]] == ["deleted", "name"]
    h.line("set", plan, green, "deleted=1")
    assert "themes" not in h.json(plan)


@test
def a_wrong_clock_is_named_and_costs_nothing():
    h = Home("clock-main")
    h.line("import", main.line("export", plan, "--internal", "--to", folder("whole")))
    now = int(time.time() * 1000)
    for shift, said in ((400 * DAY, "ahead"), (-400 * DAY, "behind"), (0, None)):
        lines = lines_of(back)
        lines[0]["at"] = now + shift
        for line in lines[1:]:
            if "step" in line:
                line["step"]["at"] = now + shift
        got, = merged(h, packet_of(lines, f"clock-{shift}"))
        assert got.get("clock") == said and got["device"] == lines[0]["device"], got


@test
def in_a_packet_only_what_goes_back_can_be_done():
    for command in (("set", plan, plan, "title=Anders"), ("set", plan, session, "title=Anders"),
                    ("set", plan, remark, "session="), ("add", plan, "priority", "title=Groen"),
                    ("add", plan, "stakeholder", "kind=persoon", "name=Piet"),
                    ("add", plan, "session", "title=Nog een"),
                    ("set", plan, partner, "organisation=Anders"),
                    ("version", plan, "--label", "x"), ("version", plan, "--label", "x", "--take-over"),
                    ("export", plan, "--to", folder("no")), ("export", plan, "--internal", "--to", folder("no")),
                    ("draft", plan, "--to", os.path.join(folder("no"), "x.pdf")),
                    ("packet", plan, "--session", elsewhere, "--to", folder("no"))):
        before = a.run("show", plan, "--json")
        a.run(*command, code=1)
        assert a.run("show", plan, "--json") == before and not os.listdir(folder("no")), command
    table = os.path.join(top, "rows.csv")
    with open(table, "w") as f:
        f.write("tekst\nEen rij\n")
    a.run("import", table, "--into", plan, code=1)


@test
def the_whole_plan_may_follow_later():
    h = opened("later")
    mine = h.line("add", plan, "remark", "text=Al opgeschreven")
    h.run("import", main.line("export", plan, "--internal", "--to", folder("whole")))
    assert mine in [r["id"] for r in h.json(plan)["remarks"]] and h.json(plan)["priorities"]
    h.line("add", plan, "priority", "title=Nu wel")
    assert "--session" in h.run("packet", plan, "--to", folder("no"), code=2)


@test
def where_the_whole_plan_is_a_packet_out_brings_nothing():
    digest = main.digest()
    assert merged(main, out)[0]["new"] == 0
    lines = lines_of(out)
    lines[-1]["change"]["stamp"] = "1" + lines[-1]["change"]["stamp"][1:-8] + "00000099"
    assert "whole plan is on this laptop" in main.run("import", packet_of(lines, "new-out"), code=1)
    assert digest == main.digest()


def change(**members):
    base = {"stamp": "1795450000000-00000-000000aa", "step": None, "record": remark, "field": "text",
            "value": "x", "replaced": []}
    base.update(members)
    return {"change": base}


def hostile():
    """Name, the bytes or lines of a packet, and what the refusal says."""
    whole = read(back)
    lines = lines_of(back)
    step = [x for x in lines if "step" in x][0]["step"]["id"]
    first = next(i for i, x in enumerate(lines) if "change" in x)

    def more(*added, **header):
        return [dict(lines[0], **header), *lines[1:], *added]

    def own(**members):
        return change(step=step, **members)

    yield "empty", b"", "ends too early"
    yield "cut off in a line", whole[:len(whole) * 2 // 3], "line"
    yield "cut off between lines", b"".join(whole.splitlines(True)[:-3]), "cut off"
    yield "nothing but a header", whole.splitlines(True)[0], "cut off"
    yield "more than it says", whole + whole.splitlines(True)[-1], "more than its first line says"
    yield "no packet", b"PK\x03\x04 nothing", "JSON"
    yield "another list", b"[]\n", "not a packet"
    yield "binary", bytes(range(256)) * 9, "UTF-8"
    yield "newer", more(format=1), "newer"
    yield "a strange kind", more(kind="heen"), "first line"
    yield "a bad plan id", more(plan="plan-../../etc"), "first line"
    yield "a bad session id", more(session="x"), "first line"
    yield "a bad device", more(device="ZZZ"), "first line"
    yield "another plan", more(plan="plan-00000000000000000000000000"), "not on this laptop"
    yield "an unknown session", more(session="session-00000000000000000000000000"), "session"
    yield "of the other session", more(session=elsewhere), "another session"
    yield "malformed stamp", more(own(stamp="yesterday")), "malformed"
    yield "stamp beyond 2100", more(own(stamp="9999999999999-00000-000000aa")), "malformed"
    yield "malformed id", more(own(record="remark-../../x")), "malformed"
    yield "malformed field", more(own(field="Text")), "malformed"
    yield "an impossible value", more(own(field="count", value="-3")), "count"
    yield "known stamp, other content", [*lines[:first], {"change": dict(lines[first]["change"], value="5" if lines[first]["change"]["field"] == "number" else "Anders")},
                                         *lines[first + 1:]], "other content"
    yield "a ring", more(own(stamp="1795450000000-00000-000000aa", replaced=["1795450000000-00001-000000aa"]),
                         own(stamp="1795450000000-00001-000000aa", replaced=["1795450000000-00000-000000aa"])), "comes after"
    yield "replaces itself", more(own(replaced=["1795450000000-00000-000000aa"])), "comes after"
    yield "out of order", more(own(stamp="1795450000000-00001-000000aa", replaced=["1795450000000-00000-000000aa"]),
                               own()), "replaced it"
    yield "twice the same", more(own(), own()), "twice"
    yield "no step", more(change(step="step-00000000000000000000000000")), "before the step"
    yield "a remark elsewhere", more(own(record="remark-0000000000000000000000000a", field="session", value=elsewhere)), "another session"
    yield "a remark without session", more(own(record="remark-0000000000000000000000000a")), "another session"
    yield "someone else's remark", more(own(record=said, replaced=["1700000000000-00000-000000aa"])), "not made for it"
    yield "someone else's remark, as its own", more(own(record=said, field="session", value=session),
                                                    own(record=said, stamp="1795450000000-00001-000000aa")), "not made for it"
    yield "erasing someone else's remark", more(own(record=said, field="session", value=session),
                                                own(record=said, field="erased", value="*", stamp="1795450000000-00001-000000aa")), "not made for it"
    yield "the session itself", more(own(record=session, field="title")), "something else"
    yield "the plan itself", more(own(record=plan, field="title")), "something else"
    yield "a priority", more(own(record=priority, field="title")), "something else"
    yield "an unknown kind", more(own(record="scenario-00000000000000000000000000", field="title")), "something else"
    yield "a person", more(own(record="stakeholder-00000000000000000000000000", field="name", value="Piet")), "personal"
    yield "a person at a remark", more(own(field="stakeholder", value=person)), "personal"
    yield "a vote elsewhere", more(own(record="vote-00000000000000000000000000", field="option", value=away_option)), "another session"
    yield "an option elsewhere", more(own(record=away_option, field="title")), "another session"
    yield "a ballot elsewhere", more(own(record=away_ballot, field="status", value="gesloten")), "another session"
    yield "erasing a theme", more(own(record=green, field="erased", value="name")), "something else"
    yield "a million records", more(changes=1_000_000), "more than the work of one session"
    many = "".join(json.dumps(own(record=f"remark-{i:026d}", stamp=f"1795450000000-{i:05d}-000000aa")) + "\n" for i in range(90_000))
    yield "ninety thousand unsaid", whole + many.encode(), "more than its first line says"


@test
def a_hostile_packet_is_refused_in_one_sentence_and_changes_nothing():
    h = Home("hostile-main")
    h.line("import", main.line("export", plan, "--internal", "--to", folder("whole")))
    merged(h, back)
    digest = h.digest()
    for name, content, says in hostile():
        path = os.path.join(folder("bad"), name.replace(" ", "-") + ".wijkinbreng")
        if isinstance(content, bytes):
            with open(path, "wb") as f:
                f.write(content)
        else:
            changes = content[0].get("changes")
            path = packet_of(content, name.replace(" ", "-"))
            if changes == 1_000_000:
                content[0]["changes"] = changes
                with open(path, "w") as f:
                    f.writelines(json.dumps(line, separators=(",", ":")) + "\n" for line in content)
        message = h.run("import", path, code=1)
        assert says in message, f"{name}: {message}"
        assert h.digest() == digest, name
    assert "another plan" in h.run("import", back, "--into", h.plan(), code=1)


@test
def a_hostile_packet_out_makes_no_plan():
    lines = lines_of(out)
    step = [x for x in lines if "step" in x][0]["step"]["id"]

    def more(*added):
        return [dict(lines[0]), *lines[1:], *added]

    def own(**members):
        return change(step=step, **members)

    without = [x for x in lines if "change" not in x or (x["change"]["record"], x["change"]["field"]) != (session, "title")]
    cases = (("a remark", more(own()), "something else"),
             ("a person", more(own(record=person, field="kind", value="persoon")), "personal"),
             ("a name", more(own(record=partner, field="name")), "personal"),
             ("who knows", more(own(record="stakeholder-00000000000000000000000000", field="organisation")), "personal"),
             ("another session", more(own(record=elsewhere, field="title")), "another session"),
             ("another's ballot", more(own(record=away_ballot, field="session", value=elsewhere)), "another session"),
             ("a keeper", more(own(record=plan, field="keeper", value="000000aa")), "something else"),
             ("an erasure", more(own(record=green, field="erased", value="name")), "something else"),
             ("no session", without, "which plan and session"))
    h = Home("hostile-out")
    for name, content, says in cases:
        message = h.run("import", packet_of(content, name.replace(" ", "-")), code=1)
        assert says in message, f"{name}: {message}"
        assert json.loads(h.run("list", "--json")) == [], name


@test
def a_table_may_take_back_what_it_wrote():
    """Undone, changed and withdrawn on the laptop itself: all of it arrives."""
    x, h = opened("undone"), Home("undone-main")
    h.line("import", main.line("export", plan, "--internal", "--to", folder("whole")))
    kept = x.line("add", plan, "remark", "text=Eerst zo")
    x.line("set", plan, kept, "text=Toch anders")
    gone = x.line("add", plan, "remark", "text=Vergissing")
    x.line("undo", plan)
    path = x.line("packet", plan, "--session", session, "--to", folder("undone"))
    merged(h, path)
    texts = {r["id"]: r["text"] for r in h.json(plan)["remarks"]}
    assert texts[kept] == "Toch anders" and gone not in texts, texts
    x.line("set", plan, kept, "withdrawn=proef")
    merged(h, x.line("packet", plan, "--session", session, "--to", folder("undone")), path)
    assert [r["withdrawn"] for r in h.json(plan)["remarks"] if r["id"] == kept] == ["proef"]


end()
