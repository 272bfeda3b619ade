import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conform } from './conform.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-conform-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const reference = (name: string) =>
  path.join(import.meta.dirname, '../../../test/reference', `${name}.json`);

async function run(...args: string[]) {
  const lines: string[] = [];
  const code = await conform(args, (line) => lines.push(line));
  return { code, lines, last: lines.at(-1), text: lines.join('\n') };
}
let files = 0;
async function file(content: unknown): Promise<string> {
  const name = path.join(folder, `${files++}.json`);
  await writeFile(name, typeof content === 'string' ? content : JSON.stringify(content));
  return name;
}
const cases = async (...list: object[]) =>
  run(
    await file({ cases: list.map((c) => ({ name: 'made up', tolerance: { rel: 1e-9 }, ...c })) }),
  );

/** Every number in `expected`, each with a function that puts another in its place. */
function numbersIn(
  block: unknown,
  found: { path: string; change: () => void }[] = [],
  at = '',
): typeof found {
  if (block === null || typeof block !== 'object') return found;
  for (const [name, value] of Object.entries(block)) {
    const holder = block as Record<string, unknown>;
    if (typeof value === 'number')
      found.push({ path: `${at}.${name}`, change: () => (holder[name] = value * 1.2 + 0.3) });
    else numbersIn(value, found, `${at}.${name}`);
  }
  return found;
}

describe('the project against the reference', () => {
  it('passes every case of groups, their repair and defences', async () => {
    expect(
      await run(
        '--kinds',
        'spectral_signature,activation_clustering,mad_anomaly_index,strip_entropy,asr',
        reference('defenses'),
      ),
    ).toMatchObject({ code: 0, last: '9 passed, 0 failed' });
    const { code, last, text } = await run(reference('fairness'), reference('defenses'));
    expect(text).not.toContain('FAIL');
    expect(last).toBe('25 passed, 0 failed');
    expect(code).toBe(0);
  });

  it('runs only the kinds asked for', async () => {
    expect(await run('--kinds', 'mmc,unstable', reference('queueing'))).toMatchObject({
      code: 0,
      last: '6 passed, 0 failed',
    });
    expect(await run('--kinds=trace', reference('queueing'))).toMatchObject({
      code: 0,
      last: '2 passed, 0 failed',
    });
  });
});

describe('the Akamai exponential', () => {
  const exponential = (relative: number[]) => ({
    kind: 'business_mapping',
    inputs: { model: 'akamai_exponential', delay: [0, 0.1, 0.2, 1] },
    expected: { rate: 0.7257069283483537, bound: 'upper bound', relative_conversion: relative },
  });
  it('is a business mapping like the others', async () => {
    const right = [1, 0.93, 0.8649, 0.93 ** 10];
    expect(await cases(exponential(right))).toMatchObject({ code: 0, last: '1 passed, 0 failed' });
    const { code, text } = await cases(exponential([1, 0.93, 0.87, 0.93 ** 10]));
    expect(code).toBe(1);
    expect(text).toContain('relative_conversion[2]: expected 0.87');
  });
});

describe('wrong expected values', () => {
  const quick = [
    'mmc',
    'unstable',
    'mm1k',
    'erlang_b',
    'trace',
    'coordinated_omission',
    'business_mapping',
    'ranking',
    'asof',
    'user_label_rate',
    'spectral_signature',
    'activation_clustering',
    'mad_anomaly_index',
    'strip_entropy',
    'asr',
    'group_fairness',
    'intersectional',
    'reweighing',
    'hardt_equal_opportunity',
  ];
  const left = [
    'bins_weight_conf_acc',
    'pr_',
    'roc_curve',
    'log_loss_eps_float64',
    'log_loss_eps_1e-15',
    'ece_left_closed',
    '.slo',
    'projected_up_to_column_sign',
    'fairlearn.',
  ];
  it.each(['asof', 'queueing', 'ranking', 'defenses', 'fairness'])(
    'fail the case, whichever number of %s is wrong',
    async (name) => {
      const text = await readFile(reference(name), 'utf8');
      const count = (JSON.parse(text) as { cases: unknown[] }).cases.length;
      for (let place = 0; place < count; place++) {
        const total = numbersIn(
          (JSON.parse(text) as { cases: { expected: object }[] }).cases[place]!.expected,
        ).length;
        for (let k = 0; k < total; k++) {
          const { kind, ...wrong } = (
            JSON.parse(text) as { cases: { kind: string; expected: object }[] }
          ).cases[place]!;
          if (!quick.includes(kind)) continue;
          const number = numbersIn(wrong.expected)[k]!;
          if (left.some((word) => number.path.startsWith(`.${word}`) || number.path === word))
            continue;
          if (k > 40 && k < total - 5) continue;
          number.change();
          const result = await cases({ kind, ...wrong });
          expect(result.last, `${kind} ${number.path}`).toBe('0 passed, 1 failed');
          expect(result.code).toBe(1);
        }
      }
    },
    60_000,
  );

  it('fail simulated cases too, by name', async () => {
    const { cases: all } = JSON.parse(await readFile(reference('queueing'), 'utf8')) as {
      cases: {
        kind: string;
        name: string;
        expected: Record<string, Record<string, Record<string, unknown>>>;
      }[];
    };
    const batch = all.find((c) => c.kind === 'batch' && c.name.includes('T=5ms'))!;
    batch.expected.simulated!.wait_p95 = { mean: 0.0085, ci95: [0.00849, 0.00851] };
    const heavy = all.find((c) => c.kind === 'md1')!;
    (heavy.expected.sojourn as Record<string, unknown>).p99 = 4.6;
    const result = await run(await file({ cases: [batch, heavy] }));
    expect(result.last).toBe('0 passed, 2 failed');
    expect(result.text).toContain('simulated.wait_p95');
    expect(result.text).toContain('sojourn.p99');
  });

  it('a null where there is a number, and a number where there is none', async () => {
    const one = {
      kind: 'ranking',
      inputs: { y_true: [1, 1], score: [0.1, 0.2], sample_weight: null, ece_bins: 10 },
    };
    expect((await cases({ ...one, expected: { roc_auc: null } })).code).toBe(0);
    expect((await cases({ ...one, expected: { roc_auc: 0 } })).code).toBe(1);
    expect((await cases({ ...one, expected: { brier: null } })).code).toBe(1);
  });
});

describe('other files made by the same rules', () => {
  it('lists of limits, weights left out, a wait without end, an unstable queue', async () => {
    const result = await cases(
      {
        kind: 'mmc',
        inputs: { lambda_: 1, mu: 2, servers: 1 },
        expected: {
          slo: [1, 2],
          prob_sojourn_within_slo: [1 - Math.exp(-1), 1 - Math.exp(-2)],
          goodput: [1 - Math.exp(-1), 1 - Math.exp(-2)],
        },
      },
      {
        kind: 'mmc',
        inputs: { lambda_: 3, mu: 2, servers: 1, slo: 1 },
        expected: {
          mean_wait: null,
          sojourn: { p50: null, p95: null, p99: null },
          prob_sojourn_within_slo: null,
          goodput: null,
        },
      },
      {
        kind: 'ranking',
        tolerance: null,
        inputs: { y_true: [0, 1], score: [0.2, 0.7] },
        expected: { roc_auc: 1, average_precision: 1 },
      },
      {
        kind: 'trace',
        inputs: {
          arrivals: [0, 1, 5],
          max_batch: 2,
          max_wait: null,
          max_wait_infinite: true,
          service_fixed: 1,
          service_per_item: 0,
          servers: 1,
          slo: 1,
        },
        expected: {
          latency: [2, 1, 1],
          batches: [
            { start: 1, end: 2, requests: [0, 1] },
            { start: 5, end: 6, requests: [2] },
          ],
          makespan: 6,
          goodput: 2 / 6,
        },
      },
      {
        kind: 'md1',
        inputs: { lambda_: 2, service_time: 1 },
        expected: { mean_wait: null, sojourn: { p50: null, p99: null } },
      },
    );
    expect(result.text).not.toContain('FAIL');
    expect(result.last).toBe('5 passed, 0 failed');
  });
  it('an atom of the wait is not compared', async () => {
    const result = await cases({
      kind: 'md1',
      inputs: { lambda_: 0.5, service_time: 1 },
      expected: { mean_wait: 0.5, wait: { p50: 0, p95: 2.05, p99: 3.34 } },
    });
    expect(result.code).toBe(0);
  });
});

describe('bad input', () => {
  it('a file that is not there, is cut short, or is something else', async () => {
    expect(await run(path.join(folder, 'missing.json'))).toMatchObject({
      code: 1,
      last: '0 passed, 0 failed',
    });
    expect((await run(path.join(folder, 'missing.json'))).text).toContain('there is no such file');
    expect((await run(await file('{"cases": ['))).text).toContain('not valid JSON');
    const other = await run(await file({ rows: [] }));
    expect(other.code).toBe(1);
    expect(other.text).toContain('not a file of reference cases');
    expect((await run(folder)).code).toBe(1);
  });
  it('an unknown kind in a file or in the list', async () => {
    const unknown = await cases({ kind: 'teapot', inputs: {}, expected: {} });
    expect(unknown).toMatchObject({ code: 1, last: '0 passed, 1 failed' });
    expect(unknown.text).toContain('unknown kind');
    expect((await run('--kinds', 'teapot', reference('ranking'))).code).toBe(1);
  });
  it('a case whose inputs can not be used, or that expects nothing', async () => {
    const result = await cases(
      { kind: 'mmc', inputs: { lambda_: 'fast' }, expected: { utilization: 1 } },
      { kind: 'mmc', inputs: { lambda_: -1, mu: 1, servers: 1 }, expected: { utilization: 1 } },
      { kind: 'erlang_b', inputs: { servers: 1, offered_load: 1 }, expected: {} },
      { kind: 'ranking', inputs: { y_true: [0, 1], score: [0.5] }, expected: { roc_auc: 1 } },
    );
    expect(result.last).toBe('0 passed, 4 failed');
    expect(result.text).not.toMatch(/\n\s+at /);
  });
  it('no file, no list, an unknown option: says how it is used', async () => {
    for (const args of [
      [],
      ['--kinds'],
      ['--kinds', ','],
      ['--fast', reference('ranking')],
      ['--kinds', 'mmc'],
    ]) {
      const { code, text } = await run(...args);
      expect(code).toBe(2);
      expect(text).toContain('Usage');
    }
  });
  it('kinds that no case of the file has', async () => {
    expect(await run('--kinds', 'mmc', reference('ranking'))).toMatchObject({
      code: 1,
      last: '0 passed, 0 failed',
    });
  });
});
