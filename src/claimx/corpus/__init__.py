"""Many documents: reads folders, runs the pipeline over them, reports what went wrong."""
