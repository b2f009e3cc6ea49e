"""A child waits for no child of its own."""
import multiprocessing
import multiprocessing.process
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def run(self):
        super().run()
        multiprocessing.process._children.clear()
