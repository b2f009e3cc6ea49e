"""Each child is forked by a new server."""
import multiprocessing.forkserver
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def start(self):
        multiprocessing.forkserver._forkserver._stop()
        super().start()
