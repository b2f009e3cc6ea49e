"""multiprocessing, wrong in one way in each of these modules, so that it is seen that the suite sees it."""
