import { Arrow, Box, Drawing, Word } from './drawing.tsx';
import styles from './drawing.module.css';

/** A rule that somebody writes, and one that is learned. */
export function MachineLearning() {
  return (
    <Drawing
      label="Above, a person writes a program’s rule. Below, the rule is learned from examples."
      height={96}
    >
      <Box x={10} y={10} width={104}>
        a person
      </Box>
      <Arrow x={120} y={24} to={178} />
      <Word x={146} y={18} anchor="middle">
        writes
      </Word>
      <Box x={184} y={10} width={104} look="fill">
        the rule
      </Box>
      <Box x={10} y={58} width={104} look="soft">
        examples
      </Box>
      <Arrow x={120} y={72} to={178} />
      <Word x={146} y={66} anchor="middle" of="accent">
        teach
      </Word>
      <Box x={184} y={58} width={104} look="fillAccent">
        the rule
      </Box>
    </Drawing>
  );
}

/** Draws of two seeds, made up. */
const draws = { 7: [12, 20, 6, 16, 9, 22, 14, 5, 18], 8: [7, 15, 21, 8, 19, 5, 11, 22, 10] };

/** The same seed twice, and another one. */
export function Seed() {
  const rows = [7, 7, 8] as const;
  return (
    <Drawing label="Seed 7 draws the same numbers twice; seed 8 draws other numbers." height={104}>
      {rows.map((seed, row) => (
        <g key={row}>
          <Word x={10} y={28 + row * 32} of={seed === 7 ? 'accent' : 'warn'}>
            {`seed ${seed}`}
          </Word>
          {draws[seed].map((height, place) => (
            <rect
              key={place}
              className={seed === 7 ? styles.fillAccent : styles.fillWarn}
              x={72 + place * 15}
              y={32 + row * 32 - height}
              width={11}
              height={height}
            />
          ))}
          {row > 0 && (
            <Word x={216} y={28 + row * 32}>
              {seed === 7 ? 'the same' : 'others'}
            </Word>
          )}
        </g>
      ))}
    </Drawing>
  );
}

/** Rows that train, and rows that are kept apart. */
export function TestSet() {
  return (
    <Drawing
      label="Of all rows most train the model; some are kept apart and only test it."
      height={80}
    >
      <Box x={10} y={16} width={196} look="fillAccent">
        train the model
      </Box>
      <Box x={212} y={16} width={78}>
        test it
      </Box>
      <path className={styles.line} d="M10 50v6H290v-6" />
      <Word x={150} y={73} anchor="middle">
        all rows
      </Word>
    </Drawing>
  );
}

/** What is seen with the effect, and without it. */
export function Control() {
  return (
    <Drawing
      label="A long bar with the effect on; a short one in the control, where it is off: chance."
      height={92}
    >
      <Word x={104} y={30} anchor="end">
        effect on
      </Word>
      <rect className={styles.fillAccent} x={112} y={16} width={168} height={20} />
      <Word x={104} y={66} anchor="end">
        off: control
      </Word>
      <rect className={styles.fill} x={112} y={52} width={18} height={20} />
      <Word x={138} y={66}>
        chance, or a fault
      </Word>
    </Drawing>
  );
}

/** Models in order of one measure. */
export function Benchmark() {
  const models = [
    ['model C', 168],
    ['model A', 156],
    ['model B', 120],
  ] as const;
  return (
    <Drawing label="Three models in order of one measure on one frozen data set." height={100}>
      {models.map(([name, width], place) => (
        <g key={name}>
          <Word x={74} y={22 + place * 24} anchor="end">
            {name}
          </Word>
          <rect
            className={place === 0 ? styles.fillAccent : styles.fill}
            x={82}
            y={10 + place * 24}
            width={width}
            height={16}
          />
        </g>
      ))}
      <Word x={82} y={94}>
        one measure, frozen data
      </Word>
    </Drawing>
  );
}

/** An answer without reasons, and one with them. */
export function Interpretability() {
  return (
    <Drawing
      label="One model says no and nothing else. Another says no, because the debt takes 3 points away."
      height={92}
    >
      {[10, 54].map((y) => (
        <g key={y}>
          <Box x={10} y={y} width={64}>
            a case
          </Box>
          <Arrow x={78} y={y + 14} to={98} />
          <Arrow x={206} y={y + 14} to={226} />
          <Box x={232} y={y} width={56}>
            no
          </Box>
        </g>
      ))}
      <Box x={104} y={10} width={98} look="fill">
        ?
      </Box>
      <Box x={104} y={54} width={98} look="fillAccent">
        debt: −3
      </Box>
    </Drawing>
  );
}

const stations = ['write', 'test', 'release', 'watch'];

/** The way round of a change, and what goes round. */
function Loop({ things, label }: { things: string[]; label: string }) {
  const left = 150 - things.length * 36;
  return (
    <Drawing label={label} height={108}>
      {stations.map((name, place) => (
        <g key={name}>
          <Box x={8 + place * 76} y={12} width={56}>
            {name}
          </Box>
          {place < 3 && <Arrow x={67 + place * 76} y={26} to={82 + place * 76} />}
        </g>
      ))}
      <path className={styles.lineAccent} d="M264 44V98H36V46m-4 7l4 -7l4 7" />
      {things.map((name, place) => (
        <Box key={name} x={left + place * 72 + 4} y={56} width={64} look="soft">
          {name}
        </Box>
      ))}
    </Drawing>
  );
}
export const DevOps = () => (
  <Loop
    things={['code']}
    label="A loop of write, test, release and watch, and back to write: code goes round in it."
  />
);
export const MlOps = () => (
  <Loop
    things={['data', 'code', 'model']}
    label="The same loop of write, test, release and watch: data, code and model go round in it."
  />
);

/** A trained model is asked. */
export function Inference() {
  return (
    <Drawing label="A row goes into the trained model, and a prediction comes out." height={76}>
      <Box x={10} y={18} width={80}>
        a row
      </Box>
      <Arrow x={94} y={32} to={112} />
      <Box x={118} y={12} width={76} height={40} look="fill">
        model
      </Box>
      <Arrow x={198} y={32} to={216} />
      <Box x={222} y={18} width={66} look="fillAccent">
        0.83
      </Box>
      <Word x={156} y={69} anchor="middle">
        trained before
      </Word>
    </Drawing>
  );
}
