#!/usr/bin/env python3
"""Writes schemas/events/<name>.v1.json, one JSON Schema (draft 7) for each event type.

    schemas/make_events.py            writes all schemas anew
    schemas/make_events.py golden     writes a ledger record into tests/golden for each type that has none; never
                                      touches one that stands: a golden file is what old code wrote
    schemas/make_events.py golden NAME…   writes one more for types that have grown: NAME.v1.2.json and so on

Structure comes from the structs in events/types/*.h, words and examples from events.toml beside this file. Run it by
hand after changing either, and commit what it wrote. No build runs it: tests/unit/schema_test.cc compares the files in
the repository with the structs the compiler sees, so what this script misreads, or nobody ran it for, fails there.
Needs Python 3.11 and nothing else.
"""
import base64, hashlib, json, pathlib, re, sys, tomllib

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
BASE = "https://rollcall.example/"
SLUG = "[a-z0-9][a-z0-9._-]{0,99}"
DAY = (r"[1-9][0-9]{3}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))"
       r"|([1-9][0-9](0[48]|[2468][048]|[13579][26])|([2468][048]|[13579][26])00)-02-29")
PATTERNS = {  # events/ids.cc and events/dates.cc
    **dict.fromkeys(["StakeholderId", "FrameworkId", "InstrumentId", "RegionId", "CredentialId", "ContactId", "MeetingId"], f"^{SLUG}$"),
    "CountryCode": "^[A-Z]{3}$", "CurrencyCode": "^[A-Z]{3}$", "CommitmentId": f"^{SLUG}/[a-z][0-9]{{1,5}}$", "Sha256Hex": "^[0-9a-f]{64}$",
    "PartialDate": f"^([1-9][0-9]{{3}}(-(0[1-9]|1[0-2]))?|{DAY})$"}
TEXT = {"type": "string", "minLength": 1, "maxLength": 2000}
CLEAR = {"name": 100, "email": 200, "phone": 40}  # characters; of 4 bytes each they still fit the 2000 bytes of `sealed`
LANGUAGES = ["ar", "en", "es", "fr", "ru", "zh"]
SHAPES = {
    "Text": TEXT, "bool": {"type": "boolean"}, "std::int64_t": {"type": "integer"}, "RawJson": {"type": "object"},
    "Names": {"type": "object", "additionalProperties": False, "required": ["en"],
              "properties": {language: TEXT for language in LANGUAGES}},
    **{name: {"type": "string", "pattern": pattern} for name, pattern in PATTERNS.items()}}
HINTS = {"PartialDate": "YYYY-MM-DD, YYYY-MM or YYYY, as precisely as it is known.", "Names": "By language: ar, en, es, fr, ru, zh; en must be there."}

words = tomllib.loads((HERE / "events.toml").read_text())


class Declared:
    """The structs, enums and type infos of events/types/*.h, as written there: one member a line, no code in between."""

    def __init__(self):
        text = "\n".join(p.read_text() for p in sorted((ROOT / "events/types").glob("*.h")) if p.name != "common.h")
        text += (ROOT / "events/types/common.h").read_text()
        self.enums = {name: re.findall(r"\w+", body) for name, body in re.findall(r"enum class (\w+) \{([^}]*)\};", text)}
        self.structs, self.infos = {}, {}
        for name, base, body in re.findall(r"^struct (\w+)(?: : (\w+))? \{[^\n]*\n(.*?)^\};", text, re.S | re.M):
            self.structs[name] = (base, re.findall(r"^  ([\w:<>]+) (\w+)(?:\{\}| = 0)?;", body, re.M))
            if info := re.search(r'TypeInfo info\{"([\w.]+)", Area::\w+, ([^}]*)\};', body):
                self.infos[info[1]] = (name, self.subjects(info[2]))

    @staticmethod
    def subjects(bits):
        for name, kinds in (("kAnything", "kPlace organisation meeting framework instrument"), ("kPlace", "country region"), ("kCountry", "country"),
                            ("kOrganisation", "organisation"), ("kMeeting", "meeting")):
            bits = bits.replace(name, kinds)
        return [kind for kind in ("country", "region", "organisation", "meeting", "framework", "instrument") if kind in bits]

    def members(self, struct):
        """(struct that declares it, type, name), inherited ones first."""
        base, own = self.structs[struct]
        return (self.members(base) if base else []) + [(struct, kind, name) for kind, name in own]


declared = Declared()


def may_be_absent(kind):
    return kind.startswith(("std::optional<", "std::vector<"))


def told(struct, name):
    by_struct = words["members"].get(struct, {})
    return by_struct.get(name) or words["members"]["*"].get(name) or sys.exit(f"events.toml: say what {struct}.{name} means, under [members.{struct}]")


def shape(kind):
    if inner := re.fullmatch(r"std::optional<(.*)>", kind):
        return shape(inner[1])
    if inner := re.fullmatch(r"std::vector<(.*)>", kind):
        return {"type": "array", "maxItems": 300, "items": shape(inner[1])}
    if kind in declared.enums:
        return {"type": "string", "enum": declared.enums[kind]}
    if kind == "SealedContact":
        return {"oneOf": [clear_contact(), {"title": "Sealed by the gateway, as records hold it", **object_of(kind)}]}
    return SHAPES[kind] if kind in SHAPES else object_of(kind)


def clear_contact():
    """What a partner may send over HTTP in the place of a SealedContact: no struct, for nothing past the gateway sees it."""
    properties = {name: {"description": told("ClearContact", name), **TEXT, "maxLength": most} for name, most in CLEAR.items()}
    return {"title": "In clear, over HTTP only", "type": "object", "additionalProperties": False, "minProperties": 1, "properties": properties}


def object_of(struct):
    properties, required = {}, []
    for owner, kind, name in declared.members(struct):
        core = re.sub(r"^std::\w+<(.*)>$", r"\1", kind)
        hint = f" {HINTS[core]}" if core in HINTS else ""
        properties[name] = {"description": told(owner, name) + hint, **shape(kind)}
        if not may_be_absent(kind):
            required.append(name)
    return {"type": "object", "additionalProperties": False, **({"required": required} if required else {}), "properties": properties}


def schema(name):
    struct, subjects = declared.infos[name]
    word = words["types"].get(name) or sys.exit(f'events.toml: say what {name} is, under [types."{name}"]')
    return {"$schema": "http://json-schema.org/draft-07/schema#", "$id": f"{BASE}schemas/{name}.v1.json", "title": word["title"],
            "description": f"{word['says']} Usually said by: {word['who']} About: {', '.join(subjects)} (the event's `subject` is kind/id)."
                           " Texts hold at most 2000 bytes of UTF-8; where they are not ASCII that is fewer characters than `maxLength` lets through.",
            "x-rollcall-type": f"org.rollcall.{name}.v1", "x-rollcall-subjects": subjects,
            **object_of(struct), "examples": [json.loads(e) for e in word["examples"]]}


def canonical(value):  # RFC 8785, for the strings, booleans and small integers that examples hold
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def golden(name, number):
    word = words["types"][name]
    event = {"specversion": "1.0", "id": word["id"], "source": f"{BASE}stakeholders/{word['by']}", "type": f"org.rollcall.{name}.v1",
             "subject": word["subject"], "time": word["time"], "datacontenttype": "application/json", "dataschema": f"{BASE}schemas/{name}.v1.json"}
    data = json.loads(word["examples"][-1])
    digest = hashlib.sha256(canonical({**event, "data": data}).encode()).digest()
    marks = {"sequence": f"{number:020}", "recordedtime": f"2026-11-22T08:15:30.{number:03}Z", "partitionkey": word["subject"],
             "rollcallactor": word["by"], "rollcallstanding": word["standing"], "rollcallepoch": "7", "rollcallnonce": "9f86d081884c7d65",
             "rollcallinbox": str(1200 + number), "rollcallregistry": "57", "rollcallpayload": base64.urlsafe_b64encode(digest).decode().rstrip("=")}
    record = json.dumps({**event, **marks}, ensure_ascii=False, separators=(",", ":"))
    return record[:-1] + ',"data":' + canonical(data) + "}\n"


def main():
    if unknown := (words["types"].keys() - declared.infos.keys()) | (words["members"].keys() - declared.structs.keys() - {"*", "ClearContact"}):
        sys.exit(f"events.toml tells of what events/types does not declare: {', '.join(sorted(unknown))}")
    for number, name in enumerate(sorted(declared.infos)):
        (HERE / "events" / f"{name}.v1.json").write_text(json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n")
        record, edition = ROOT / "tests/golden" / f"{name}.v1.json", 1
        while name in sys.argv[2:] and record.exists():
            edition += 1
            record = record.with_name(f"{name}.v1.{edition}.json")
        if sys.argv[1:2] == ["golden"] and not record.exists():
            record.write_text(golden(name, number))


main()
