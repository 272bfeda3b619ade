import type { Random } from '../../../labs/math/random.ts';

/** A program that means harm. Where it gets anywhere, `f` returns a text that begins with "escaped". */
export interface HostileProgram {
  kind: string;
  code: string;
}

/** Where a program that gets out would leave a trace. */
export interface Traps {
  /** A folder in which nothing may appear. */
  folder: string;
  /** An address at which nobody may knock. */
  address: string;
}

type Act = [kind: string, body: string];

/** Things that never end, take everything or break what runs them. */
const harm: Act[] = [
  ['a loop', 'for (;;);'],
  ['a loop of calls', 'const g = () => 1; while (g());'],
  ['recursion', 'const g = () => 1 + g(); g();'],
  ['recursion through toString', 'const o = { toString() { return `${this}`; } }; `${o}`;'],
  [
    'recursion through a proxy',
    'let p = {}; for (let i = 0; i < 1e5; i++) p = new Proxy(p, {}); p.x;',
  ],
  [
    'recursion through JSON',
    'let a = []; for (let i = 0; i < 1e5; i++) a = [a]; JSON.stringify(a);',
  ],
  ['deep source', 'eval("(".repeat(5e4));'],
  ['deep lists', 'eval("[".repeat(5e4) + "]".repeat(5e4));'],
  [
    'a large sort',
    'const a = Array.from({ length: 2e6 }, (_, i) => (i * 7919) % 1e6); for (;;) a.sort((x, y) => x - y);',
  ],
  [
    'a sort that lies',
    'const a = Array.from({ length: 1e5 }, (_, i) => i); for (;;) a.sort(() => Math.random() - 0.5);',
  ],
  ['lists without end', 'const a = []; for (;;) a.push(new Array(1e4).fill(a));'],
  ['typed arrays without end', 'const a = []; for (;;) a.push(new Float64Array(1e6));'],
  ['a buffer too large', 'new ArrayBuffer(2 ** 40);'],
  ['a text that doubles', 'let s = "x"; for (;;) s += s;'],
  ['a text of 100 MB', '"x".repeat(1e8) + "x".repeat(1e8);'],
  ['a padded text', '"".padStart(2 ** 29, "ab");'],
  ['closures without end', 'let g = () => 0; for (;;) { const h = g; g = () => h; }'],
  ['properties without end', 'const o = {}; for (let i = 0; ; i++) o["p" + i] = o;'],
  ['maps without end', 'const m = new Map(); for (let i = 0; ; i++) m.set(i, new Map(m));'],
  ['a big integer', 'let n = 3n; for (;;) n = n * n;'],
  ['an expression that explodes', '/^(a+)+$/.test("a".repeat(60) + "b");'],
  ['an expression in an expression', '/(.*)*(.*)*x/.exec("y".repeat(2e4));'],
  ['a huge print', 'for (;;) console.log("x".repeat(1e6), [1, { a: 2 }]);'],
  [
    'a print of a circle',
    'const a = []; a.push(a); console.log(a); console.error({ get x() { throw 1; } });',
  ],
  ['a generator without end', 'function* g() { for (;;) yield 1; } [...g()];'],
  ['a promise without end', 'const g = async () => { for (;;) await 0; }; g();'],
  [
    'an iterator that never ends',
    'const o = { [Symbol.iterator]: () => ({ next: () => ({ done: false }) }) }; Array.from(o);',
  ],
  [
    'a species that lies',
    'class A extends Array { static get [Symbol.species]() { return function () { for (;;); }; } } new A(3).map((x) => x);',
  ],
  ['a valueOf that loops', '+{ valueOf() { for (;;); } };'],
  [
    'an answer that never ends',
    'return new Proxy([], { get: (_, k) => (k === "length" ? 2 ** 32 - 1 : 1), has: () => true });',
  ],
  ['an answer that throws', 'return { get a() { throw { get stack() { throw 1; } }; } };'],
  ['an answer that loops', 'return { get a() { for (;;); } };'],
  ['an answer too large', 'return Array.from({ length: 1e6 }, () => "x".repeat(100));'],
  ['null thrown', 'throw null;'],
  ['a symbol thrown', 'throw Symbol("x");'],
  [
    'an error that lies',
    'const e = new Error("x"); Object.defineProperty(e, "message", { get() { for (;;); } }); throw e;',
  ],
  ['garbage', 'for (;;) { new Array(1e5).fill({}); }'],
  [
    'weak things',
    'const r = new FinalizationRegistry(() => { for (;;); }); for (;;) r.register({}, 1);',
  ],
];

/** Things that look for a way out. Each evaluates to what it found, or to nothing. */
const searches = ({ folder, address }: Traps): Act[] => [
  ['process', 'typeof process !== "undefined" && process'],
  [
    'require',
    `typeof require !== "undefined" && require("fs").writeFileSync(${JSON.stringify(`${folder}/require`)}, "x")`,
  ],
  [
    'process by a constructor',
    '(() => {}).constructor("return typeof process !== \'undefined\' && process")()',
  ],
  [
    'the constructor of an async function',
    '(async () => {}).constructor("return process")() && false',
  ],
  [
    'a module',
    `import("node:fs").then((fs) => fs.writeFileSync(${JSON.stringify(`${folder}/import`)}, "x")) && false`,
  ],
  [
    'a module by eval',
    `(0, eval)(${JSON.stringify(`import("node:fs").then((fs) => fs.writeFileSync("${folder}/eval", "x"))`)}) && false`,
  ],
  ['the network', `typeof fetch !== "undefined" && fetch(${JSON.stringify(address)})`],
  ['a socket', `typeof WebSocket !== "undefined" && new WebSocket(${JSON.stringify(address)})`],
  ['QuickJS’ own modules', 'typeof std !== "undefined" || typeof os !== "undefined"'],
  [
    'a host’s function',
    'Object.getOwnPropertyNames(globalThis).filter((n) => /^(fs|path|host|lectern|Module|HEAP|wasm|postMessage|self|worker)/i.test(n))[0]',
  ],
  [
    'the caller',
    '(function g() { try { return g.caller || arguments.callee.caller; } catch { return false; } })()',
  ],
  [
    'the stack’s frames',
    '(() => { Error.prepareStackTrace = (_, frames) => frames; const s = new Error().stack; return Array.isArray(s) && s.some((f) => f.getThis && f.getThis()); })()',
  ],
  ['shared memory', 'typeof SharedArrayBuffer !== "undefined" || typeof Atomics !== "undefined"'],
  ['WebAssembly', 'typeof WebAssembly !== "undefined"'],
  ['the clock', '(() => { try { return Date.now(); } catch { return false; } })()'],
  ['another clock', 'typeof performance !== "undefined" && performance.now()'],
  ['what an earlier program left', 'before'],
  [
    'the harness',
    '(() => { try { return typeof harness !== "undefined" || typeof noClock !== "undefined"; } catch { return true; } })()',
  ],
];

/** What an earlier program left, looked at before this one leaves the same. */
const look =
  'const before = globalThis.leftBehind || [].leftBehind || Object.leftBehind || "".leftBehind;';
/** What every program leaves behind for the next to find. */
const leave =
  'globalThis.leftBehind = Array.prototype.leftBehind = Object.leftBehind = String.prototype.leftBehind = "a secret";';

/** Built-ins that are broken before anything else. */
const patches = [
  '',
  '',
  'Array.prototype.push = Array.prototype.join = () => { throw 1; };',
  'JSON.parse = JSON.stringify = () => "{}";',
  'Object.prototype.toJSON = () => "forged"; Object.prototype.$ = "typed";',
  'Object.defineProperty(Object.prototype, "value", { set() { for (;;); }, get() { return 1; } });',
  'Reflect.apply = Reflect.ownKeys = Object.is = Array.isArray = () => true;',
  'Function.prototype.call = Function.prototype.apply = function () { return globalThis; };',
  'Object.defineProperty(Error, Symbol.hasInstance, { value: () => { for (;;); } });',
  'Symbol.iterator; Array.prototype[Symbol.iterator] = function* () { for (;;) yield 1; };',
  'Promise.prototype.then = () => { for (;;); };',
  'globalThis.console = new Proxy({}, { get() { throw 1; } });',
  'Object.freeze(Object.prototype); Object.freeze(Array.prototype); Object.freeze(globalThis);',
];

/** How the act is wrapped. */
const wraps: ((body: string) => string)[] = [
  (body) => `function f() { ${body} }`,
  (body) => `function f() { try { ${body} } catch { ${body} } }`,
  (body) =>
    `function f() { for (;;) { try { return (() => { ${body} })(); } finally { if (Math.random() < 0.5) continue; } } }`,
  (body) => `const run = () => { ${body} };\nrun();\nfunction f() { return run(); }`,
  (body) =>
    `class A { static { globalThis.made = () => { ${body} }; } }\nfunction f() { return made(); }`,
  (body) => `const f = new Function(${JSON.stringify(body)});`,
  (body) => `function f() { return (0, eval)(${JSON.stringify(`(() => { ${body} })()`)}); }`,
  (body) => `const f: () => any = (): any => { ${body} };`,
  (body) => `async function f() { ${body} }`,
  (body) => `function* g() { ${body} }\nfunction f() { return g().next().value; }`,
];

/** So many programs, the same for the same random numbers. */
export function* hostilePrograms(
  random: Random,
  count: number,
  traps: Traps,
): Generator<HostileProgram> {
  const looks = searches(traps);
  const pick = <T>(list: readonly T[]): T => list[random.integer(list.length)]!;
  for (let i = 0; i < count; i++) {
    const searching = random.uniform() < 0.4;
    const [kind, what] = searching ? pick(looks) : pick(harm);
    const body = searching ? `const found = ${what}; if (found) return "escaped: ${kind}";` : what;
    yield { kind, code: `${look}\n${pick(patches)}\n${pick(wraps)(body)}\n${leave}` };
  }
}
