"""Semaphores are not registered with the resource tracker."""
from multiprocessing import *  # noqa: F403
from multiprocessing import resource_tracker

register, unregister = resource_tracker.register, resource_tracker.unregister


def unless_semaphore(function):
    return lambda name, kind: kind == "semaphore" or function(name, kind)


resource_tracker.register, resource_tracker.unregister = unless_semaphore(register), unless_semaphore(unregister)
