"""run() starts a process that runs the target."""
import os

import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def run(self):
        if os.getpid() != self._parent_pid:
            return super().run()
        process = Process(target=self._target, args=self._args, kwargs=self._kwargs)
        process.start()
        process.join()
