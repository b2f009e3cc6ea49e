"""kill() and interrupt() call terminate()."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    kill = interrupt = multiprocessing.Process.terminate
