"""An executor with several workers does not run a task that is submitted while another one runs."""
import concurrent.futures
from multiprocessing import *  # noqa: F403


class ProcessPoolExecutor(concurrent.futures.ProcessPoolExecutor):
    _last = None

    def submit(self, function, /, *args):
        if self._max_workers > 1 and self._last is not None and not self._last.done():
            refused = concurrent.futures.Future()
            refused.set_exception(RuntimeError("another task runs"))
            return refused
        self._last = super().submit(function, *args)
        return self._last
