#!/usr/bin/env python3
"""Which records of a lane count, told from the topic alone: forged lanes, one thing wrong each, and clean ones."""
import json
import sys
import unittest

sys.dont_write_bytecode = True
from checker import Checker
from checker_test import act, admitted
from server import Failure
from topics import FENCE, Entry, Lane, Topics, parse


def fence(epoch: int, nonce: str) -> dict:
    return {"specversion": "1.0", "type": FENCE, "rollcallepoch": str(epoch), "rollcallnonce": nonce, "data": {"inbox": "i"}}


def by(epoch: int, nonce: str, sequence: int, **changes) -> dict:
    return {**admitted(sequence, act(sequence)), "rollcallepoch": str(epoch), "rollcallnonce": nonce, **changes}


def lane_of(values: list, first: int = 0) -> list:
    return [Entry(first + at, {}, b"", json.dumps(value).encode()) for at, value in enumerate(values)]


class LaneTest(unittest.TestCase):
    def read(self, *values):
        lane = Lane()
        counting = [int(json.loads(value)["sequence"]) for value in lane.take(lane_of(list(values)))]
        return counting, (lane.fences, lane.voids, lane.equal, lane.late)

    def test_records_under_the_last_fence_count(self):
        self.assertEqual(self.read(fence(1, "a"), by(1, "a", 0), by(1, "a", 1), fence(2, "b"), by(2, "b", 2)), ([0, 1, 2], (2, 0, 0, 0)))

    def test_what_a_woken_owner_still_writes_is_void(self):
        self.assertEqual(self.read(fence(1, "a"), by(1, "a", 0), fence(2, "b"), by(1, "a", 1), by(2, "b", 1), by(1, "a", 2)), ([0, 1], (2, 2, 0, 0)))

    def test_of_two_equal_fences_the_first_wins(self):
        self.assertEqual(self.read(fence(1, "a"), fence(1, "b"), by(1, "b", 0), by(1, "a", 0)), ([0], (1, 1, 1, 0)))

    def test_an_older_fence_changes_nothing(self):
        self.assertEqual(self.read(fence(2, "a"), fence(1, "b"), by(1, "b", 0), by(2, "a", 0)), ([0], (1, 1, 0, 1)))

    def test_before_any_fence_all_is_void(self):
        self.assertEqual(self.read(by(1, "a", 0)), ([], (0, 1, 0, 0)))

    def test_an_epoch_or_nonce_alone_is_not_enough(self):
        self.assertEqual(self.read(fence(2, "a"), by(2, "b", 0), by(1, "a", 0), by(3, "a", 0)), ([], (1, 3, 0, 0)))

    def test_a_hole_in_the_topic(self):
        lane = Lane()
        with self.assertRaises(ValueError):
            lane.take(lane_of([fence(1, "a")]) + lane_of([by(1, "a", 0)], 2))


class TopicsTest(unittest.TestCase):
    def problems(self, ledger: list, inbox: list) -> str:
        checker = Checker()
        topics = Topics("", 2, checker)
        topics._take_ledger(1, lane_of(ledger))
        topics._take_inbox(1, [Entry(at, {"actor": actor}, b"", json.dumps(event).encode()) for at, (actor, event) in enumerate(inbox)])
        topics._judge(1)
        self.all_decided = topics.all_decided()
        return "\n".join(checker.problems)

    def test_each_entry_has_its_decision(self):
        said = [("example-ngo", act(0)), ("example-ngo", act(1))]
        self.assertEqual(self.problems([fence(1, "a"), by(1, "a", 0), by(1, "a", 1)], said), "")
        self.assertTrue(self.all_decided)
        self.assertEqual(self.problems([fence(1, "a"), by(1, "a", 0)], said), "")
        self.assertFalse(self.all_decided)

    def test_a_forged_gap_and_a_forged_repeat(self):
        said = [("example-ngo", act(at)) for at in range(3)]
        self.assertIn("sequence is 2", self.problems([fence(1, "a"), by(1, "a", 0), by(1, "a", 2)], said))
        self.assertIn("decided twice", self.problems([fence(1, "a"), by(1, "a", 0), fence(2, "b"), by(2, "b", 1, rollcallinbox="0")], said))
        self.assertIn("has no decision", self.problems([fence(1, "a"), by(1, "a", 0), by(1, "a", 1, rollcallinbox="2")], said))

    def test_a_void_record_decides_nothing(self):
        self.problems([fence(1, "a"), fence(2, "b"), by(1, "a", 0)], [("example-ngo", act(0))])
        self.assertFalse(self.all_decided)

    def test_a_decision_on_something_else_than_the_inbox_has(self):
        for other in [("example-ngo", act(1)), ("example-ngo", act(0, "Other")), ("example-monitor", act(0))]:
            self.assertIn("but the inbox has", self.problems([fence(1, "a"), by(1, "a", 0)], [other]))

    def test_what_is_no_record(self):
        with self.assertRaises(Failure):
            self.problems([fence(1, "a"), {"type": "x"}], [])


class ParseTest(unittest.TestCase):
    def test_values_with_line_ends_and_empty_ones(self):
        text = b"0 1 5 actor=me,registry=7\nka\nb\nc\n1 -1 -1 \n\n2 0 1 actor=\n\n\n"
        self.assertEqual(parse(text), [Entry(0, {"actor": "me", "registry": "7"}, b"k", b"a\nb\nc"), Entry(1, {}, b"", b""), Entry(2, {"actor": ""}, b"", b"\n")])
        with self.assertRaises(ValueError):
            parse(b"0 1 5 \nkab")


if __name__ == "__main__":
    unittest.main()
