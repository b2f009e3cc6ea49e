"""close() of a pool ends its workers while they run tasks."""
import multiprocessing.pool
from multiprocessing import *  # noqa: F403

multiprocessing.pool.Pool.close = multiprocessing.pool.Pool.terminate
