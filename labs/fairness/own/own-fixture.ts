import { expect } from 'vitest';
import { survey } from '../../data/survey.ts';
import { auditOwn, type OwnRows } from './own-audit.ts';
import type { Intake } from './own-intake.ts';
import { readOwn } from './own-read.ts';
import { ownRoles, type OwnAnswers } from './own-roles.ts';

// For the tests beside it: made tables, read and audited as the lab does.

export const file = (text: string) => new Blob([text]);
/** What somebody says who knows the tables below. */
export const said = (text: string, threshold: number): OwnAnswers => {
  const names = text.split('\n')[0]!.split(/[,;]/);
  const has = (name: string) => names.includes(name);
  return {
    label: 'repaid',
    ...(has('approved') ? { decision: 'approved' } : { score: 'score', threshold }),
    groups: ['sex', 'area'].filter(has),
    ...(has('weight') && { weight: 'weight' }),
  };
};

/** Reads a text by its columns' names. */
export async function read(
  text: string,
  { leaveOutEmpty = false, threshold = 0.5, answers = said(text, threshold) } = {},
): Promise<Intake> {
  const found = await survey(file(text));
  const { mapping, asks } = ownRoles(found.columns, answers);
  expect(asks).toEqual([]);
  const reading = readOwn(file(text), { survey: found, mapping: mapping!, leaveOutEmpty });
  let step = await reading.next();
  while (!step.done) step = await reading.next();
  return step.value;
}
export const own = async (text: string, threshold = 0.5): Promise<OwnRows> => {
  const intake = await read(text, { threshold });
  if (!intake.ok) throw new Error(JSON.stringify(intake.problems));
  return intake.own;
};
export const audited = async (text: string, threshold = 0.5) =>
  auditOwn(await own(text), threshold);
export const head = 'repaid,approved,sex,area\n';
export const repeat = (row: string, n: number) => `${row}\n`.repeat(n);
