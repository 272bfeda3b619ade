import { z } from 'zod';

/**
 * A report on a table of one's own, as the notebook keeps it: what the file was, what its columns were taken for, and what was found.
 * No row of the table and no cell of it but the names of groups.
 */

const words = z.string().max(4_000);
const name = z.string().max(400);
const share = z.number();

/**
 * Text, or a number with its 95 % interval where it has one; `exact`: Clopper–Pearson's. It is a rate, from 0 to 1, where `digits`, the
 * decimals that it is read with, is left out. `of`: the rows that a rate is of. `unit`: of other numbers. Cards of before have neither.
 */
const reportCell = z.union([
  z.string().max(1_000),
  z.object({
    value: share,
    interval: z.tuple([share, share]).nullable(),
    exact: z.boolean(),
    digits: z.number().int().min(0).max(6).optional(),
    of: z.number().int().min(0).optional(),
    unit: z.string().max(40).optional(),
  }),
]);
export type ReportCell = z.infer<typeof reportCell>;

const reportTable = z.object({
  caption: words,
  columns: z.array(name).max(30),
  /** `quiet`: stands in grey, as too few people are behind it. */
  rows: z.array(z.object({ cells: z.array(reportCell).max(30), quiet: z.boolean() })).max(300),
});
export type ReportTable = z.infer<typeof reportTable>;

const reportSection = z.object({
  /** The part of the lab's story that it is about, where it is of one. */
  part: z.string().max(60).nullable().optional(),
  heading: name,
  paragraphs: z.array(words).max(40),
  points: z.array(words).max(400),
  tables: z.array(reportTable).max(10),
});
export type ReportSection = z.infer<typeof reportSection>;

/** A whole report as words and numbers: drawn on screen, on paper and in files alike. */
const reportBody = z.object({
  title: words,
  about: z.array(words).max(40),
  sections: z.array(reportSection).max(60),
});
export type ReportBody = z.infer<typeof reportBody>;

/** What a window hands in. */
export const reportContent = z.object({
  lab: z.string().max(60),
  /** The step of the lab's story where it is made. */
  step: z.string().max(60),
  file: z.object({
    name: z.string().max(255),
    bytes: z.number().int().min(0),
    /** SHA-256 of the whole file, in hex. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  /** Rows that were judged. */
  rows: z.number().int().min(0),
  /** What the columns were taken for, in the lab's words. */
  roles: z.array(z.object({ role: z.string().max(60), column: name })).max(1_000),
  /** The main finding in a sentence. */
  found: words,
  body: reportBody,
});
export type ReportContent = z.infer<typeof reportContent>;

export const reportId = z.string().regex(/^report-[0-9a-f]{24}$/);
export const reportVersion = 1;

/** One file of the data folder. */
export const tableReport = reportContent.extend({
  formatVersion: z.literal(reportVersion),
  /** The same for one file, lab, step and roles: judging them again replaces the card. */
  id: reportId,
  keptAt: z.iso.datetime(),
  /** SHA-256 over the canonical JSON of the rest but `importedAt`. */
  hash: z.string().max(64),
  /** When it came in with another notebook; left out of one that was made here. */
  importedAt: z.iso.datetime().optional(),
});
export type TableReport = z.infer<typeof tableReport>;

/** A card as the list shows it. */
export const reportSummary = tableReport
  .omit({ body: true, roles: true, formatVersion: true, hash: true })
  .extend({ readable: z.literal(true) });
export type ReportSummary = z.infer<typeof reportSummary>;

/** A card that a newer Lectern kept: it is listed and left alone. */
const newerReport = z.object({ readable: z.literal(false), id: reportId });
export const listedReport = z.discriminatedUnion('readable', [reportSummary, newerReport]);
export type ListedReport = z.infer<typeof listedReport>;

/** So many of the newest are listed: they are to fit a message. */
export const mostListed = 400;
