"""terminate() sends SIGKILL."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    terminate = multiprocessing.Process.kill
