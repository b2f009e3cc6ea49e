"""Each child has its own resource tracker. When the child ends, the tracker removes what the child attached to."""
import multiprocessing
from multiprocessing import *  # noqa: F403
from multiprocessing import resource_tracker


class Process(multiprocessing.Process):
    def run(self):
        tracker = resource_tracker._resource_tracker
        tracker._fd = tracker._pid = None
        super().run()
