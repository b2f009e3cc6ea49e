"""Only join() reaps a child; start() and active_children() do not."""
import multiprocessing
from multiprocessing import *  # noqa: F403

multiprocessing.process._cleanup = lambda: None
