"""Facts of a paper -> document tree -> PDF, DOCX, XLSX."""
