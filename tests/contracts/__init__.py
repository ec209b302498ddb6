"""What every store has to keep to: one suite, run on each store in `stores.STORES`."""
