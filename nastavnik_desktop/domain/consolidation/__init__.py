"""The consolidation of many schools: packages, expected schools, sums, shares, duplicates."""
