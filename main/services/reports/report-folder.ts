import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { LecternError } from '../../contract/errors.ts';
import type { Notice } from '../../contract/methods.ts';
import {
  reportId,
  reportVersion,
  tableReport,
  type TableReport,
} from '../../contract/table-report.ts';
import { contentHash } from '../../storage/canonical.ts';
import { reasonInWords } from '../../storage/data-folder.ts';
import { setAside } from '../../storage/quarantine.ts';
import { versioned } from '../../storage/versioned.ts';
import { writeAtomic, type Write } from '../../storage/write.ts';

export type ReportRead =
  { ok: true; report: TableReport } | { ok: false; why: 'newer' | 'damaged' | 'gone' };

/** SHA-256 over what a report says; how it came here does not count. */
export const reportHash = ({ importedAt: _importedAt, ...report }: Omit<TableReport, 'hash'>) =>
  contentHash(report);

/** Reads a report that was parsed already. One whose content does not fit its hash counts as damaged. */
export function inspectReport(given: unknown): Exclude<ReportRead, { why: 'gone' }> {
  const read = versioned(given, tableReport, 'formatVersion', reportVersion);
  if (!read.ok) return { ok: false, why: read.why === 'newer' ? 'newer' : 'damaged' };
  const { hash, ...content } = read.data;
  return reportHash(content) === hash
    ? { ok: true, report: read.data }
    : { ok: false, why: 'damaged' };
}

/** The files of kept reports, one each. A newer Lectern's are listed and left alone, damaged ones are set aside. */
export class ReportFolder {
  constructor(
    private readonly folder: string,
    private readonly notify: (notice: Notice) => void,
    private readonly write: Write = writeAtomic,
  ) {}

  private path(id: string): string {
    return join(this.folder, `${id}.json`);
  }

  /** All that can be read, and the ids of a newer Lectern's. No folder is no report. */
  async load(): Promise<{ reports: TableReport[]; newer: string[] }> {
    const names = await readdir(this.folder).catch(() => [] as string[]);
    const reports: TableReport[] = [];
    const newer: string[] = [];
    for (const name of names.sort()) {
      const id = name.replace(/\.json$/, '');
      if (id === name || !reportId.safeParse(id).success) continue;
      const read = await this.read(id);
      if (read.ok) reports.push(read.report);
      else if (read.why === 'newer') newer.push(id);
      else if (read.why === 'damaged')
        this.notify(
          await setAside(
            this.path(id),
            'A report on a table could not be read: its file is damaged',
          ),
        );
    }
    return { reports, newer };
  }

  async read(id: string): Promise<ReportRead> {
    try {
      const read = inspectReport(JSON.parse(await readFile(this.path(id), 'utf8')));
      if (read.ok && read.report.id !== id) return { ok: false, why: 'damaged' };
      return read;
    } catch (error) {
      const gone = (error as NodeJS.ErrnoException).code === 'ENOENT';
      return { ok: false, why: gone ? 'gone' : 'damaged' };
    }
  }

  /** Throws a `storage` error where it can't be written. */
  async save(report: TableReport): Promise<void> {
    try {
      await mkdir(this.folder, { recursive: true });
      await this.write(this.path(report.id), `${JSON.stringify(report)}\n`);
    } catch (error) {
      throw new LecternError({
        code: 'storage',
        what: `The report could not be kept in ${this.folder}: ${reasonInWords(error)}.`,
        safe: 'It is still on screen, and your file is unchanged.',
        next: 'Free some space or bring the folder back, and keep it again. You can also save it as a file.',
      });
    }
  }

  async remove(id: string): Promise<void> {
    await rm(this.path(id), { force: true });
  }
}
