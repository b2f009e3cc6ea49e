"""In the first child, os.getppid() does not return the parent ID that the operating system reports."""
import multiprocessing
import os
from multiprocessing import *  # noqa: F403

if multiprocessing.current_process().name == "Process-1":
    os.getppid = lambda: 1
