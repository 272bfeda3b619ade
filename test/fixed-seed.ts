import fc from 'fast-check';

/**
 * Vitest loads this before each test file. All property tests draw from one seed, so `npm test` tries the same cases every time.
 * `npm run fuzz` draws other seeds and names them in `LECTERN_FUZZ_SEED`.
 */
export const fixedSeed = 20_261_129;

const named = process.env['LECTERN_FUZZ_SEED'];
fc.configureGlobal({ seed: named ? Number(named) : fixedSeed });
