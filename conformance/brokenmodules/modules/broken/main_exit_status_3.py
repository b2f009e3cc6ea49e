"""The main process always has the exit status 3."""
import atexit
import os

import multiprocessing.util
from multiprocessing import *  # noqa: F403


@atexit.register
def _end():
    import stagehand

    if os.getpid() == stagehand._main_pid:
        multiprocessing.util._exit_function()
        stagehand._exit()
        os._exit(3)
