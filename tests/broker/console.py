#!/usr/bin/env python3
"""Kafka's own console tools, for what must hold with other clients than Rollcall's.

  console.py TOOL OPTION...   TOOL out of TOOLS, on the cluster that ROLLCALL_TEST_KAFKA names"""
import os
import subprocess
import sys
from typing import NamedTuple

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import jars

TOOLS = {
    "topics": "org.apache.kafka.tools.TopicCommand", "configs": "kafka.admin.ConfigCommand", "offsets": "org.apache.kafka.tools.GetOffsetShell",
    "producer": "org.apache.kafka.tools.ConsoleProducer", "consumer": "org.apache.kafka.tools.consumer.ConsoleConsumer",
    "groups": "org.apache.kafka.tools.consumer.group.ConsumerGroupCommand", "quorum": "org.apache.kafka.tools.MetadataQuorumCommand",
    "delete-records": "org.apache.kafka.tools.DeleteRecordsCommand",
}
PATIENCE = 90.0  # seconds


class Failure(Exception):
    """The tool ended with another status than 0; with what it said."""


class Record(NamedTuple):
    partition: int
    offset: int
    headers: dict
    key: str         # "null" stands for none: the tool does not tell them apart
    value: str


def command(tool: str, bootstrap: str, *arguments: str) -> list:
    to = "--bootstrap-controller" if "--bootstrap-controller" in arguments else "--bootstrap-server"
    where = () if to in arguments else (to, bootstrap)
    return jars.java(TOOLS[tool], *where, *arguments, level="WARN")


def run(tool: str, bootstrap: str, *arguments: str, given: str = None, timeout: float = PATIENCE) -> str:
    """What it prints. `given`: its standard input."""
    done = subprocess.run(command(tool, bootstrap, *arguments), input=given or "", capture_output=True, text=True, timeout=timeout)
    if done.returncode != 0:
        raise Failure(f"{tool} {' '.join(arguments)} ended with {done.returncode}: {done.stdout}{done.stderr}")
    return done.stdout


def produce(bootstrap: str, topic: str, records: list):
    """Of each record the headers, the key and the value, none with a tab, a line end or, in a header, a comma or colon."""
    def line(record: Record) -> str:
        return ",".join(f"{name}:{value}" for name, value in record.headers.items()) + f"\t{record.key}\t{record.value}\n"
    run("producer", bootstrap, "--topic", topic, "--producer-property", "acks=all", "--property", "parse.headers=true", "--property", "parse.key=true",
        given="".join(map(line, records)))


def consume(bootstrap: str, topic: str, count: int, *arguments: str) -> list:
    """`count` records from the beginning, by Kafka's own consumer (values that are text without a line end)."""
    shown = [word for name in ("partition", "offset", "headers", "key") for word in ("--property", f"print.{name}=true")]
    text = run("consumer", bootstrap, "--topic", topic, "--from-beginning", "--max-messages", str(count), "--timeout-ms", "30000", *shown, *arguments)
    return [_record(line) for line in text.split("\n") if line]


def _record(line: str) -> Record:
    partition, offset, headers, key, value = line.split("\t", 4)
    pairs = [] if headers == "NO_HEADERS" else [header.split(":", 1) for header in headers.split(",")]
    return Record(int(partition.removeprefix("Partition:")), int(offset.removeprefix("Offset:")), dict(pairs), key, value)


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in TOOLS or "ROLLCALL_TEST_KAFKA" not in os.environ:
        sys.exit(__doc__ + ": " + ", ".join(TOOLS))
    line = command(sys.argv[1], os.environ["ROLLCALL_TEST_KAFKA"], *sys.argv[2:])
    os.execvp(line[0], line)
