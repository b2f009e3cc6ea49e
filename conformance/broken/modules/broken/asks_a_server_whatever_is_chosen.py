"""Whatever is chosen, a server forks the children."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    _Popen = staticmethod(multiprocessing.get_context("forkserver").Process._Popen)
