"""A child ends although data that it has put into a queue is not written to the pipe."""
import multiprocessing.queues
from multiprocessing import *  # noqa: F403

multiprocessing.queues.Queue._finalize_join = staticmethod(lambda thread: None)
