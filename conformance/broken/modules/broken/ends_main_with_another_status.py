"""Main ends with status 3, however it ends."""
import atexit
import os

import multiprocessing
from multiprocessing import *  # noqa: F403

if multiprocessing.current_process().name == "MainProcess":

    @atexit.register
    def _end(main=os.getpid()):
        if os.getpid() == main:
            from stagehand import _exit

            multiprocessing.util._exit_function()
            _exit()
            os._exit(3)
