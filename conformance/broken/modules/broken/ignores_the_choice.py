"""Whatever is chosen, children are spawned."""
import multiprocessing
from multiprocessing import *  # noqa: F403

Process = multiprocessing.get_context("spawn").Process
