"""Under forkserver, the main process itself forks the children."""
import multiprocessing
from multiprocessing import *  # noqa: F403

Process = multiprocessing.get_context("fork").Process
