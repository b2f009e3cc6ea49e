"""All children have the same name."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def __init__(self, target=None, args=(), kwargs={}):
        super().__init__(target=target, name="Process-1", args=args, kwargs=kwargs)
