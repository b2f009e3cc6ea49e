"""terminate_workers() and kill_workers() make tasks fail, but end no worker and do not shut the executor down."""
import concurrent.futures
from multiprocessing import *  # noqa: F403


class ProcessPoolExecutor(concurrent.futures.ProcessPoolExecutor):
    def terminate_workers(self):
        for item in list(self._pending_work_items.values()):
            item.future.set_exception(RuntimeError("the worker was ended"))

    kill_workers = terminate_workers
