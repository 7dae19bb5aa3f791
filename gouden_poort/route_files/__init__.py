"""Routes for files of profiles: what stands behind `gouden-poort route`.

A file of profiles is read and checked whole before anything is planned (`reading`, `pairs`), and its answer goes out
whole or not at all (`writing`). JSON lines are read, answered and written one by one (`lines`), so that there may be
any number of them. Either way questions come from a source (`sources`) and go to one process or to several (`crew`);
answers come back in the order of the questions (`answering`), and are the same whoever gave them (`asking`).
"""
