"""Positional arguments arrive in reverse order."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def __init__(self, target=None, args=(), kwargs={}):
        super().__init__(target=target, args=tuple(args)[::-1], kwargs=kwargs)
