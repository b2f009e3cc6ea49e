"""A child gets a copy of a manager's list."""
import multiprocessing.managers
from multiprocessing import *  # noqa: F403

multiprocessing.managers.ListProxy.__reduce__ = lambda self: (list, (list(self),))
