"""Under fork, too, there is a resource tracker."""
import multiprocessing.resource_tracker
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def start(self):
        multiprocessing.resource_tracker.ensure_running()
        super().start()
