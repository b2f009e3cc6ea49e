"""In a child that comes to the choice again, the choice is refused with an error of the operating system."""
import multiprocessing
from multiprocessing import *  # noqa: F403


def set_start_method(method, force=False):
    try:
        multiprocessing.set_start_method(method, force=force)
    except RuntimeError as error:
        raise OSError(str(error))
