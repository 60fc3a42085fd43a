"""Filling of a blank that an authority sent: what stands in which cell, and where it comes from.

``sources`` are what may stand in a cell, ``mapping`` ties them to cells and finds them again in
the next file of the same shape, ``proposals`` puts together what ``reading`` finds in headings by
the ``words`` of authorities, ``counting`` makes a statistical form of the counted cells, so that
the engine of forms fills them.
"""
