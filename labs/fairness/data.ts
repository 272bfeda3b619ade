import type { Random } from '../math/random.ts';

/** What the made-up lender's world is like. Defaults and ranges are the lab's parameters. */
export interface World {
  /** How much lower minority applicants' log-odds of approval were, for nothing but their group. */
  groupPenalty: number;
  /** How much lower they were in a redlined zone. */
  zonePenalty: number;
  /** Chance that a minority applicant lives in a redlined zone; the majority's is one minus it. 0.5: zones say nothing of the group. */
  zoneLink: number;
  /** How much lower the minority's mean ability to repay is, in standard deviations. */
  abilityShift: number;
  /** How much lower the minority's mean log income is at the same ability. */
  incomeShift: number;
}

export const zoneCount = 12;
export const redlinedZones = 4;

/** People of one fold, a column each. Group 1 is the minority. */
export interface People {
  rows: number;
  group: Uint8Array;
  /** 0 … 11; the first four are redlined. */
  zone: Uint8Array;
  logIncome: Float64Array;
  creditScore: Float64Array;
  debtToIncome: Float64Array;
  tenureYears: Float64Array;
  /** Whether the loan would be repaid if it were granted: a potential outcome, which no real auditor has for everybody. */
  repay: Uint8Array;
  /** What the lender's own staff decided in the past: the label that models learn from. */
  approval: Uint8Array;
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const clip = (x: number, low: number, high: number) => Math.min(high, Math.max(low, x));

/**
 * Draws `rows` applicants: g = 1 with probability .3; a zone, four of twelve redlined; ability c ~
 * N(0, 1) − shift·g; from it log income, credit score, debt-to-income ratio and tenure; repay ~
 * Bernoulli σ(1.2 + 1.5c); approval ~ Bernoulli σ(.9 + 1.3c + N(0, .3) − penalties).
 */
export function drawPeople(random: Random, rows: number, world: World): People {
  const people: People = {
    rows,
    group: new Uint8Array(rows),
    zone: new Uint8Array(rows),
    logIncome: new Float64Array(rows),
    creditScore: new Float64Array(rows),
    debtToIncome: new Float64Array(rows),
    tenureYears: new Float64Array(rows),
    repay: new Uint8Array(rows),
    approval: new Uint8Array(rows),
  };
  for (let i = 0; i < rows; i++) {
    const g = random.uniform() < 0.3 ? 1 : 0;
    const redlined = random.uniform() < (g ? world.zoneLink : 1 - world.zoneLink);
    const c = random.normal() - world.abilityShift * g;
    people.group[i] = g;
    people.zone[i] = redlined
      ? random.integer(redlinedZones)
      : redlinedZones + random.integer(zoneCount - redlinedZones);
    people.logIncome[i] = 10.9 + 0.35 * c - world.incomeShift * g + 0.25 * random.normal();
    people.creditScore[i] = 690 + 45 * c + 25 * random.normal();
    people.debtToIncome[i] = clip(0.36 - 0.05 * c + 0.07 * random.normal(), 0.05, 0.8);
    people.tenureYears[i] = clip(5 + 1.5 * c + 3 * random.normal(), 0, 40);
    people.repay[i] = random.uniform() < sigmoid(1.2 + 1.5 * c) ? 1 : 0;
    const logOdds =
      0.9 +
      1.3 * c +
      0.3 * random.normal() -
      world.groupPenalty * g -
      (redlined ? world.zonePenalty : 0);
    people.approval[i] = random.uniform() < sigmoid(logOdds) ? 1 : 0;
  }
  return people;
}

export interface Folds {
  train: People;
  validation: People;
  test: People;
}

export const foldRows = { train: 6_000, validation: 3_000, test: 20_000 } as const;

/**
 * The three folds of one seed, each from a stream of its own: another test fold would leave the
 * models as they are. Also drawn by the screen, from the run's seed.
 */
export function drawFolds(random: Random, world: World): Folds {
  const fold = (name: keyof typeof foldRows) =>
    drawPeople(random.fork(name), foldRows[name], world);
  return { train: fold('train'), validation: fold('validation'), test: fold('test') };
}
