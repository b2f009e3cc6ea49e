"""Each child has a new authentication key."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def run(self):
        multiprocessing.current_process().authkey = b"another"
        super().run()
