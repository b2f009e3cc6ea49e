"""A child is told that its parent process is alive, whether it is or not."""
import multiprocessing
from multiprocessing import *  # noqa: F403

multiprocessing.process._ParentProcess.is_alive = lambda self: True
