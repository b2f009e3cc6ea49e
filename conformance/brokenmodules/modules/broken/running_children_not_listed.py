"""active_children() never lists a child."""
import multiprocessing
from multiprocessing import *  # noqa: F403


def active_children():
    multiprocessing.active_children()
    return []
