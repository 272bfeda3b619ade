import type { Ask, Column } from '../../data/column.ts';
import type { DateOrder, TimeFormat } from '../../data/times/formats.ts';
import type { Zone } from '../../data/times/zones.ts';

/** What somebody has said of the columns, by their names. */
export interface TableAnswers {
  time?: string;
  /** A column with the time of day, where `time` holds days; null for none. */
  clock?: string | null;
  label?: string;
  /** Null for nobody. */
  owner?: string | null;
  /** For a feature the column that says when its values were written; null for none. */
  written?: Readonly<Record<string, string | null>>;
  /** What comes first where the cells do not tell. */
  dates?: DateOrder;
  /** The same of one column, by its name. */
  orders?: Readonly<Record<string, DateOrder>>;
  /** Where the clock stood that a column without zones shows, by the column's name. */
  zones?: Readonly<Record<string, string>>;
  /** Columns that are features; all that can be, where not said. */
  features?: readonly string[];
}

/** How a column's times are read. */
export interface TimeUse {
  column: Column;
  format: TimeFormat;
  zone: Zone | null;
  clock: Column | null;
}

/** How the times of a column without a role are set against the rows'. */
export interface LeftTimes {
  /** How they may be read: in more than one way where the cells do not tell; in none where they can't be compared. */
  uses: TimeUse[];
  /** By how many milliseconds they may be earlier and later than they are read, as a zone is missing. */
  early: number;
  late: number;
  /** Why they can't be compared, or not surely, and what would settle it; null where they can. */
  open: string | null;
}

/** What each column of a table is. */
export interface TableMapping {
  time: TimeUse;
  label: Column;
  owner: Column | null;
  /** A column that could be the owner and occurs once in each row: it names rows. Null where there is none. */
  once: string | null;
  features: {
    column: Column;
    written: TimeUse | null;
    refused: string | null;
    writtenName: string | null;
  }[];
  /** Columns without a role that are blank in some rows, or hold times; the latter with how those are set against the rows'. */
  left: { column: Column; times: LeftTimes | null }[];
}

export interface TableRoles {
  roles: {
    time?: string;
    timeOfDay?: string;
    label?: string;
    owner?: string;
    written?: Record<string, string>;
  };
  asks: Ask[];
  /** Names that were given and are no column's. */
  unknown: string[];
  mapping: TableMapping | null;
  /** Columns that are features, by name. */
  used: string[];
  /** What was decided about columns that got no role. */
  notes: string[];
}
