"""Each look at the sentinel gives another descriptor, so that it is never the one that becomes ready."""
import os

import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    @property
    def sentinel(self):
        return os.dup(super().sentinel)
