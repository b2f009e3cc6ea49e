"""The main process itself forks the children of the forkserver context."""
import multiprocessing
from multiprocessing import *  # noqa: F403
from multiprocessing import __all__  # noqa: F401

multiprocessing.get_context("forkserver").Process = multiprocessing.get_context("fork").Process
