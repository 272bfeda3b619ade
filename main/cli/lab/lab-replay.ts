import { readFile, stat } from 'node:fs/promises';
import { LecternError } from '../../contract/errors.ts';
import { labChanged, type ReplayReport } from '../../contract/replay.ts';
import type { RunCard } from '../../contract/run.ts';
import { compareReplay } from '../../services/runs/replay.ts';
import { ensureReady } from '../../setup/ensure-ready.ts';
import { createReport, quietReport } from '../../setup/report.ts';
import { inspectCard } from '../../storage/run-store.ts';
import { whyNotRead } from '../files/why-not-read.ts';
import { onInterrupt } from '../interrupt.ts';
import { formatTable, parseCommand, UsageError } from '../usage.ts';

const help = `npm run lab -- replay card.json [--quiet]
  Runs a card again with its settings, seed and measurements, and says whether every number matches.
  Ends with 0 where all match and the card fits its hash, with 1 otherwise.`;

/** No run card is larger than this, in bytes. */
const largest = 4 * 1024 * 1024;

/** Repeats a card and prints what came of it. The data folder is not touched. */
export async function replayCard(args: string[], root: string): Promise<number> {
  const { values, positionals } = parseCommand(
    {
      args,
      allowPositionals: true,
      options: { quiet: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    },
    help,
  );
  if (values.help) {
    console.log(help);
    return 0;
  }
  if (positionals.length !== 1) throw new UsageError(`Which card? Name one file.\n${help}`);
  const path = positionals[0]!;
  const { card, hashFits } = await readCardFile(path);
  if (!card.complete)
    throw refuse(
      `${path} is of a run that did not finish: there is no whole result to repeat.`,
      'Name the card of a finished run.',
    );
  const report = values.quiet ? quietReport() : createReport();
  await ensureReady(root, report, { renderer: false });
  const { runOnce } = await import('../../services/runs/one-run.ts');
  const stop = new AbortController();
  onInterrupt(() => stop.abort());
  let replay: RunCard;
  try {
    replay = await runOnce({
      root,
      lab: card.lab,
      parameters: card.parameters,
      seed: card.seed,
      preset: null,
      measured: card.measured,
      signal: stop.signal,
      onSnapshot: ({ phase }) => {
        if (phase) report.doing(phase.label, `${Math.round(phase.fraction * 100)} %`);
      },
    });
  } finally {
    report.done();
  }
  if (replay.status === 'stopped') {
    console.error('Stopped. Nothing was compared.');
    return 130;
  }
  if (!replay.complete)
    throw new LecternError(
      replay.error ?? {
        code: 'run-failed',
        what: 'The replay failed.',
        safe: 'The card is unchanged.',
        next: 'Try again.',
      },
    );
  const { catalog } = await import('../../compute/catalog.ts');
  const outcome = compareReplay(card, replay, hashFits, catalog.elsewhere(card.lab));
  console.log(replayText(card, outcome));
  return outcome.agrees && hashFits ? 0 : 1;
}

const refuse = (what: string, next: string) =>
  new LecternError({
    code: 'bad-card',
    what,
    safe: 'The file is unchanged and nothing was run.',
    next,
  });

async function readCardFile(path: string): Promise<{ card: RunCard; hashFits: boolean }> {
  let text: string;
  try {
    if ((await stat(path)).size > largest)
      throw refuse(`${path} is larger than a run card can be (4 MB).`, 'Name a run card.');
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof LecternError) throw error;
    throw refuse(
      `${path} can't be read: ${whyNotRead(error)}.`,
      'Name a card that was exported from the notebook or written with --json.',
    );
  }
  const read = inspectCard(text);
  if (read.ok) return read;
  if (read.why === 'newer')
    throw refuse(
      `${path} was written by a newer version of Lectern.`,
      'Replay it with that version.',
    );
  throw refuse(
    `${path} is not a run card, or it is damaged or cut short.`,
    'Name a card that was exported from the notebook or written with --json.',
  );
}

/** What a replay came to, in words and, where values differ, a table. */
export function replayText(
  card: Pick<RunCard, 'lab' | 'number' | 'seed'>,
  outcome: ReplayReport,
): string {
  const {
    agrees,
    other,
    tolerance,
    within: apart,
    leftOut,
    compared,
    differing,
    differences,
    hashFits,
  } = outcome;
  const near = `${tolerance * 100} %${apart > 0 ? ` and by more than ${apart}` : ''}`;
  const within = `within ${tolerance * 100} %${apart > 0 ? ` or ${apart}` : ''}`;
  const lines = [
    `Run ${card.number} of ${card.lab}, seed ${card.seed}.`,
    hashFits
      ? 'The card fits its content hash.'
      : 'The card does not fit its content hash: it was changed after it was written.',
    ...(other.length > 0
      ? [
          labChanged(outcome)
            ? `The lab has changed since and computes some numbers otherwise: ${other.join('; ')}.`
            : `Other machine: ${other.join('; ')}.`,
        ]
      : []),
    ...(leftOut.length > 0
      ? [`Left out, because no two backends have it in common: ${leftOut.join(', ')}.`]
      : []),
    agrees
      ? `${other.length > 0 ? 'Every value agrees' : 'Every number matches'}: ${compared} values compared, ${within}.`
      : `${differing} of ${compared} values differ by more than ${near}` +
        (differing > differences.length ? `; the first ${differences.length} of them` : '') +
        ':',
  ];
  if (!agrees)
    lines.push(
      formatTable([
        ['value', 'card', 'replay', 'off by'],
        ...differences.map(({ path, was, is, by }) => [
          path,
          was,
          is,
          by === null ? '–' : `${(by * 100).toPrecision(3)} %`,
        ]),
      ]),
    );
  return lines.join('\n');
}
