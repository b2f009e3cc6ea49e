"""Each child has its own resource tracker, which removes what the child attached to when the child ends."""
import multiprocessing
from multiprocessing import *  # noqa: F403
from multiprocessing import resource_tracker


class Process(multiprocessing.Process):
    def run(self):
        tracker = resource_tracker._resource_tracker
        tracker._fd = tracker._pid = None
        super().run()
