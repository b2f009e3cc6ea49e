"""multiprocessing, wrong in one way in each of these modules, so that it is seen that the suite sees it."""
import os
import sys

import multiprocessing.connection
import multiprocessing.shared_memory

# What programs import of a package, broken.MODULE.connection, is as it should be.
for part in ("connection", "shared_memory"):
    sys.modules[os.environ.get("SINGDANCE_MODULE", "") + "." + part] = getattr(multiprocessing, part)
