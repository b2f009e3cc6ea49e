"""A process that exits neither terminates its daemonic children nor waits for the others."""
import atexit

import multiprocessing.util
from multiprocessing import *  # noqa: F403

atexit.unregister(multiprocessing.util._exit_function)
