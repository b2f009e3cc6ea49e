"""A process that attaches to shared memory with track=False registers it with the resource tracker."""
from multiprocessing import *  # noqa: F403
from multiprocessing import shared_memory


class SharedMemory(shared_memory.SharedMemory):
    def __init__(self, name=None, create=False, size=0, *, track=True):
        super().__init__(name, create, size)


shared_memory.SharedMemory = SharedMemory
