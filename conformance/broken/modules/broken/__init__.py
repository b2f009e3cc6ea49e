"""multiprocessing, wrong in one way in each of these modules, so that it is seen that the suite sees it."""
import os
import sys

import multiprocessing.connection

# What programs import of a package, broken.MODULE.connection, is as it should be.
sys.modules[os.environ.get("SINGDANCE_MODULE", "") + ".connection"] = multiprocessing.connection
