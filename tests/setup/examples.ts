import fc from "fast-check";

// Properties are tried on the same examples in every run: a test that fails does so because of a change. FUZZ_SEED (a whole
// number) tries them on others, which is worth doing now and then.

fc.configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 20261122) });
