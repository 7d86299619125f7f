#!/usr/bin/env python3
"""Plausible, wholly invented events for the benchmarks, the same for the same seed.

Countries are user-assigned codes of ISO 3166-1 (QMA to QZZ), 60 of them in the invented region `bench-region`, whose
framework is eap-2001; the speakers are invented monitors with a mandate everywhere. Over 20 years they report progress,
tell of plans, focal points and treaty acts, end some, correct some of their own words and doubt or confirm each other's.

    generate.py registry DIR            files for `rollcall admin country|region|membership|stakeholder FILE`
    generate.py events N [SEED]         N events, one a line, by the first speaker
"""
import itertools
import json
import random
import sys

SPEAKERS = [f"bench-monitor-{n}" for n in range(1, 5)]
COUNTRIES = ["Q" + a + b for a in "MNOPQRSTUVWXYZ" for b in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"][:300]
REGION, REGION_SIZE, FRAMEWORK = "bench-region", 60, "eap-2001"
COMMITMENTS = [f"{FRAMEWORK}/{letter}{n}" for letter, count in (("r", 10), ("a", 4), ("b", 12), ("c", 11), ("d", 11), ("e", 10)) for n in range(1, count + 1)]
TREATIES = ["crc", "opsc", "palermo", "ilo-c182"]
BODIES = ["Ministry of Children", "Ministry of Social Affairs", "Office of the Ombudsman", "National Council for Children", "Ministry of Tourism"]
DONE = ["a law was drafted and is before parliament", "training for police and judges began in two provinces", "a hotline answers in three languages",
        "shelters opened in the border towns", "a code of conduct was signed by the hotel association", "schools teach it from the sixth year on"]
LEFT = ["money for the second year is not secured", "reporting from the islands is late", "no figures are published yet", "the committee did not meet this year"]
SOURCE = "https://rollcall.example/stakeholders/"


def registry():
    """The registry items by the command that takes them (rollcall admin COMMAND FILE)."""
    item = lambda type, id, subject, data: {"type": type, "id": id, "subject": subject, "data": data}
    names = lambda text: {"en": text + " (invented, for benchmarks)"}
    return {
        "country": [item("country.registered", "country/" + c, "country/" + c, {"country": c, "names": names("Country " + c), "invented": True}) for c in COUNTRIES],
        "region": [item("region.defined", "region/" + REGION, "region/" + REGION, {"region": REGION, "names": names("Bench Region"), "invented": True})],
        "membership": [item("membership.started", "membership/" + REGION, "region/" + REGION, {"region": REGION, "countries": COUNTRIES[:REGION_SIZE], "from": "2001"})],
        "stakeholder": [item("stakeholder.registered", "stakeholder/" + s, "organisation/" + s,
                             {"stakeholder": s, "kind": "international_ngo", "name": s + " (invented)", "mandate": {"everywhere": True},
                              "duties": [{"duty": "monitor", "of": FRAMEWORK}], "invented": True}) for s in SPEAKERS],
    }


class History:
    """Makes events; `told` are the places of earlier ones, which later ones may name."""

    def __init__(self, seed=1, countries=COUNTRIES):
        self.random = random.Random(seed)
        self.countries = countries
        self.count = itertools.count()
        self.told = []      # (country, speaker, id, short type, data) of a finished round: admitted by now

    def round(self, count, speakers):
        """For each speaker a list of `count / len(speakers)` lines (bytes, without line feed)."""
        fresh, lines = [], []
        for speaker in speakers:
            lines.append([self.line(*self.event(speaker, fresh)) for _ in range(count // len(speakers))])
        self.told = self.random.sample(fresh, min(len(fresh), 20000))
        return lines

    def event(self, speaker, fresh):
        r, roll = self.random, self.random.random()
        if self.told and roll < 0.08:
            country, by, id, type, data = r.choice(self.told)
            if by != speaker:
                return self.about(speaker, country, by, id, r.choice(["claim.corroborated", "claim.disputed"]), {"statement": f"Our own visit that year found that {r.choice(LEFT)}."})
            if type == "plan.adopted":
                return self.about(speaker, country, by, id, "plan.ended", {"ended_on": self.date(2015, 2021)}, "plan")
            if type == "progress.reported":
                corrected = {**data, "status": r.choice(["met", "partly_met", "not_met"])}
                return self.about(speaker, country, by, id, "event.corrected", {"type": f"org.rollcall.{type}.v1", "reason": "A page was misread.", "data": corrected})
        country, id = r.choice(self.countries), f"{next(self.count):07d}"
        type, data = self.act(roll)
        fresh.append((country, speaker, id, type, data))
        return speaker, country, id, type, data

    def about(self, speaker, country, by, id, type, data, member="event"):
        return speaker, country, f"{next(self.count):07d}", type, {member: {"source": SOURCE + by, "id": id}, **data}

    def act(self, roll):
        r = self.random
        if roll < 0.80:
            return "progress.reported", {"commitment": r.choice(COMMITMENTS), "status": r.choice(["met", "partly_met", "partly_met", "not_met"]), "status_on": self.date(),
                                         "summary": f"In this year {r.choice(DONE)}; {r.choice(LEFT)}."}
        if roll < 0.87:
            return "plan.adopted", {"title": "National plan against the commercial sexual exploitation of children", "scope": "national", "adopted_on": self.date(),
                                    "runs_until": str(r.randint(2012, 2025)), "covers": ["stockholm-1996", FRAMEWORK], "has_indicators": r.random() < 0.5}
        if roll < 0.94:
            return "focal_point.designated", {"unit": r.choice(BODIES), "role": "National focal point", "designated_on": self.date(), "frameworks": ["stockholm-1996", FRAMEWORK]}
        if roll < 0.97:
            return "treaty.signed", {"instrument": r.choice(TREATIES), "signed_on": self.date()}
        if roll < 0.99:
            return "treaty.ratified", {"instrument": r.choice(TREATIES), "form": "ratification", "deposited_on": self.date()}
        return "declaration.adopted", {"framework": "stockholm-1996", "adopted_on": self.date()}

    def date(self, first=2001, last=2021):
        return f"{self.random.randint(first, last)}-{self.random.randint(1, 12):02d}-{self.random.randint(1, 28):02d}"

    def line(self, speaker, country, id, type, data):
        return json.dumps({"specversion": "1.0", "type": f"org.rollcall.{type}.v1", "source": SOURCE + speaker, "id": id, "subject": "country/" + country,
                           "time": self.date(2021, 2024) + "T09:00:00Z", "datacontenttype": "application/json", "data": data}, separators=(",", ":")).encode()


if __name__ == "__main__":
    if sys.argv[1:2] == ["registry"] and len(sys.argv) == 3:
        for command, items in registry().items():
            with open(f"{sys.argv[2]}/{command}.json", "w") as out:
                json.dump(items, out)
    elif sys.argv[1:2] == ["events"] and len(sys.argv) > 2:
        for line in History(int(sys.argv[3]) if len(sys.argv) > 3 else 1).round(int(sys.argv[2]), SPEAKERS[:1])[0]:
            print(line.decode())
    else:
        sys.exit(__doc__)
