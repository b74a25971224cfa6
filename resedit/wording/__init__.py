"""Texts with their history: segments, words, differences, CriticMarkup. Knows nothing of resolutions."""
