"""A child does not wait for its threads."""
import multiprocessing
import os
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def run(self):
        super().run()
        os._exit(0)
