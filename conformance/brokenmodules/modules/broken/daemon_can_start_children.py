"""A daemonic process may have children."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def start(self):
        config = multiprocessing.current_process()._config
        daemonic = config.pop("daemon", False)
        try:
            super().start()
        finally:
            config["daemon"] = daemonic
