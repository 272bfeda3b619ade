import Papa from 'papaparse';
import { pathBelow } from '../files.ts';
import { takenText } from '../limits.ts';
import type { LectureNode } from '../../../contract/lecture-tree.ts';
import { suggestion } from '../near-miss.ts';
import { quoted } from '../problems.ts';
import { makeWidget, refuse } from '../reading.ts';
import type { Directive } from './directives.ts';

const types = ['bar', 'line', 'dot'] as const;
const most = { bar: 40, line: 300, dot: 300 };

/** A chart of a CSV file: `::chart[Cost by year]{type=bar file=cost.csv x=year y="cost, revenue" unit="million €"}`. */
export const chart: Directive = {
  attributes: ['type', 'file', 'x', 'y', 'unit', 'title'],
  form: 'leaf',
  read({ reading, node, attributes, label }) {
    const no = (what: string, fix: string): LectureNode[] => refuse(reading, node, what, fix);
    const type = types.find((one) => one === (attributes['type'] ?? 'bar'));
    if (!type) return no(`A chart is ${types.join(', ')}.`, 'Write type=bar.');
    const file = attributes['file'] ?? '';
    const path = pathBelow(reading.file, file);
    if (path === null || !/\.csv$/i.test(path))
      return no(
        `The chart’s file ${quoted(file)} is no CSV file of the folder.`,
        'Write file=data.csv.',
      );
    reading.uses.push(path);
    const refused = reading.files.refused.get(path);
    if (refused !== undefined) return no(`The file ${quoted(file)} ${refused}.`, takenText);
    const text = reading.files.texts.get(path);
    if (text === undefined) {
      const there = [...reading.files.texts.keys()].filter((one) => /\.csv$/i.test(one));
      return no(`The file ${quoted(file)} is not there.`, suggestion(path, there, 'CSV files'));
    }
    const { data, meta } = Papa.parse<Record<string, string>>(text.trim(), {
      header: true,
      skipEmptyLines: true,
      preview: 301,
    });
    const names = meta.fields ?? [];
    const x = attributes['x'] ?? names[0] ?? '';
    const ys =
      attributes['y'] === undefined
        ? names.filter((name) => name !== x).slice(0, 1)
        : list(attributes['y']);
    const missing = [x, ...ys].find((name) => !names.includes(name));
    if (missing !== undefined || ys.length === 0)
      return no(
        `The file ${quoted(file)} has no column ${quoted(missing ?? '')}.`,
        suggestion(missing ?? '', names, 'columns'),
      );
    if (ys.length > 8) return no('A chart shows at most 8 columns.', 'Name fewer of them in y.');
    if (data.length === 0)
      return no(`The file ${quoted(file)} has no rows.`, 'Add rows under its head.');
    if (data.length > most[type])
      return no(
        `The file ${quoted(file)} has more than ${most[type]} rows, the most that a ${type} chart shows.`,
        'Sum the rows up, or keep every tenth.',
      );
    const wrong = data.findIndex((row) => ys.some((name) => numberOf(row[name]) === undefined));
    if (wrong >= 0)
      return no(
        `Row ${wrong + 2} of ${quoted(file)} holds something that is no number.`,
        'Write numbers with a point: 1234.5. Leave a cell empty where there is none.',
      );
    const numbers = data.map((row) => numberOf(row[x]));
    const numeric = type !== 'bar' && numbers.every((one) => typeof one === 'number');
    if (type !== 'bar' && !numeric)
      return no(
        `The column ${quoted(x)} holds words; a ${type} chart wants numbers along its axis.`,
        'Take type=bar, or another column as x.',
      );
    const words = label.map((one) => ('value' in one ? one.value : '')).join('');
    return [
      makeWidget(reading, {
        kind: 'chart',
        type,
        title: (attributes['title'] ?? words).slice(0, 200) || ys.join(', ').slice(0, 200),
        x: x.slice(0, 200),
        y: (attributes['unit'] ?? (ys.length === 1 ? ys[0]! : '')).slice(0, 200),
        along: numeric ? (numbers as number[]) : data.map((row) => (row[x] ?? '').slice(0, 200)),
        series: ys.map((name) => ({
          name: name.slice(0, 200),
          values: data.map((row) => numberOf(row[name]) ?? null),
        })),
      }),
    ];
  },
};

const list = (text: string) =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);

/** A number of a cell; null where it is empty, undefined where it holds something else. */
function numberOf(cell: string | undefined): number | null | undefined {
  const text = (cell ?? '').trim();
  if (text === '') return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}
