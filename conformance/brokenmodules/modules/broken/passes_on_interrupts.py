"""An interrupted process interrupts its children, unless they are in its own process group."""
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
