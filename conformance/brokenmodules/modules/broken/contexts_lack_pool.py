"""The module has Pool, but its contexts do not."""
import multiprocessing
from multiprocessing import *  # noqa: F403
from multiprocessing import __all__  # noqa: F401

del multiprocessing.context.BaseContext.Pool
