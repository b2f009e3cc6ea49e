"""A task that is submitted while another one runs does not run. Its result is None."""
import concurrent.futures
from multiprocessing import *  # noqa: F403


class ProcessPoolExecutor(concurrent.futures.ProcessPoolExecutor):
    _last = None

    def submit(self, function, /, *args):
        if self._last is not None and not self._last.done():
            lost = concurrent.futures.Future()
            lost.set_result(None)
            return lost
        self._last = super().submit(function, *args)
        return self._last
