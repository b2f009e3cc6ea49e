"""The parent process of a child is always reported as alive."""
import multiprocessing
from multiprocessing import *  # noqa: F403

multiprocessing.process._ParentProcess.is_alive = lambda self: True
