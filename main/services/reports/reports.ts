import { createHash } from 'node:crypto';
import { LecternError } from '../../contract/errors.ts';
import {
  mostListed,
  reportSummary,
  reportVersion,
  type ListedReport,
  type ReportContent,
  type ReportSummary,
  type TableReport,
} from '../../contract/table-report.ts';
import { canonicalJson } from '../../storage/canonical.ts';
import { inspectReport, reportHash, type ReportFolder, type ReportRead } from './report-folder.ts';

interface ReportsOptions {
  folder: ReportFolder;
  changed: (report: ListedReport) => void;
  removed: (id: string) => void;
  now: () => number;
}

const problems: Record<'gone' | 'damaged' | 'newer', readonly [what: string, next: string]> = {
  gone: ['This report is no longer in the notebook.', 'Judge the table again to have it back.'],
  damaged: ['This report can’t be read: its file is damaged.', 'Judge the table again.'],
  newer: ['This report was kept by a newer version of Lectern.', 'Open it with that version.'],
};

const refused = (what: string, next: string) =>
  new LecternError({
    code: 'bad-card',
    what,
    safe: 'Every other report is unchanged.',
    next,
  });

/** One file, judged at one step of a lab with one set of roles, is one report: judging it again replaces it. */
function reportIdOf({ lab, step, file, roles }: ReportContent): string {
  const subject = canonicalJson({ lab, step, sha256: file.sha256, roles });
  return `report-${createHash('sha256').update(subject).digest('hex').slice(0, 24)}`;
}

const summaryOf = (report: TableReport): ReportSummary =>
  reportSummary.parse({ ...report, readable: true });

/** The reports on tables of one's own that the notebook keeps. Lists are in memory; bodies are read when asked for. */
export class Reports {
  private readonly listed = new Map<string, ListedReport>();
  /** Deleted ones that can still be brought back, until Lectern ends. */
  private readonly deleted = new Map<string, TableReport>();

  constructor(private readonly options: ReportsOptions) {}

  async load(): Promise<void> {
    const { reports, newer } = await this.options.folder.load();
    for (const report of reports) this.listed.set(report.id, summaryOf(report));
    for (const id of newer) this.listed.set(id, { readable: false, id });
  }

  /** Newest first; a newer Lectern's last. */
  list(): ListedReport[] {
    const when = (one: ListedReport) => (one.readable ? one.keptAt : '');
    return [...this.listed.values()]
      .sort((a, b) => when(b).localeCompare(when(a)) || a.id.localeCompare(b.id))
      .slice(0, mostListed);
  }

  /** Keeps a report; the one of the same file, lab and roles is replaced. Throws `storage`, `bad-card`. */
  async keep(content: ReportContent): Promise<TableReport> {
    const id = reportIdOf(content);
    if (this.listed.get(id)?.readable === false) throw refused(...problems.newer);
    const whole = {
      ...content,
      formatVersion: reportVersion,
      id,
      keptAt: new Date(this.options.now()).toISOString(),
    } as const;
    const report: TableReport = { ...whole, hash: reportHash(whole) };
    await this.put(report);
    return report;
  }

  /** Throws `bad-card` where it is gone, damaged or a newer Lectern's. */
  async get(id: string): Promise<TableReport> {
    const read = await this.options.folder.read(id);
    if (!read.ok) throw this.lost(id, read);
    return read.report;
  }

  async remove(id: string): Promise<void> {
    const { folder, removed } = this.options;
    const read = await folder.read(id);
    if (!read.ok && read.why === 'newer')
      throw refused(problems.newer[0], 'Delete it with that version.');
    await folder.remove(id);
    if (read.ok) this.deleted.set(id, read.report);
    this.listed.delete(id);
    removed(id);
  }

  /** Brings a deleted one back. Throws `bad-card` where there is none. */
  async restore(id: string): Promise<TableReport> {
    const report = this.deleted.get(id);
    if (!report) throw refused(...problems.gone);
    await this.put(report);
    return report;
  }

  /** Takes in another notebook's. Throws `bad-card` where it can't be read, or was changed after it was written. */
  async import(given: unknown): Promise<{ id: string; added: boolean }> {
    const read = inspectReport(given);
    if (!read.ok && read.why === 'newer') throw refused(...problems.newer);
    if (!read.ok)
      throw refused(
        'This report on a table is damaged, or was changed after it was written.',
        'Save the notebook again where it was made.',
      );
    const { id } = read.report;
    if (this.listed.has(id)) return { id, added: false };
    await this.put({ ...read.report, importedAt: new Date(this.options.now()).toISOString() });
    return { id, added: true };
  }

  /** Everything was erased. */
  forget(): void {
    this.listed.clear();
    this.deleted.clear();
  }

  private async put(report: TableReport): Promise<void> {
    await this.options.folder.save(report);
    this.deleted.delete(report.id);
    const summary = summaryOf(report);
    this.listed.set(report.id, summary);
    this.options.changed(summary);
  }

  /** A file that went is no longer listed either. */
  private lost(id: string, { why }: Extract<ReportRead, { ok: false }>): LecternError {
    if (why !== 'newer' && this.listed.delete(id)) this.options.removed(id);
    return refused(...problems[why]);
  }
}
