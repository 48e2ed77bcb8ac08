// Stands in for the package "server-only" in tests, which run on the server but not under its import condition.
export {};
