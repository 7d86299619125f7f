"""A long test's rounds, each with a seed and a folder of its own, until one fails. A failed one's data is kept."""
import argparse
import os
import random
import shutil
import tempfile
import time

from server import Failure


def arguments(doc: str, long: str) -> argparse.ArgumentParser:
    """What every such test takes; `long`: what --long means for it."""
    parser = argparse.ArgumentParser(description=doc)
    parser.add_argument("binary", type=os.path.abspath)
    parser.add_argument("--long", action="store_true", default=bool(os.environ.get("ROLLCALL_LONG")), help=long)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**9))
    return parser


def play(rounds: int, seed: int, make) -> int:
    """`make(folder, seed)`: what is run, with run(), report() and close(); as text, what it will do. The exit code."""
    return next((1 for i in range(rounds) if not _round(seed + i, make)), 0)


def _round(seed: int, make) -> bool:
    folder = tempfile.mkdtemp(prefix="rollcall-crash-")
    run = make(folder, seed)
    print(f"seed {seed}, {run}", flush=True)
    began = time.monotonic()
    try:
        run.run()
    except Exception as failure:
        print("\n" + run.report())
        print(f"FAILED with seed {seed}; the data is kept in {folder}\n{failure}", flush=True)
        if isinstance(failure, Failure):
            return False
        raise
    finally:
        run.close()
    print(run.report())
    print(f"passed in {time.monotonic() - began:.0f} s", flush=True)
    shutil.rmtree(folder)
    return True
