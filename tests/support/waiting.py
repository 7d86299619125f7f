"""Waiting, within a bound, for what nobody signals."""
import time

PAUSE = 0.02  # seconds


class Failure(Exception):
    """A test can't go on, or found what must not be; with what there is to look at, such as the end of a log."""


def until(condition, what: str, patience: float, more=lambda: ""):
    """`condition` may fail with OSError meanwhile. Too late: a Failure, with what `more` tells then."""
    end = time.monotonic() + patience
    while True:
        late = time.monotonic() > end  # so that the last look is after the wait
        try:
            if condition():
                return
        except OSError:
            pass
        if late:
            raise Failure(f"not within {patience:.0f} s: {what}\n{more()}")
        time.sleep(PAUSE)
