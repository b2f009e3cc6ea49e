"""shutdown() with cancel_futures=True kills the workers when it has cancelled the tasks that have not started."""
import concurrent.futures
import time

from multiprocessing import *  # noqa: F403


class ProcessPoolExecutor(concurrent.futures.ProcessPoolExecutor):
    _last = None

    def submit(self, function, /, *args):
        self._last = super().submit(function, *args)
        return self._last

    def shutdown(self, wait=True, *, cancel_futures=False):
        workers = list((self._processes or {}).values())
        super().shutdown(wait, cancel_futures=cancel_futures)
        if cancel_futures:
            while not self._last.done():
                time.sleep(0.01)
            for worker in workers:
                worker.kill()
