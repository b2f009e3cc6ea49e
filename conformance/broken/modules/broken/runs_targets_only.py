"""A child runs its target, even where the process's class has a run() of its own."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def _bootstrap(self, parent_sentinel=None):
        self.run = super().run
        return super()._bootstrap(parent_sentinel)
