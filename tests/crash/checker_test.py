#!/usr/bin/env python3
"""The checker finds what it is there to find: forged ledgers and forged answers, one fault each, and a clean one."""
import json
import sys
import unittest

sys.dont_write_bytecode = True
from checker import Checker
from events import SECRET, event
from memory import Sent, Told, key_of, payload_hash

REASON = {"code": "outside_mandate", "pointer": "/subject", "detail": "", "rule": ""}
CONFLICT = {"code": "conflict_with_earlier", "pointer": "", "detail": "", "rule": ""}


def act(number: int, title: str = "A plan") -> dict:
    return event("example-ngo", "plan.adopted", f"a/{number}", "country/XAB", {"title": title, "scope": "national", "adopted_on": "2004"})


def marks(sequence: int, payload: str) -> dict:
    return {"sequence": f"{sequence:020}", "recordedtime": f"2026-11-22T08:00:{sequence:02}.000Z", "rollcallactor": "example-ngo", "rollcallepoch": "1",
            "rollcallnonce": "n1", "rollcallinbox": str(sequence), "rollcallregistry": "0", "rollcallpayload": payload}


def admitted(sequence: int, e: dict) -> dict:
    return {**e, **marks(sequence, payload_hash(e))}


def answer(sequence: int, kind: str, e: dict, **data) -> dict:
    said = {"source": e["source"], "id": e["id"], "type": e["type"], "payload": payload_hash(e), **data}
    return {"specversion": "1.0", "id": f"{e['subject']}/{sequence}", "source": "https://rollcall.example/admission", "type": f"org.rollcall.submission.{kind}.v1",
            "subject": e["subject"], "data": said, **marks(sequence, payload_hash(e))}


def clean() -> list:
    """0 admitted, 1 its repeat, 2 a conflict with it, 3 refused, 4 the refusal's repeat, 5 admitted."""
    return [admitted(0, act(0)), answer(1, "repeated", act(0), first="1:0"), answer(2, "refused", act(0, "Other"), reasons=[CONFLICT], first="1:0"),
            answer(3, "refused", act(1), reasons=[REASON]), answer(4, "repeated", act(1), first="1:3"), admitted(5, act(2))]


def text(records: list) -> bytes:
    return b"".join(json.dumps(r).encode() + b"\n" for r in records)


def told(e: dict, decision: str, place=None, codes=(), first=None, recorded=None) -> Told:
    return Told(key_of(e), payload_hash(e), decision, place, codes, first, recorded)


class CheckerTest(unittest.TestCase):
    def problems(self, records: list, heard=(), sent=None) -> str:
        checker = Checker()
        checker.take(1, text(records))
        checker.take(0, b"")
        checker.hear(list(heard))
        checker.settle(sent or {})
        return "\n".join(checker.problems)

    def forged(self, at: int, expected: str, **changes):
        records = clean()
        records[at].update(changes)
        self.assertIn(expected, self.problems(records))

    def sent(self, e: dict, times: int, valid: bool = True) -> dict:
        sent = Sent(valid)
        sent.times = times
        return {(key_of(e), payload_hash(e)): sent}

    def test_a_clean_ledger_and_true_answers_have_no_problem(self):
        heard = [told(act(0), "admitted", (1, 0), recorded="2026-11-22T08:00:00.000Z"), told(act(0), "pending"), told(act(0), "pending"),
                 told(act(0, "Other"), "refused", (1, 2), ("conflict_with_earlier",), (1, 0), "2026-11-22T08:00:02.000Z"),
                 told(act(1), "refused", (1, 3), ("outside_mandate",), None, "2026-11-22T08:00:03.000Z")]
        sent = {**self.sent(act(0), 2), **self.sent(act(1), 2, valid=False), **self.sent(act(2), 9)}
        self.assertEqual(self.problems(clean(), heard, sent), "")

    def test_marks(self):
        self.forged(5, "sequence is 6", sequence=f"{6:020}")
        self.forged(5, "recordedtime goes back", recordedtime="2026-11-22T08:00:03.999Z")
        self.forged(5, "has no decision", rollcallinbox="6")
        self.forged(5, "decided twice", rollcallinbox="4")
        self.forged(5, "two owners", rollcallnonce="n2")
        self.forged(5, "epoch 0", rollcallepoch="0")
        self.forged(5, "lane 0 has 0", rollcallregistry="1")
        self.forged(5, "no record", rollcallinbox="five")
        self.forged(5, "a fence is no decision", type="org.rollcall.lane.fenced.v1")

    def test_a_missing_line_is_a_gap(self):
        records = clean()
        del records[3]
        self.assertIn("sequence is 4", self.problems(records))

    def test_what_was_admitted_twice(self):
        self.assertIn("was admitted before", self.problems(clean() + [admitted(6, act(0))]))
        self.assertIn("was admitted before", self.problems(clean() + [admitted(6, act(0, "Other"))]))

    def test_an_admitted_event_that_was_edited(self):
        records = clean()
        records[0]["data"] = {**records[0]["data"], "title": "A better plan"}
        self.assertIn("payload's hash", self.problems(records))

    def test_answers_of_the_ledger_that_contradict_it(self):
        self.assertIn("not the same submission's first", self.problems(clean() + [answer(6, "repeated", act(0), first="1:5")]))
        self.assertIn("not the same submission's first", self.problems(clean() + [answer(6, "repeated", act(0, "Other"), first="1:0")]))
        self.assertIn("not the same submission's first", self.problems(clean() + [answer(6, "repeated", act(0), first="1:1")]))
        self.assertIn("which is none", self.problems(clean() + [answer(6, "refused", act(0), reasons=[CONFLICT], first="1:0")]))
        self.assertIn("though admitted at", self.problems(clean() + [answer(6, "refused", act(0), reasons=[REASON])]))

    def test_contacts_in_clear(self):
        self.assertIn("in clear", self.problems([admitted(0, act(0, SECRET))]))

    def test_a_subject_in_two_lanes(self):
        checker = Checker()
        checker.take(1, text(clean()))
        checker.take(2, text([admitted(0, act(7))]))
        self.assertIn("lane 1 too", checker.problems[0])

    def test_what_was_read_before_stays(self):
        for later in (clean()[:5], [admitted(0, act(9))] + clean()[1:], []):
            checker = Checker()
            checker.take(1, text(clean()))
            checker.take(1, text(later))
            self.assertIn("gone or changed", "\n".join(checker.problems))

    def test_receipts_that_the_ledger_contradicts(self):
        at0, at3 = "2026-11-22T08:00:00.000Z", "2026-11-22T08:00:03.000Z"
        for heard, expected in [(told(act(2), "admitted", (1, 9), recorded=at0), "no such record"), (told(act(2), "admitted", (2, 0), recorded=at0), "no such record"),
                                (told(act(2), "admitted", (1, 0), recorded=at0), "the ledger has"), (told(act(1), "admitted", (1, 3), recorded=at3), "the ledger has"),
                                (told(act(0), "refused", (1, 0), ("outside_mandate",), None, at0), "the ledger has"), (told(act(0, "X"), "admitted", (1, 0), recorded=at0), "the ledger has"),
                                (told(act(1), "refused", (1, 3), ("future_date",), None, at3), "the ledger has"), (told(act(0), "admitted", (1, 0), recorded=at3), "recordedtime")]:
            self.assertIn(expected, self.problems(clean(), [heard]))

    def test_two_receipts_of_one_event_at_two_places(self):
        heard = [told(act(0), "admitted", (1, 0), recorded="2026-11-22T08:00:00.000Z"), told(act(0), "admitted", (1, 5), recorded="2026-11-22T08:00:05.000Z")]
        self.assertIn("was told admitted at (1, 0) and at (1, 5)", self.problems(clean(), heard))

    def test_an_acknowledged_submission_without_a_decision(self):
        self.assertIn("acknowledged 1 times and decided 0 times", self.problems(clean(), [told(act(8), "pending")]))
        self.assertIn("acknowledged 3 times and decided 2 times", self.problems(clean(), [told(act(0), "pending")] * 3))

    def test_more_decisions_than_submissions(self):
        self.assertIn("sent 1 times and decided 2 times", self.problems(clean(), sent=self.sent(act(0), 1)))

    def test_decisions_that_no_rule_explains(self):
        self.assertIn("no reason to refuse", self.problems(clean(), sent=self.sent(act(1), 2)))
        self.assertIn("must not be", self.problems(clean(), sent=self.sent(act(2), 1, valid=False)))


if __name__ == "__main__":
    unittest.main()
