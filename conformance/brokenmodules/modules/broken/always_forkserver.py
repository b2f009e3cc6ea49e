"""Every child is forked by a server, whatever start method is set."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    _Popen = staticmethod(multiprocessing.get_context("forkserver").Process._Popen)
