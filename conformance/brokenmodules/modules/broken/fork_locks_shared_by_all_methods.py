"""A lock of the fork context can be passed to children of every start method."""
import multiprocessing
from multiprocessing import *  # noqa: F403
from multiprocessing import __all__  # noqa: F401

multiprocessing.get_context("fork").Lock = multiprocessing.get_context("spawn").Lock
