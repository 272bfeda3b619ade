import { fileProblem } from '../../../../labs/kit/file-intake.ts';
import type { ReportContent } from '../../../../main/contract/table-report.ts';
import { formatFixed } from '../../../kit/number/format.ts';

/** Whether a file is the one that a report is about, in words; `same` null where it can't be told. */
export interface Compared {
  same: boolean | null;
  words: string;
}

/** Holds a file against the fingerprint in a report. Never throws: what can't be read is said. */
export async function compareFile(
  file: File,
  { sha256, bytes }: ReportContent['file'],
): Promise<Compared> {
  const changed = (how: string): Compared => ({
    same: false,
    words:
      `${file.name} is not the file of this report: ${how}. It was changed since, or it is another one. ` +
      'The report holds for the file as it was. Open its lab to judge this one.',
  });
  // What differs in size differs: a huge file need not be read for it.
  if (file.size !== bytes)
    return changed(`it has ${formatFixed(file.size)} bytes, that one had ${formatFixed(bytes)}`);
  try {
    const { fingerprint } = await import('../../../../labs/data/records.ts');
    if ((await fingerprint(file)) !== sha256) return changed('its SHA-256 differs');
    return {
      same: true,
      words: `${file.name} is the file of this report: not a byte of it has changed.`,
    };
  } catch (error) {
    const { what, next } = fileProblem(error);
    return { same: null, words: `${file.name}: ${what} ${next} The report is unchanged.` };
  }
}
