#!/usr/bin/env python3
"""The jars of Kafka that kafka/pom.xml names, in a cache that survives (cache.py): `jars.py` fetches them if they are not there."""
import fcntl
import os
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
from cache import Cached, Missing, writable

POM = os.path.join(HERE, "kafka", "pom.xml")
LOGGING = os.path.join(HERE, "kafka", "log4j2.properties")
NAME = "kafka-4.1.0"
CLASSES, ARCHIVE = "classes.jsa", "-XX:ArchiveClassesAtExit="
LONGEST = 540  # seconds for one fetch
JARS = Cached(NAME, POM)


def folder() -> str:
    """Where the jars are."""
    if found := JARS.find():
        return found
    raise Missing("Kafka's jars are not in the cache: scripts/setup test fetches them")


def java(main: str, *arguments: str, heap: str = "256m", options: tuple = (), level: str = "INFO") -> list:
    """The command line that runs a class of Kafka's. The quick compiler and collector: tests start many, and briefly."""
    return ["java", "-Xmx" + heap, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-XX:+ExitOnOutOfMemoryError", *_classes(options), *options,
            "-Dlog4j2.configurationFile=" + LOGGING, "-Dlevel=" + level, "-cp", os.path.join(folder(), "jars", "*"), main, *arguments]


def _classes(options: tuple) -> tuple:
    """Java reads the classes of an earlier run from one file and starts in half the time; a file that does not fit it passes over."""
    known = os.path.join(folder(), CLASSES)
    if not os.path.exists(known) or any(option.startswith(ARCHIVE) for option in options):
        return ()
    return "-Xshare:auto", "-XX:SharedArchiveFile=" + known, "-Xlog:disable", "-Xlog:all=error:stderr"


def _remember_classes():
    from cluster import Cluster, Failure
    known = os.path.join(folder(), CLASSES)
    made = f"{known}.{os.getpid()}"
    try:
        with Cluster(brokers=1, java=(ARCHIVE + made,)) as cluster:
            cluster.create_topic("any")
            cluster.stop(1)
    except Failure as error:
        raise Missing(f"the jars are there, but Kafka does not run: {error}") from error
    if os.path.exists(made):
        with open(made, "rb") as whole:
            os.fsync(whole.fileno())  # Java trusts the file: one cut short would crash it
        os.rename(made, known)


def _maven(target: str, repository: str):
    command = ["mvn", "-B", "-q", "--strict-checksums", "-f", POM, "-Dmaven.repo.local=" + repository, "dependency:copy-dependencies",
               "-DincludeScope=runtime", "-DoutputDirectory=" + target]
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=LONGEST)
    except FileNotFoundError:
        raise Missing("there is no mvn here (Debian's package maven)") from None
    except subprocess.TimeoutExpired:
        raise Missing(f"Maven was not done after {LONGEST} s: is Maven Central within reach?") from None
    if done.returncode != 0:
        raise Missing("Maven could not fetch Kafka's jars: is Maven Central within reach?\n" + "\n".join(done.stdout.splitlines()[:3]))


def fetch():
    parent = writable()
    with open(os.path.join(parent, NAME + ".lock"), "w", encoding="ascii") as lock, tempfile.TemporaryDirectory(prefix=NAME + "-", dir=parent) as scratch:
        fcntl.flock(lock, fcntl.LOCK_EX)
        final, fresh = os.path.join(parent, NAME), os.path.join(scratch, NAME)
        if JARS.complete(final):
            return  # another one was quicker
        print("Fetching Apache Kafka's jars for the broker tests", flush=True)
        _maven(os.path.join(fresh, "jars"), os.path.join(scratch, "repository"))
        JARS.stamp(fresh)
        shutil.rmtree(final, ignore_errors=True)
        os.rename(fresh, final)


if __name__ == "__main__":
    try:
        folder()
    except Missing:
        try:
            fetch()
            _remember_classes()
        except (Missing, OSError) as error:
            sys.exit(f"{POM}: {error}")
