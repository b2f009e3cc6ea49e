"""Every target gets one more argument than the process was given."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def __init__(self, target=None, args=(), kwargs={}):
        super().__init__(target=target, args=("surprise",) + tuple(args), kwargs=kwargs)
