"""In a child, os.getppid() always returns the ID of its first parent."""
import os

import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def run(self):
        parent = os.getppid()
        os.getppid = lambda: parent
        super().run()
