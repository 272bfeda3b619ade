import { columnsJson, type ColumnJson, type TableProblemJson } from '../../data/columns-json.ts';
import type { Ask } from '../../data/column.ts';
import type { Survey } from '../../data/survey.ts';
import type { LeakReport } from './leak-report.ts';
import type { LeakTable } from './leak-table.ts';
import { readingJson, type ReadingJson } from './roles/reading-words.ts';
import type { TableAnswers, TableRoles } from './table-mapping.ts';

/** The leak report as it is written for scripts. Without a report: what has to be asked, or what is wrong. */
export interface LeaksJson extends Partial<ReadingJson> {
  columns: ColumnJson[];
  notes: string[];
  roles: TableRoles['roles'];
  asks?: Ask[];
  problem?: TableProblemJson;
  rows?: number;
  findings?: {
    kind: 'leak' | 'question' | 'note';
    what: string;
    detail: string;
    columns: string[];
    rows: number;
    /** Some of the rows, as a spreadsheet counts them. */
    shown: { row: number; words: string }[];
  }[];
  features?: {
    name: string;
    /** Alone, over random splits; with its spread from shuffle to shuffle. */
    auc: number | null;
    aucSpread: number | null;
    aucInOrder: number | null;
    rebuilt: number | null;
    newer: number | null;
    of: number | null;
  }[];
  split?: { train: number; test: number; refused: boolean };
  all?: {
    random: number | null;
    spread: number | null;
    inOrder: number | null;
    /** As the table stands and rebuilt, both on as many later rows as `rebuiltRows`. */
    same: number | null;
    rebuilt: number | null;
    rebuiltRows: number;
  };
}

/** What is known before a report: columns, roles, and questions where there are any. */
export function rolesJson(survey: Survey, { roles, asks, notes }: TableRoles): LeaksJson {
  return {
    columns: columnsJson(survey.columns),
    notes: [...survey.notes, ...notes],
    roles,
    ...(asks.length > 0 && { asks }),
  };
}

/** The whole report. */
export function leaksJson(
  survey: Survey,
  { roles, answers }: { roles: TableRoles; answers: TableAnswers },
  report: LeakReport,
  { notices, labelWords }: Pick<LeakTable, 'notices' | 'labelWords'>,
): LeaksJson {
  const { whole } = report;
  const known = rolesJson(survey, roles);
  return {
    ...known,
    notes: [...known.notes, ...notices],
    ...(roles.mapping && readingJson(roles.mapping, labelWords, answers)),
    rows: report.rows,
    findings: report.findings.map(({ kind, title, detail, columns, rows, examples }) => ({
      ...{ kind, what: title, detail, columns, rows },
      shown: examples,
    })),
    features: report.features.map(({ name, auc, aucInOrder, rebuilt, newer, dated }) => ({
      ...{ name, auc: auc?.mean ?? null, aucSpread: auc?.sd ?? null, aucInOrder, rebuilt, newer },
      of: dated,
    })),
    split: { train: report.trainRows, test: report.testRows, refused: report.cut === null },
    all: {
      random: whole.random?.mean ?? null,
      spread: whole.random?.sd ?? null,
      inOrder: whole.chronological,
      ...{ same: whole.same, rebuilt: whole.rebuilt, rebuiltRows: whole.rebuiltRows },
    },
  };
}
