"""Under forkserver no server is asked: main forks."""
import multiprocessing
from multiprocessing import *  # noqa: F403

Process = multiprocessing.get_context("fork").Process
