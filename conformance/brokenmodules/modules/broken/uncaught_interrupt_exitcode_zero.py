"""A child that is ended by an uncaught KeyboardInterrupt has the exit code 0."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def run(self):
        try:
            super().run()
        except KeyboardInterrupt:
            pass
