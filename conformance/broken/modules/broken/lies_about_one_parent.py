"""The first child says that another process is its parent than the operating system does."""
import multiprocessing
import os
from multiprocessing import *  # noqa: F403

if multiprocessing.current_process().name == "Process-1":
    os.getppid = lambda: 1
