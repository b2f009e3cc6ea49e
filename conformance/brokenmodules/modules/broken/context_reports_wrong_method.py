"""get_start_method() of a context returns the method of another context."""
import multiprocessing
from multiprocessing import *  # noqa: F403
from multiprocessing import __all__  # noqa: F401


def _change(context, method):
    context.get_start_method = lambda allow_none=False: method


_methods = multiprocessing.get_all_start_methods()
for _number, _method in enumerate(_methods):
    _change(multiprocessing.get_context(_method), _methods[_number - 1])
