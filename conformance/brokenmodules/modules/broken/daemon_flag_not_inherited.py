"""The children of a daemonic process are not daemonic by default."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if kwargs.get("daemon") is None:
            self._config["daemon"] = False
