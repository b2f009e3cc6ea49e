"""In a child that reaches set_start_method() again, the call raises an OSError."""
import multiprocessing
from multiprocessing import *  # noqa: F403


def set_start_method(method, force=False):
    try:
        multiprocessing.set_start_method(method, force=force)
    except RuntimeError as error:
        raise OSError(str(error))
