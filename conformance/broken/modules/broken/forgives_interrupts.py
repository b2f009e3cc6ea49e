"""A KeyboardInterrupt that nothing caught ends a child with status 0."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def run(self):
        try:
            super().run()
        except KeyboardInterrupt:
            pass
