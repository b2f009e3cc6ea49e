"""The module has a Pool, and its contexts have none."""
import multiprocessing
from multiprocessing import *  # noqa: F403
from multiprocessing import __all__  # noqa: F401

del multiprocessing.context.BaseContext.Pool
