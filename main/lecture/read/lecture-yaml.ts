import { z } from 'zod';
import {
  lectureFacts,
  lectureFormat,
  type LectureEdition,
  type LectureFacts,
  type LectureOutline,
} from '../../contract/lecture-folder.ts';
import type { LectureWorld } from './files.ts';
import { isId, slug } from './names.ts';
import { suggestion } from './near-miss.ts';
import { quoted, type Problems } from './problems.ts';
import { readYaml, type ReadYaml } from './yaml.ts';

export const settingsFile = 'lecture.yaml';

/** What `lecture.yaml` says, with the names of files as they were written. */
export interface LectureSettings {
  said: Partial<LectureFacts>;
  /** Minutes of the whole lecture, or of parts by their id where a base is extended. */
  minutes: number | null;
  parts: { title: string; file: string; minutes: number | null; line: number }[] | null;
  sources: LectureOutline['sources'];
  labs: LectureOutline['labs'];
  edition:
    | (Omit<LectureEdition, 'after' | 'replace' | 'notes'> & {
        after: Record<string, string>;
        replace: Record<string, string>;
        notes: Record<string, string>;
      })
    | null;
  lineOf: ReadYaml['lineOf'];
}

const keys = [
  ...[
    'format',
    'title',
    'course',
    'lecturer',
    'institution',
    'date',
    'language',
    'minutes',
    'parts',
  ],
  ...['sources', 'labs', 'extends', 'hide', 'after', 'replace', 'notes', 'order'],
];
const texts = ['title', 'course', 'lecturer', 'institution', 'date'] as const;

const file = z.string().min(1).max(300);
const ids = z.array(z.string().refine(isId)).max(500);
const filesById = z.record(z.string().refine(isId), file);
const shapes = {
  parts: z
    .array(
      z.strictObject({
        title: z.string().min(1).max(300),
        file,
        minutes: z.number().min(0).max(600).optional(),
      }),
    )
    .min(1)
    .max(100),
  sources: z
    .array(
      z.strictObject({
        id: z.string().refine(isId),
        who: z.string().min(1).max(300),
        year: z.number().int(),
        title: z.string().min(1).max(300),
        url: z
          .string()
          .max(2_000)
          .regex(/^https:\/\//)
          .optional(),
      }),
    )
    .max(500),
  labs: z.record(
    z.string(),
    z.strictObject({ preset: z.string().optional(), seed: z.number().int().min(0).optional() }),
  ),
  hide: ids,
  order: ids,
  after: filesById,
  replace: filesById,
  notes: filesById,
  minutes: z.number().min(0).max(1_000),
  minutesOfParts: z.record(z.string().refine(isId), z.number().min(0).max(600)),
};

/** How each key is written, for messages. */
const examples: Readonly<Record<string, string>> = {
  parts: 'parts: [{title: First part, file: first.md, minutes: 20}]',
  sources: 'sources: [{id: dora-2021, who: Google, year: 2021, title: Its title, url: https://…}]',
  labs: 'labs: {latency: {preset: steady, seed: 7}}',
  hide: 'hide: [grading, final-project]',
  order: 'order: [agenda, title]',
  after: 'after: {grading: my-grading.md}',
  replace: 'replace: {grading: my-grading.md}',
  notes: 'notes: {grading: my-notes.md}',
  minutes: 'minutes: 80',
};

/** Reads `lecture.yaml`. What is wrong becomes a problem at its line, and the rest is used. */
export function readSettings(
  text: string,
  world: LectureWorld,
  problems: Problems,
): LectureSettings {
  const yaml = readYaml(text, { file: settingsFile, first: 1, keys, problems });
  const { value, lineOf } = yaml ?? { value: {}, lineOf: () => 1 };
  const wrong = (key: string, what: string, fix: string, line = lineOf(key)) =>
    problems.add({ level: 'error', file: settingsFile, line, what, fix });
  const take = <T>(key: keyof typeof examples & string, shape: z.ZodType<T>): T | null => {
    if (value[key] == null) return null;
    const parsed = shape.safeParse(value[key]);
    if (parsed.success) return parsed.data;
    const path = parsed.error.issues[0]?.path.map(String) ?? [];
    const where = path.length > 0 ? ` at ${path.join('.')}` : '';
    wrong(key, `“${key}” can’t be read${where}.`, `Write ${examples[key]}`, lineOf(key, ...path));
    return null;
  };
  if (typeof value['format'] === 'number' && value['format'] > lectureFormat)
    wrong(
      'format',
      `This lecture was made for a newer Lectern (format ${value['format']}).`,
      'Install the newest Lectern. What this one understands is shown.',
    );
  const said: Partial<LectureFacts> = {};
  for (const key of texts) {
    const one = value[key];
    if (typeof one === 'string' || typeof one === 'number') said[key] = String(one).slice(0, 300);
    else if (one instanceof Date) said[key] = one.toISOString().slice(0, 10);
    else if (one != null) wrong(key, `“${key}” is no text.`, `Write ${key}: Some words`);
  }
  const language = lectureFacts.shape.language.safeParse(value['language']);
  if (language.success) said.language = language.data;
  else if (value['language'] != null)
    wrong('language', `${quoted(String(value['language']))} is no language.`, 'Write language: es');
  const base = value['extends'];
  if (base != null && base !== 'lecture-1')
    wrong(
      'extends',
      `There is no lecture ${quoted(String(base))} to extend.`,
      'Write extends: lecture-1',
    );
  const extended = base === 'lecture-1';
  for (const key of ['hide', 'after', 'replace', 'notes', 'order'])
    if (value[key] != null && !extended)
      wrong(
        key,
        `“${key}” changes slides of another lecture, and none is extended.`,
        'Add extends: lecture-1, or take it out.',
      );
  const perPart = extended && typeof value['minutes'] === 'object';
  if (extended && value['minutes'] != null && !perPart)
    wrong(
      'minutes',
      '“minutes” of an edition plans parts of ours, each by its id. A number for the whole is not used.',
      'Write minutes: {overview: 12}',
    );
  if (extended && value['parts'] != null)
    wrong(
      'parts',
      '“parts” is not used: an edition has the parts of the lecture that it extends.',
      'Add slides with after: {grading: my-grading.md}, or take out extends.',
    );
  return {
    said,
    minutes: extended ? null : take('minutes', shapes.minutes),
    parts: extended
      ? null
      : (take('parts', shapes.parts)?.map((part, index) => ({
          ...part,
          minutes: part.minutes ?? null,
          line: lineOf('parts', String(index)),
        })) ?? null),
    sources: (take('sources', shapes.sources) ?? []).map((one) => ({
      ...one,
      url: one.url ?? null,
    })),
    labs: labsOf(take('labs', shapes.labs) ?? {}, world, wrong, lineOf),
    edition: extended
      ? {
          base: 'lecture-1',
          hide: take('hide', shapes.hide) ?? [],
          order: take('order', shapes.order) ?? [],
          after: take('after', shapes.after) ?? {},
          replace: take('replace', shapes.replace) ?? {},
          notes: take('notes', shapes.notes) ?? {},
          minutes: perPart ? (take('minutes', shapes.minutesOfParts) ?? {}) : {},
          lines: {},
        }
      : null,
    lineOf,
  };
}

function labsOf(
  given: Record<string, { preset?: string | undefined; seed?: number | undefined }>,
  world: LectureWorld,
  wrong: (key: string, what: string, fix: string, line: number) => void,
  lineOf: ReadYaml['lineOf'],
): LectureOutline['labs'] {
  const labs: LectureOutline['labs'] = {};
  for (const [id, { preset = null, seed = null }] of Object.entries(given)) {
    const known = Object.hasOwn(world.labs, id) ? world.labs[id] : undefined;
    const line = lineOf('labs', id);
    if (!known)
      wrong(
        'labs',
        `There is no lab ${quoted(id)}.`,
        suggestion(id, Object.keys(world.labs), 'labs'),
        line,
      );
    else if (preset !== null && !known.presets.includes(preset))
      wrong(
        'labs',
        `The lab “${id}” has no preset ${quoted(preset)}.`,
        suggestion(preset, known.presets, 'presets'),
        line,
      );
    else labs[id] = { preset, seed };
  }
  return labs;
}

/** A part's id, of its title. */
export const partId = (title: string, index: number): string => slug(title) || `part-${index + 1}`;
