"""compose.yaml as Docker Compose would have it: variables filled in, files laid over each other, services that extend
others. As much of that as this project's files use; anything else is an error, not a guess."""
import os
import re

import yaml

MERGED = {"environment", "depends_on"}                    # maps, by name
APPENDED = {"networks", "secrets"}                        # lists, each entry once
REPLACED = {"command", "healthcheck", "image", "mem_limit", "restart"}
VARIABLE = re.compile(r"\$\{(\w+):-([^}]*)\}")


def load(*files: str, environ: dict = None) -> dict:
    """The first file with the others laid over it; `environ` in place of the shell's."""
    whole = {"services": {}, "volumes": {}, "networks": {}, "secrets": {}}
    for file in files:
        part = _read(file, environ or {})
        for name, service in part.get("services", {}).items():
            there = whole["services"].get(name)
            whole["services"][name] = _laid_over(there, service) if there else service
        for kind in ("volumes", "networks", "secrets"):
            whole[kind] |= part.get(kind, {})
    return whole


def _read(file: str, environ: dict) -> dict:
    with open(file, encoding="utf-8") as text:
        part = _filled(yaml.safe_load(text), environ)
    unknown = {key for key in part if not key.startswith("x-")} - {"name", "services", "volumes", "networks", "secrets"}
    if unknown:
        raise ValueError(f"{file}: {unknown} at the top is not understood here")
    for name, service in part.get("services", {}).items():
        base = service.pop("extends", None)
        if base:
            other = _read(os.path.join(os.path.dirname(file), base["file"]), environ)
            part["services"][name] = _laid_over(other["services"][base["service"]], service)
    return part


def _filled(node, environ: dict):
    if isinstance(node, dict):
        return {key: _filled(value, environ) for key, value in node.items()}
    if isinstance(node, list):
        return [_filled(value, environ) for value in node]
    if not isinstance(node, str):
        return node
    filled = VARIABLE.sub(lambda found: environ.get(found[1]) or found[2], node)
    if "$" in filled:
        raise ValueError(f"'{node}': only ${{NAME:-DEFAULT}} is understood here")
    return filled


def _laid_over(base: dict, more: dict) -> dict:
    merged = dict(base)
    for key, value in more.items():
        if key in MERGED:
            merged[key] = base.get(key, {}) | value
        elif key in APPENDED:
            merged[key] = list(dict.fromkeys(base.get(key, []) + value))
        elif key == "volumes":
            merged[key] = list(({target_of(volume): volume for volume in base.get(key, [])} | {target_of(volume): volume for volume in value}).values())
        elif key in REPLACED:
            merged[key] = value
        else:
            raise ValueError(f"how '{key}' is laid over another is not understood here")
    return merged


def source_of(volume: str) -> str:
    return volume.split(":")[0]


def target_of(volume: str) -> str:
    return volume.split(":")[1]


def memory(text: str) -> int:
    """Bytes of 512m or 1g."""
    return int(text[:-1]) << {"m": 20, "g": 30}[text[-1]]
