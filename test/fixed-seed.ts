import fc from "fast-check";

// Property tests draw the same cases in every run, so that a change is judged by what it changed; FAST_CHECK_SEED draws others.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env["FAST_CHECK_SEED"] ?? 19_480_705) });
