"""What users ask a graph beyond single queries: its things, the judgements on names, its conflicts."""
