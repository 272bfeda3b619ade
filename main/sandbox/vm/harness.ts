import { limits } from '../program.ts';

/**
 * What stands in QuickJS before the learner's code: an expression whose value has `call`, `describe`
 * and `printed`. It keeps every built-in that it uses, for the learner's code may change them all:
 * after it was set up it looks nothing up by a name or on a prototype. Text goes in and out; what it
 * means says `data.ts`.
 */
export const harness = (seed: number): string => String.raw`(function () {
  'use strict';
  const { apply, ownKeys, getPrototypeOf } = Reflect;
  const { isArray } = Array;
  const { parse, stringify } = JSON;
  const { is, defineProperty, getOwnPropertyDescriptor, create } = Object;
  const ErrorOf = Error;
  const TypeErrorOf = TypeError;
  const StringOf = String;
  const arrayPrototype = Array.prototype;
  const objectPrototype = Object.prototype;
  const hasOwn = objectPrototype.hasOwnProperty;
  const toStringOf = objectPrototype.toString;
  const sliceText = String.prototype.slice;
  const { isView } = ArrayBuffer;
  const typedPrototype = getPrototypeOf(Float64Array.prototype);
  const typedName = getOwnPropertyDescriptor(typedPrototype, Symbol.toStringTag).get;
  const typedLength = getOwnPropertyDescriptor(typedPrototype, 'length').get;
  const typed = {
    __proto__: null, Float64Array, Float32Array, Int32Array, Uint32Array, Int16Array, Uint16Array,
    Int8Array, Uint8Array, Uint8ClampedArray,
  };
  const numbers = { __proto__: null, NaN: NaN, '-0': -0, Infinity: Infinity, '-Infinity': -Infinity };
  const PromiseOf = Promise;
  const MapOf = Map;
  const SetOf = Set;
  const generator = getPrototypeOf(getPrototypeOf((function* () {})()));

  let left = 0;
  const spend = (text) => {
    left -= text.length + 1;
    if (left < 0) throw new TypeErrorOf('That is more than an answer may hold.');
    return text;
  };

  function kind(value) {
    if (typeof value === 'function') return 'a function';
    if (typeof value === 'symbol') return 'a symbol';
    if (typeof value === 'bigint') return 'a big integer';
    if (value instanceof PromiseOf) return 'a promise';
    if (value instanceof MapOf) return 'a map';
    if (value instanceof SetOf) return 'a set';
    for (let up = getPrototypeOf(value); up !== null; up = getPrototypeOf(up))
      if (up === generator) return 'a generator';
    return 'an object of a class';
  }

  function number(value) {
    if (value !== value) return '{"$":"NaN"}';
    if (value === 0 && is(value, -0)) return '{"$":"-0"}';
    if (value === 1 / 0) return '{"$":"Infinity"}';
    if (value === -1 / 0) return '{"$":"-Infinity"}';
    return '' + value;
  }

  function write(value, depth) {
    if (value === null) return spend('null');
    if (value === undefined) return spend('{"$":"undefined"}');
    if (typeof value === 'boolean') return spend(value ? 'true' : 'false');
    if (typeof value === 'number') return spend(number(value));
    if (typeof value === 'string') {
      if (value.length > left) spend(value);
      return spend(stringify(value));
    }
    if (typeof value !== 'object') return spend('{"$":"' + kind(value) + '"}');
    if (depth > ${limits.depth}) return spend('{"$":"an object that is nested too deep"}');
    if (isArray(value)) {
      let text = '';
      const length = value.length;
      for (let i = 0; i < length; i++) {
        const one = apply(hasOwn, value, [i]) ? write(value[i], depth + 1) : spend('{"$":"a hole"}');
        text += (i > 0 ? ',' : '') + one;
      }
      return '[' + text + ']';
    }
    if (isView(value)) {
      const name = apply(typedName, value, []);
      if (name === undefined || typed[name] === undefined) return spend('{"$":"' + kind(value) + '"}');
      let text = '';
      const length = apply(typedLength, value, []);
      for (let i = 0; i < length; i++) {
        text += (i > 0 ? ',' : '') + spend(number(value[i]));
      }
      return '{"$":"typed","of":"' + name + '","values":[' + text + ']}';
    }
    const up = getPrototypeOf(value);
    if (up !== null && up !== objectPrototype) return spend('{"$":"' + kind(value) + '"}');
    let text = '';
    let first = true;
    const keys = ownKeys(value);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      if (typeof key !== 'string') continue;
      if (key === '$') return spend('{"$":"an object with a property $"}');
      text += (first ? '' : ',') + spend(stringify(key)) + ':' + write(value[key], depth + 1);
      first = false;
    }
    return '{' + text + '}';
  }

  function put(target, key, value) {
    defineProperty(target, key, { __proto__: null, value, writable: true, enumerable: true, configurable: true });
  }

  function read(json) {
    if (json === null || typeof json !== 'object') return json;
    if (isArray(json)) {
      const list = [];
      for (let i = 0; i < json.length; i++) put(list, i, read(json[i]));
      return list;
    }
    if (!apply(hasOwn, json, ['$'])) {
      const keys = ownKeys(json);
      const plain = {};
      for (let i = 0; i < keys.length; i++) put(plain, keys[i], read(json[keys[i]]));
      return plain;
    }
    const word = json.$;
    if (word === 'undefined') return undefined;
    if (word in numbers) return numbers[word];
    const list = new typed[json.of](json.values.length);
    for (let i = 0; i < json.values.length; i++) list[i] = read(json.values[i]);
    return list;
  }

  function said(value, length) {
    let text;
    try {
      text = StringOf(value);
    } catch {
      text = apply(toStringOf, value, []);
    }
    return text.length > length ? apply(sliceText, text, [0, length]) + '…' : text;
  }

  function describe(error) {
    let what = 'it threw something that can’t be read';
    let stack = '';
    try {
      if (error instanceof ErrorOf) {
        const name = said(error.name, 60);
        const message = said(error.message, 300);
        what = name === 'Error' ? message : name + ': ' + message;
        const trace = error.stack;
        if (typeof trace === 'string') stack = apply(sliceText, trace, [0, 2000]);
      } else what = 'it threw ' + said(error, 300);
    } catch {
      // What stands there says it.
    }
    return '{"what":' + stringify(what) + ',"stack":' + stringify(stack) + '}';
  }

  const lines = [];
  let printed = 0;
  let dropped = false;
  function show(value) {
    if (typeof value === 'string') return value;
    if (value !== null && typeof value === 'object') {
      try {
        const text = stringify(value, (_, one) => (typeof one === 'number' && !(one - one === 0) ? said(one, 20) : one));
        if (typeof text === 'string') return text;
      } catch {
        // Then as a text, like everything else.
      }
    }
    if (typeof value === 'number' && is(value, -0)) return '-0';
    return said(value, ${limits.lineLength});
  }
  function print() {
    if (printed >= ${limits.lines}) {
      dropped = true;
      return;
    }
    let text = '';
    for (let i = 0; i < arguments.length && text.length <= ${limits.lineLength}; i++)
      text += (i > 0 ? ' ' : '') + show(arguments[i]);
    put(lines, printed, text.length > ${limits.lineLength} ? apply(sliceText, text, [0, ${limits.lineLength}]) + '…' : text);
    printed += 1;
  }
  put(globalThis, 'console', { log: print, info: print, warn: print, error: print, debug: print });

  let state = ${seed >>> 0};
  put(Math, 'random', function random() {
    // Mulberry32, by Tommy Ettinger, in the public domain.
    state = (state + 0x6d2b79f5) | 0;
    let t = state;
    t = ((t ^ (t >>> 15)) * (t | 1)) | 0;
    t = (t + (((t ^ (t >>> 7)) * (t | 61)) | 0)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  });
  const noClock = () => {
    throw new ErrorOf('There is no clock here: an answer may not depend on the time.');
  };
  put(globalThis, 'Date', function Date() { noClock(); });
  put(globalThis.Date, 'now', noClock);
  put(globalThis.Date, 'parse', noClock);
  put(globalThis.Date, 'UTC', noClock);

  delete globalThis.SharedArrayBuffer;
  delete globalThis.Atomics;

  return {
    call(run, text) {
      const given = read(parse(text));
      left = ${limits.text};
      let value;
      try {
        value = apply(run, undefined, given);
        return '{"value":' + write(value, 0) + ',"after":' + write(given, 0) + '}';
      } catch (error) {
        return '{"threw":' + describe(error) + '}';
      }
    },
    describe,
    printed() {
      let text = '';
      for (let i = 0; i < printed; i++) text += (i > 0 ? ',' : '') + stringify(lines[i]);
      if (dropped) text += ',"… and more, which is not kept."';
      return '[' + text + ']';
    },
  };
})()`;
