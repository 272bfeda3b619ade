import { expect, it } from 'vitest';
import { survey } from '../../data/survey.ts';
import { exampleCsv, exampleRoles } from './leak-example.ts';
import { leakReport } from './leak-report.ts';
import { readTable } from './read-table.ts';
import { tableRoles } from './roles/table-roles.ts';

async function judged() {
  const file = new Blob([exampleCsv()]);
  const found = await survey(file);
  const { mapping, roles, asks } = tableRoles(found.columns, exampleRoles);
  expect(asks).toEqual([]);
  const reading = readTable(file, found, mapping!);
  let read = await reading.next();
  while (!read.done) read = await reading.next();
  const steps = leakReport(read.value);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return { roles, report: step.value };
}

it('the made-up shop has one leak, which is found, and nothing else is accused', async () => {
  const { roles, report } = await judged();
  expect(roles).toEqual({ ...exampleRoles, written: { complaints: 'complaints_at' } });
  const accused = report.findings.filter(({ kind }) => kind === 'leak');
  expect(new Set(accused.flatMap(({ columns }) => columns))).toEqual(
    new Set(['complaints', 'complaints_at']),
  );
  const of = (name: string) => report.features.find((feature) => feature.name === name)!;
  expect(of('complaints').newer).toBeGreaterThan(500);
  // What it is worth in production is little of what it seems to be worth.
  expect(of('complaints').aucInOrder!).toBeGreaterThan(0.75);
  expect(of('complaints').rebuilt!).toBeLessThan(0.7);
  expect(of('basket_eur').newer).toBeNull();
});

it('is the same file each time', () => expect(exampleCsv()).toBe(exampleCsv()));
