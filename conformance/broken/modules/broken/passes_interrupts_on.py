"""A process that is interrupted interrupts its children, unless the process group is its own, which they are in as well."""
import os
import signal

import multiprocessing
from multiprocessing import *  # noqa: F403


def _pass_on(number, frame):
    for process in multiprocessing.active_children():
        if not process.daemon and os.getpgrp() != os.getpid():
            process.interrupt()
    signal.default_int_handler(number, frame)


class Process(multiprocessing.Process):
    def start(self):
        signal.signal(signal.SIGINT, _pass_on)
        super().start()

    def run(self):
        signal.signal(signal.SIGINT, signal.default_int_handler)
        super().run()
