import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { finishNow } from '../../../labs/kit/steps.ts';
import type { Tf } from '../../../labs/lab.ts';
import { nativeTf } from '../../../test/native-tf.ts';
import { bindingWith } from './fixtures/bindings.ts';
import { nets } from './fixtures/nets.ts';
import { selfCheck } from './self-check.ts';
import { bindingOf } from './session.ts';
import { kindsOfLabs, smallNetLike } from './small-net.ts';
import { tryGraphs } from './try-graphs.ts';

let tf: Tf;
beforeAll(async () => void (tf = await nativeTf()));
const now = () => performance.now();

const kinds = [...new Set(Object.values(nets).map((net) => JSON.stringify(smallNetLike(net))))];

it('nets of the same kind and other sizes have one small net; its own is itself', () => {
  const net = nets['four nets side by side']!;
  expect(smallNetLike({ ...net, stack: 9, input: [12] })).toEqual(smallNetLike(net));
  for (const kind of kindsOfLabs) expect(smallNetLike(kind)).toEqual(kind);
  expect(new Set(kindsOfLabs.map((kind) => JSON.stringify(kind))).size).toBe(kindsOfLabs.length);
});

it.each(kinds)('a good library makes the same first step both ways: %s', (kind) => {
  const before = tf.memory().numTensors;
  const options = { binding: bindingOf(tf)!, now };
  expect(finishNow(selfCheck(tf, options, JSON.parse(kind) as never))).toBeNull();
  expect(tf.memory().numTensors).toBe(before);
});

it.each(kindsOfLabs)('a library that computes wrongly is found out by each kind of net', (kind) => {
  const real = bindingOf(tf)!;
  // Numbers that are read back are a little larger than they are.
  const binding = bindingWith(tf, {
    tensorDataSync: (id) => Float32Array.from(real.tensorDataSync(id), (value) => value + 0.01),
  });
  expect(finishNow(selfCheck(tf, { binding, now }, kind))).toMatch(/^its first step is off by/);
});

it('what is tried for the doctor: good here, and the fault where no graph can be written', () => {
  expect(tryGraphs(tf)).toEqual({ fault: null });
  expect(tryGraphs(tf, join(tmpdir(), 'a folder that is not there'))).toEqual({
    fault: expect.stringContaining('ENOENT') as string,
  });
});

it('a backend without TensorFlow’s library has no graphs to try', () => {
  expect(tryGraphs(Object.create(tf, { getBackend: { value: () => 'wasm' } }) as Tf)).toBeNull();
});
