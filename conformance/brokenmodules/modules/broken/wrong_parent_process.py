"""parent_process() does not return the parent."""
import multiprocessing
from multiprocessing import *  # noqa: F403

parent_process = current_process  # noqa: F405
