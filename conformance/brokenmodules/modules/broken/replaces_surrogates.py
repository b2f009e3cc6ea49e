"""In a text that a child receives, surrogates are replaced by question marks."""
import multiprocessing
from multiprocessing import *  # noqa: F403


class Process(multiprocessing.Process):
    def run(self):
        self._args = [one.encode("utf-8", "replace").decode() if isinstance(one, str) else one for one in self._args]
        super().run()
