"""The fork context makes locks that every other start method can hand over."""
import multiprocessing
from multiprocessing import *  # noqa: F403
from multiprocessing import __all__  # noqa: F401

multiprocessing.get_context("fork").Lock = multiprocessing.get_context("spawn").Lock
