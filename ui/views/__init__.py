"""Page layouts: what stands where; no decisions."""
