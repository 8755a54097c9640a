"""A synthetic delivery of letting records, made from a seed, with the answers planted in it."""
