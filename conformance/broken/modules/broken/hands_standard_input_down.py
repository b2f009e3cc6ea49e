"""A child reads main's standard input."""
import multiprocessing
import sys
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def run(self):
        sys.stdin = open(0, closefd=False)
        super().run()
