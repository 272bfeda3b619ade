import { afterAll, describe, expect, it } from 'vitest';
import type { Data } from './data.ts';
import { limits, type Outcome, type Program } from './program.ts';
import { createSandbox } from './sandbox.ts';

const sandbox = createSandbox();
afterAll(() => sandbox.close());

/** Longer than a starved computer needs for a few operations, and short for what never ends by itself. */
const patient = 20_000;
const short = 250;

const run = (code: string, more: Partial<Program> = {}): Promise<Outcome> =>
  sandbox.run({ code, name: 'f', calls: [[]], seed: 1, timeMs: patient, ...more });
const value = async (code: string, ...given: Data[]): Promise<Data> => {
  const outcome = await run(code, { calls: [given] });
  const [call] = outcome.calls;
  if (call?.kind !== 'returned') throw new Error(JSON.stringify(outcome));
  return call.value;
};
/** The next press works, whatever the last one did. */
const stillWorks = async () => expect(await value('function f() { return 2 + 2; }')).toBe(4);

describe('what goes in and comes out', () => {
  it('takes JavaScript and TypeScript, and lines stay where they are', async () => {
    expect(await value('const f = (a, b) => a + b;', 1, 2)).toBe(3);
    const typed =
      'interface P {\n  x: number;\n}\nfunction f(p: P): number {\n  return (p as any).y.z;\n}';
    const { calls } = await run(typed, { calls: [[{ x: 1 }]] });
    expect(calls).toEqual([
      { kind: 'threw', what: expect.stringMatching(/^TypeError: .*'z'/), line: 5 },
    ]);
  });

  it.each([
    ['numbers that JSON lacks', [NaN, -0, Infinity, -Infinity, 0, 1e-300]],
    ['undefined and null', [undefined, null]],
    ['typed arrays', [new Float64Array([1.5, NaN]), new Uint8Array([255])]],
    ['nested lists', [[[1], []]]],
    ['text', ['"\\\n\u2028 ü 👓', '']],
  ])('%s come back as they went in', async (_, given) => {
    expect(await value('function f(list) { return list; }', given as Data)).toEqual(given);
  });

  it('objects come back with their properties, "__proto__" among them', async () => {
    const back = await value(
      'function f(o) { return Object.assign(JSON.parse(\'{"__proto__": 1}\'), o); }',
      { a: 1, b: [true] },
    );
    expect(Object.entries(back as object)).toEqual([
      ['__proto__', 1],
      ['a', 1],
      ['b', [true]],
    ]);
  });

  it.each([
    ['async function f() { return 1; }', 'a promise'],
    ['function* f() { yield 1; }', 'a generator'],
    ['function f() { return () => 1; }', 'a function'],
    ['function f() { return new Map(); }', 'a map'],
    ['function f() { return Symbol.iterator; }', 'a symbol'],
    ['function f() { return 10n; }', 'a big integer'],
    ['class A {}\nfunction f() { return new A(); }', 'an object of a class'],
  ])('%s is named, not carried', async (code, named) => {
    expect(await value(code)).toEqual({ $: named });
  });

  it('a hole in a list is told from undefined', async () => {
    expect(await value('function f() { return [1, , undefined]; }')).toEqual([
      1,
      { $: 'a hole' },
      undefined,
    ]);
  });

  it('says what became of the arguments', async () => {
    const { calls } = await run('function f(list) { list.sort(); return 0; }', {
      calls: [[[3, 1, 2]]],
    });
    expect(calls).toEqual([{ kind: 'returned', value: 0, after: [[1, 2, 3]] }]);
  });

  it('an answer that holds itself ends in words', async () => {
    const circle = 'function f() { const a = []; a.push(a); return a; }';
    expect(JSON.stringify(await value(circle))).toContain('nested too deep');
    await stillWorks();
  });
});

describe('what a program can reach', () => {
  it('there is no clock, and randomness comes from the seed', async () => {
    const draws = 'function f() { return [Math.random(), Math.random()]; }';
    const [first, again, other] = [
      await run(draws),
      await run(draws),
      await run(draws, { seed: 2 }),
    ];
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
    for (const clock of ['Date.now()', 'new Date()', 'Date()'])
      expect((await run(`function f() { return ${clock}; }`)).calls).toEqual([
        { kind: 'threw', what: expect.stringContaining('no clock'), line: 1 },
      ]);
  });

  it('nothing of the host is there', async () => {
    const names = [
      'process',
      'require',
      'fetch',
      'XMLHttpRequest',
      'WebSocket',
      'setTimeout',
      'Worker',
      'os',
      'std',
      'performance',
      'SharedArrayBuffer',
      'WebAssembly',
      'navigator',
      'module',
      'Buffer',
      'print',
      'scriptArgs',
    ];
    expect(
      await value(
        `function f(names) { return names.filter((n) => typeof globalThis[n] !== 'undefined'); }`,
        names,
      ),
    ).toEqual([]);
    const { calls } = await run("function f() { return (0, eval)('typeof process'); }");
    expect(calls).toMatchObject([{ value: 'undefined' }]);
  });

  it('a module can be neither imported nor awaited', async () => {
    for (const code of ["import fs from 'node:fs';\nfunction f() {}", 'await 1;\nfunction f() {}'])
      expect((await run(code)).stopped?.why).toBe('unreadable');
    const late = await run(
      "function f() { import('node:fs').then(() => { throw 1; }); return 1; }",
    );
    expect(late.calls).toMatchObject([{ value: 1 }]);
  });

  it('built-ins are fresh at each press, and patched ones change nothing of what is told', async () => {
    const patched = `
      Array.prototype.push = Array.isArray = JSON.stringify = JSON.parse = () => 7;
      Object.prototype.toJSON = String.prototype.toJSON = Number.prototype.toString = () => 'forged';
      Object.defineProperty(Array.prototype, '0', { set() { throw 1; }, get: () => 'forged' });
      Reflect.apply = Reflect.ownKeys = Object.is = () => { throw 2; };
      Object.defineProperty(Error, Symbol.hasInstance, { value: () => { throw 3; } });
      globalThis.left = 1;
      function f(list) { return { list, half: 0.5 }; }`;
    expect(await value(patched, [1, 2])).toEqual({ list: [1, 2], half: 0.5 });
    expect(
      await value('function f() { return [typeof left, [3].push(1), JSON.stringify([0.5])]; }'),
    ).toEqual(['undefined', 2, '[0.5]']);
  });
});

describe('how it ends', () => {
  it.each<[string, string, RegExp]>([
    ['a syntax error', 'function f() {\n  return 1 +;\n}', /./],
    ['a name that is nowhere', '\nlet a = missing;', /missing/],
  ])('%s points to the learner’s own line', async (_, code, what) => {
    const { stopped } = await run(code);
    expect(stopped).toMatchObject({ line: 2, what: expect.stringMatching(what) });
  });

  it('no function of that name', async () => {
    const { stopped } = await run('function g() {}');
    expect(stopped).toMatchObject({ why: 'no-function', what: 'It defines no function called f.' });
  });

  it.each([
    ['null', 'throw null', 'it threw null'],
    ['a text', 'throw "no"', 'it threw no'],
    [
      'what can’t be read',
      'throw { get message() { throw 1 }, toString() { throw 2 } }',
      'it threw [object Object]',
    ],
    [
      'an error of its own',
      'class Own extends Error { name = "Own" }\n throw new Own("x")',
      'Own: x',
    ],
  ])('throwing %s is told', async (_, code, what) => {
    const { calls } = await run(`function f() { ${code} }`);
    expect(calls).toMatchObject([{ kind: 'threw', what }]);
  });

  it.each<[string, string, string[]]>([
    ['a loop without end', 'function f() { for (;;); }', ['time']],
    ['a loop at the top', 'for (;;);\nfunction f() {}', ['time']],
    [
      'a sort of two million',
      'function f() { const a = []; for (let i = 0; i < 2e6; i++) a.push((i * 7919) % 1000003); a.sort((x, y) => x - y); for (;;) a.sort((x, y) => y - x); }',
      ['time', 'memory'],
    ],
    [
      'an expression that explodes',
      'function f() { return /^(a+)+$/.test("a".repeat(60) + "b"); }',
      ['time'],
    ],
    [
      'allocation without end',
      'function f() { const a = []; for (;;) a.push(new Array(1000).fill(1)); }',
      ['memory', 'time'],
    ],
    [
      'large typed arrays',
      'function f() { const a = []; for (;;) a.push(new Float64Array(1e6)); }',
      ['memory', 'time'],
    ],
    ['deep recursion', 'function f() { return 1 + f(); }', ['stack', 'time']],
    [
      'recursion through a getter',
      'function f() { const o = { get x() { return this.x; } }; return o.x; }',
      ['stack', 'time'],
    ],
    [
      'deep nesting made text',
      'function f() { let a = []; for (let i = 0; i < 1e5; i++) a = [a]; return String(a); }',
      ['stack', 'lost', 'time'],
    ],
    [
      'a catch around a loop',
      'function f() { for (;;) { try { for (;;); } catch {} finally { continue; } } }',
      ['time'],
    ],
  ])('%s ends with a plain message, and the next press works', async (_, code, why) => {
    const outcome = await run(code, { timeMs: short });
    expect(why).toContain(outcome.stopped?.why);
    expect(outcome.stopped!.what).toMatch(/ended/);
    await stillWorks();
  });

  it('a text of 100 MB and one that doubles end in words', async () => {
    for (const code of ['return "x".repeat(1e8);', 'let s = "x"; for (;;) s += s;']) {
      const { calls, stopped } = await run(`function f() { ${code} }`);
      expect(stopped?.why ?? calls[0]?.kind).toMatch(/^(memory|threw)$/);
      await stillWorks();
    }
  });

  it('a huge print is cut, and is there when the program is ended', async () => {
    const many = await run(
      'function f() { for (let i = 0; i < 1e5; i++) console.log(i); return 1; }',
    );
    expect(many.printed).toHaveLength(limits.lines + 1);
    expect(many.printed.at(-1)).toContain('not kept');
    const long = await run('function f() { console.log("x".repeat(1e7)); return 1; }');
    expect(long.printed).toHaveLength(1);
    expect(long.printed[0]!.length).toBeLessThanOrEqual(limits.lineLength + 1);
    const cut = await run('console.log("here", [1, NaN], { a: -0 });\nfor (;;);', {
      timeMs: short,
    });
    expect(cut).toMatchObject({ printed: ['here [1,"NaN"] {"a":0}'], stopped: { why: 'time' } });
  });

  it('200 kB of code is refused with the limit', async () => {
    const { stopped } = await run(`function f() {}\n//${'x'.repeat(200_000)}`);
    expect(stopped).toMatchObject({ why: 'code-length', what: expect.stringContaining('50000') });
  });

  it('calls that were made before it ended are told', async () => {
    const { calls, stopped } = await run('function f(n) { if (n === 2) for (;;); return n; }', {
      calls: [[0], [1], [2], [3]],
      timeMs: short,
    });
    expect(calls.map((call) => call.kind === 'returned' && call.value)).toEqual([0, 1]);
    expect(stopped?.why).toBe('time');
  });
});

it('programs wait in line, each worker takes the next, and none is left after closing', async () => {
  const two = createSandbox({ workers: 2 });
  const all = Array.from({ length: 9 }, (_, i) =>
    two.run({
      code: i % 3 === 1 ? 'function f() { for (;;); }' : `function f() { return ${i}; }`,
      name: 'f',
      calls: [[]],
      seed: 1,
      timeMs: 100,
    }),
  );
  const outcomes = await Promise.all(all);
  expect(
    outcomes.map(({ stopped, calls }) => stopped?.why ?? (calls[0] as { value: Data }).value),
  ).toEqual([0, 'time', 2, 3, 'time', 5, 6, 'time', 8]);
  const late = two.run({ code: 'for (;;);', name: 'f', calls: [], seed: 1, timeMs: 60_000 });
  await two.close();
  expect((await late).stopped?.why).toBe('lost');
  expect(two.workers).toBe(0);
});
