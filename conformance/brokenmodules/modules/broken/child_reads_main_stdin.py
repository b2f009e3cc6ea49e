"""A child reads the standard input of the main process."""
import multiprocessing
import sys
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def run(self):
        sys.stdin = open(0, closefd=False)
        super().run()
