"""Each of these modules is multiprocessing with one thing wrong, to test that the suite finds it."""
import os
import sys

import multiprocessing.connection
import multiprocessing.shared_memory

# The submodules that programs import, such as broken.MODULE.connection, are those of multiprocessing.
for part in ("connection", "shared_memory"):
    sys.modules[os.environ.get("SINGDANCE_MODULE", "") + "." + part] = getattr(multiprocessing, part)
