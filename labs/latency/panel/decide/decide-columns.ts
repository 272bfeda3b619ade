/** Where the columns of the table of candidates begin and how wide they are, in pixels. */
export interface DecideColumns {
  /** Where the candidates' names begin, right of the round buttons. */
  names: number;
  /** Of each stakeholder's column. */
  column: number;
  /** Where the column of this number begins: 0 to 3 are the stakeholders, 4 is what they say together, 5 the Pareto set. */
  from: (i: number) => number;
  /** Whether there is no room for the long words. */
  narrow: boolean;
}

const radio = 24;
const wideFrom = 640;

/** The columns for a figure of this width. Where it is narrow, heads are smaller, so that none runs into the next. */
export function decideColumns(width: number): DecideColumns {
  const narrow = width < wideFrom;
  const names = narrow ? 92 : 106;
  const together = narrow ? 58 : 66;
  const last = narrow ? 98 : 160;
  const column = Math.max(40, (width - radio - names - together - last) / 4);
  const votes = radio + names;
  return {
    names: radio,
    column,
    from: (i) => votes + Math.min(i, 4) * column + (i > 4 ? together : 0),
    narrow,
  };
}
