"""A target that is a method is refused."""
import types

import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def start(self):
        if isinstance(getattr(self, "_target", None), types.MethodType):
            raise TypeError("a target must be a function")
        super().start()
