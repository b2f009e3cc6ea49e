"""A child is told its first parent's id for ever."""
import os

import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def run(self):
        parent = os.getppid()
        os.getppid = lambda: parent
        super().run()
