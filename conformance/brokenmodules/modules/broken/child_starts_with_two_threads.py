"""A child starts with two threads."""
import multiprocessing
import threading
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def run(self):
        threading.Thread(target=threading.Event().wait, daemon=True).start()
        super().run()
