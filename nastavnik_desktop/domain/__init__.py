"""Plain Python: records, rules, enums and errors of mentoring; knows the standard library alone."""
