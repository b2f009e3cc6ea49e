"""A process may join itself, and nothing comes of it."""
import multiprocessing
from multiprocessing import *  # noqa: F403

type(multiprocessing.current_process()).join = lambda self, timeout=None: None
