// test/torture/rows/room.ts
import { connect } from "node:net";
import { WebSocket as WebSocket2 } from "ws";

// labs/math/random.ts
var two26 = 67108864;
var perTwo53 = 1 / 9007199254740992;
function seededRandom(seed2) {
  if (!Number.isInteger(seed2) || seed2 < 0 || seed2 > 4294967295) {
    throw new RangeError(`A seed is a whole number from 0 to 4294967295; ${String(seed2)} is not.`);
  }
  return new Sfc32(String(seed2));
}
var Sfc32 = class _Sfc32 {
  path;
  /** a, b, c and the counter. A typed array, so that a draw stores 32-bit integers and allocates nothing. */
  state;
  constructor(path) {
    this.path = path;
    this.state = hash128(path);
    this.state[3] = 1;
    for (let i = 0; i < 15; i++) this.next();
  }
  /** Signed 32 bits. */
  next() {
    const s = this.state;
    const b = s[1];
    const c = s[2];
    const t = (s[0] + b | 0) + s[3] | 0;
    s[3] = s[3] + 1;
    s[0] = b ^ b >>> 9;
    s[1] = c + (c << 3);
    s[2] = (c << 21 | c >>> 11) + t;
    return t;
  }
  uniform() {
    const high = this.next() >>> 5;
    return (high * two26 + (this.next() >>> 6)) * perTwo53;
  }
  normal() {
    for (; ; ) {
      const bits = this.next();
      const layer = bits & 127;
      const x = bits * normalScale[layer];
      if (Math.abs(bits) < normalInside[layer]) return x;
      if (layer === 0) return this.normalTail(bits);
      if (normalHeight[layer] + this.uniform() * (normalHeight[layer - 1] - normalHeight[layer]) < Math.exp(-0.5 * x * x))
        return x;
    }
  }
  /** Beyond the last layer: Marsaglia's method for the tail. */
  normalTail(sign) {
    let x;
    let y;
    do {
      x = -Math.log(1 - this.uniform()) / normalReach;
      y = -Math.log(1 - this.uniform());
    } while (y + y < x * x);
    return sign > 0 ? normalReach + x : -normalReach - x;
  }
  exponential() {
    for (; ; ) {
      const bits = this.next() >>> 0;
      const layer = bits & 255;
      const x = bits * exponentialScale[layer];
      if (bits < exponentialInside[layer]) return x;
      if (layer === 0) return exponentialReach - Math.log(1 - this.uniform());
      if (exponentialHeight[layer] + this.uniform() * (exponentialHeight[layer - 1] - exponentialHeight[layer]) < Math.exp(-x))
        return x;
    }
  }
  integer(n) {
    if (!Number.isInteger(n) || n < 1 || n > 4294967296)
      throw new RangeError(`integer(n) needs a whole number n from 1 to 2^32; got ${String(n)}.`);
    return Math.floor(this.uniform() * n);
  }
  seed() {
    return this.next() >>> 1;
  }
  permutation(n) {
    if (!Number.isInteger(n) || n < 0)
      throw new RangeError(
        `permutation(n) needs a whole number n of at least 0; got ${String(n)}.`
      );
    const order2 = new Uint32Array(n);
    for (let i = 0; i < n; i++) order2[i] = i;
    for (let i = n - 1; i > 0; i--) {
      const j = Math.floor(this.uniform() * (i + 1));
      const kept = order2[i];
      order2[i] = order2[j];
      order2[j] = kept;
    }
    return order2;
  }
  /** The length stands before the label so that fork('a').fork('b') and fork('a/b') can't meet. */
  fork(label) {
    return new _Sfc32(`${this.path}/${label.length}:${label}`);
  }
};
function ziggurat(layers, range, reach, area, density, inverse) {
  const scale = new Float64Array(layers);
  const inside = new Float64Array(layers);
  const height = new Float64Array(layers);
  const base = area / density(reach);
  scale[0] = base / range;
  inside[0] = reach / base * range;
  height[0] = 1;
  scale[layers - 1] = reach / range;
  height[layers - 1] = density(reach);
  let outer = reach;
  for (let i = layers - 2; i >= 1; i--) {
    const edge = inverse(area / outer + density(outer));
    inside[i + 1] = edge / outer * range;
    scale[i] = edge / range;
    height[i] = density(edge);
    outer = edge;
  }
  return { scale, inside, height };
}
function hash128(text) {
  const lanes = Int32Array.of(1779033703, 3144134277, 1013904242, 2773480762);
  const factors = [2654435761, 2246822519, 3266489917, 668265263];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    for (let k = 0; k < 4; k++) {
      const mixed = Math.imul(lanes[k] ^ code, factors[k]);
      lanes[k] = (mixed << 13 | mixed >>> 19) + lanes[k + 1 & 3];
    }
  }
  for (let k = 0; k < 4; k++) {
    let h = lanes[k] ^ text.length;
    h = Math.imul(h ^ h >>> 16, 2246822507);
    h = Math.imul(h ^ h >>> 13, 3266489909);
    lanes[k] = h ^ h >>> 16;
  }
  return lanes;
}
var normalReach = 3.442619855899;
var {
  scale: normalScale,
  inside: normalInside,
  height: normalHeight
} = ziggurat(
  128,
  2147483648,
  normalReach,
  0.00991256303526217,
  (x) => Math.exp(-0.5 * x * x),
  (y) => Math.sqrt(-2 * Math.log(y))
);
var exponentialReach = 7.69711747013105;
var {
  scale: exponentialScale,
  inside: exponentialInside,
  height: exponentialHeight
} = ziggurat(
  256,
  4294967296,
  exponentialReach,
  0.003949659822581572,
  (x) => Math.exp(-x),
  (y) => -Math.log(y)
);

// main/contract/room-wire.ts
import { z as z10 } from "zod";

// main/contract/room.ts
import { z as z9 } from "zod";

// main/contract/room-question.ts
import { z as z5 } from "zod";

// main/contract/room-spread.ts
import { z } from "zod";
var mostMarks = 300;
var spread = z.object({
  /** How many answers. */
  count: z.number().int().min(1),
  /** Ascending: every answer, or `mostMarks` evenly spaced of them. */
  marks: z.array(z.number()).min(1).max(mostMarks),
  median: z.number(),
  /** The middle half lies between these two. */
  lower: z.number(),
  upper: z.number()
});
function quantile(ascending, p) {
  if (ascending.length === 0) return NaN;
  const at = (ascending.length - 1) * p;
  const below = ascending[Math.floor(at)];
  return below + (at - Math.floor(at)) * (ascending[Math.ceil(at)] - below);
}
function spreadOf(values) {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const last = sorted.length - 1;
  const marks = sorted.length <= mostMarks ? sorted : Array.from(
    { length: mostMarks },
    (_, index) => sorted[Math.round(index * last / (mostMarks - 1))]
  );
  return {
    count: sorted.length,
    marks,
    median: quantile(sorted, 0.5),
    lower: quantile(sorted, 0.25),
    upper: quantile(sorted, 0.75)
  };
}
var closeRule = z.object({ by: z.enum(["factor", "distance"]), amount: z.number() });
var slack = 1e-9;
function isClose(said, was, rule) {
  if (typeof said !== "number" || typeof was !== "number" || !rule) return said === was;
  if (rule.by === "distance") return Math.abs(said - was) <= rule.amount * (1 + slack);
  if (said <= 0 || was <= 0) return said === was;
  return Math.max(said / was, was / said) <= rule.amount * (1 + slack);
}
var sureRow = z.object({
  sure: z.number(),
  said: z.number().int().min(1),
  close: z.number().int().min(0)
});
function sureRows(said) {
  const rows = /* @__PURE__ */ new Map();
  for (const { sure: sure2, close } of said) {
    const row = rows.get(sure2) ?? { sure: sure2, said: 0, close: 0 };
    rows.set(sure2, { sure: sure2, said: row.said + 1, close: row.close + (close ? 1 : 0) });
  }
  return [...rows.values()].sort((a, b) => a.sure - b.sure);
}

// main/contract/run.ts
import { z as z4 } from "zod";

// main/contract/errors.ts
import { z as z2 } from "zod";
var errorCode = z2.enum([
  "unknown-method",
  "bad-request",
  "too-large",
  "unknown-lab",
  "unknown-preset",
  "bad-parameters",
  "unknown-run",
  "locked",
  "queue-full",
  "compute-crashed",
  "compute-down",
  "run-failed",
  "storage",
  "bad-card",
  "bad-file",
  "internal"
]);
var errorData = z2.object({
  code: errorCode,
  /** What happened, in one plain sentence. */
  what: z2.string(),
  /** What is not lost, in one plain sentence; empty where nothing was at stake. */
  safe: z2.string(),
  /** What to do next, in one plain sentence. */
  next: z2.string()
});
var LecternError = class extends Error {
  data;
  constructor(data) {
    super(data.what);
    this.name = "LecternError";
    this.data = data;
  }
};

// main/contract/parsed-json.ts
import { z as z3 } from "zod";
var deepest = 500;
function isShallow(value2, depth) {
  if (typeof value2 !== "object" || value2 === null) return true;
  if (depth >= deepest) return false;
  if (Array.isArray(value2)) {
    for (const item of value2)
      if (typeof item === "object" && !isShallow(item, depth + 1)) return false;
    return true;
  }
  const record = value2;
  for (const name in record) {
    const item = record[name];
    if (typeof item === "object" && !isShallow(item, depth + 1)) return false;
  }
  return true;
}
var parsedJson = z3.custom(
  (value2) => value2 !== void 0 && isShallow(value2, 0)
);

// main/contract/run.ts
var backendName = z4.enum(["tensorflow", "wasm", "cpu"]);
var runBackend = z4.enum([...backendName.options, "tensorflow-graph"]);
var runStatus = z4.enum(["queued", "running", "stopped", "failed", "finished"]);
var json = z4.json();
var parameters = z4.record(
  z4.string().max(60),
  z4.union([z4.number(), z4.string().max(200), z4.boolean()])
);
var maxSeriesPoints = 300;
var series = z4.record(
  z4.string(),
  z4.array(z4.tuple([z4.number(), z4.number()])).max(maxSeriesPoints)
);
var maxSeed = 4294967295;
var seed = z4.number().int().min(0).max(maxSeed);
var phase = z4.object({
  /** What is being done now, in the learner's words: "Training the large model". */
  label: z4.string().max(120),
  /** 0-based place of this phase among `count`. */
  index: z4.number().int().min(0),
  count: z4.number().int().min(1),
  /** Part of the whole run that is done, 0 to 1. */
  fraction: z4.number().min(0).max(1)
});
var progress = z4.object({
  phase,
  points: series.optional(),
  partial: json.optional(),
  measured: json.optional(),
  /** Said once it is known how nets are trained. */
  training: z4.object({
    backend: runBackend,
    /** Why the native backend trains step by step; null where it does not, or where nobody tried otherwise. */
    fault: z4.string().max(300).nullable()
  }).optional()
});
var confidence = z4.number().min(0).max(1);
var prediction = z4.object({
  step: z4.string().max(60),
  question: z4.string().max(400),
  value: z4.union([z4.number(), z4.string().max(200)]),
  unit: z4.string().max(40),
  lockedAt: z4.iso.datetime(),
  /** Left out where they did not say. */
  confidence: confidence.optional()
});
var identity = {
  id: z4.string().regex(/^[a-z0-9-]{8,64}$/),
  /** Counts the runs on this computer from 1: what people call a run. */
  number: z4.number().int().min(1),
  lab: z4.string().max(60),
  labVersion: z4.number().int().min(1),
  parameters,
  seed,
  preset: z4.string().max(60).nullable(),
  prediction: prediction.nullable(),
  pinned: z4.boolean(),
  /** The run whose measurements were used instead of measuring anew; null where this run measured for itself. */
  measuredFrom: z4.string().max(64).nullable(),
  status: runStatus,
  startedAt: z4.iso.datetime(),
  durationMs: z4.number().min(0),
  backend: runBackend.nullable(),
  series,
  /** The lab's result; partial where `complete` is false; null where nothing was measured yet. */
  result: json.nullable(),
  complete: z4.boolean(),
  error: errorData.nullable()
};
var runSnapshot = z4.object({ ...identity, phase: phase.nullable() });
var runSummary = runSnapshot.omit({ series: true, result: true });
var cardFormat = "lectern-run";
var cardVersion = 1;
var runCard = z4.object({
  format: z4.literal(cardFormat),
  formatVersion: z4.literal(cardVersion),
  ...identity,
  /** All that came from a clock. A result is a pure function of (parameters, seed, measured). */
  measured: json.nullable(),
  threads: z4.number().int().min(1).nullable(),
  versions: z4.object({
    lectern: z4.string(),
    tfjs: z4.string(),
    tensorflow: z4.string().nullable(),
    node: z4.string()
  }).nullable(),
  machine: z4.object({
    platform: z4.string(),
    arch: z4.string(),
    cpu: z4.string(),
    cores: z4.number().int(),
    memoryGb: z4.number()
  }),
  /** SHA-256 of the card's canonical JSON without `hash` and `pinned`. */
  hash: z4.string()
});
var parsedCard = runCard.extend({ result: parsedJson, measured: parsedJson });

// main/contract/room-question.ts
var questionId = z5.string().regex(/^(poll\/[a-z0-9-]+|predict\/[a-z0-9-]+\/[a-z0-9-]+)$/).max(140);
var option = z5.object({ id: z5.string().min(1).max(200), label: z5.string().min(1).max(200) });
var asked = { id: questionId, text: z5.string().min(1).max(400) };
var predicted = z5.object({
  lab: z5.string().max(60),
  /** The settings that a run must have to judge it. */
  settings: parameters,
  /** When a number counts as close, and how that is said ("within 25 %"); null for a choice, which is right or wrong. */
  close: closeRule.extend({ words: z5.string().max(80) }).nullable()
});
var roomQuestion = z5.discriminatedUnion("kind", [
  z5.object({
    kind: z5.literal("choice"),
    ...asked,
    options: z5.array(option).min(2).max(12),
    predicted: predicted.nullable()
  }),
  z5.object({
    kind: z5.literal("number"),
    ...asked,
    unit: z5.string().max(40),
    min: z5.number(),
    max: z5.number(),
    step: z5.number().positive(),
    scale: z5.enum(["linear", "log"]),
    predicted: predicted.nullable()
  })
]);
var answerValue = z5.union([z5.number(), z5.string().max(200)]);
var roomOutcome = z5.object({
  value: answerValue,
  /** As people read it, with its unit: "9.3 ms". */
  words: z5.string().max(200),
  /** Whether the run only said how much it is at least. */
  atLeast: z5.boolean(),
  /** The run's number on this computer. */
  run: z5.number().int().min(1)
});
var sure = confidence.nullable();
function answers(question, value2) {
  if (question.kind === "choice") return question.options.some(({ id }) => id === value2);
  return typeof value2 === "number" && value2 >= question.min && value2 <= question.max;
}

// main/contract/lecture-class.ts
import { z as z8 } from "zod";

// main/contract/shared-state.ts
import { z as z6 } from "zod";
var sharedKey = z6.string().regex(/^[a-z0-9-]+(\/[a-z0-9-]+)?$/).max(100);
var value = z6.json();
var sharedValues = z6.record(sharedKey, value);
var sharedChange = z6.object({
  key: sharedKey,
  /** Null takes the value away. */
  value,
  /** False for what means nothing after a restart, such as where the pointer is: it is never written to disk. */
  keep: z6.boolean(),
  /** Names the window and the change, so that a window knows its own when it hears of it. */
  by: z6.string().max(40)
});

// main/contract/slide-times.ts
import { z as z7 } from "zod";
var slideTimes = z7.record(z7.string().max(80), z7.number().min(0));
var slideClock = z7.object({
  /** The slide that is on now and what the clock said when it came, in ms. */
  arrived: z7.object({ slide: z7.string().max(80), atMs: z7.number().min(0) }).nullable(),
  /** The slides before it in this passage. A Lectern before this one kept none. */
  slides: slideTimes.default({})
});

// main/contract/lecture-class.ts
var lectureClass = z8.object({
  number: z8.number().int().min(1).max(1e6),
  begunAt: z8.iso.datetime(),
  usedAt: z8.iso.datetime()
});
var classFile = z8.object({
  version: z8.literal(1),
  class: lectureClass,
  values: sharedValues
});
var earlierClass = z8.object({
  number: lectureClass.shape.number,
  begunAt: lectureClass.shape.begunAt.nullable(),
  usedAt: lectureClass.shape.usedAt.nullable(),
  problem: z8.enum(["newer", "damaged"]).nullable(),
  /** How long its slides took, the oldest passage first; only for the newest `timedClasses` that have any. */
  passages: z8.array(slideTimes).optional()
});
var classList = z8.object({
  /** Null where nothing was done yet. */
  current: lectureClass.nullable(),
  /** Whether a new class is offered: the last use of this one is long ago, and nobody answered yet. */
  offered: z8.boolean(),
  /** Newest first. */
  earlier: z8.array(earlierClass).max(2e3)
});
var newClassAfterMs = 6 * 36e5;
var sharedStateFile = z8.object({
  version: z8.literal(1),
  values: sharedValues,
  class: lectureClass.optional().catch(void 0)
});

// main/contract/room.ts
var mostPhones = 2e3;
var mostLetters = 140;
var mostName = 40;
var mostQuestions = 500;
var mostRounds = 100;
var roomAddress = z9.object({
  /** As an address bar takes it: "192.168.1.20" or "[fd00::12]". */
  host: z9.string().max(60),
  /** The system's name of the interface: "wlan0". */
  name: z9.string().max(80),
  /** `here`: this computer alone. `tunnel`: probably no network that phones are on. */
  kind: z9.enum(["wifi", "wired", "other", "tunnel", "here"]),
  /** True of one: where phones are most likely. */
  likely: z9.boolean()
});
var openRoom = z9.object({
  /** What a phone types, without `http://`: "192.168.1.20:49731". */
  address: z9.string().max(80),
  /** The four letters that let a phone in. */
  word: z9.string().length(4),
  /** The whole address for a code, with the word. */
  link: z9.string().max(120),
  kind: roomAddress.shape.kind,
  name: roomAddress.shape.name,
  /** False where this computer no longer has the address: the network changed. */
  reachable: z9.boolean(),
  /** Phones connected at this moment. */
  online: z9.number().int().min(0)
});
var roomTally = z9.object({
  question: roomQuestion,
  answered: z9.number().int().min(0),
  /** Nobody can answer or change an answer now. */
  closed: z9.boolean(),
  /** Whether phones and the big screen may show what was answered. */
  shown: z9.boolean(),
  /** Phones for each option, by its id. Empty for numbers, and for a prediction that was not shown yet. */
  counts: z9.record(z9.string().max(200), z9.number().int().min(0)),
  /** For numbers that were shown. */
  spread: spread.nullable(),
  /** What the run said; null before. */
  outcome: roomOutcome.nullable(),
  /** How many were close to it, or right; null where nothing can be compared. */
  close: z9.number().int().min(0).nullable(),
  sure: z9.array(sureRow).max(20),
  /** The id of the run that is under way for it or judged it. */
  run: z9.string().max(64).nullable()
});
var questionState = z9.enum(["waiting", "shown", "done", "removed"]);
var lecturerQuestion = z9.object({
  id: z9.number().int().min(1),
  text: z9.string().max(600),
  /** Signed by whoever wanted to; null: anonymous. */
  name: z9.string().max(200).nullable(),
  support: z9.number().int().min(0),
  state: questionState
});
var interrupted = z9.object({ address: z9.string().max(80), joined: z9.number().int().min(0) });
var roomView = z9.object({
  open: openRoom.nullable(),
  interrupted: interrupted.nullable(),
  /** Phones that joined in this class. */
  joined: z9.number().int().min(0),
  /** What is asked now. */
  asking: questionId.nullable(),
  tallies: z9.record(questionId, roomTally),
  questions: z9.array(lecturerQuestion).max(mostQuestions),
  /** Phones that pressed "lost me" within the last minute. */
  lost: z9.number().int().min(0)
});
var closedRoom = {
  open: null,
  interrupted: null,
  joined: 0,
  asking: null,
  tallies: {},
  questions: [],
  lost: 0
};
var keptAnswer = z9.tuple([z9.number().int().min(1), answerValue, sure]);
var keptRound = z9.object({
  question: roomQuestion,
  /** How often it was asked anew. */
  again: z9.number().int().min(0).default(0),
  closed: z9.boolean(),
  shown: z9.boolean(),
  outcome: roomOutcome.nullable(),
  run: z9.string().max(64).nullable(),
  answers: z9.array(keptAnswer).max(mostPhones)
});
var roomFile = z9.object({
  version: z9.literal(1),
  class: lectureClass.pick({ number: true, begunAt: true }),
  joined: z9.number().int().min(0).max(1e6),
  rounds: z9.array(keptRound).max(mostRounds),
  /** Those that were let through. */
  questions: z9.array(lecturerQuestion).max(mostQuestions)
});
var keptRoom = z9.object({
  number: z9.number().int().min(1),
  begunAt: z9.string().nullable(),
  joined: z9.number().int().min(0),
  asked: z9.number().int().min(0),
  problem: z9.enum(["newer", "damaged"]).nullable()
});

// main/contract/room-wire.ts
var maxPhoneMessage = 2048;
var key = z10.string().regex(/^[a-z0-9]{8,24}$/);
var fromPhone = z10.discriminatedUnion("t", [
  /** Let me in. */
  z10.strictObject({ t: z10.literal("join"), word: z10.string().max(40) }),
  /** My answer; `n` grows with every change of mind, so that an old one that comes late changes nothing. */
  z10.strictObject({
    t: z10.literal("answer"),
    q: questionId,
    round: z10.number().int().min(0).max(1e6),
    value: answerValue,
    sure,
    n: z10.number().int().min(1).max(1e9)
  }),
  /** A question to the lecturer. */
  z10.strictObject({
    t: z10.literal("ask"),
    key,
    text: z10.string().min(1).max(700),
    name: z10.string().max(200).nullable()
  }),
  /** I have that question too, or no longer. */
  z10.strictObject({ t: z10.literal("support"), id: z10.number().int().min(1), on: z10.boolean() }),
  /** I am lost, or found again. */
  z10.strictObject({ t: z10.literal("lost"), on: z10.boolean() })
]);
var phoneErrorCode = z10.enum([
  "wrong-word",
  "not-in",
  "full",
  "too-many",
  "busy",
  "too-large",
  "bad-message",
  "not-asked",
  "closed",
  "bad-answer",
  "too-long",
  "empty",
  "elsewhere"
]);
var phoneQuestion = z10.discriminatedUnion("kind", [
  roomQuestion.options[0].omit({ predicted: true }).extend({ sure: z10.string().nullable() }),
  roomQuestion.options[1].omit({ predicted: true }).extend({ sure: z10.string().nullable() })
]);
var toPhone = z10.discriminatedUnion("t", [
  /**
   * First of all: whether this phone is in already, and in which room: another class's answers are
   * none of this one's.
   */
  z10.object({ t: z10.literal("hello"), known: z10.boolean(), room: z10.string().max(20) }),
  /** What the whole room is told. */
  z10.object({
    t: z10.literal("room"),
    joined: z10.number().int(),
    answered: z10.number().int(),
    ask: phoneQuestion.nullable(),
    /** How often it was asked anew: answers of before are none of this. */
    round: z10.number().int(),
    closed: z10.boolean(),
    result: z10.object({
      counts: z10.record(z10.string(), z10.number()),
      spread: spread.omit({ marks: true }).nullable(),
      outcome: roomOutcome.omit({ run: true }).nullable()
    }).nullable(),
    heard: z10.array(
      z10.object({
        id: z10.number(),
        text: z10.string(),
        name: z10.string().nullable(),
        support: z10.number()
      })
    )
  }),
  /** What is this phone's own. */
  z10.object({
    t: z10.literal("mine"),
    number: z10.number().int().max(mostPhones * 500),
    answer: z10.object({ q: questionId, round: z10.number(), value: answerValue, sure, n: z10.number() }).nullable(),
    asked: z10.array(z10.object({ key, text: z10.string(), heard: z10.boolean() })),
    supports: z10.array(z10.number()),
    lost: z10.boolean()
  }),
  z10.object({
    t: z10.literal("error"),
    code: phoneErrorCode,
    what: z10.string(),
    next: z10.string(),
    /** The key of the thing said, or the question answered. */
    about: z10.string().nullable()
  }),
  /** Every few seconds, so that a dead connection is noticed. */
  z10.object({ t: z10.literal("beat") })
]);
var closeCodes = { closed: 4e3, full: 4001, elsewhere: 4002, flood: 4003, word: 4004 };

// main/room/fixtures/test-phone.ts
import { get } from "node:http";
import { WebSocket } from "ws";
function askRoom(authority, path = "/", headers = {}, method = "GET") {
  const [, host = "", port = ""] = /^\[?(.*?)\]?:(\d+)$/.exec(authority) ?? [];
  return new Promise((resolve2, reject) => {
    const request = get({ host, port, path, method, headers: { host: authority, ...headers } });
    request.on("response", (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (text) => body += text);
      response.on(
        "end",
        () => resolve2({ status: response.statusCode ?? 0, headers: response.headers, body })
      );
    });
    request.on("error", reject);
  });
}
async function cookieFrom(authority) {
  const { headers } = await askRoom(authority);
  return headers["set-cookie"][0].split(";")[0];
}
var TestPhone = class _TestPhone {
  constructor(socket, cookie) {
    this.socket = socket;
    this.cookie = cookie;
    socket.on("message", (data) => {
      this.heard.push(JSON.parse(String(data)));
      this.look();
    });
    socket.on("close", (code) => {
      this.ended = code;
      this.look();
    });
    socket.on("error", () => void 0);
  }
  socket;
  cookie;
  heard = [];
  /** The code of the connection's end; null while it lasts. */
  ended = null;
  waiting = /* @__PURE__ */ new Set();
  /** Connects; rejects where the room refuses the connection. */
  static async connect(authority, cookie) {
    const own = cookie ?? await cookieFrom(authority);
    const socket = new WebSocket(`ws://${authority}/room`, {
      headers: { cookie: own, origin: `http://${authority}` }
    });
    const phone = new _TestPhone(socket, own);
    await new Promise((resolve2, reject) => {
      socket.once("open", () => resolve2());
      socket.once("error", reject);
    });
    await phone.until("hello");
    return phone;
  }
  /** Connects and says the word. */
  static async join(authority, word, cookie) {
    const phone = await _TestPhone.connect(authority, cookie);
    phone.say({ t: "join", word });
    await phone.until("mine");
    return phone;
  }
  say(message) {
    this.socket.send(JSON.stringify(message));
  }
  raw(data) {
    this.socket.send(data);
  }
  /** The last message of a kind that fits; waits for it. */
  until(t, fits2 = () => true) {
    return this.wait(
      () => this.heard.findLast((one) => one.t === t && fits2(one))
    );
  }
  /** The code that the connection ended with; waits for it. */
  end() {
    return this.wait(() => this.ended ?? void 0);
  }
  close() {
    this.socket.terminate();
  }
  look() {
    for (const check of [...this.waiting]) check();
  }
  wait(find) {
    return new Promise((resolve2) => {
      const check = () => {
        const found2 = find();
        if (found2 === void 0) return;
        this.waiting.delete(check);
        resolve2(found2);
      };
      this.waiting.add(check);
      check();
    });
  }
};

// main/room/fixtures/test-room.ts
import { mkdtemp, rm as rm4, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as join3 } from "node:path";

// main/room/room.ts
import { networkInterfaces } from "node:os";

// main/room/addresses.ts
var tunnels = /^(docker|br-|veth|virbr|vmnet|vboxnet|vEthernet|utun|tun|tap|wg|tailscale|zt|ham|bridge|llw|awdl|anpi)|virtual|vpn|loopback/i;
var wifi = /^(wl|wi-?fi|wlan|en0$|drahtlos)/i;
var wired = /^(eth|en|ethernet|lan)/i;
function kindOf(name) {
  if (tunnels.test(name)) return "tunnel";
  if (wifi.test(name)) return "wifi";
  return wired.test(name) ? "wired" : "other";
}
var order = ["wifi", "wired", "other", "tunnel", "here"];
var isPrivate = (address) => /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address);
function found(name, info) {
  const four = info.family === "IPv4";
  const { address } = info;
  if (/^fe[89ab]/i.test(address) || address.startsWith("169.254.")) return null;
  const kind = info.internal ? "here" : kindOf(name);
  if (kind === "here" && address !== "127.0.0.1") return null;
  const family = four ? 0 : 2;
  return {
    host: four ? address : `[${address}]`,
    name: kind === "here" ? "this computer" : name,
    kind,
    likely: false,
    rank: order.indexOf(kind) * 10 + family + (four && !isPrivate(address) ? 1 : 0)
  };
}
function roomAddresses(interfaces) {
  const all = Object.entries(interfaces).flatMap(([name, infos]) => (infos ?? []).map((info) => found(name, info))).filter((one) => one !== null).sort((a, b) => a.rank - b.rank);
  const here = {
    host: "127.0.0.1",
    name: "this computer",
    kind: "here",
    likely: false,
    rank: 0
  };
  const listed = all.some(({ kind }) => kind === "here") ? all : [...all, here];
  return listed.map(({ host, name, kind }, index) => ({ host, name, kind, likely: index === 0 }));
}

// main/storage/write.ts
import { open, realpath, rename, rm, stat } from "node:fs/promises";
import { resolve } from "node:path";
var unfinishedName = (path, pid, count2) => `${path}.${pid}-${count2}.tmp`;
var count = 0;
var busy = /* @__PURE__ */ new Map();
async function writeAtomic(path, content, mode) {
  const key2 = resolve(path);
  const turn = (busy.get(key2) ?? Promise.resolve()).catch(() => void 0).then(() => write(path, content, mode));
  busy.set(key2, turn);
  try {
    await turn;
  } finally {
    if (busy.get(key2) === turn) busy.delete(key2);
  }
}
async function write(path, content, asked2) {
  const target = await realpath(path).catch(() => path);
  const mode = asked2 ?? await stat(target).then(
    (found2) => found2.mode & 511,
    () => 438
  );
  const beside = unfinishedName(target, process.pid, ++count);
  try {
    const file = await open(beside, "wx", mode);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => void 0);
    throw error;
  }
}

// main/contract/judging.ts
var hasSettings = (run, settings) => Object.entries(settings).every(([name, value2]) => run.parameters[name] === value2);

// main/room/class/lost.ts
var lostMs = 6e4;
var Lost = class {
  constructor(now) {
    this.now = now;
  }
  now;
  since = /* @__PURE__ */ new Map();
  set(phone, on) {
    if (on) this.since.set(phone, this.now());
    else this.since.delete(phone);
  }
  is(phone) {
    return this.now() - (this.since.get(phone) ?? -Infinity) < lostMs;
  }
  /** How many are lost now. */
  get count() {
    for (const phone of [...this.since.keys()]) if (!this.is(phone)) this.since.delete(phone);
    return this.since.size;
  }
};

// main/room/class/clean-text.ts
var dropped = (
  // eslint-disable-next-line no-control-regex -- they are what is dropped
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Cs}/gu
);
var piled = /(\p{M}{4})\p{M}+/gu;
var segments = new Intl.Segmenter("en", { granularity: "grapheme" });
var letterCount = (text) => [...segments.segment(text)].length;
function cleanText(text) {
  return text.normalize("NFC").replace(/[\t\n\r\u0085\u2028\u2029]/g, " ").replace(dropped, "").replace(piled, "$1").replace(/\s+/g, " ").trim();
}
function questionText(text) {
  const clean = cleanText(text);
  if (clean === "") return { refused: "empty" };
  return letterCount(clean) > mostLetters ? { refused: "too-long" } : { text: clean };
}
function signedName(name) {
  const clean = cleanText(name ?? "");
  if (clean === "") return null;
  return [...segments.segment(clean)].slice(0, mostName).map(({ segment }) => segment).join("");
}

// main/room/class/questions.ts
var Questions = class {
  all = /* @__PURE__ */ new Map();
  /** Brings back what was let through. Who asked and who supported is not kept. */
  restore(kept) {
    for (const { support, ...one } of kept)
      this.all.set(one.id, { ...one, phone: 0, key: "", support: /* @__PURE__ */ new Set(), before: support });
  }
  /** Brings back what a restart interrupted, with who asked and who supported it. */
  resume(session) {
    for (const { support, ...one } of session)
      this.all.set(one.id, { ...one, support: new Set(support) });
  }
  /** What a restart must not lose. */
  session() {
    return [...this.all.values()].map(({ support, ...one }) => ({ ...one, support: [...support] }));
  }
  /** Takes a question; the same key of the same phone again changes nothing. Null, or why not. */
  ask(phone, key2, text, name) {
    if (this.knows(phone, key2)) return null;
    const read = questionText(text);
    if ("refused" in read) return read.refused;
    if (this.all.size >= mostQuestions) return "busy";
    const id = Math.max(0, ...this.all.keys()) + 1;
    this.all.set(id, {
      id,
      text: read.text,
      name: signedName(name),
      state: "waiting",
      phone,
      key: key2,
      support: /* @__PURE__ */ new Set(),
      before: 0
    });
    return null;
  }
  knows(phone, key2) {
    return [...this.all.values()].some((one) => one.phone === phone && one.key === key2);
  }
  /** Others can support what they may read. False where it is not on the big screen. */
  support(phone, id, on) {
    const one = this.all.get(id);
    if (one?.state !== "shown" || one.phone === phone) return false;
    if (on) one.support.add(phone);
    else one.support.delete(phone);
    return true;
  }
  /** False where there is no such question. */
  moderate(id, state) {
    const one = this.all.get(id);
    if (one) one.state = state;
    return one !== void 0;
  }
  /** All but the removed ones, in the order they came. */
  list() {
    return [...this.all.values()].filter(({ state }) => state !== "removed").map(({ id, text, name, state, support, before }) => ({
      id,
      text,
      name,
      state,
      support: support.size + before
    }));
  }
  /** What was let through: what is kept of a class. */
  heard() {
    return this.list().filter(({ state }) => state === "shown" || state === "done");
  }
  /** What one phone asked, and what it supports. */
  of(phone) {
    const all = [...this.all.values()];
    return {
      asked: all.filter((one) => one.phone === phone && one.state !== "removed").map(({ key: key2, text, state }) => ({ key: key2, text, heard: state !== "waiting" })),
      supports: all.filter(({ support }) => support.has(phone)).map(({ id }) => id)
    };
  }
};

// main/room/class/round.ts
var Round = class _Round {
  constructor(question, again = 0) {
    this.question = question;
    this.again = again;
  }
  question;
  again;
  answers = /* @__PURE__ */ new Map();
  closed = false;
  shown = false;
  outcome = null;
  /** The run that is under way for it, or judged it. */
  run = null;
  static from(kept) {
    const round = new _Round(kept.question, kept.again);
    for (const [phone, value2, sure2] of kept.answers)
      round.answers.set(phone, { value: value2, sure: sure2, n: 0 });
    return Object.assign(round, {
      closed: kept.closed,
      shown: kept.shown,
      outcome: kept.outcome,
      run: kept.run
    });
  }
  /** The same question in other words or with other options: answers that no longer answer it go. */
  askedAs(question) {
    this.question = question;
    for (const [phone, { value: value2 }] of this.answers)
      if (!answers(question, value2)) this.answers.delete(phone);
  }
  /** Takes a phone's answer. An older one than is known changes nothing and is no error. */
  take(phone, answer) {
    const known = this.answers.get(phone);
    if (known && known.n >= answer.n && known.n > 0) return null;
    if (!answers(this.question, answer.value)) return "bad-answer";
    const same2 = known?.value === answer.value && known.sure === answer.sure;
    if (this.closed && !same2) return "closed";
    this.answers.set(phone, answer);
    return null;
  }
  /** How many chose each option, or nothing where that is not to be known yet. */
  counts() {
    const { question } = this;
    if (question.kind === "number" || question.predicted && !this.shown) return {};
    const counted = Object.fromEntries(question.options.map(({ id }) => [id, 0]));
    for (const { value: value2 } of this.answers.values())
      counted[String(value2)] = (counted[String(value2)] ?? 0) + 1;
    return counted;
  }
  spread() {
    if (this.question.kind !== "number" || !this.shown) return null;
    return spreadOf([...this.answers.values()].map(({ value: value2 }) => Number(value2)));
  }
  /** What windows may know. */
  tally() {
    const { question, outcome } = this;
    const judged = this.shown ? this.judged() : null;
    return {
      question,
      answered: this.answers.size,
      closed: this.closed,
      shown: this.shown,
      counts: this.counts(),
      spread: this.spread(),
      outcome,
      close: judged ? judged.filter(({ close }) => close).length : null,
      sure: sureRows(
        (judged ?? []).flatMap(({ sure: sure2, close }) => sure2 === null ? [] : [{ sure: sure2, close }])
      ),
      run: this.run
    };
  }
  /** Each answer beside what came out; null where nothing did, or only how much it is at least. */
  judged() {
    const { outcome, question } = this;
    if (!outcome || outcome.atLeast) return null;
    const rule = question.predicted?.close ?? null;
    return [...this.answers.values()].map(({ value: value2, sure: sure2 }) => ({
      sure: sure2,
      close: isClose(value2, outcome.value, rule)
    }));
  }
  /** As a phone gets it. */
  forPhones() {
    const { predicted: predicted2, ...asked2 } = this.question;
    const about = predicted2?.close ? `How sure are you, ${predicted2.close.words}?` : "How sure are you?";
    return { ...asked2, sure: predicted2 ? about : null };
  }
  kept() {
    const { question, again, closed, shown, outcome, run } = this;
    return {
      question,
      again,
      closed,
      shown,
      outcome,
      run,
      answers: [...this.answers].map(([phone, { value: value2, sure: sure2 }]) => [phone, value2, sure2])
    };
  }
};

// main/room/class/class-room.ts
var mostHeard = 20;
var ClassRoom = class _ClassRoom {
  constructor(lectureClass2, now) {
    this.lectureClass = lectureClass2;
    this.lost = new Lost(now);
  }
  lectureClass;
  rounds = /* @__PURE__ */ new Map();
  questions = new Questions();
  lost;
  /** Numbers that were given out. */
  joined = 0;
  /** What is asked now. */
  asking = null;
  static from(file, now) {
    const room2 = new _ClassRoom(file.class, now);
    room2.joined = file.joined;
    for (const kept of file.rounds) room2.rounds.set(kept.question.id, Round.from(kept));
    room2.questions.restore(file.questions);
    return room2;
  }
  /** Lets one more phone in. Null where the room is full. */
  join() {
    if (this.joined >= mostPhones) return null;
    this.joined += 1;
    return this.joined;
  }
  /** What a window says is on screen. Null: nothing is asked there. True where that is news. */
  ask(question) {
    if (question === null) {
      const was = this.asking;
      this.asking = null;
      return was !== null;
    }
    const known = this.rounds.get(question.id);
    if (this.asking === question.id && known && sameQuestion(known.question, question))
      return false;
    if (known) known.askedAs(question);
    else if (this.rounds.size >= mostRounds) return false;
    else this.rounds.set(question.id, new Round(question));
    this.asking = question.id;
    return true;
  }
  /** Takes what a phone that is in says. Null where it was taken, else why not. */
  hear(phone, said) {
    switch (said.t) {
      case "answer": {
        const round = this.rounds.get(said.q);
        if (round?.again !== said.round) return "not-asked";
        const { value: value2, sure: sure2, n } = said;
        return round.take(phone, { value: value2, sure: sure2, n });
      }
      case "ask":
        return this.questions.ask(phone, said.key, said.text, said.name);
      case "support":
        return this.questions.support(phone, said.id, said.on) ? null : "not-asked";
      case "lost":
        this.lost.set(phone, said.on);
        return null;
    }
  }
  /** Nobody can answer any more, or everybody again. False where there is no such question. */
  close(id, closed) {
    const round = this.rounds.get(id);
    if (round) round.closed = closed;
    return round !== void 0;
  }
  /** Shows or hides what was answered. A prediction that is shown is closed. False where there is no such question. */
  reveal(id, shown, outcome) {
    const round = this.rounds.get(id);
    if (!round) return false;
    round.shown = shown;
    if (outcome) round.outcome = outcome;
    if (shown && round.question.predicted) round.closed = true;
    return true;
  }
  /** Asks anew: the answers go. False where there is no such question. */
  clear(id) {
    const round = this.rounds.get(id);
    if (round) this.rounds.set(id, new Round(round.question, round.again + 1));
    return round !== void 0;
  }
  /**
   * A run is on: predictions that it answers are closed, as the screen shows what they are about.
   * True where that is news. One that ended before it was whole leaves them open again.
   */
  sawRun(run) {
    let news = false;
    for (const round of this.rounds.values()) {
      const { predicted: predicted2 } = round.question;
      if (predicted2?.lab !== run.lab || round.outcome) continue;
      if (!hasSettings(run, predicted2.settings)) continue;
      const live = run.status === "queued" || run.status === "running";
      const whole = run.status === "finished" && run.complete;
      if (live && round.run === null) Object.assign(round, { run: run.id, closed: true });
      else if (!live && !whole && round.run === run.id)
        Object.assign(round, { run: null, closed: false });
      else continue;
      news = true;
    }
    return news;
  }
  tallies() {
    return Object.fromEntries([...this.rounds].map(([id, round]) => [id, round.tally()]));
  }
  /** What every phone is told. */
  forPhones() {
    const round = this.asking === null ? void 0 : this.rounds.get(this.asking);
    const spread2 = round?.spread();
    return {
      t: "room",
      joined: this.joined,
      answered: round?.answers.size ?? 0,
      ask: round?.forPhones() ?? null,
      round: round?.again ?? 0,
      closed: round?.closed ?? false,
      result: round?.shown ? {
        counts: round.counts(),
        spread: spread2 ? {
          count: spread2.count,
          median: spread2.median,
          lower: spread2.lower,
          upper: spread2.upper
        } : null,
        outcome: round.outcome && {
          value: round.outcome.value,
          words: round.outcome.words,
          atLeast: round.outcome.atLeast
        }
      } : null,
      heard: this.questions.list().filter(({ state }) => state === "shown").slice(-mostHeard).map(({ id, text, name, support }) => ({ id, text, name, support }))
    };
  }
  /** What one phone is told of itself. */
  forPhone(phone) {
    const round = this.asking === null ? void 0 : this.rounds.get(this.asking);
    const answer = round?.answers.get(phone);
    return {
      t: "mine",
      number: phone,
      answer: answer ? { q: this.asking, round: round.again, ...answer } : null,
      ...this.questions.of(phone),
      lost: this.lost.is(phone)
    };
  }
  /** What is kept of it on disk. */
  file() {
    const { number, begunAt } = this.lectureClass;
    return {
      version: 1,
      class: { number, begunAt },
      joined: this.joined,
      rounds: [...this.rounds.values()].filter(({ answers: answers2 }) => answers2.size > 0).map((round) => round.kept()),
      questions: this.questions.heard()
    };
  }
};
var sameQuestion = (a, b) => JSON.stringify(a) === JSON.stringify(b);

// main/room/kept/room-session.ts
import { readFile, rm as rm2 } from "node:fs/promises";
import { join } from "node:path";
import { z as z11 } from "zod";

// main/storage/versioned.ts
function readVersioned(text, schema, key2, current, migrations = {}) {
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    return { ok: false, why: "corrupt" };
  }
  return versioned(data, schema, key2, current, migrations);
}
function versioned(value2, schema, key2, current, migrations = {}) {
  let data = value2;
  const found2 = typeof data === "object" && data !== null ? data[key2] : void 0;
  if (typeof found2 !== "number" || !Number.isInteger(found2)) return { ok: false, why: "corrupt" };
  if (found2 > current) return { ok: false, why: "newer" };
  try {
    for (let version = found2; version < current; version++)
      data = { ...migrations[version](data), [key2]: version + 1 };
    const parsed = schema.safeParse(data);
    return parsed.success ? { ok: true, data: parsed.data, migrated: found2 < current } : { ok: false, why: "corrupt" };
  } catch {
    return { ok: false, why: "corrupt" };
  }
}

// main/room/kept/room-session.ts
var sessionQuestion = z11.object({
  id: z11.number().int().min(1),
  text: z11.string().max(600),
  name: z11.string().max(200).nullable(),
  state: questionState,
  phone: z11.number().int().min(0),
  key: z11.string().max(24),
  support: z11.array(z11.number().int()).max(mostPhones),
  before: z11.number().int().min(0)
});
var roomSession = z11.object({
  version: z11.literal(1),
  /** The class's number. */
  class: z11.number().int().min(1),
  /** Signs the cookies. */
  key: z11.string().min(20).max(100),
  word: z11.string().length(4),
  host: z11.string().max(60),
  port: z11.number().int().min(1).max(65535),
  /** Whether it is open, or was when Lectern ended without closing it. */
  open: z11.boolean(),
  /** Hashes of cookies, each with the phone's number in the class. */
  members: z11.array(z11.tuple([z11.string().max(60), z11.number().int().min(1)])).max(mostPhones),
  questions: z11.array(sessionQuestion).max(mostQuestions)
});
var sessionPath = (folder) => join(folder, "room.json");
async function readSession(folder, number) {
  const text = await readFile(sessionPath(folder), "utf8").catch(() => "");
  const read = readVersioned(text, roomSession, "version", 1);
  return read.ok && read.data.class === number ? read.data : null;
}
var removeSession = (folder) => rm2(sessionPath(folder), { force: true });

// main/storage/data-folder.ts
import envPaths from "env-paths";
function reasonInWords(error) {
  const code = error?.code;
  if (code === "ENOSPC" || code === "EDQUOT") return "the disk is full";
  if (code === "EFBIG") return "the file is larger than is allowed there";
  if (code === "EACCES" || code === "EPERM" || code === "EROFS")
    return "writing there is not allowed";
  if (code === "ENOTDIR" || code === "EEXIST") return "a file stands where a folder is needed";
  if (code === "ENOENT") return "the folder is not there and can\u2019t be made";
  return `the system refused it (${code ?? (error instanceof Error ? error.message : String(error))})`;
}

// main/room/kept/saver.ts
var Saver = class {
  constructor(options) {
    this.options = options;
  }
  options;
  timer = null;
  writing = Promise.resolve();
  ended = false;
  changed() {
    if (this.timer || this.ended) return;
    this.timer = setTimeout(() => void this.flush(), this.options.everyMs ?? 1e3);
    this.timer.unref();
  }
  /** Writes now what is not written yet. */
  flush() {
    if (this.timer) {
      clearTimeout(this.timer);
      this.timer = null;
      this.writing = this.writing.then(() => this.save());
    }
    return this.writing;
  }
  /** Writes nothing any more. */
  async end() {
    this.ended = true;
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    await this.writing;
  }
  async save() {
    const { path, text, write: write2, notify, retract } = this.options;
    const id = "unsaved-room";
    try {
      await write2(path, text());
      retract(id);
    } catch (error) {
      notify({
        id,
        what: `The room\u2019s answers could not be saved in ${path}: ${reasonInWords(error)}.`,
        safe: "They are kept as long as Lectern runs.",
        next: "Free some space or bring the folder back: Lectern tries again every second."
      });
      this.changed();
    }
  }
};

// main/room/kept/open-class.ts
var OpenClass = class {
  constructor(options, current, file, session) {
    this.session = session;
    const { folder, kept, notify, retract, now } = options;
    const write2 = options.write ?? writeAtomic;
    this.room = file ? ClassRoom.from(file, now) : new ClassRoom(current, now);
    this.members = new Map(session?.members);
    if (session) this.room.questions.resume(session.questions);
    this.room.joined = Math.max(this.room.joined, ...this.members.values());
    const common = { notify, retract };
    this.savers = {
      answers: new Saver({
        ...common,
        path: kept.path(current.number),
        text: () => JSON.stringify(this.room.file()),
        write: write2
      }),
      session: new Saver({
        ...common,
        path: sessionPath(folder),
        text: () => JSON.stringify(this.sessionNow()),
        // Whoever could read it could answer in another's place.
        write: options.write ?? ((path, text) => writeAtomic(path, text, 384))
      })
    };
  }
  session;
  room;
  /** Numbers in the class by the hash of a phone's cookie. */
  members;
  savers;
  /** Something of it is to be written soon. */
  save() {
    this.savers.answers.changed();
    if (this.session) this.savers.session.changed();
  }
  async flush() {
    await Promise.all([this.savers.answers.flush(), this.savers.session.flush()]);
  }
  /** Nothing of it is written any more. */
  async end() {
    await Promise.all([this.savers.answers.end(), this.savers.session.end()]);
  }
  sessionNow() {
    const { session, members, room: room2 } = this;
    return session && { ...session, members: [...members], questions: room2.questions.session() };
  }
};

// main/room/kept/room-folder.ts
import { mkdir, readdir, readFile as readFile2, rm as rm3 } from "node:fs/promises";
import { join as join2 } from "node:path";
var numberOf = (name) => {
  const found2 = /^(\d{1,7})\.json$/.exec(name);
  return found2 && Number(found2[1]) > 0 ? Number(found2[1]) : null;
};
var RoomFolder = class {
  folder;
  /** @param data the data folder */
  constructor(data) {
    this.folder = join2(data, "rooms");
  }
  path(number) {
    return join2(this.folder, `${String(number).padStart(4, "0")}.json`);
  }
  async make() {
    await mkdir(this.folder, { recursive: true });
  }
  async read(number) {
    const text = await readFile2(this.path(number), "utf8").catch(() => null);
    if (text === null) return { ok: false, why: "none" };
    const read = readVersioned(text, roomFile, "version", 1);
    if (read.ok) return read;
    return { ok: false, why: read.why === "newer" ? "newer" : "damaged" };
  }
  /** All of them, newest first. */
  async list() {
    const names = await readdir(this.folder).catch(() => []);
    const numbers = names.map(numberOf).filter((number) => number !== null);
    const listed = [];
    for (const number of numbers.sort((a, b) => b - a)) {
      const read = await this.read(number);
      if (read.ok)
        listed.push({
          number,
          begunAt: read.data.class.begunAt,
          joined: read.data.joined,
          asked: read.data.rounds.length,
          problem: null
        });
      else if (read.why !== "none")
        listed.push({ number, begunAt: null, joined: 0, asked: 0, problem: read.why });
    }
    return listed;
  }
  async remove(number) {
    await rm3(this.path(number), { force: true });
  }
};

// main/room/listen/identity.ts
import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
var lifeSeconds = 12 * 3600;
var newKey = () => randomBytes(32).toString("base64url");
var roomId = (key2) => createHash("sha256").update(`room ${key2}`).digest("base64url").slice(0, 16);
var Identity = class {
  constructor(port, key2) {
    this.key = key2;
    this.name = `lectern-room-${port}`;
  }
  key;
  /** Cookies ignore ports: two rooms on one address must not take each other's. */
  name;
  /** The Set-Cookie header of a new phone. */
  make() {
    const name = randomBytes(18).toString("base64url");
    const value2 = `${name}.${this.sign(name)}`;
    return `${this.name}=${value2}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${lifeSeconds}`;
  }
  /** Who a request is from, as a hash that may be kept; null without a cookie that was made here. */
  read(cookies) {
    for (const part of (cookies ?? "").split(";")) {
      const [name, value2 = ""] = part.trim().split("=", 2);
      if (name !== this.name) continue;
      const [random = "", given = ""] = value2.split(".", 2);
      if (same(given, this.sign(random)))
        return createHash("sha256").update(random).digest("base64url");
    }
    return null;
  }
  sign(random) {
    return createHmac("sha256", this.key).update(random).digest("base64url");
  }
};
function same(a, b) {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

// main/room/listen/listener.ts
import { createServer } from "node:http";
import { WebSocketServer } from "ws";

// main/room/limits/address-key.ts
function addressKey(address) {
  const plain = (address ?? "").replace(/%.*$/, "").toLowerCase();
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain);
  if (mapped) return mapped[1];
  if (!plain.includes(":")) return plain;
  const [head = "", tail] = plain.split("::");
  const first = head.split(":").filter(Boolean);
  const last = tail?.split(":").filter(Boolean) ?? [];
  const zeros = tail === void 0 ? 0 : Math.max(0, 8 - first.length - last.length);
  const groups = [...first, ...Array.from({ length: zeros }, () => "0"), ...last];
  return `${groups.slice(0, 4).join(":")}::`;
}

// main/room/limits/buckets.ts
var Buckets = class {
  constructor(options) {
    this.options = options;
  }
  options;
  buckets = /* @__PURE__ */ new Map();
  /** Takes one token. False where there is none. */
  take(key2) {
    const { burst, perSecond, most = 1e4, now } = this.options;
    const at = now();
    const found2 = this.buckets.get(key2);
    const left = found2 ? Math.min(burst, found2.left + (at - found2.at) / 1e3 * perSecond) : burst;
    const taken = left >= 1;
    this.buckets.delete(key2);
    this.buckets.set(key2, { left: taken ? left - 1 : left, at });
    if (this.buckets.size > most) this.buckets.delete(this.buckets.keys().next().value);
    return taken;
  }
};

// main/room/limits/limits.ts
var limits = {
  /** A phone's messages. */
  phone: { burst: 15, perSecond: 5 },
  /** Messages of all phones together: what the host can answer beside a lab's run. */
  total: { burst: 6e3, perSecond: 3e3 },
  /** New cookies of one address. A device that throws its cookie away gets no more than this. */
  newCookies: { burst: 1500, perSecond: 25 },
  /** Connections of one address, pages and sockets together. */
  connections: { burst: 4e3, perSecond: 100 },
  /** Wrong words of one address that are answered at once; later ones wait. A right word never does. */
  wrongWords: { burst: 20, perSecond: 0.2 },
  /** A wrong word over that is answered after so long, in ms, and meanwhile takes one of few places. */
  wrongWordMs: 5e3,
  waitingWrong: 30,
  /** Questions of one phone to the lecturer. */
  questions: { burst: 4, perSecond: 1 / 60 },
  /** Connections at one moment, half-open ones included, in all and of one address. */
  sockets: 2600,
  socketsOfAddress: 2200,
  /** Windows of one phone's browser. The oldest closes. */
  tabs: 3,
  /** A connection that has not said the word is closed, in ms. */
  joinMs: 12e4,
  /** Every so often, in ms, each phone must answer a ping. */
  pingMs: 15e3,
  /** A phone that has left so much unread, in bytes, is dropped. */
  unread: 128 * 1024,
  /** While a phone sends too much, its socket is not read for so long, in ms. */
  pauseMs: 1e3,
  /** Messages over the limit in one pause, after which the connection ends. */
  patience: 200
};

// main/room/listen/connections.ts
var Connections = class {
  constructor(options) {
    this.options = options;
    this.buckets = new Buckets({ ...limits.connections, now: options.now });
  }
  options;
  /** Those that have not said the word, the oldest first, by what their address is counted by. */
  waiting = /* @__PURE__ */ new Map();
  settled = /* @__PURE__ */ new Map();
  buckets;
  add(socket) {
    const { most = limits.sockets, mostOfAddress = limits.socketsOfAddress } = this.options;
    const key2 = addressKey(socket.remoteAddress);
    if (!this.buckets.take(key2)) return void socket.destroy();
    socket.on("error", () => socket.destroy());
    socket.once("close", () => {
      this.waiting.delete(socket);
      this.settled.delete(socket);
    });
    this.waiting.set(socket, key2);
    const all = [...this.waiting.values(), ...this.settled.values()];
    const own = all.filter((one) => one === key2).length;
    if (all.length <= most && own <= mostOfAddress) return;
    const oldest = [...this.waiting].find(([, of]) => own <= mostOfAddress || of === key2);
    oldest?.[0].destroy();
  }
  /** This connection said the word: it is not closed to make room. */
  settle(socket) {
    const key2 = this.waiting.get(socket);
    if (key2 === void 0) return;
    this.waiting.delete(socket);
    this.settled.set(socket, key2);
  }
  get size() {
    return this.waiting.size + this.settled.size;
  }
  endAll() {
    for (const socket of [...this.waiting.keys(), ...this.settled.keys()]) socket.destroy();
  }
};

// main/room/listen/page.ts
import { createHash as createHash2 } from "node:crypto";
import { readFile as readFile3 } from "node:fs/promises";
var hashOf = (text) => `'sha256-${createHash2("sha256").update(text).digest("base64")}'`;
var hashes = (html, tag) => [...html.matchAll(new RegExp(`<${tag}[^>]*>([\\s\\S]*?)</${tag}>`, "g"))].map(([, text = ""]) => hashOf(text)).join(" ");
var always = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cache-Control": "no-store"
};
var bareHeaders = {
  ...always,
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'"
};
async function roomPage(file, authority) {
  const html = await readFile3(file, "utf8").catch(() => null);
  if (html === null)
    throw new LecternError({
      code: "internal",
      what: "The page for phones is not built.",
      safe: "Nothing was opened.",
      next: "Stop Lectern and start it again with npm start: that builds what is missing."
    });
  const policy = [
    "default-src 'none'",
    `script-src ${hashes(html, "script")}`,
    `style-src ${hashes(html, "style")}`,
    // Older Safari takes 'self' for http alone.
    `connect-src 'self' ws://${authority}`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'"
  ].join("; ");
  return {
    body: Buffer.from(html),
    headers: {
      ...always,
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": policy
    }
  };
}

// main/room/word.ts
import { randomInt } from "node:crypto";
var letters = "BCDFGHJKLMNPQRSTVWXZ";
var randomWord = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("");
var sameWord = (typed, word) => typed.replace(/[\s-]/g, "").toUpperCase() === word;

// main/room/listen/end-with.ts
var patienceMs = 500;
function endWith(socket, why) {
  socket.close(closeCodes[why]);
  setTimeout(() => socket.terminate(), patienceMs).unref();
}

// main/room/listen/phone-errors.ts
var words = {
  "wrong-word": ["This is not the word of this room.", "Read it again from the big screen."],
  "not-in": ["This phone has not joined yet.", "Type the word from the big screen."],
  full: ["The room is full.", "Raise your hand instead. You can try again later."],
  "too-many": ["This phone sent too much at once.", "Wait a few seconds."],
  busy: ["The room is busy.", "It is sent again in a moment."],
  "too-large": ["That was too long to send.", "Make it shorter."],
  "bad-message": ["The room did not understand that.", "Load the page again."],
  "not-asked": ["This is not asked any more.", "Look at the big screen."],
  closed: ["Answers are closed.", "Your last answer before that counts."],
  "bad-answer": ["This is not one of the answers.", "Choose another."],
  "too-long": [`A question has at most ${mostLetters} characters.`, "Make it shorter."],
  empty: ["There is no text in this.", "Write a few words."],
  elsewhere: ["The room is open in another tab of this phone.", "Go on there, or load this page."]
};
function phoneError(code, about = null) {
  const [what, next] = words[code];
  return { t: "error", code, what, next, about };
}

// main/room/listen/read-message.ts
function readMessage(data, isBinary) {
  const bytes = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data);
  if (bytes.length > maxPhoneMessage) return { refused: "too-large" };
  if (isBinary) return { refused: "bad-message" };
  try {
    const parsed = fromPhone.safeParse(JSON.parse(bytes.toString("utf8")));
    return parsed.success ? { said: parsed.data } : { refused: "bad-message" };
  } catch {
    return { refused: "bad-message" };
  }
}
function aboutOf(said) {
  if (said.t === "answer") return said.q;
  return said.t === "ask" ? said.key : null;
}

// main/room/listen/wrong-words.ts
var WrongWords = class {
  buckets;
  waiting = /* @__PURE__ */ new Map();
  constructor(now) {
    this.buckets = new Buckets({ ...limits.wrongWords, now });
  }
  /** @param say answers that the word is wrong */
  refuse(from, socket, say) {
    if (this.buckets.take(from)) return say();
    const waiting = this.waiting.get(from) ?? /* @__PURE__ */ new Set();
    if (waiting.has(socket)) return;
    if (waiting.size >= limits.waitingWrong) return endWith(socket, "word");
    waiting.add(socket);
    this.waiting.set(from, waiting);
    setTimeout(() => {
      waiting.delete(socket);
      if (waiting.size === 0) this.waiting.delete(from);
      say();
    }, limits.wrongWordMs).unref();
  }
};

// main/room/listen/phones.ts
var tellEveryMs = (phones) => phones > 200 ? 800 : 200;
var inOneGo = 100;
var Phones = class {
  constructor(options) {
    this.options = options;
    const { now } = options;
    this.own = new Buckets({ ...limits.phone, now });
    this.total = new Buckets({ ...limits.total, now });
    this.asks = new Buckets({ ...limits.questions, now });
    this.wrong = new WrongWords(now);
    this.pings = setInterval(() => this.ping(), options.pingMs ?? limits.pingMs);
    this.pings.unref();
  }
  options;
  connected = /* @__PURE__ */ new Set();
  own;
  total;
  asks;
  wrong;
  pings;
  telling = null;
  ownToo = false;
  /** Phones that are in, each counted once. */
  get online() {
    return new Set([...this.connected].flatMap(({ number }) => number ?? [])).size;
  }
  /** Takes a connection whose address, origin and cookie were looked at. */
  attach(socket, hash, from, settle) {
    const number = this.options.members.get(hash) ?? null;
    const phone = { socket, hash, from, number, alive: true, over: 0, settle };
    this.connected.add(phone);
    const unjoined = setTimeout(() => {
      if (phone.number === null) endWith(socket, "word");
    }, limits.joinMs);
    unjoined.unref();
    socket.on("error", () => socket.terminate());
    socket.on("pong", () => phone.alive = true);
    socket.on("message", (data, isBinary) => this.hear(phone, readMessage(data, isBinary)));
    socket.once("close", () => {
      clearTimeout(unjoined);
      this.connected.delete(phone);
      if (phone.number !== null) this.options.changed();
    });
    this.send(phone, { t: "hello", known: number !== null, room: this.options.id });
    if (number !== null) this.enter(phone, number);
  }
  /** Tells all phones soon what is news, and each what is its own where `own` says so. */
  tell(own = false) {
    this.ownToo ||= own;
    if (this.telling) return;
    this.telling = setTimeout(() => {
      this.telling = null;
      this.sayAll(this.options.room.forPhones(), this.ownToo);
      this.ownToo = false;
    }, tellEveryMs(this.connected.size));
    this.telling.unref();
  }
  /** The room closes: every phone is told why its connection ends. */
  end() {
    clearInterval(this.pings);
    if (this.telling) clearTimeout(this.telling);
    for (const { socket } of this.connected) endWith(socket, "closed");
  }
  hear(phone, read) {
    if (!this.own.take(phone.hash)) return this.slowDown(phone);
    if (!this.total.take("all")) return this.send(phone, phoneError("busy"));
    if ("refused" in read) return this.send(phone, phoneError(read.refused));
    const { said } = read;
    if (said.t === "join") return this.join(phone, said.word);
    if (phone.number === null) return this.send(phone, phoneError("not-in"));
    this.take(phone, phone.number, said);
  }
  take(phone, number, said) {
    const { room: room2, changed } = this.options;
    const about = aboutOf(said);
    if (said.t === "ask" && !room2.questions.knows(number, said.key) && !this.asks.take(phone.hash))
      return this.send(phone, phoneError("too-many", about));
    const refused2 = room2.hear(number, said);
    if (refused2) this.send(phone, phoneError(refused2, about));
    for (const one of this.connected) if (one.number === number) this.sayOwn(one);
    if (!refused2) changed();
  }
  /** A right word is let in at once, whatever was typed before at this address. */
  join(phone, typed) {
    const { room: room2, members, word, changed } = this.options;
    if (phone.number !== null) return this.sayOwn(phone);
    if (!sameWord(typed, word)) {
      return this.wrong.refuse(
        phone.from,
        phone.socket,
        () => phone.number === null && this.send(phone, phoneError("wrong-word"))
      );
    }
    const number = members.get(phone.hash) ?? room2.join();
    if (number === null) {
      this.send(phone, phoneError("full"));
      return endWith(phone.socket, "full");
    }
    members.set(phone.hash, number);
    this.enter(phone, number);
    changed();
  }
  enter(phone, number) {
    phone.number = number;
    phone.settle();
    const tabs = [...this.connected].filter((one) => one.number === number);
    if (tabs.length > limits.tabs) {
      this.send(tabs[0], phoneError("elsewhere"));
      endWith(tabs[0].socket, "elsewhere");
    }
    this.send(phone, this.options.room.forPhones());
    this.sayOwn(phone);
    this.options.changed();
  }
  /** The socket is not read for a while: what a flood sends waits on the way, at its sender. */
  slowDown(phone) {
    const { socket } = phone;
    phone.over += 1;
    if (phone.over > limits.patience) return endWith(socket, "flood");
    if (socket.isPaused) return;
    this.send(phone, phoneError("too-many"));
    socket.pause();
    setTimeout(() => {
      phone.over = 0;
      if (socket.readyState === socket.OPEN) socket.resume();
    }, limits.pauseMs).unref();
  }
  ping() {
    for (const phone of this.connected) {
      if (!phone.alive) phone.socket.terminate();
      phone.alive = false;
      if (phone.socket.readyState === phone.socket.OPEN) phone.socket.ping();
    }
    this.sayAll({ t: "beat" });
  }
  sayOwn(phone) {
    if (phone.number !== null) this.send(phone, this.options.room.forPhone(phone.number));
  }
  /** In parts, so that a window's request in between is answered at once. */
  sayAll(message, ownToo = false) {
    const text = Buffer.from(JSON.stringify(message));
    const waiting = [...this.connected].filter(({ number }) => number !== null);
    const some = () => {
      for (const phone of waiting.splice(0, inOneGo)) {
        this.write(phone, text);
        if (ownToo) this.sayOwn(phone);
      }
      if (waiting.length > 0) setImmediate(some);
    };
    some();
  }
  send(phone, message) {
    this.write(phone, Buffer.from(JSON.stringify(message)));
  }
  write({ socket }, text) {
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > limits.unread) socket.terminate();
    else socket.send(text, { binary: false });
  }
};

// main/room/listen/listener.ts
var roomPaths = { page: "/", socket: "/room" };
var emptyAnswer = (response, status, more = {}) => {
  response.writeHead(status, {
    ...bareHeaders,
    "Content-Length": "0",
    Connection: "close",
    ...more
  });
  response.end();
};
async function listenForPhones(options) {
  const { host, now } = options;
  const server = createServer({
    maxHeaderSize: 8 * 1024,
    headersTimeout: 1e4,
    requestTimeout: 1e4,
    keepAliveTimeout: 2e3,
    connectionsCheckingInterval: 2e3
  });
  const connections = new Connections({ now });
  server.on("connection", (socket) => connections.add(socket));
  const port = await listen(server, host, options.port);
  const authority = `${host}:${port}`;
  const page = await roomPage(options.page, authority).catch((error) => {
    server.close();
    throw error;
  });
  const identity2 = new Identity(port, options.key);
  const newCookies = new Buckets({ ...limits.newCookies, now });
  const phones = new Phones(options);
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: 8 * maxPhoneMessage,
    perMessageDeflate: false
  });
  const ours = ({ headers }, needsOrigin) => headers.host === authority && (headers.origin === void 0 ? !needsOrigin : headers.origin === `http://${authority}`);
  server.on("request", (request, response) => {
    if (!ours(request, false)) return emptyAnswer(response, 403);
    if ((request.url ?? "").split("?", 1)[0] !== roomPaths.page) return emptyAnswer(response, 404);
    if (request.method !== "GET" && request.method !== "HEAD")
      return emptyAnswer(response, 405, { Allow: "GET, HEAD" });
    const known = identity2.read(request.headers.cookie) !== null;
    if (!known && !newCookies.take(addressKey(request.socket.remoteAddress)))
      return emptyAnswer(response, 429, { "Retry-After": "5" });
    response.writeHead(200, {
      ...page.headers,
      "Content-Length": page.body.length,
      ...!known && { "Set-Cookie": identity2.make() }
    });
    response.end(request.method === "HEAD" ? void 0 : page.body);
  });
  server.on("clientError", (_error, socket) => socket.destroy());
  server.on("upgrade", (request, socket, first) => {
    const hash = identity2.read(request.headers.cookie);
    if (request.url !== roomPaths.socket || !ours(request, true) || hash === null)
      return refuseUpgrade(socket, request.url === roomPaths.socket ? 403 : 404);
    const from = addressKey(socket.remoteAddress);
    sockets.handleUpgrade(
      request,
      socket,
      first,
      (connected) => phones.attach(connected, hash, from, () => connections.settle(socket))
    );
  });
  return {
    port,
    authority,
    phones,
    async close() {
      const closed = new Promise((resolve2) => server.close(() => resolve2()));
      phones.end();
      await new Promise((resolve2) => setTimeout(resolve2, 150));
      connections.endAll();
      await closed;
    }
  };
}
function refuseUpgrade(socket, status) {
  const headers = Object.entries({ ...bareHeaders, Connection: "close", "Content-Length": "0" });
  const words2 = status === 403 ? "Forbidden" : "Not Found";
  socket.end(
    `HTTP/1.1 ${status} ${words2}\r
${headers.map(([name, value2]) => `${name}: ${value2}`).join("\r\n")}\r
\r
`
  );
}
async function listen(server, host, wanted) {
  if (wanted !== 0) {
    const port = await listenAt(server, host, wanted).catch(() => null);
    if (port !== null) return port;
  }
  return listenAt(server, host, 0);
}
function listenAt(server, host, port) {
  return new Promise((resolve2, reject) => {
    const failed = (error) => reject(
      new LecternError({
        code: "bad-request",
        what: `The room can\u2019t be opened at ${host} (${error.code ?? error.message}).`,
        safe: "Nothing was opened.",
        next: "Choose another address. The network may have changed."
      })
    );
    server.once("error", failed);
    server.listen({ port, host: host.replace(/^\[|\]$/g, ""), exclusive: true }, () => {
      server.off("error", failed);
      server.on("error", () => void 0);
      resolve2(server.address().port);
    });
  });
}

// main/room/room-view.ts
function roomView2(held, listener, addresses) {
  if (!held) return closedRoom;
  const { room: room2, session } = held;
  return {
    open: listener && openView(held, listener, addresses),
    interrupted: !listener && session?.open ? { address: `${session.host}:${session.port}`, joined: room2.joined } : null,
    joined: room2.joined,
    asking: room2.asking,
    tallies: room2.tallies(),
    questions: room2.questions.list(),
    lost: room2.lost.count
  };
}
function openView({ session }, listener, addresses) {
  if (!session) return null;
  const here = addresses().find(({ host }) => host === session.host);
  return {
    address: listener.authority,
    word: session.word,
    link: `http://${listener.authority}/#${session.word}`,
    kind: here?.kind ?? "other",
    name: here?.name ?? session.host,
    reachable: here !== void 0,
    online: listener.phones.online
  };
}

// main/room/room.ts
var tellEveryMs2 = 250;
var lookEveryMs = 5e3;
var refused = (what, next) => new LecternError({ code: "bad-request", what, safe: "Nothing was changed.", next });
var unreadable = {
  none: "This class has no answers.",
  newer: "These answers were kept by a newer version of Lectern.",
  damaged: "These answers can\u2019t be read: their file is damaged."
};
var Room = class {
  constructor(options) {
    this.options = options;
    this.kept = new RoomFolder(options.folder);
    this.now = options.now ?? (() => performance.now());
  }
  options;
  held = null;
  listener = null;
  kept;
  now;
  telling = null;
  looking = null;
  /** Opening and closing go one after the other. */
  turn = Promise.resolve();
  /** Reads what the class in progress answered before Lectern ended. Opens nothing. */
  async load() {
    const current = this.options.currentClass();
    if (!current) return;
    const read = await this.kept.read(current.number);
    const session = await readSession(this.options.folder, current.number);
    if (!session) await removeSession(this.options.folder).catch(() => void 0);
    if (read.ok || read.why === "none" && session)
      this.held = this.hold(current, read.ok ? read.data : null, session);
  }
  /** Where the room can be opened, the likely one first. */
  addresses() {
    return roomAddresses((this.options.interfaces ?? networkInterfaces)());
  }
  /** Opens it at one of `addresses`, the likely one where left out. Throws `bad-request` where that can't be. */
  open(host) {
    return this.inTurn(async () => {
      const chosen = host ?? this.addresses()[0].host;
      if (this.listener && this.held?.session?.host === chosen) return this.view();
      if (!this.addresses().some((one) => one.host === chosen))
        throw refused(
          "This computer does not have that address now.",
          "Choose another. The network may have changed."
        );
      await this.closeNow();
      await this.openAt(chosen);
      return this.tellNow();
    });
  }
  async openAt(host) {
    const held = await this.heldClass();
    const before = held.session;
    const session = before ?? {
      version: 1,
      class: held.room.lectureClass.number,
      key: newKey(),
      word: randomWord(),
      members: [],
      questions: []
    };
    await this.kept.make().catch(() => void 0);
    this.listener = await listenForPhones({
      host,
      port: before?.host === host ? before.port : 0,
      key: session.key,
      word: session.word,
      page: this.options.page,
      room: held.room,
      id: roomId(session.key),
      members: held.members,
      now: this.now,
      pingMs: this.options.pingMs,
      changed: () => this.phoneSaid()
    });
    held.session = { ...session, version: 1, host, port: this.listener.port, open: true };
    this.looking = setInterval(() => this.tellSoon(), lookEveryMs);
    this.looking.unref();
    held.save();
  }
  /** Ends the listener. Answers stay; phones that joined are known again when it opens in the same class. */
  close() {
    return this.inTurn(async () => {
      await this.closeNow();
      return this.tellNow();
    });
  }
  async closeNow() {
    const { listener, held } = this;
    if (this.looking) clearInterval(this.looking);
    this.listener = null;
    held?.room.ask(null);
    if (held?.session?.open) {
      held.session = { ...held.session, open: false };
      held.save();
    }
    await listener?.close();
  }
  view() {
    return roomView2(this.held, this.listener, () => this.addresses());
  }
  /** A window says what is on screen. Nothing is asked while the room is closed. */
  ask(question) {
    return this.listener && this.held?.room.ask(question) ? this.windowSaid() : this.view();
  }
  /** Nobody can answer a question any more, or everybody again. */
  lock(id, closed) {
    return this.change((room2) => room2.close(id, closed));
  }
  /** Shows or hides what was answered, with what came out where a run has said it. */
  reveal(id, shown, outcome) {
    return this.change((room2) => room2.reveal(id, shown, outcome));
  }
  /** Asks anew: the answers go. */
  clear(id) {
    return this.change((room2) => room2.clear(id));
  }
  /** Lets a question to the lecturer through, or not. */
  moderate(id, state) {
    return this.change((room2) => room2.questions.moderate(id, state));
  }
  /** Throws `bad-request` where the class has no such thing. */
  change(work) {
    if (!this.held || !work(this.held.room))
      throw refused("This class was not asked that.", "Open its slide again.");
    return this.windowSaid();
  }
  /** Every run that begins, goes on or ends passes here. */
  sawRun(run) {
    if (this.held?.room.sawRun(run)) this.windowSaid();
  }
  /** Another class is in progress: the room closes, and what the new one has answered is read. */
  classChanged() {
    return this.inTurn(async () => {
      if (this.options.currentClass()?.number !== this.held?.room.lectureClass.number) {
        await this.closeNow();
        await this.held?.flush();
        await this.letGo();
        await this.load();
      }
      this.tellNow();
    });
  }
  /** The classes that have answers, newest first. */
  async list() {
    await this.flush();
    return this.kept.list();
  }
  /** All answers of a class. Throws `bad-request` where there are none, or they can't be read. */
  async file(number) {
    if (this.held?.room.lectureClass.number === number) return this.held.room.file();
    const read = await this.kept.read(number);
    if (read.ok) return read.data;
    throw refused(unreadable[read.why], "Choose another class.");
  }
  /** Deletes the answers of a class for good. Throws `bad-request` for that of an open room, or of a newer Lectern. */
  remove(number) {
    return this.inTurn(async () => {
      const own = this.held?.room.lectureClass.number === number;
      if (own && this.listener)
        throw refused("This room is open.", "Close it first, then delete its answers.");
      const read = await this.kept.read(number);
      if (!read.ok && read.why === "newer")
        throw refused(unreadable.newer, "Delete them with that version.");
      if (own) await this.letGo();
      await this.kept.remove(number);
      this.tellNow();
    });
  }
  /** Everything is being erased: the room closes, and nothing is written any more. */
  empty() {
    return this.inTurn(async () => {
      await this.closeNow();
      await this.letGo();
      this.tellNow();
    });
  }
  async flush() {
    await this.held?.flush();
  }
  /** Lectern ends. A room that is open counts as interrupted: it can be opened again as it was. */
  end() {
    return this.inTurn(async () => {
      if (this.looking) clearInterval(this.looking);
      if (this.telling) clearTimeout(this.telling);
      const { listener } = this;
      this.listener = null;
      await listener?.close();
      await this.flush();
    });
  }
  inTurn(work) {
    const done = this.turn.then(work);
    this.turn = done.catch(() => void 0);
    return done;
  }
  /** The class in progress, begun where there is none. */
  async heldClass() {
    this.options.beginUse();
    const current = this.options.currentClass();
    if (!current) throw refused("There is no class yet.", "Show a slide, and try again.");
    if (this.held?.room.lectureClass.number === current.number) return this.held;
    await this.letGo();
    const read = await this.kept.read(current.number);
    if (!read.ok && read.why !== "none")
      throw refused(unreadable[read.why], "Begin a new class, then open the room.");
    this.held = this.hold(current, read.ok ? read.data : null, null);
    return this.held;
  }
  hold(current, file, session) {
    const { folder, write: write2, notify, retract } = this.options;
    const { kept, now } = this;
    return new OpenClass({ folder, kept, write: write2, notify, retract, now }, current, file, session);
  }
  /** Nothing of the class is written any more, and its phones are not known again. */
  async letGo() {
    await this.held?.end();
    this.held = null;
    await removeSession(this.options.folder).catch(() => void 0);
  }
  /** A phone joined, left or said something. */
  phoneSaid() {
    this.held?.save();
    this.listener?.phones.tell();
    this.tellSoon();
  }
  /** A window changed what phones may do or see. */
  windowSaid() {
    this.held?.save();
    this.listener?.phones.tell(true);
    return this.tellNow();
  }
  tellSoon() {
    this.telling ??= setTimeout(() => this.tellNow(), tellEveryMs2).unref();
  }
  tellNow() {
    if (this.telling) clearTimeout(this.telling);
    this.telling = null;
    const view = this.view();
    this.options.changed(view);
    return view;
  }
};

// main/room/fixtures/test-room.ts
var testPage = '<!doctype html><html lang="en"><style>p{color:red}</style><p>Room</p><script>1</script></html>';
var poll = {
  kind: "choice",
  id: "poll/surgeon",
  text: "Who should operate?",
  options: [
    { id: "ai", label: "The AI" },
    { id: "human", label: "The human" }
  ],
  predicted: null
};
var aClass = (number) => ({
  number,
  begunAt: "2026-03-01T10:00:00.000Z",
  usedAt: "2026-03-01T10:00:00.000Z"
});
async function testRoom(more = {}, lecture = { current: aClass(1) }) {
  const folder = more.folder ?? await mkdtemp(join3(tmpdir(), "lectern-room-"));
  const page = join3(folder, "page.html");
  await writeFile(page, testPage);
  const views = [];
  const notices = [];
  const room2 = new Room({
    page,
    currentClass: () => lecture.current,
    beginUse: () => {
      lecture.current ??= aClass(1);
    },
    changed: (view) => void views.push(view),
    notify: (notice) => void notices.push(notice),
    retract: () => void 0,
    ...more,
    folder
  });
  await room2.load();
  const open2 = () => room2.view().open;
  return {
    room: room2,
    folder,
    views,
    notices,
    lecture,
    authority: () => open2().address,
    word: () => open2().word,
    async restart() {
      await room2.end();
      return testRoom({ ...more, folder }, lecture);
    },
    async remove() {
      await room2.end();
      await rm4(folder, { recursive: true, force: true });
    }
  };
}

// test/torture/parts/mutate.ts
var Raw = class {
  constructor(text) {
    this.text = text;
  }
  text;
};
function asRaw(value2) {
  if (value2 instanceof Raw) return value2.text;
  if (Array.isArray(value2)) return `[${Array.from(value2, asRaw).join(",")}]`;
  if (typeof value2 === "object" && value2 !== null)
    return `{${Object.entries(value2).map(([key2, item]) => `${JSON.stringify(key2)}:${asRaw(item)}`).join(",")}}`;
  return JSON.stringify(value2) ?? "null";
}
var junk = [
  null,
  true,
  false,
  0,
  -1,
  0.5,
  -1e300,
  2 ** 53,
  new Raw("1e999"),
  new Raw("-1e999"),
  new Raw("1e-999"),
  "",
  " ",
  "NaN",
  "undefined",
  "../../etc/passwd",
  "%00",
  "\0",
  "\uD800",
  "\u{1F393}".repeat(50),
  "x".repeat(1e5),
  [],
  [[]],
  [null],
  {},
  { a: { b: { c: {} } } },
  new Raw('{"__proto__":{"polluted":true}}'),
  new Raw('{"constructor":{"prototype":{"polluted":true}}}'),
  new Raw('{"toString":null,"valueOf":7,"toJSON":"x"}'),
  Array.from({ length: 2e3 }, (_, i) => i),
  Object.fromEntries(Array.from({ length: 800 }, (_, i) => [`key-${i}`, i])),
  "2026-02-30T25:61:61Z",
  new Raw('"\\u0000\\uffff"'),
  "<script>alert(1)</script>"
];
function places(holder, found2 = []) {
  for (const key2 of Object.keys(holder)) {
    found2.push({ holder, key: key2 });
    const value2 = holder[key2];
    if (typeof value2 === "object" && value2 !== null && !(value2 instanceof Raw))
      places(value2, found2);
  }
  return found2;
}
function breakOnce(random, root) {
  const all = places(root);
  if (all.length === 0) return;
  const { holder, key: key2 } = all[random.integer(all.length)];
  const value2 = holder[key2];
  switch (random.integer(8)) {
    case 0:
      delete holder[key2];
      break;
    case 1:
      holder[key2] = [value2];
      break;
    case 2:
      holder[key2] = JSON.stringify(value2) ?? "";
      break;
    case 3:
      holder[`${key2}\u200B`] = value2;
      delete holder[key2];
      break;
    case 4:
      if (typeof value2 === "object" && value2 !== null && !Array.isArray(value2) && !(value2 instanceof Raw))
        value2["also"] = new Raw('{"__proto__":{"polluted":true}}');
      else holder[key2] = { value: value2 };
      break;
    default: {
      const piece = junk[random.integer(junk.length)];
      holder[key2] = piece instanceof Raw ? piece : structuredClone(piece);
    }
  }
}
function fits(schema, params) {
  return schema.safeParse(JSON.parse(asRaw(params))).success;
}
function mutated(random, schema, valid) {
  for (let tries = 0; tries < 12; tries++) {
    const root = { params: structuredClone(valid) };
    for (let i = random.integer(3); i >= 0; i--) breakOnce(random, root);
    if (!fits(schema, root.params)) return asRaw(root.params);
  }
  const other = [null, 7, "text", [], true].filter((value2) => !fits(schema, value2));
  return asRaw(other[random.integer(other.length)]);
}

// test/torture/rows/room.ts
var goalMs = 2e3;
var inOneGo2 = 12;
var vote = (value2, n) => ({
  t: "answer",
  q: poll.id,
  round: 0,
  value: value2,
  sure: null,
  n
});
var samples = [
  { t: "join", word: "KLMQ" },
  vote("ai", 1),
  { t: "ask", key: "abcdefgh", text: "Why?", name: null },
  { t: "support", id: 1, on: true },
  { t: "lost", on: true }
];
var Watcher = class {
  constructor(phone) {
    this.phone = phone;
    this.done = this.go();
  }
  phone;
  worstMs = 0;
  answers = 0;
  over = false;
  done;
  async end() {
    this.over = true;
    await this.done;
  }
  async go() {
    for (let n = 1; !this.over; n += 1) {
      const began = performance.now();
      this.phone.heard.length = 0;
      this.phone.say(vote(n % 2 ? "ai" : "human", n));
      await this.phone.until("mine", ({ answer }) => answer?.n === n);
      this.worstMs = Math.max(this.worstMs, performance.now() - began);
      this.answers = n;
      await new Promise((resolve2) => setTimeout(resolve2, 400));
    }
  }
};
async function malformed(trial, count2, random) {
  let unanswered = 0;
  for (let sent = 0; sent < count2; sent += inOneGo2) {
    const phone = await TestPhone.connect(trial.authority());
    const messages = Math.min(inOneGo2, count2 - sent);
    for (let index = 0; index < messages; index += 1)
      phone.raw(mutated(random, fromPhone, samples[random.integer(samples.length)]));
    const errors = () => phone.heard.filter(({ t }) => t === "error").length;
    for (let waited = 0; errors() < messages && phone.ended === null && waited < 100; waited += 1)
      await new Promise((resolve2) => setTimeout(resolve2, 50));
    if (phone.ended !== 1009) unanswered += messages - errors();
    phone.close();
  }
  return unanswered;
}
async function flood(trial, messages) {
  const phone = await TestPhone.join(trial.authority(), trial.word());
  for (let n = 1; n <= messages; n += 1) phone.say(vote(n % 2 ? "ai" : "human", n));
  return phone.end();
}
function halfOpen(trial, count2) {
  const [host = "", port = ""] = trial.authority().split(":");
  const sockets = Array.from({ length: count2 }, (_, index) => {
    const socket = connect(Number(port), host);
    socket.on("error", () => void 0);
    if (index % 2) socket.write("GET / HTTP/1.1\r\nHost: ");
    return socket;
  });
  return () => sockets.forEach((socket) => socket.destroy());
}
async function crowd(trial, count2) {
  const became = { in: 0, full: 0, lost: 0 };
  const sockets = [];
  const one = async () => {
    const cookie = await cookieFrom(trial.authority()).catch(() => null);
    if (cookie === null) return "lost";
    const socket = new WebSocket2(`ws://${trial.authority()}/room`, {
      headers: { cookie, origin: `http://${trial.authority()}` }
    });
    sockets.push(socket);
    return new Promise((resolve2) => {
      socket.on("open", () => socket.send(JSON.stringify({ t: "join", word: trial.word() })));
      socket.on("message", (data) => {
        const said = String(data);
        if (said.includes('"mine"')) resolve2("in");
        else if (said.includes('"full"')) resolve2("full");
      });
      socket.on("error", () => resolve2("lost"));
      socket.on("close", () => resolve2("lost"));
    });
  };
  for (let at = 0; at < count2; at += 50)
    for (const result of await Promise.all(Array.from({ length: Math.min(50, count2 - at) }, one)))
      became[result] += 1;
  return { became, end: () => sockets.forEach((socket) => socket.terminate()) };
}
async function room({ seed: seed2, times, say }) {
  const trial = await testRoom({ pingMs: 1e3 });
  const random = seededRandom(seed2);
  const findings = [];
  const safe = (what, figure, target, met) => findings.push({ what, figure, target, met, safety: true });
  try {
    await trial.room.open("127.0.0.1");
    trial.room.ask(poll);
    const victim = await TestPhone.join(trial.authority(), trial.word());
    victim.say(vote("ai", 1));
    await victim.until("mine", ({ answer }) => answer !== null);
    const watcher = new Watcher(await TestPhone.join(trial.authority(), trial.word()));
    const messages = times(1e4, 240);
    say(`The room: ${messages} malformed messages`);
    const unanswered = await malformed(trial, messages, random);
    const what = `room: ${messages} malformed messages without a typed error`;
    safe(what, String(unanswered), "0", unanswered === 0);
    const floods = times(20, 2);
    say(`The room: ${floods} floods`);
    const codes = await Promise.all(Array.from({ length: floods }, () => flood(trial, 5e3)));
    const ended = codes.filter((code) => code === 4003).length;
    safe("room: floods that were ended", `${ended} of ${floods}`, "all", ended === floods);
    const slow = times(100, 10);
    say(`The room: ${slow} phones that never read`);
    const before = trial.room.view().open.online;
    const deaf = [];
    for (let index = 0; index < slow; index += 1)
      deaf.push(await TestPhone.join(trial.authority(), trial.word()));
    for (const phone of deaf) phone.socket.pause();
    let left = slow;
    for (let waited = 0; left > 0 && waited < 300; waited += 1) {
      await new Promise((resolve2) => setTimeout(resolve2, 100));
      left = trial.room.view().open.online - before;
    }
    safe("room: slow readers that keep their place", String(Math.max(0, left)), "0", left <= 0);
    const phones = times(3e3, 60);
    say(`The room: ${phones} phones, and half-open connections`);
    const closeHalf = halfOpen(trial, times(200, 20));
    const { became, end } = await crowd(trial, phones);
    const { joined } = trial.room.view();
    const figure = `${became.in} in, ${became.full} told that it is full, ${became.lost} refused; ${joined} in all`;
    const told = became.full > 0 || joined < mostPhones;
    safe(`room: ${phones} phones at once`, figure, `at most ${mostPhones} in`, joined <= mostPhones && told);
    end();
    closeHalf();
    await watcher.end();
    findings.push({
      what: "room: longest answer to another phone meanwhile",
      figure: `${Math.round(watcher.worstMs)} ms, of ${watcher.answers}`,
      target: `\u2264 ${goalMs} ms`,
      met: watcher.worstMs <= goalMs,
      safety: false
    });
    const kept = (await trial.room.file(1)).rounds[0].answers.find(([number]) => number === 1);
    safe("room: foreign answers changed", kept?.[1] === "ai" ? "0" : "1", "0", kept?.[1] === "ai");
  } finally {
    await trial.remove();
  }
  return findings;
}

// ../../tmp/rs/tort.ts
var little = process.argv[2] === "short";
var f = await room({ root: "/work/wt-room", programs: null, seed: 1, times: (a, b) => little ? b : a, browser: async () => null, say: (t) => console.error((/* @__PURE__ */ new Date()).toISOString(), t) });
for (const x of f) console.log(JSON.stringify(x));
process.exit(0);
