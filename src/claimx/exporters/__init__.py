"""Claims as files: one module a format, each writes to a stream that the caller opens."""
