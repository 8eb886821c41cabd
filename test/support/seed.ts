import fc from 'fast-check';

/** The same examples in every run; FAST_CHECK_SEED asks for others, as the report of a failure does. */
fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 20_261_126) });
