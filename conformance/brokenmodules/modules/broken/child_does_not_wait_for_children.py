"""A child does not wait for its own children."""
import multiprocessing
import multiprocessing.process
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def run(self):
        super().run()
        multiprocessing.process._children.clear()
