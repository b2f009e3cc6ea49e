"""Whatever is chosen, children are forked."""
import multiprocessing
from multiprocessing import *  # noqa: F403

Process = multiprocessing.get_context("fork").Process
