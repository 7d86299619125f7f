"""A million plausible, wholly invented events of the whole domain, the same for the same seed: 200 countries, about 200
commitments of all the shipped frameworks, 20 years (1999 to 2018), in the order of the years. Countries, region and speakers
are generate.py's; beside them hotels and tour operators (CODE) speak of themselves.
"""
import json
import random

import generate

COUNTRIES = generate.COUNTRIES[:200]
COMPANIES = [f"bench-tours-{n}" for n in range(1, 41)]
FRAMEWORKS = ["stockholm-1996", "eap-2001", "eca-2008"]
THEMES = ["coordination", "prevention", "protection", "recovery", "participation"]
ACTIVITIES = ["girls_education", "awareness_raising", "interception", "refuges_and_case_management", "training_of_authorities", "strategy_and_planning", "cooperative_planning"]
AUDIENCES = ["police", "judges", "social_workers", "teachers", "tourism_staff", "health_workers"]
TOPICS = ["definition_of_child_pornography", "possession", "non_penalisation_of_victims", "extraterritoriality", "child_trafficking", "penalties"]
YEARS = range(1999, 2019)


def companies():
    return [{"type": "stakeholder.registered", "id": "stakeholder/" + c, "subject": "organisation/" + c,
             "data": {"stakeholder": c, "kind": "private_sector", "name": c + " (invented)", "mandate": {}, "home": COUNTRIES[n % len(COUNTRIES)],
                      "acts_as": ["tourism_companies"], "active_in": COUNTRIES[n:n + 3], "invented": True}} for n, c in enumerate(COMPANIES)]


class Domain:
    def __init__(self, commitments, seed=11):
        self.random, self.commitments, self.count = random.Random(seed), commitments, 0
        self.open = {}  # what can be ended or reported on: kind -> [(subject, id)]

    def day(self, year):
        return f"{year}-{self.random.randint(1, 12):02d}-{self.random.randint(1, 28):02d}"

    def acts(self):
        """(weight, maker of (type, data)); a maker gets the day and the country."""
        r, pick = self.random, self.random.choice
        return [
            (40, lambda on, c: ("progress.reported", {"commitment": pick(self.commitments), "status": pick(["met", "partly_met", "partly_met", "not_met"]), "status_on": on,
                                                      "summary": f"In this year {pick(generate.DONE)}; {pick(generate.LEFT)}."})),
            (12, lambda on, c: ("indicator.reported", {"indicator": pick(["convictions", "children_assisted", "trained_officials"]), "period": on[:4], "unit": "persons",
                                                       "by": [{"dimension": "sex", "value": pick(["female", "male"])}], "value": r.randint(5, 4000)})),
            (9, lambda on, c: ("training.delivered", {"title": "Course on child protection", "audience": [pick(AUDIENCES)], "delivered_on": on, "hours": r.randint(2, 40),
                                                      "people": r.randint(10, 300), "frameworks": [pick(FRAMEWORKS)]})),
            (7, lambda on, c: ("programme.started", {"title": "Field programme", "activities": [pick(ACTIVITIES)], "started_on": on, "runs_until": str(int(on[:4]) + r.randint(1, 4))})),
            (5, lambda on, c: ("legislation.enacted", {"title": "Amendment of the penal code", "topics": [pick(TOPICS)], "enacted_on": on})),
            (4, lambda on, c: ("participation.reported", {"process": "Review of the national plan", "kind": "plan", "rung": pick(["tokenism", "consulted_and_informed"]),
                                                          "reported_on": on, "young_people": r.randint(5, 200), "summary": "A day with young people."})),
            (4, lambda on, c: ("resources.committed", {"money": {"amount": r.randint(10, 900) * 1000, "currency": "USD"}, "purpose": "Shelters", "committed_on": on})),
            (4, lambda on, c: ("research.published", {"title": "Study", "published_on": on, "themes": [pick(THEMES)]})),
            (4, lambda on, c: ("recommendation.received", {"mechanism": "UPR", "text": "Adopt a plan of action.", "response": "accepted", "received_on": on[:7], "issues": ["Rights of the Child"]})),
            (3, lambda on, c: ("plan.adopted", {"title": "National plan of action", "scope": "national", "adopted_on": on, "runs_until": str(int(on[:4]) + 5),
                                                "covers": [pick(FRAMEWORKS)], "has_indicators": r.random() < 0.5})),
            (3, lambda on, c: ("focal_point.designated", {"unit": pick(generate.BODIES), "designated_on": on, "frameworks": [pick(FRAMEWORKS)]})),
            (2, lambda on, c: ("agreement.signed", {"title": "Memorandum on trafficking", "kind": "memorandum_of_understanding", "countries": [c, pick(COUNTRIES)], "others": ["A police network"], "signed_on": on})),
            (1, lambda on, c: ("youth_committee.established", {"name": "Youth council", "established_on": on, "independent": True})),
            (1, lambda on, c: ("hotline.opened", {"name": "Helpline", "kind": "helpline", "opened_on": on})),
            (1, lambda on, c: ("data_collection.established", {"title": "Register", "established_on": on})),
        ]

    def lines(self, total, speaker):
        """`total` lines by one speaker, year by year."""
        acts = self.acts()
        weights = [w for w, _ in acts]
        share = total // len(YEARS)
        for year in YEARS:
            for _ in range(share):
                country, on = self.random.choice(COUNTRIES), self.day(year)
                made = self.random.choices(acts, weights)[0][1](on, country)
                yield self.line(speaker, "country/" + country, on, *made)

    def line(self, speaker, subject, on, type, data):
        self.count += 1
        return json.dumps({"specversion": "1.0", "type": f"org.rollcall.{type}.v1", "source": generate.SOURCE + speaker, "id": f"d{self.count:07d}", "subject": subject,
                           "time": on + "T09:00:00Z", "datacontenttype": "application/json", "data": data}, separators=(",", ":")).encode()
