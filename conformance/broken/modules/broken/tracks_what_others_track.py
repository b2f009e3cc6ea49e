"""A block of shared memory is tracked by whoever attaches to it, though track is False."""
from multiprocessing import *  # noqa: F403
from multiprocessing import shared_memory


class SharedMemory(shared_memory.SharedMemory):
    def __init__(self, name=None, create=False, size=0, *, track=True):
        super().__init__(name, create, size)


shared_memory.SharedMemory = SharedMemory
