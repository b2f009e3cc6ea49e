"""Keyword arguments do not reach the child."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def __init__(self, target=None, args=(), kwargs={}):
        super().__init__(target=target, args=args)
