#!/usr/bin/env python3
"""A pack's workbook as another program reads it: the cells of the sample's meeting against the pack's JSON.

  pack_workbook_test.py ROLLCALL    starts it with the sample history on a folder of its own
"""
import hashlib
import io
import json
import re
import subprocess
import sys
import tempfile
import unittest
import urllib.request
import xml.etree.ElementTree as ET
import zipfile

MEETING = "example-2006"
NAMES = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships"}
LETTERS = {"met": "M", "met_late": "ML", "in_progress": "I", "lapsed": "L", "overdue": "O"}


def column(reference: str) -> int:
    number = 0
    for letter in re.match("[A-Z]+", reference)[0]:
        number = number * 26 + ord(letter) - 64
    return number - 1


def sheets(workbook: bytes) -> dict:
    """Sheet name -> rows of texts."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as parts:
        assert parts.testzip() is None
        shared = ["".join(t.text or "" for t in item.iter("{%s}t" % NAMES["m"])) for item in ET.fromstring(parts.read("xl/sharedStrings.xml"))]
        targets = {r.get("Id"): r.get("Target") for r in ET.fromstring(parts.read("xl/_rels/workbook.xml.rels"))}
        found = {}
        for sheet in ET.fromstring(parts.read("xl/workbook.xml")).find("m:sheets", NAMES):
            rows = []
            for row in ET.fromstring(parts.read("xl/" + targets[sheet.get("{%s}id" % NAMES["r"])])).iter("{%s}row" % NAMES["m"]):
                cells = {}
                for cell in row:
                    value = cell.find("m:v", NAMES)
                    if value is not None:
                        cells[column(cell.get("r"))] = shared[int(value.text)] if cell.get("t") == "s" else value.text
                rows.append([cells.get(i, "") for i in range(max(cells, default=-1) + 1)])
            found[sheet.get("name")] = rows
        return found


def sign(cell: dict) -> str:
    letter = LETTERS.get(cell["status"]) or ("R" if cell["events"] else "·")
    return letter + ("!" if cell["disputed"] else "")


class Workbook(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.server = subprocess.Popen([sys.argv[1], "serve", "--data", cls.folder.name, "--listen", "127.0.0.1:0", "--sample"], stdout=subprocess.PIPE, text=True)
        cls.addClassCleanup(cls.server.wait)
        cls.addClassCleanup(cls.server.terminate)
        cls.url = re.search(r"http://\S+", cls.server.stdout.readline())[0].rstrip("/")
        cls.addClassCleanup(cls.server.stdout.close)
        answer = cls.pack("json")
        cls.position = answer.headers["Rollcall-Position"]
        cls.answers = json.load(answer)["answers"]
        cls.book = sheets(cls.pack("xlsx", "&at=" + cls.position).read())

    @classmethod
    def pack(cls, form, more=""):
        return urllib.request.urlopen(f"{cls.url}/v1/meetings/{MEETING}/pack?format={form}{more}", timeout=60)

    def test_each_sign_of_the_matrix_is_its_cells(self):
        scorecards = {name: answer for name, answer in self.answers.items() if name.startswith("scorecard/")}
        self.assertEqual(list(scorecards), ["scorecard/example-archipelago/eap-2001"])
        for scorecard in scorecards.values():
            sheet = self.book["scorecard"]
            self.assertEqual(sheet[0][4:], scorecard["countries"])
            signs = {(cell["commitment"], cell["country"]): sign(cell) for cell in scorecard["cells"]}
            self.assertEqual(len(sheet) - 1, len(scorecard["commitments"]))
            for row in sheet[1:]:
                for country, shown in zip(scorecard["countries"], row[4:]):
                    self.assertEqual(shown, signs[row[0], country], (row[0], country))

    def test_every_event_of_the_evidence_has_a_row(self):
        told = self.answers["evidence/example-archipelago/eap-2001"]["events"]
        self.assertEqual([row[0] for row in self.book["evidence"][1:]], [entry["event"]["position"] for entry in told])
        explaining = {place for cell in self.answers["scorecard/example-archipelago/eap-2001"]["cells"] for place in cell["events"]}
        self.assertEqual({entry["event"]["position"] for entry in told}, explaining)

    def test_contributions_and_recommendations_are_all_there(self):
        self.assertEqual(len(self.book["contributions"]) - 1, self.answers["meeting"]["contributions_told"])
        self.assertEqual({row[0] for row in self.book["recommendations"][1:]}, {r["recommendation"] for r in self.answers["recommendations"]["recommendations"]})
        people = [row for row in self.book["delegations"] if row[0] == "all"][0]
        self.assertEqual(int(people[4]), self.answers["participants"]["people"])

    def test_the_manifest_has_the_hash_of_what_is_served(self):
        manifest = json.load(self.pack("manifest", "&at=" + self.position))
        self.assertEqual({file["format"] for file in manifest["files"]}, {"html", "xlsx", "csv", "json"})
        for file in manifest["files"]:
            served = self.pack(file["format"], "&at=" + self.position).read()
            self.assertEqual((hashlib.sha256(served).hexdigest(), len(served)), (file["sha256"], file["bytes"]), file["name"])

    def test_the_zip_of_tables_holds_the_same_rows(self):
        with zipfile.ZipFile(io.BytesIO(self.pack("csv", "&at=" + self.position).read())) as tables:
            self.assertIsNone(tables.testzip())
            self.assertEqual({name[:-4][:31] for name in tables.namelist()} | {"legend"}, set(self.book))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
