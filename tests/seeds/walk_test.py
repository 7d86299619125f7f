#!/usr/bin/env python3
"""The five documents that Rollcall comes from, system by system: systems.json names each with what it does, the question that
shows it in the sample, the place in the answer and what must stand there, and the paragraph that says so. `walk_test.py BINARY`

    at        a path into the answer: members and numbers; `*` all members of a list; [member=value] the one that has it
    is        what stands there · has: the list there holds this · least: at least so many, or so much · none: nothing stands there
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import urllib.request

BINARY = os.path.abspath(sys.argv.pop(1))
ROWS = json.loads((pathlib.Path(__file__).resolve().parent / "systems.json").read_text())
CHECKS = ("is", "has", "least", "none")


def look(answer, path):
    """What stands at a path: a list where `*` was walked through; None where there is nothing."""
    if not path:
        return answer
    step, rest = path[0], path[1:]
    if answer is None:
        return None
    if step == "*":
        return [look(member, rest) for member in answer]
    if chosen := re.fullmatch(r"\[(\w+)=(.*)\]", step):
        return look(next((m for m in answer if str(m.get(chosen[1])) == chosen[2]), None), rest)
    if isinstance(answer, list):
        return look(answer[int(step)] if int(step) < len(answer) else None, rest)
    return look(answer.get(step), rest)


class Seeds(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="rollcall-seeds-")
        cls.process = subprocess.Popen([BINARY, "serve", "--sample", "--data", cls.folder.name, "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        said = cls.process.stdout.readline()  # once it is ready
        assert said, "rollcall serve --sample ended before it was ready"
        cls.url = said.split()[-1].rstrip("/")

    @classmethod
    def tearDownClass(cls):
        cls.process.terminate()
        cls.process.wait(60)
        cls.process.stdout.close()
        cls.folder.cleanup()

    def ask(self, target):
        with urllib.request.urlopen(self.url + target, timeout=30) as answer:
            return json.load(answer)

    def test_each_system_of_the_documents_is_there(self):
        for row in ROWS:
            with self.subTest(seed=row["seed"], system=row["system"]):
                found = look(self.ask(row["query"]), [step for step in re.findall(r"\[[^\]]*\]|[^/]+", row["at"])])
                if "is" in row:
                    self.assertEqual(found, row["is"])
                if "has" in row:
                    self.assertIn(row["has"], found)
                if "least" in row:
                    self.assertGreaterEqual(found if isinstance(found, (int, float)) else len(found), row["least"])
                if "none" in row:
                    self.assertFalse(found)

    def test_every_row_says_what_it_checks_and_where_it_is_written(self):
        for row in ROWS:
            self.assertTrue(all(row.get(member) for member in ("seed", "system", "does", "query", "at", "paragraph")), row)
            self.assertTrue(any(check in row for check in CHECKS), row)
        self.assertEqual(len({row["seed"] for row in ROWS}), 5)


if __name__ == "__main__":
    unittest.main()
