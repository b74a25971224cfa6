"""What a branch changes in the texts, for those who review it."""
