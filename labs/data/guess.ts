import type { Column } from './peek.ts';
import type { TimeFormat } from './times.ts';

/** What each column of a file is. */
export interface Mapping {
  time: string;
  timeFormat: TimeFormat;
  label: string;
  /** Whose row it is; null where rows belong to nobody. */
  entity: string | null;
  features: {
    column: string;
    /** The column that says when its value was written. */ writtenAt: string | null;
    writtenFormat: TimeFormat | null;
  }[];
}

/** A guess, with what could not be told and has to be asked. */
export interface Guess {
  time: string | null;
  /** Null where the cells fit more than one way to read them, or none. */
  timeFormat: TimeFormat | null;
  label: string | null;
  entity: string | null;
  features: Mapping['features'];
}

const timeNames =
  /^(event_?)?(time|timestamp|date|datetime|ts|day|created(_at)?|event_(time|at|date)|at)$/i;
const labelNames =
  /^(label|target|y|outcome|churn(ed)?|fraud|is_\w+|class|converted|clicked|default(ed)?|repaid)$/i;
const entityNames =
  /^(user|customer|client|account|patient|entity|card|device|session|member)?_?(id|uuid|key|no|number)?$/i;
const writtenNames = /(_at|_time|_ts|_timestamp|_date|_updated|_written|_known)$/i;

/** Guesses from names and first rows what each column is. Where two readings fit, none is chosen. */
export function guessMapping(columns: readonly Column[]): Guess {
  const times = columns.filter((column) => column.kind === 'time');
  const numbers = columns.filter(
    (column) => column.kind === 'number' && column.formats.includes('number'),
  );
  const time =
    times.find((column) => timeNames.test(column.name)) ??
    numbers.find((column) => timeNames.test(column.name)) ??
    times.find((column) => !writtenFor(column.name, columns)) ??
    times[0] ??
    null;
  const twos = columns.filter((column) => column.distinct === 2 && column !== time);
  const label =
    twos.find((column) => labelNames.test(column.name)) ??
    columns.find(
      (column) => column !== time && labelNames.test(column.name) && column.distinct <= 3,
    ) ??
    twos.at(-1) ??
    null;
  const others = columns.filter((column) => column !== time && column !== label);
  const entity =
    others.find(
      (column) => column.name !== '' && entityNames.test(column.name) && column.kind !== 'time',
    ) ??
    others.find(
      (column) =>
        /(^|_)(user|customer|account|patient|client|entity)/i.test(column.name) &&
        column.kind !== 'time',
    ) ??
    null;
  const features = others
    .filter((column) => column !== entity && column.kind !== 'empty' && column.kind !== 'time')
    .map((column) => {
      const written = writtenColumn(column.name, columns);
      return {
        column: column.name,
        writtenAt: written && written !== time ? written.name : null,
        writtenFormat: written && written !== time ? onlyFormat(written.formats) : null,
      };
    });
  return {
    time: time?.name ?? null,
    timeFormat: time ? onlyFormat(time.formats) : null,
    label: label?.name ?? null,
    entity: entity?.name ?? null,
    features,
  };
}

/** The one format that fits; null where more than one reading would give other times. */
export const onlyFormat = (formats: readonly TimeFormat[]): TimeFormat | null =>
  formats.length === 1 ? formats[0]! : null;

function writtenColumn(feature: string, columns: readonly Column[]): Column | null {
  return (
    columns.find(
      (column) =>
        (column.kind === 'time' || column.kind === 'number') &&
        writtenNames.test(column.name) &&
        column.name.replace(writtenNames, '').toLowerCase() === feature.toLowerCase(),
    ) ?? null
  );
}

const writtenFor = (name: string, columns: readonly Column[]): boolean =>
  writtenNames.test(name) &&
  columns.some(
    (column) => column.name.toLowerCase() === name.replace(writtenNames, '').toLowerCase(),
  );
