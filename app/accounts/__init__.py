"""Who works at the desk: accounts and how the first ones come to be. Knows no listing."""
