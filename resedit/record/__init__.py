"""record: what authors have, as the files people write."""
