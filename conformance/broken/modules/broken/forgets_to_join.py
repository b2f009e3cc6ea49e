"""Only join() joins: neither starting a child nor asking for the active ones looks for those that have ended."""
import multiprocessing
from multiprocessing import *  # noqa: F403

multiprocessing.process._cleanup = lambda: None
