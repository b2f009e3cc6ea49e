"""In the first child, os.getpid() returns the process ID of the main process."""
import multiprocessing
import os
from multiprocessing import *  # noqa: F403

if multiprocessing.current_process().name == "Process-1":
    os.getpid = os.getppid
