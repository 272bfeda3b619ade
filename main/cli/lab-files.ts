import { randomBytes } from 'node:crypto';
import { open, readFile, stat, unlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Lab } from '../../labs/lab.ts';
import { LecternError } from '../contract/errors.ts';
import { runCard, type RunCard } from '../contract/run.ts';
import { writeAtomic } from '../storage/write.ts';
import { whyNotRead } from './files/why-not-read.ts';

const reasons: Record<string, string> = {
  ENOENT: 'its folder does not exist',
  EACCES: 'writing there is not allowed',
  EPERM: 'writing there is not allowed',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'part of the path is a file',
  EISDIR: 'it is a folder',
  EDQUOT: 'the disk quota is used up',
};
const why = (error: unknown) =>
  reasons[(error as NodeJS.ErrnoException).code ?? ''] ?? (error as Error).message;

/** Finds out before a run whether its card can be written, by writing a file beside it. Throws a `LecternError` otherwise. */
export async function checkWritable(
  path: string,
  safe = 'The lab was not started.',
  next = 'Name another file with --json.',
): Promise<void> {
  const probe = join(dirname(resolve(path)), `.lectern-${randomBytes(6).toString('hex')}`);
  try {
    if (
      await stat(path).then(
        (s) => s.isDirectory(),
        () => false,
      )
    )
      throw Object.assign(new Error(), { code: 'EISDIR' });
    await (await open(probe, 'wx')).close();
    await unlink(probe);
  } catch (error) {
    throw new LecternError({
      code: 'storage',
      what: `${path} can't be written: ${why(error)}.`,
      safe,
      next,
    });
  }
}

/** Writes a card whole or not at all. */
export async function writeCard(path: string, card: RunCard): Promise<void> {
  try {
    await writeAtomic(path, `${JSON.stringify(card, null, 1)}\n`);
  } catch (error) {
    throw new LecternError({
      code: 'storage',
      what: `${path} could not be written: ${why(error)}.`,
      safe: 'The run itself ended; an older file of that name is unchanged.',
      next: 'Make room or name another file with --json, and run again.',
    });
  }
}

/** The measurements in a run card, checked against the lab that will use them. Throws a `LecternError` that names the fault. */
export async function readMeasured(path: string, lab: Lab): Promise<RunCard['measured']> {
  const refuse = (what: string, next = 'Name a card that npm run lab wrote with --json.') =>
    new LecternError({
      code: 'bad-card',
      what,
      safe: 'The file is unchanged and the lab was not started.',
      next,
    });
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw refuse(`${path} can't be read: ${whyNotRead(error)}.`);
  }
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw refuse(`${path} is not a complete run card: it is cut short or is not JSON.`);
  }
  const card = runCard.safeParse(data);
  if (!card.success) {
    const issue = card.error.issues[0];
    throw refuse(
      `${path} is not a run card: ${issue?.path.join('.') || 'the whole'} is not as expected (${issue?.message ?? 'unknown'}).`,
    );
  }
  if (card.data.lab !== lab.id)
    throw refuse(`${path} is a card of the lab "${card.data.lab}", not of "${lab.id}".`);
  if (card.data.labVersion !== lab.version)
    throw refuse(
      `${path} was made by version ${card.data.labVersion} of the lab; this is version ${lab.version}.`,
      'Measure anew: leave --measured out.',
    );
  if (card.data.measured === null) throw refuse(`${path} holds no measurements.`);
  const measured = lab.measured.safeParse(card.data.measured);
  if (!measured.success)
    throw refuse(
      `The measurements in ${path} are not complete.`,
      'Use the card of a run that finished.',
    );
  return measured.data as RunCard['measured'];
}
