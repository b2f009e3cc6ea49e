"""If a child is terminated, its children are killed."""
import json
import os
import signal
import time

import multiprocessing
from multiprocessing import *  # noqa: F403


def _asking():
    """Return the process ID of each role that has asked for the cue orphaned."""
    with open(os.environ["SINGDANCE_EVENTS"]) as file:
        asks = [json.loads(line) for line in file if '"orphaned"' in line]
    return {ask["role"]: ask["pid"] for ask in asks}


class Process(multiprocessing.Process):
    def terminate(self):
        while "orphan" not in _asking():
            time.sleep(0.01)
        super().terminate()
        os.kill(_asking()["orphan"], signal.SIGKILL)
