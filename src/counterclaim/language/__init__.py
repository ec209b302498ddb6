"""Languages: pipelines, lexicons, parties; from a report to its parse."""
