"""A child that reaches set_start_method() again may set the method and start a process that runs a target."""
import multiprocessing.spawn
from multiprocessing import *  # noqa: F403

multiprocessing.spawn._check_not_importing_main = lambda: None


def set_start_method(method, force=False):
    multiprocessing.set_start_method(method, force=True)
