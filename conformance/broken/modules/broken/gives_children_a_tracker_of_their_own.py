"""A child has a resource tracker of its own, which removes what the child has attached to when that ends."""
import multiprocessing
from multiprocessing import *  # noqa: F403
from multiprocessing import resource_tracker


class Process(multiprocessing.Process):
    def run(self):
        tracker = resource_tracker._resource_tracker
        tracker._fd = tracker._pid = None
        super().run()
