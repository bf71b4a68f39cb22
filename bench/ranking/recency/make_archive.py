#!/usr/bin/env python3
"""Makes a newspaper archive of our own invention with queries and judgements, to measure what
recency does for ranking. README.md tells the kinds of query and the rules of grading. Every run
makes the same.

usage: make_archive.py FOLDER

FOLDER gets docs.jsonl, queries.tsv (qid, text, kind), qrels.txt (TREC) and the two halves of the
queries, tune.tsv and report.tsv.
"""
import bisect
import collections
import datetime
import itertools
import json
import os
import random
import re
import sys

import background
import events
import subjects

NOW = datetime.date(2024, 6, 30)
FIRST = datetime.date(2016, 7, 1)
DAYS = (NOW - FIRST).days
SEED = 20240630
NOISE = 4_900
SELDOM = .08  # The share of the sentences marked as seldom used that is used.
SHORTEST_WORDS = 60
MONTHS = [datetime.date(2024, m, 1).strftime("%B") for m in range(1, 13)]
VOWEL_SOUND = re.compile(r"\b([Aa]) (?=[aeio]|u(?!n?i|s))(?!one|eu)")
INNERMOST = re.compile(r"\{([^{}]*)\}")


def lines(text):
    return text.strip().split("\n")


def older_items(text):
    """Each line's "headline / sentence / sentence" as a list."""
    return [item.split(" / ") for item in (lines(text) if isinstance(text, str) else text)]


def some_of(rng, templates):
    """The templates of a beat, with few of those that are marked as seldom used."""
    return [t.lstrip("~") for t in templates if t[0] != "~" or rng.random() < SELDOM]


def capital(text):
    return text[:1].upper() + text[1:]


def plural(noun):
    if noun in ("people", "sheep"):
        return noun
    if noun[-1] == "y" and noun[-2] not in "aeo":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


class Zipf:
    def __init__(self, words, s):
        self.words = words
        self.sums = list(itertools.accumulate(1 / (k + 3) ** s for k in range(len(words))))

    def draw(self, rng):
        return self.words[bisect.bisect_left(self.sums, rng.random() * self.sums[-1])]


POOLS = {"noun": Zipf(background.NOUNS, 0.8), "adj": Zipf(background.ADJECTIVES, 0.7),
         "verb": Zipf(background.VERBS, 0.5), "org": Zipf(background.ORGS, 0.5),
         "weekday": Zipf(background.WEEKDAYS, 0), "month": Zipf(MONTHS, 0)}


class Voice:
    """Turns templates to text for one story: the same cast and the same place throughout."""

    def __init__(self, rng, slots=()):
        self.rng = rng
        self.slots = dict(slots)
        for key in ("E", "boss", "name"):
            if key in self.slots:
                self.slots["surname_" + key] = self.slots[key].split()[-1]
        if "what" in self.slots:
            self.slots["What"] = capital(self.slots["what"])
        self.slots.setdefault("at", rng.choice(background.PLACES))
        self.cast = [self.new_person() for _ in range(4)]

    def new_person(self):
        pick = self.rng.choice
        surname = pick(background.SURNAME_HEADS) + pick(background.SURNAME_TAILS)
        return pick(background.GIVEN) + " " + surname

    def word(self, slot):
        rng = self.rng
        if slot in self.slots:
            return self.slots[slot]
        lower = slot[0].lower() + slot[1:]
        if re.fullmatch(r"\d+-\d+", slot):
            low, high = map(int, slot.split("-"))
            return str(rng.randint(low, high))
        if lower != slot:
            return capital(self.word(lower))
        if slot == "person":
            return self.cast[0] if rng.random() < .3 else self.new_person()
        if slot in ("person2", "person3"):
            return self.cast[int(slot[-1]) - 1]
        if slot == "surname":
            return self.cast[0].split()[1]
        if slot == "place":
            return self.slots["at"] if rng.random() < .3 else rng.choice(background.PLACES)
        if slot == "place2":
            return self.slots.setdefault("place2", rng.choice(background.PLACES))
        if slot == "nouns":
            return plural(POOLS["noun"].draw(rng))
        return POOLS[slot].draw(rng)

    def say(self, template):
        text = template.replace("{noun}s", "{nouns}")
        while match := INNERMOST.search(text):
            inner = match[1]
            chosen = self.rng.choice(inner.split("|")) if "|" in inner else self.word(inner)
            text = text[:match.start()] + chosen + text[match.end():]
        return capital(VOWEL_SOUND.sub(r"\1n ", text).replace("  ", " "))

    def say_some(self, templates, count):
        return [self.say(t) for t in self.rng.sample(templates, min(count, len(templates)))]


class Archive:
    """The stories so far, each with what it is about: (subject, role, edition)."""

    def __init__(self):
        self.rng = random.Random(SEED)
        self.stories = []

    def add(self, day, section, headline, sentences, subject=None, role=None, edition=None):
        rng = self.rng
        sentences = list(sentences)
        while sum(len(s.split()) for s in sentences) < SHORTEST_WORDS:
            sentences += self.filler(Voice(rng), section, 1)
        paragraphs = []
        while sentences:
            # At least three paragraphs if the sentences suffice, never more than eight.
            room = 8 - len(paragraphs)
            size = max(rng.choice([1, 1, 2, 2, 3]), -(-len(sentences) // room))
            if len(sentences) - size < 2 - len(paragraphs):
                size = 1
            paragraphs.append(sentences[:size])
            sentences = sentences[size:]
        self.stories.append(dict(
            day=min(max(day, FIRST), NOW), minute=rng.randint(5 * 60, 20 * 60),
            section=section, source=rng.choice(background.SOURCES), headline=capital(headline),
            paragraphs=paragraphs, subject=subject, role=role, edition=edition))

    def filler(self, voice, section, count):
        """Sentences of no topic: half of the section's beat, if it has one, half of anything."""
        beats = ([b for b in background.BEATS.values() if b[0] == section]
                 or [background.BEATS["people"]])
        own = some_of(self.rng, lines(self.rng.choice(beats)[2]))
        some = voice.say_some(own, count // 2)
        some += voice.say_some(background.FILLER, count - count // 2)
        self.rng.shuffle(some)
        return some

    def any_day(self):
        """A paper that has grown, and whose latest weeks are kept more fully."""
        if self.rng.random() < .12:
            return NOW - datetime.timedelta(self.rng.randint(0, 60))
        return FIRST + datetime.timedelta(round(DAYS * self.rng.random() ** .75))

    def even_day(self):
        return FIRST + datetime.timedelta(self.rng.randint(0, DAYS))

    def fresh_day(self):
        """Rather more of the last three months than the paper at large."""
        if self.rng.random() < .3:
            return NOW - datetime.timedelta(self.rng.randint(0, 90))
        return self.any_day()

    def day_between(self, first, last):
        return first + datetime.timedelta(self.rng.randint(0, max(0, (last - first).days)))


def add_noise(archive):
    rng = archive.rng
    beats = list(background.BEATS.values())
    for _ in range(NOISE):
        section, headlines, text = rng.choice(beats)
        voice = Voice(rng)
        length = rng.choice([4, 5, 6, 7, 8, 9, 11, 14, 18, 26])
        own = voice.say_some(some_of(rng, lines(text)), max(3, length // 2))
        rest = voice.say_some(background.FILLER, length - len(own))
        sentences = own[:1] + rng.sample(own[1:] + rest, len(own) + len(rest) - 1)
        headline = voice.say(rng.choice(some_of(rng, lines(headlines))))
        archive.add(archive.any_day(), section, headline, sentences)


def add_event(archive, event, past):
    rng = archive.rng
    texts = events.TYPES[event["type"]]
    lead, facts, people, side, after = (lines(texts[k]) for k in
                                        ("lead", "facts", "people", "side", "after"))
    slots = {k: v for k, v in event.items()
             if isinstance(v, str) and k not in ("older", "mention", "echo")}
    started = datetime.date.fromisoformat(event["started"])
    slots.update(day=str(started.day), month_name=f"{started:%B}", year=str(started.year))
    named = lines(events.NAMED[event["type"]])
    others = [e for e in events.PAST if e["type"] == event["type"] and e["id"] != event["id"]
              and datetime.date.fromisoformat(e["started"]) < started]

    for _ in range(event["weight"]):
        voice = Voice(rng, slots)
        # The stories thin out as the days go by; what sort of story comes when is chance.
        day = started + datetime.timedelta(int(event["days"] * rng.random() ** 1.3))
        role = rng.choices(["full", "brief", "side"], [55, 15, 30])[0]
        if role == "side":
            headline = voice.say(rng.choice(lines(texts["side_head"])))
            body = voice.say_some(people, rng.randint(0, 1))
            body += voice.say_some(facts, rng.randint(0, 1))
            body += archive.filler(voice, texts["section"], rng.randint(3, 8))
            rng.shuffle(body)
            body = [voice.say(rng.choice(side))] + body
        else:
            headline = voice.say(rng.choice(lines(texts[rng.choice(["direct", "oblique"])])))
            if role == "full":
                body = voice.say_some(facts, rng.randint(4, 7))
                body += voice.say_some(people, rng.randint(1, 3))
                body += archive.filler(voice, texts["section"], rng.randint(0, 4))
            else:
                body = voice.say_some(facts, 2)
            body += voice.say_some(named, rng.randint(0, 1) + (role == "full"))
            if rng.random() < .4:
                body.append(voice.say(rng.choice(lines(events.DATED))))
            rng.shuffle(body)
            body = voice.say_some(lead, rng.choice([1, 1, 2]) if role == "full" else 1) + body
        if others and rng.random() < .35:
            other = rng.choice(others)
            body.insert(rng.randint(2, len(body)), Voice(rng).say(rng.choice(lines(other["echo"]))))
        archive.add(day, texts["section"], headline, body, event["id"],
                    "full" if role == "full" else "thin")

    # Long after, of a past event: verdicts, reports, anniversaries.
    for k in range(4 if past else 0):
        voice = Voice(rng, slots)
        full = k % 2 == 0
        body = voice.say_some(after, 2 if full else 1) + voice.say_some(facts, 3 if full else 0)
        body += voice.say_some(named if full else people, 1)
        body += archive.filler(voice, texts["section"], 2 if full else 5)
        body.insert(1, voice.say("It was in {month_name} {year}{, or yesterday, some say|}."))
        archive.add(archive.day_between(started + datetime.timedelta(200), NOW), texts["section"],
                    voice.say(rng.choice(lines(texts["after_head"]))), body, event["id"],
                    "after-full" if full else "after-thin")

    for headline, *told in older_items(event.get("older", [])):
        for _ in range(rng.randint(3, 5) if not past else rng.randint(3, 4)):
            voice = Voice(rng, slots)
            body = [voice.say(t) for t in told]
            extra = voice.say_some(lines(events.OLDER_LINES), rng.randint(0, 2)) if not past else []
            extra += archive.filler(voice, texts["section"], rng.randint(2, 8))
            rng.shuffle(extra)
            day = archive.even_day() if not past or rng.random() < .5 else archive.fresh_day()
            if not past and rng.random() < .12:
                # Ordinary news of the entity from just before.
                day = started - datetime.timedelta(rng.randint(1, 20))
            archive.add(day, texts["section"], voice.say(headline), body + extra, event["id"],
                        "older")


def add_evergreen(archive, topic):
    rng = archive.rng
    text = lines(topic["text"])
    section = topic["section"]
    for headline in topic["guides"]:
        voice = Voice(rng, dict(name=topic["name"]))
        dropped = rng.randrange(len(text))
        body = [voice.say(t) for k, t in enumerate(text) if k != dropped]
        for sentence in (voice.say_some(subjects.GUIDE_LINES, rng.randint(1, 3))
                         + archive.filler(voice, section, rng.randint(1, 5))):
            body.insert(rng.randint(1, len(body)), sentence)
        archive.add(archive.even_day(), section, voice.say(headline), body, topic["id"], "guide")
    for headline in topic["short"] * 2:
        voice = Voice(rng)
        body = voice.say_some(text, 3) + archive.filler(voice, section, rng.randint(2, 4))
        archive.add(archive.any_day(), section, voice.say(headline), body, topic["id"], "short")
    for role, copies in (("related", 2), ("decoys", 2)):
        for headline, *told in older_items(topic[role]):
            for _ in range(copies):
                voice = Voice(rng)
                body = [voice.say(t) for t in told]
                body += archive.filler(voice, section, rng.randint(2, 7))
                if role == "related":
                    archive.add(archive.any_day(), section, voice.say(headline), body,
                                topic["id"], role)
                else:
                    archive.add(archive.fresh_day(), section, voice.say(headline), body)


def edition_days(topic):
    days = (datetime.date(year, topic["month"], topic["day"])
            for year in range(FIRST.year, NOW.year + 1))
    return [day for day in days if FIRST <= day <= NOW]


def add_periodic(archive, topic):
    rng = archive.rng
    texts = subjects.EDITIONS[topic["type"]]
    fields = subjects.EDITION_FIELDS.get(topic["id"], {})
    for main_day in edition_days(topic):
        year = main_day.year
        common = dict(name=topic["name"], edition=str(year))
        common.update({key: by_year[year] for key, by_year in fields.items()})
        if topic["type"] == "race":
            common["win_name"] = Voice(rng).cast[0]
        if topic["at"]:
            common["at"] = topic["at"]
        for k in range(7):
            full = k < 4
            voice = Voice(rng, dict(common, other=str(rng.randint(2012, year - 1))))
            text = lines(texts["text" if full else "thin_text"])
            body = voice.say_some(text, rng.randint(5, 7) if full else 1)
            if full and rng.random() < .5:
                body.insert(rng.randint(2, 5), voice.say(rng.choice(subjects.EDITION_LINES)))
            body += archive.filler(voice, topic["section"],
                                   rng.randint(0, 5) if full else rng.randint(3, 6))
            headline = voice.say(rng.choice(lines(texts["full" if full else "thin"])))
            archive.add(main_day + datetime.timedelta(rng.randint(0 if full else -4, 5)),
                        topic["section"], headline, body, topic["id"],
                        "full" if full else "thin", year)


def add_known(archive, story):
    rng = archive.rng
    voice = Voice(rng)
    day = archive.day_between(FIRST, NOW - datetime.timedelta(120))
    body = [voice.say(t) for t in lines(story["text"])]
    body += archive.filler(voice, story["section"], rng.randint(2, 6))
    archive.add(day, story["section"], story["headline"], body, story["id"], "itself")
    for headline, *told in older_items(story["follow"]):
        body = [voice.say(t) for t in told] + archive.filler(voice, story["section"], 4)
        archive.add(archive.day_between(day + datetime.timedelta(5), NOW), story["section"],
                    voice.say(headline), body, story["id"], "follow")
    for headline, *told in older_items(story["decoys"]):
        for _ in range(3):
            voice = Voice(rng)
            body = [voice.say(t) for t in told]
            body += archive.filler(voice, story["section"], rng.randint(2, 6))
            archive.add(archive.fresh_day(), story["section"], voice.say(headline), body)


def add_person(archive, person):
    rng = archive.rng
    section = person["section"]
    slots = dict(name=person["name"], role=person["role"], surname=person["name"].split()[-1])
    for headline in rng.sample(lines(subjects.PROFILES["headline"]), 3):
        voice = Voice(rng, slots)
        body = voice.say_some(lines(subjects.PROFILES["text"]), 6)
        archive.add(archive.even_day(), section, voice.say(headline),
                    body + archive.filler(voice, section, 4), person["id"], "profile")
    for part, copies in (("now", (1, 2)), ("career", (3, 5))):
        for headline, *told in older_items(person[part]):
            for _ in range(rng.randint(*copies)):
                voice = Voice(rng, slots)
                body = [voice.say(t) for t in told]
                extra = voice.say_some(lines(subjects.PROFILES["career_text"]), rng.randint(1, 3))
                extra += archive.filler(voice, section, rng.randint(2, 6))
                rng.shuffle(extra)
                day = (NOW - datetime.timedelta(rng.randint(0, 40)) if part == "now" else
                       archive.day_between(FIRST, NOW - datetime.timedelta(90)))
                archive.add(day, section, voice.say(headline), body + extra, person["id"], part)


def add_slow(archive, topic):
    rng = archive.rng
    frames = subjects.SLOW_FRAMES
    for role, count, said, extra in (("full", 6, (5, 7), 3), ("report", 24, (2, 4), 5),
                                     ("brief", 10, (1, 1), 3)):
        for _ in range(count):
            voice = Voice(rng, dict(name=topic["name"]))
            body = voice.say_some(lines(topic["text"]), rng.randint(*said))
            body += archive.filler(voice, topic["section"], rng.randint(extra - 2, extra + 2))
            rng.shuffle(body)
            if role != "brief":
                body = [voice.say(rng.choice(lines(frames["lead"])))] + body
            archive.add(archive.even_day(), topic["section"],
                        voice.say(rng.choice(lines(frames[role]))), body, topic["id"], role)


def add_asides(archive, topic, asides):
    """Stories that name the topic, often in the headline, and are about something else."""
    rng = archive.rng
    for headline, *told in older_items(asides):
        for _ in range(3):
            voice = Voice(rng, dict(name=topic["name"]))
            if "role" in topic:
                voice.slots["surname"] = topic["name"].split()[-1]
            body = [voice.say(t) for t in told]
            body += archive.filler(voice, "Features", rng.randint(1, 6))
            archive.add(archive.fresh_day(), "Features", voice.say(headline), body)


def add_mentions(archive, noise):
    """Puts words about the topics, in passing, into stories about nothing of the kind."""
    rng = archive.rng
    recent = [s for s in noise if (NOW - s["day"]).days <= 60]

    def put(templates, count, since, share_recent, slots=()):
        eligible = [s for s in noise if s["day"] >= since]
        fresh = [s for s in recent if s["day"] >= since]
        for _ in range(count):
            story = rng.choice(fresh if fresh and rng.random() < share_recent else eligible)
            voice = Voice(rng, slots)
            # One in four comes back to it.
            for template in rng.sample(templates, min(len(templates), rng.choice([1, 1, 1, 2]))):
                rng.choice(story["paragraphs"]).append(voice.say(template))

    for event in events.NOW:
        put(lines(event["mention"]), 26, FIRST, .15)
        started = datetime.date.fromisoformat(event["started"])
        put(lines(event["echo"]), rng.randint(5, 10), started, 1)
    for event in events.PAST:
        put(lines(event["echo"]), 24, datetime.date.fromisoformat(event["started"]), .25)
    for topic in subjects.EVERGREEN + subjects.PEOPLE:
        put(topic["mention"], 30, FIRST, .15)
    for topic in subjects.PERIODIC:
        put(subjects.EDITION_MENTION, 30, FIRST, .15, dict(name=topic["name"]))
    for topic in subjects.SLOW:
        put(subjects.SLOW_FRAMES["mention"], 30, FIRST, .15, dict(name=topic["name"]))


EVENTS = {e["id"]: e for e in events.NOW + events.PAST}
EVERGREENS = {t["id"]: t for t in subjects.EVERGREEN}
GRADES = {
    "evergreen": {"guide": 3, "short": 2, "related": 1},
    "known": {"itself": 3, "follow": 1},
    "person": {"profile": 3, "now": 3, "career": 2},
    "slow": {"full": 3, "report": 2, "brief": 1},
    "burst_past": {"full": 3, "thin": 2, "after-full": 2, "after-thin": 1},
}


def grade(kind, aim, extra, story):
    """What a story is worth to who asks; README.md has the rules in words. Dates play no part, but
    for the edition of a periodic event."""
    subject, role = story["subject"], story["role"]
    if kind == "burst_now":
        wanted = EVENTS[aim]
        if subject == aim and role in ("full", "thin"):
            return 3 if role == "full" else 2
        about = EVENTS.get(subject) or EVERGREENS.get(subject) or {}
        if about in events.PAST and role == "older":
            return 0
        same = about.get("E", about.get("entity")) == wanted["E"]
        alike = extra == "theme" and about.get("theme") == wanted["theme"]
        return 1 if (same or alike) and role not in ("short", "related") else 0
    if subject != aim:
        return 0
    if kind == "periodic":
        topic = next(t for t in subjects.PERIODIC if t["id"] == aim)
        latest = max(day.year for day in edition_days(topic))
        if story["edition"] == int(extra or latest):
            return 3 if role == "full" else 1
        return 1 if not extra and role == "full" and latest - story["edition"] <= 2 else 0
    return GRADES[kind].get(role, 0)


def half(qid):
    """Odd subjects within each kind to tune on, even ones to report."""
    return "tune" if int(qid[1:3]) % 2 else "report"


def make():
    archive = Archive()
    add_noise(archive)
    noise = list(archive.stories)
    for event in events.NOW:
        add_event(archive, event, past=False)
    for event in events.PAST:
        add_event(archive, event, past=True)
    for add, topics in ((add_evergreen, subjects.EVERGREEN), (add_periodic, subjects.PERIODIC),
                        (add_known, subjects.KNOWN), (add_person, subjects.PEOPLE),
                        (add_slow, subjects.SLOW)):
        for topic in topics:
            add(archive, topic)
    for topics, asides in ((subjects.SLOW, subjects.SLOW_ASIDES),
                           (subjects.PEOPLE, subjects.PERSON_ASIDES)):
        for topic in topics:
            add_asides(archive, topic, asides)
    add_mentions(archive, noise)
    # An id tells nothing of date or subject.
    numbers = list(range(1, len(archive.stories) + 1))
    archive.rng.shuffle(numbers)
    for story, number in zip(archive.stories, numbers):
        story["id"] = f"n{number:05}"
    return sorted(archive.stories, key=lambda s: (s["day"], s["minute"], s["id"]))


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__.strip())
    folder = sys.argv[1]
    os.makedirs(folder, exist_ok=True)
    stories = make()
    with open(os.path.join(folder, "docs.jsonl"), "w", encoding="utf-8") as out:
        for story in stories:
            hour, minute = divmod(story["minute"], 60)
            date = f"{story['day'].isoformat()}T{hour:02}:{minute:02}:00Z"
            json.dump({"id": story["id"], "headline": story["headline"], "date": date,
                       "section": story["section"], "source": story["source"], "language": "en",
                       "body": "\n\n".join(" ".join(p) for p in story["paragraphs"])},
                      out, ensure_ascii=False)
            out.write("\n")
    queries = [line.split("\t") for line in lines(subjects.QUERIES)]
    counts = collections.Counter()
    with open(os.path.join(folder, "qrels.txt"), "w", encoding="utf-8") as out:
        for qid, _, kind, aim, *extra in queries:
            for story in stories:
                if worth := grade(kind, aim, extra[0] if extra else "", story):
                    out.write(f"{qid} 0 {story['id']} {worth}\n")
                    counts[worth] += 1
    for name in ("queries", "tune", "report"):
        with open(os.path.join(folder, name + ".tsv"), "w", encoding="utf-8") as out:
            for qid, text, kind, *_ in queries:
                if name in ("queries", half(qid)):
                    out.write(f"{qid}\t{text}\t{kind}\n")
    print(json.dumps({"articles": len(stories), "queries": len(queries),
                      "judgements": {str(k): counts[k] for k in sorted(counts)}}))


if __name__ == "__main__":
    main()
