import { Box, Drawing, Word } from './drawing.tsx';
import styles from './drawing.module.css';

/** Made-up shares of two groups that are selected. */
const rates = { majority: 0.6, minority: 0.42 };
const wide = (share: number) => 190 * share;

interface BarsProps {
  label: string;
  /** Said beside the bars. */
  words: string;
  /** A line at four fifths of the higher rate. */
  limit?: boolean;
  /** What divides or parts them is marked. */
  gap?: boolean;
}

/** Two bars, one for each group. */
function Bars({ label, words, limit = false, gap = false }: BarsProps) {
  const [high, low] = [84 + wide(rates.majority), 84 + wide(rates.minority)];
  return (
    <Drawing label={label} height={96}>
      <Word x={78} y={33} anchor="end">
        majority
      </Word>
      <Word x={78} y={61} anchor="end">
        minority
      </Word>
      <rect className={styles.fill} x={84} y={20} width={wide(rates.majority)} height={18} />
      <rect className={styles.fillAccent} x={84} y={48} width={wide(rates.minority)} height={18} />
      <Word x={high + 6} y={34}>
        0.60
      </Word>
      {!gap && (
        <Word x={(limit ? high : low) + 6} y={62} of="accent">
          0.42
        </Word>
      )}
      {gap && <path className={styles.lineWarn} d={`M${low} 57H${high}m-5 -4l5 4l-5 4`} />}
      {limit && (
        <path className={styles.lineWarn} d={`M${84 + wide(rates.majority) * 0.8} 42V72`} />
      )}
      <Word x={84} y={88} of={limit || gap ? 'warn' : 'ink'}>
        {words}
      </Word>
    </Drawing>
  );
}

export const SelectionRate = () => (
  <Bars label="Of the majority 0.60 are selected, of the minority 0.42." words="share selected" />
);
export const ParityRatio = () => (
  <Bars
    label="0.42 of the minority and 0.60 of the majority are selected: a ratio of 0.70."
    words="0.42 / 0.60 = 0.70"
  />
);
export const ParityDifference = () => (
  <Bars
    label="0.60 of the majority and 0.42 of the minority are selected: a difference of 0.18."
    words="0.60 − 0.42 = 0.18"
    gap
  />
);
export const FourFifths = () => (
  <Bars
    label="The minority’s rate of 0.42 is below a line at four fifths of the majority’s 0.60."
    words="line: 0.8 × 0.60 = 0.48"
    limit
  />
);

/** A column that tells another one. */
export function Proxy() {
  return (
    <Drawing
      label="The group column is crossed out, but the zone still leads from the group to the decision."
      height={104}
    >
      <rect className={styles.hollow} x={14} y={12} width={76} height={28} rx={4} />
      <Word x={52} y={31} anchor="middle">
        group
      </Word>
      <path className={styles.lineWarn} d="M18 16L86 36M86 16L18 36" />
      <rect className={styles.fill} x={14} y={66} width={76} height={28} rx={4} />
      <Word x={52} y={85} anchor="middle" of="ink">
        zone
      </Word>
      <path className={styles.dashed} d="M52 42V62" />
      <path className={styles.lineAccent} d="M94 80H190m-6 -4l6 4l-6 4" />
      <rect className={styles.hollow} x={196} y={66} width={90} height={28} rx={4} />
      <Word x={241} y={85} anchor="middle">
        decision
      </Word>
      <Word x={142} y={72} anchor="middle" of="accent">
        a proxy
      </Word>
    </Drawing>
  );
}

/** One person twice, with only the group changed. */
export function FlipTest() {
  const columns = ['income', 'debt', 'zone'];
  return (
    <Drawing
      label="Two rows that differ in nothing but the group; the decision is compared."
      height={92}
    >
      {[18, 56].map((y, row) => (
        <g key={y}>
          {columns.map((name, index) => (
            <g key={name}>
              <rect
                className={styles.hollow}
                x={10 + index * 62}
                y={y}
                width={58}
                height={24}
                rx={3}
              />
              <Word x={39 + index * 62} y={y + 17} anchor="middle">
                {name}
              </Word>
            </g>
          ))}
          <rect
            className={row === 0 ? styles.fill : styles.fillWarn}
            x={196}
            y={y}
            width={34}
            height={24}
            rx={3}
          />
          <Word x={240} y={y + 17} of={row === 0 ? undefined : 'warn'}>
            {row === 0 ? 'group A' : 'group B'}
          </Word>
        </g>
      ))}
    </Drawing>
  );
}

/** A table without the group's column. */
export function Unawareness() {
  const columns = ['income', 'debt', 'zone', 'group'];
  return (
    <Drawing
      label="Columns of a table: income, debt, zone and group. The group’s is crossed out."
      height={76}
    >
      {columns.map((name, place) => (
        <Box key={name} x={10 + place * 72} y={14} width={64}>
          {name}
        </Box>
      ))}
      <path className={styles.lineWarn} d="M230 18L286 38M286 18L230 38" />
      <Word x={10} y={66}>
        what the model sees
      </Word>
      <Word x={258} y={66} anchor="middle" of="warn">
        deleted
      </Word>
    </Drawing>
  );
}

/** Districts, some of which are refused. */
export function Redlining() {
  const refused = [2, 3, 8, 9];
  return (
    <Drawing
      label="Twelve districts; loans are refused in the four where most of a minority lives."
      height={100}
    >
      {Array.from({ length: 12 }, (_, zone) => (
        <rect
          key={zone}
          className={refused.includes(zone) ? styles.fillWarn : styles.fill}
          x={18 + (zone % 6) * 45}
          y={10 + Math.floor(zone / 6) * 34}
          width={40}
          height={29}
          rx={3}
        />
      ))}
      <Word x={18} y={94} of="warn">
        refused, for who lives there
      </Word>
    </Drawing>
  );
}
