"""Target and arguments are pickled under fork too."""
import multiprocessing.reduction
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def start(self):
        multiprocessing.reduction.ForkingPickler.dumps((self._target, self._args))
        super().start()
