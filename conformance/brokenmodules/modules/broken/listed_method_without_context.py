"""A listed start method has no context."""
import multiprocessing
from multiprocessing import *  # noqa: F403


def get_context(method=None):
    if method == "fork":
        raise ValueError("cannot find context for 'fork'")
    return multiprocessing.get_context(method)
