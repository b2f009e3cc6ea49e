"""Shared memory is not registered with the resource tracker."""
from multiprocessing import *  # noqa: F403
from multiprocessing import resource_tracker

register, unregister = resource_tracker.register, resource_tracker.unregister


def unless_memory(function):
    return lambda name, kind: kind == "shared_memory" or function(name, kind)


resource_tracker.register, resource_tracker.unregister = unless_memory(register), unless_memory(unregister)
