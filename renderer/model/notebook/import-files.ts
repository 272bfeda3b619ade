import { toErrorData } from '../../../main/contract/errors.ts';
import type { Imported } from '../../../main/contract/methods.ts';
import { kindOf, linesOf, longestLine, readLine } from '../../../main/contract/notebook-lines.ts';
import type { Host } from '../../host/host.ts';
import { formatFixed } from '../../kit/number/format.ts';
import { textOf } from './notebook-file.ts';

/** What an import came to. */
export interface ImportReport {
  added: number;
  there: number;
  copies: number;
  /** Cards whose content does not fit their hash. */
  changed: number;
  /** Predictions and answers that were added. */
  answers: number;
  /** Reports on tables that were added. */
  tables: number;
  /** What could not be taken in: the file, or the place in it, and why. */
  refused: { what: string; why: string }[];
  /** The runs that came in or were here already; the last of them is opened. */
  runs: string[];
}

const mostRefused = 20;

/** Takes in files of runs and notebooks, one card after another. Never throws: what can't be read is in the report. */
export async function importFiles(
  host: Host,
  files: readonly File[],
  onRun: (done: number) => void,
): Promise<ImportReport> {
  const report: ImportReport = {
    added: 0,
    there: 0,
    copies: 0,
    changed: 0,
    answers: 0,
    tables: 0,
    refused: [],
    runs: [],
  };
  let done = 0;
  const take = async (card: unknown, what: string): Promise<Imported | null> => {
    onRun(++done);
    try {
      const taken = await host.call('run.import', { card: card as never });
      report[({ added: 'added', there: 'there', copy: 'copies' } as const)[taken.outcome]] += 1;
      if (!taken.hashFits) report.changed += 1;
      report.runs.push(taken.run.id);
      return taken;
    } catch (error) {
      refuse(what, toErrorData(error).what);
      return null;
    }
  };
  const refuse = (what: string, why: string) => {
    if (report.refused.length < mostRefused) report.refused.push({ what, why });
  };
  for (const file of files) {
    const name = file.name.slice(0, 80);
    const kind = kindOf((await file.slice(0, 400).text()).split('\n')[0]!);
    if (kind.kind === 'newer')
      refuse(name, 'This notebook was written by a newer version of Lectern.');
    else if (kind.kind === 'notebook') await takeNotebook(host, file, name, report, take, refuse);
    else if (file.size > longestLine)
      refuse(name, 'The file is larger than a run card can be (2 MB). Nothing of it was read.');
    else {
      const text = await file.text();
      try {
        await take(JSON.parse(text), name);
      } catch {
        refuse(name, 'This is not a run card: the file is cut short or is not JSON.');
      }
    }
  }
  return report;
}

async function takeNotebook(
  host: Host,
  file: File,
  name: string,
  report: ImportReport,
  take: (card: unknown, what: string) => Promise<Imported | null>,
  refuse: (what: string, why: string) => void,
): Promise<void> {
  let at = 0;
  let ended = false;
  for await (const text of linesOf(textOf(file))) {
    at += 1;
    if (at === 1) continue;
    const line = text === null ? null : readLine(text);
    const where = `${name}, line ${at}`;
    if (!line)
      refuse(
        where,
        text === null
          ? 'The line is longer than a run can be.'
          : 'The line is damaged or cut short.',
      );
    else if (line.kind === 'exercises') continue;
    else if (line.kind === 'end') ended = true;
    else if (line.kind === 'report')
      await host.call('report.import', { report: line.report as never }).then(
        ({ added }) => void (report.tables += added ? 1 : 0),
        (error: unknown) => refuse(where, toErrorData(error).what),
      );
    else if (line.kind === 'learner') {
      await host.call('learner.import', { learner: line.learner as never }).then(
        ({ added }) => void (report.answers += added),
        (error: unknown) => refuse(where, toErrorData(error).what),
      );
    } else {
      const taken = await take(line.card, where);
      // What is said of a run here is not replaced.
      if (taken && taken.outcome !== 'there' && line.pinned)
        await host
          .call('run.pin', { run: taken.run.id, pinned: true })
          .catch((error: unknown) => refuse(where, toErrorData(error).what));
      if (taken && taken.outcome !== 'there' && line.remark)
        await host
          .call('run.annotate', { run: taken.run.id, change: line.remark })
          .catch((error: unknown) => refuse(where, toErrorData(error).what));
    }
  }
  if (!ended)
    refuse(
      name,
      'The file ends before the notebook does: it was cut short. Every run before that was read.',
    );
}

/** The report in a sentence. */
export function importWords({
  added,
  there,
  copies,
  changed,
  answers,
  tables,
  refused,
}: ImportReport): string {
  const runs = (n: number) => (n === 1 ? '1 run' : `${formatFixed(n)} runs`);
  const said = [
    added > 0 && `${runs(added)} imported`,
    copies > 0 && `${runs(copies)} kept as a copy, because another run has the same id`,
    there > 0 && `${runs(there)} already here`,
    answers > 0 && `${formatFixed(answers)} predictions and answers added`,
    tables > 0 &&
      `${tables === 1 ? '1 report on a table' : `${formatFixed(tables)} reports on tables`} added`,
    changed > 0 && `${runs(changed)} changed after it was written: the hash does not fit`,
  ]
    .filter(Boolean)
    .join('; ');
  const text = said === '' ? 'Nothing was imported' : said;
  return `${text[0]!.toUpperCase()}${text.slice(1)}.${refused.length > 0 ? ` ${refused.length} not taken in.` : ''}`;
}
