import { seededRandom, type Random } from '../../math/random.ts';

const rows = 3_000;
const customers = 220;
const days = 120;
const dayMs = 86_400_000;
const start = Date.UTC(2025, 0, 6);
/** Complaints of an order come in over so many days. */
const complaintDays = 9;

/** What its columns are: nothing of them has to be asked. */
export const exampleRoles = { time: 'ordered_at', label: 'returned', owner: 'customer' };

/**
 * A file to begin with: orders of a made-up shop, and which were returned. `complaints` is the planted leak: it was brought up to date
 * after the order, as `complaints_at` says, and whoever returns something complains. `basket_eur` and `visits` were known at the order.
 */
export function exampleCsv(): string {
  const random = seededRandom(11).fork('shop');
  const leaning = Array.from({ length: customers }, () => random.normal());
  const times = Array.from({ length: rows }, () => random.uniform() * days).sort((a, b) => a - b);
  const lines = [
    'order_no,ordered_at,customer,basket_eur,visits,complaints,complaints_at,returned',
  ];
  times.forEach((day, i) => {
    const customer = random.integer(customers);
    const visits = 1 + random.integer(40);
    const basket = 9 + 45 * random.exponential();
    const odds = Math.exp(-1.4 + 0.9 * leaning[customer]! + 0.006 * basket);
    const returned = random.uniform() < odds / (1 + odds) ? 1 : 0;
    const complaints = poisson(0.15 + 1.1 * returned, random);
    const late = complaints > 0 ? 0.2 + complaintDays * random.uniform() : 0;
    lines.push(
      [
        ...[50_001 + i, moment(day), `c${String(1000 + customer)}`, basket.toFixed(2), visits],
        ...[complaints, moment(day + late), returned],
      ].join(','),
    );
  });
  return `${lines.join('\n')}\n`;
}

const moment = (day: number) =>
  `${new Date(start + Math.round((day * dayMs) / 60_000) * 60_000).toISOString().slice(0, 16)}Z`;

/** By exponential waiting times; means here are small. */
function poisson(mean: number, random: Random): number {
  let count = -1;
  for (let passed = 0; passed <= mean; count += 1) passed += random.exponential();
  return count;
}
