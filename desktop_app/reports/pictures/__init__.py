"""Pictures of a result as plain marks and numbers, drawn alike on pages and on paper."""
