#!/usr/bin/env python3
"""A Python with confluent-kafka (kafka/requirements.txt), in the cache where Kafka's jars are (cache.py): `python_client.py`
makes it if it is not there. Debian's package is built for Debian's Python alone; which one runs the tests is CMake's to find."""
import fcntl
import os
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import jars
from cache import Cached, Missing, writable

REQUIREMENTS = os.path.join(jars.HERE, "kafka", "requirements.txt")
CLIENT = Cached("python-client", REQUIREMENTS)


def python() -> str:
    """The interpreter that has the client."""
    if found := CLIENT.find():
        return os.path.join(found, "bin", "python")
    raise Missing("confluent-kafka is not in the cache: scripts/setup test fetches it")


def _run(*command: str):
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=jars.LONGEST)
    if done.returncode != 0:
        raise Missing(f"{' '.join(command[:4])} ended with {done.returncode}: is PyPI within reach, and Debian's package python3-venv there?\n{done.stdout[-1500:]}")


def works(folder: str) -> bool:
    """Not after another Python has taken the place of the one that it was made with."""
    try:
        return subprocess.run([os.path.join(folder, "bin", "python"), "-c", "import confluent_kafka"], stderr=subprocess.DEVNULL, timeout=60).returncode == 0
    except OSError:
        return False


def fetch():
    folder = os.path.join(writable(), CLIENT.name)
    with open(folder + ".lock", "w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if CLIENT.complete(folder) and works(folder):
            return  # another one was quicker
        print("Fetching confluent-kafka for the broker tests", flush=True)
        shutil.rmtree(folder, ignore_errors=True)
        _run(sys.executable, "-m", "venv", folder)
        _run(os.path.join(folder, "bin", "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary", ":all:", "-r", REQUIREMENTS)
        if not works(folder):
            raise Missing("confluent-kafka was installed, but can't be imported")
        CLIENT.stamp(folder)


if __name__ == "__main__":
    try:
        here = os.path.dirname(os.path.dirname(python()))
    except Missing:
        here = ""
    try:
        if not here or not works(here):
            fetch()
    except (Missing, OSError, subprocess.TimeoutExpired) as error:
        sys.exit(f"{REQUIREMENTS}: {error}")
