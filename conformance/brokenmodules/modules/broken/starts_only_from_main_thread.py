"""Only the main thread may start children."""
import multiprocessing
import threading
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def start(self):
        if threading.current_thread() is not threading.main_thread():
            raise RuntimeError("this is not the main thread")
        super().start()
