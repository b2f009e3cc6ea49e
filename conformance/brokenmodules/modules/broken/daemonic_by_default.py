"""A child is daemonic by default."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def __init__(self, *args, daemon=True, **kwargs):
        super().__init__(*args, daemon=daemon, **kwargs)
