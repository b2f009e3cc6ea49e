"""A child whose main module has no main guard has the exit code 0."""
import multiprocessing
import os
import sys
from multiprocessing import *  # noqa: F403

_hook = sys.excepthook


def _end(*error):
    sys.excepthook_of_the_program(*error)
    os._exit(0)


def _install():
    sys.excepthook_of_the_program = sys.excepthook
    sys.excepthook = _end


if getattr(multiprocessing.current_process(), "_inheriting", False):
    _install()
