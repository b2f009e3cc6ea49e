"""A target runs again after it has returned."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def run(self):
        super().run()
        super().run()
