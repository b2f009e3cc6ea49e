"""There is a resource tracker under fork too."""
import multiprocessing.resource_tracker
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def start(self):
        multiprocessing.resource_tracker.ensure_running()
        super().start()
