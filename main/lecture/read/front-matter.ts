import type { FolderSlideMeta } from '../../contract/lecture-folder.ts';
import type { LectureWorld } from './files.ts';
import { wrongOfLab } from './directives/lab-names.ts';
import { isId } from './names.ts';
import { suggestion } from './near-miss.ts';
import { quoted, type Problems } from './problems.ts';
import { readYaml } from './yaml.ts';

export interface FrontMatter {
  id?: string;
  title?: string;
  /** Begins a part of this name. */
  part?: string;
  minutes?: number;
  layout?: FolderSlideMeta['layout'];
  lab?: NonNullable<FolderSlideMeta['lab']>;
}

const keys = ['id', 'title', 'part', 'minutes', 'layout', 'lab', 'cue'];
const layouts = ['titled', 'plain', 'section', 'center', 'title'] as const;

/** Reads a slide's front matter. What is wrong becomes a problem, and the rest is used. */
export function readFrontMatter(
  text: string,
  at: { file: string; first: number; world: LectureWorld; problems: Problems },
): FrontMatter {
  const { file, world, problems } = at;
  const yaml = readYaml(text, { ...at, keys });
  if (!yaml) return {};
  const { value, lineOf } = yaml;
  const found: FrontMatter = {};
  const wrong = (key: string, what: string, fix: string) =>
    problems.add({ level: 'error', file, line: lineOf(key), what, fix });
  const { id, title, part, minutes, layout, lab, cue } = value;
  if (isId(id)) found.id = id;
  else if (id != null)
    wrong(
      'id',
      `${quoted(String(id))} can’t be an id.`,
      'Use small letters, numbers and hyphens, such as first-results.',
    );
  if (isText(title)) found.title = String(title).slice(0, 300);
  else if (title != null) wrong('title', 'The title is no text.', 'Write title: Some words.');
  if (isText(part)) found.part = String(part).slice(0, 300);
  else if (part != null) wrong('part', 'The part is no text.', 'Write part: Some words.');
  if (typeof minutes === 'number' && minutes >= 0 && minutes <= 120) found.minutes = minutes;
  else if (minutes != null)
    wrong('minutes', 'Minutes are a number from 0 to 120.', 'Write minutes: 2.5');
  const known = layouts.find((one) => one === layout);
  if (known) found.layout = known;
  else if (layout != null)
    wrong(
      'layout',
      `There is no layout ${quoted(String(layout))}.`,
      suggestion(String(layout), layouts, 'layouts'),
    );
  if (lab != null) {
    const [name = '', step = null] = String(lab).split('/');
    const trouble = wrongOfLab(world, name, { part: step });
    if (trouble) wrong('lab', trouble.what, trouble.fix);
    else {
      const { title: usual } = world.labs[name]!;
      found.lab = { id: name, step, cue: isText(cue) ? String(cue).slice(0, 300) : usual };
    }
  }
  return found;
}

const isText = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';
