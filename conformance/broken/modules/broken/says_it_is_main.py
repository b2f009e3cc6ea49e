"""The first child takes main's process id for its own."""
import multiprocessing
import os
from multiprocessing import *  # noqa: F403

if multiprocessing.current_process().name == "Process-1":
    os.getpid = os.getppid
