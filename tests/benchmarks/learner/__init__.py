"""What the learner is measured by: other systems, made-up tables whose truth is known, and large tables."""
