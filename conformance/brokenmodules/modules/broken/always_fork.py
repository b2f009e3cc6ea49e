"""Every child is forked, whatever start method is set."""
import multiprocessing
from multiprocessing import *  # noqa: F403

Process = multiprocessing.get_context("fork").Process
