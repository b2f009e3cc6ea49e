"""set_executable() has no effect."""
import multiprocessing
from multiprocessing import *  # noqa: F403


def set_executable(executable):
    pass
