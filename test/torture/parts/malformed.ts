import type { Random } from '../../../labs/math/random.ts';
import { maxMessageLength, type MethodTable } from '../../../main/contract/methods.ts';
import { asRaw, mutated } from './mutate.ts';

/**
 * What must come of a message: a typed error to its id, one without an id (nothing could be read),
 * nothing, or the end of the connection.
 */
export type Outcome = 'error' | 'nameless error' | 'nothing' | 'closed';

export interface Malformed {
  /** What is wrong with it, for the report. */
  kind: string;
  text: string;
  /** The id that the answer must bear. */
  id: string | number | null;
  outcome: Outcome;
}

/** Parameters that a method takes, and some that have the right form and make no sense. */
export interface Samples {
  valid: Readonly<Record<string, unknown>>;
  senseless: readonly { method: string; params: unknown }[];
  /** Where arbitrary JSON may stand: a method's parameters with a hole. */
  holes: readonly ((json: string) => { method: string; params: string })[];
}

const rawRequest = (id: unknown, method: string, params: string) =>
  `{"jsonrpc":"2.0","id":${JSON.stringify(id)},"method":${JSON.stringify(method)},"params":${params}}`;

const envelopes: readonly ((
  id: number,
  method: string,
  params: string,
) => Omit<Malformed, 'kind'>)[] = [
  (id, method, params) => ({
    text: `{"id":${id},"method":"${method}","params":${params}}`,
    id,
    outcome: 'error',
  }),
  (id, method, params) => ({
    text: `{"jsonrpc":"1.0","id":${id},"method":"${method}","params":${params}}`,
    id,
    outcome: 'error',
  }),
  (id, method, params) => ({
    text: `{"jsonrpc":2.0,"id":${id},"method":"${method}","params":${params}}`,
    id,
    outcome: 'error',
  }),
  (id, _method, params) => ({
    text: `{"jsonrpc":"2.0","id":${id},"method":7,"params":${params}}`,
    id,
    outcome: 'error',
  }),
  (id, _method, params) => ({
    text: `{"jsonrpc":"2.0","id":${id},"method":null,"params":${params}}`,
    id,
    outcome: 'error',
  }),
  (id) => ({ text: `{"jsonrpc":"2.0","id":${id}}`, id, outcome: 'error' }),
  (_id, method, params) => ({
    text: `{"jsonrpc":"2.0","id":{"a":1},"method":"${method}","params":${params}}`,
    id: null,
    outcome: 'nameless error',
  }),
  (_id, method, params) => ({
    text: `{"jsonrpc":"2.0","id":[1],"method":"${method}","params":${params}}`,
    id: null,
    outcome: 'nameless error',
  }),
  (_id, method, params) => ({
    text: `{"jsonrpc":"2.0","id":true,"method":"${method}","params":${params}}`,
    id: null,
    outcome: 'nameless error',
  }),
  (_id, method, params) => ({
    text: `{"jsonrpc":"2.0","id":null,"method":"${method}","params":${params}}`,
    id: null,
    outcome: 'nameless error',
  }),
  (id, method, params) => ({
    text: `[${rawRequest(id, method, params)}]`,
    id: null,
    outcome: 'nameless error',
  }),
  (id, method, params) => ({
    text: `[${rawRequest(id, method, params)},${rawRequest(id + 1, method, params)}]`,
    id: null,
    outcome: 'nameless error',
  }),
  (id, method, params) => ({
    text: rawRequest(id, method, params).slice(0, -2),
    id: null,
    outcome: 'nameless error',
  }),
  (id, method, params) => ({
    text: `\ufeff${rawRequest(id, method, params)}`,
    id: null,
    outcome: 'nameless error',
  }),
  (id, method, params) => ({
    text: `${rawRequest(id, method, params)}}`,
    id: null,
    outcome: 'nameless error',
  }),
  (id, method, params) => ({
    text: rawRequest(id, method, params).replaceAll('"', "'"),
    id: null,
    outcome: 'nameless error',
  }),
  (id, method) => ({
    text: rawRequest(id, method, '{"n":NaN}'),
    id: null,
    outcome: 'nameless error',
  }),
  (id, method) => ({
    text: rawRequest(id, method, '{"n":undefined}'),
    id: null,
    outcome: 'nameless error',
  }),
  ...[
    '',
    ' ',
    'null',
    '7',
    '"text"',
    '[]',
    '{}',
    'true',
    '\0',
    '\ud800',
    '{"__proto__":{"polluted":true}}',
  ].map((text) => () => ({ text, id: null, outcome: 'nameless error' as const })),
];

/** Notices are never answered, as JSON-RPC has it; these must change nothing either. */
const notices: readonly ((id: number, method: string, params: string) => string)[] = [
  (_id, method, params) =>
    `{"jsonrpc":"2.0","method":${JSON.stringify(method)},"params":${params}}`,
  () => '{"jsonrpc":"2.0","method":"$/cancelRequest"}',
  () => '{"jsonrpc":"2.0","method":"$/cancelRequest","params":null}',
  () => '{"jsonrpc":"2.0","method":"$/cancelRequest","params":[]}',
  () => '{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":{"a":[1]}}}',
  (id) => `{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":${id}0}}`,
  () => '{"jsonrpc":"2.0","method":"$/progress","params":{"token":"__proto__","value":{}}}',
  () => '{"jsonrpc":"2.0","method":"$/progress"}',
  () => '{"jsonrpc":"2.0","method":"$/setTrace","params":{"value":"verbose"}}',
  () => '{"jsonrpc":"2.0","method":"$/setTrace"}',
  () => '{"jsonrpc":"2.0","method":"$/logTrace","params":7}',
  (id) => `{"jsonrpc":"2.0","id":${id},"result":{"made":"up"}}`,
  (id) => `{"jsonrpc":"2.0","id":"${id}","error":{"code":"x","message":7}}`,
  (id) => `{"jsonrpc":"2.0","id":${id},"error":null}`,
];

const strangers = [
  '',
  'x',
  'run',
  'run.',
  'run.List',
  ' run.list',
  'run.list\0',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'rpc.discover',
  'run.list.run.list',
  '../run.list',
  'ｒun.list',
  '🎓',
  'x'.repeat(5_000),
  'eval',
];

/** An endless row of malformed messages: over every method of the table in turn, from a seed. */
export function* malformed(
  random: Random,
  methods: MethodTable,
  samples: Samples,
  huge: boolean,
): Generator<Malformed, never, void> {
  const names = Object.keys(methods);
  const pick = <T>(list: readonly T[]): T => list[random.integer(list.length)]!;
  const any = () => {
    const method = pick(names);
    return { method, params: asRaw(samples.valid[method]) };
  };
  for (let n = 1; ; n++) {
    const id =
      random.uniform() < 0.8
        ? n
        : pick([`${n}`, `id-${n}-ü`, -n, n + 0.5, n * 1e9, `${n}${'x'.repeat(2_000)}`]);
    const dice = random.uniform();
    if (dice < 0.62) {
      const method = names[n % names.length]!;
      yield {
        kind: 'wrong form',
        text: rawRequest(
          id,
          method,
          mutated(random, methods[method]!.params, samples.valid[method]),
        ),
        id,
        outcome: 'error',
      };
    } else if (dice < 0.76 && samples.senseless.length > 0) {
      const { method, params } = pick(samples.senseless);
      yield {
        kind: 'no sense',
        text: rawRequest(id, method, JSON.stringify(params)),
        id,
        outcome: 'error',
      };
    } else if (dice < 0.81) {
      yield {
        kind: 'unknown method',
        text: rawRequest(id, pick(strangers), any().params),
        id,
        outcome: 'error',
      };
    } else if (dice < 0.91) {
      const { method, params } = any();
      yield { kind: 'no JSON-RPC', ...pick(envelopes)(n, method, params) };
    } else if (dice < 0.96) {
      const { method, params } = any();
      yield {
        kind: 'notice or answer',
        text: pick(notices)(n, method, params),
        id: null,
        outcome: 'nothing',
      };
    } else if (dice < 0.985 && samples.holes.length > 0) {
      const depth = pick([8_000, 20_000, 50_000, 150_000]);
      const [open, close] = pick([
        ['[', ']'],
        ['{"a":', '}'],
      ] as const);
      const { method, params } = pick(samples.holes)(
        `${open.repeat(depth)}1${close.repeat(depth)}`,
      );
      yield { kind: 'nested too deep', text: rawRequest(id, method, params), id, outcome: 'error' };
    } else {
      const { method } = any();
      if (huge && random.uniform() < 0.15)
        yield {
          kind: 'frame over 4 MiB',
          text: rawRequest(id, method, `{"fill":"${'x'.repeat(4 * maxMessageLength)}"}`),
          id,
          outcome: 'closed',
        };
      else
        yield {
          kind: 'over 1 MiB',
          text: rawRequest(id, method, `{"fill":"${'x'.repeat(maxMessageLength)}"}`),
          id,
          outcome: 'error',
        };
    }
  }
}
