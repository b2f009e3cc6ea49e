"""The resource tracker is told of no block of shared memory."""
from multiprocessing import *  # noqa: F403
from multiprocessing import resource_tracker

register, unregister = resource_tracker.register, resource_tracker.unregister


def unless_memory(function):
    return lambda name, kind: kind == "shared_memory" or function(name, kind)


resource_tracker.register, resource_tracker.unregister = unless_memory(register), unless_memory(unregister)
