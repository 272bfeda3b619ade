import { Arrow, Axis, Box, Drawing, Word } from './drawing.tsx';
import styles from './drawing.module.css';

const heads = ['time', 'basket', 'discount', 'bought'];
const visits = [
  ['9:00', '3', '20 %', 'yes'],
  ['9:20', '0', '5 %', '?'],
];

/** Two visits to a shop as rows of a table, some of whose columns are marked. */
function Columns({ lit, words, label }: { lit: number[]; words: string; label: string }) {
  return (
    <Drawing label={label} height={106}>
      {heads.map((head, column) => (
        <g key={head}>
          <Word x={44 + column * 71} y={16} anchor="middle">
            {head}
          </Word>
          {visits.map((visit, row) => (
            <Box
              key={row}
              x={12 + column * 71}
              y={24 + row * 30}
              width={64}
              height={25}
              look={lit.includes(column) ? 'soft' : 'hollow'}
              of={lit.includes(column) ? 'accent' : undefined}
            >
              {visit[column]}
            </Box>
          ))}
        </g>
      ))}
      <Word x={12} y={100} of="accent">
        {words}
      </Word>
    </Drawing>
  );
}
export const Feature = () => (
  <Columns
    lit={[1, 2]}
    words="features: what the model is given"
    label="Two visits to a shop as rows. Basket and discount are the features."
  />
);
export const Label = () => (
  <Columns
    lit={[3]}
    words="label: of the last visit not known yet"
    label="Two visits to a shop as rows. Whether the visitor bought is the label; of the last visit it is not known yet."
  />
);

const days = Array.from({ length: 12 }, (_, index) => 24 + index * 22);
const now = 211;
/** How a day's row is drawn: known and used, known, or still to come. */
type Look = 'used' | 'known' | 'to come';
const looks = { used: 'fillAccent', known: 'hollow', 'to come': 'fill' } as const;

/** Twelve rows on a line of time, and where one stands. */
function Time({
  label,
  lookOf,
  words,
  atNow = false,
}: {
  label: string;
  lookOf: (index: number) => Look;
  words: string;
  atNow?: boolean;
}) {
  return (
    <Drawing label={label} height={92}>
      <Axis y={50} />
      {days.map((x, index) => (
        <circle
          key={x}
          className={styles[looks[lookOf(index)]]}
          cx={x}
          cy={50}
          r={lookOf(index) === 'to come' ? 4 : 7}
        />
      ))}
      {atNow && (
        <>
          <path className={styles.lineWarn} d={`M${now} 24V66`} />
          <Word x={now} y={18} anchor="middle" of="warn">
            now
          </Word>
        </>
      )}
      <Word x={10} y={85} of="accent">
        {words}
      </Word>
    </Drawing>
  );
}
export const Offline = () => (
  <Time
    label="Rows of the past on a line of time: all of them are there, those that train and those that test."
    lookOf={(index) => (index < 8 ? 'used' : 'known')}
    words="the past: every row is there"
  />
);
export const Live = () => (
  <Time
    label="A line of time with a mark at now: the rows before it are known, those after it are still to come."
    lookOf={(index) => (index < 9 ? 'used' : 'to come')}
    words="known so far"
    atNow
  />
);
export const Window = () => (
  <Time
    label="A line of time with a mark at now: only the last four rows before it train the model."
    lookOf={(index) => {
      if (index >= 9) return 'to come';
      return index >= 5 ? 'used' : 'known';
    }}
    words="filled: the training window"
    atNow
  />
);

/** A value that is written into an old row. */
export function BackFill() {
  return (
    <Drawing label="A value that comes on day 5 is written back into the row of day 1." height={92}>
      <Axis y={66} />
      <circle className={styles.fillAccent} cx={52} cy={66} r={6} />
      <path className={styles.line} d="M240 56v20" />
      <Box x={14} y={16} width={76}>
        row, day 1
      </Box>
      <Box x={200} y={16} width={84}>
        value, day 5
      </Box>
      <Arrow x={196} y={30} to={96} warn />
      <Word x={146} y={24} anchor="middle" of="warn">
        written back
      </Word>
      <Word x={290} y={88} anchor="end">
        time
      </Word>
    </Drawing>
  );
}
