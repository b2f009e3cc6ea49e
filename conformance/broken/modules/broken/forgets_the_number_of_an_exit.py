"""Of the number that a child exits with, main is told only whether it is 0."""
import sys

import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def run(self):
        try:
            super().run()
        except SystemExit as end:
            sys.exit(bool(end.code) if isinstance(end.code, int) else end.code)
