"""A child calls its target even if the class of the process overrides run()."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def _bootstrap(self, parent_sentinel=None):
        self.run = super().run
        return super()._bootstrap(parent_sentinel)
