"""start() waits for the end of the child."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def start(self):
        super().start()
        self.join()
