"""resedit."""
