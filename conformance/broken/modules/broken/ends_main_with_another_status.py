"""Main ends with status 3, however it ends."""
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
