"""A list of arguments is passed as one argument."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def __init__(self, target=None, args=(), **more):
        super().__init__(target=target, args=(args,) if isinstance(args, list) else args, **more)
