import { expect, it } from 'vitest';
import { none } from './count.ts';
import { labsLeftOut, whyNoLabs } from './native.ts';

const failed = { native: false, verdict: null, failures: ['It could not be had from npm: 403.'] };

it('the labs’ tests run where the native library is there', () => {
  expect(whyNoLabs({ native: true, verdict: null, failures: [] }, {})).toBeNull();
});

it('where it could not be had they are left out: why, what helps, and one skipped in the closing line', () => {
  const why = whyNoLabs(failed, { LECTERN_BACKEND: 'wasm' });
  expect(why).toMatch(
    /^It could not be had from npm: 403\. Name a copy with LECTERN_LIBTENSORFLOW;/,
  );
  expect(labsLeftOut(why)).toEqual({ ...none, skipped: 1 });
  expect(labsLeftOut(null)).toEqual(none);
});

it('so they are where another backend is asked for', () => {
  expect(whyNoLabs(null, { LECTERN_BACKEND: 'wasm' })).toContain('LECTERN_BACKEND=wasm asks for');
});

it('where nobody reads the closing line they run, and fail', () => {
  expect(whyNoLabs(failed, { CI: 'true' })).toBeNull();
});
