"""Facts -> tree of a document -> PDF, DOCX, XLSX."""
