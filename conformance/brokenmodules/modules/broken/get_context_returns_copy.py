"""get_context() of a context returns another context."""
import copy

import multiprocessing
from multiprocessing import *  # noqa: F403
from multiprocessing import __all__  # noqa: F401


def _give(context):
    context.get_context = lambda method=None: copy.copy(context)


for _method in multiprocessing.get_all_start_methods():
    _give(multiprocessing.get_context(_method))
