"""What a person sees: the command line, terminal views, web pages and exports."""
