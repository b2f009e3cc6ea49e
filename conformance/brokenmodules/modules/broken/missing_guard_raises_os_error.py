"""A missing main guard raises an OSError."""
import multiprocessing.spawn
from multiprocessing import *  # noqa: F403


def _refuse():
    if getattr(multiprocessing.current_process(), "_inheriting", False):
        raise OSError("no child processes")


multiprocessing.spawn._check_not_importing_main = _refuse
