import { Glasses } from './attacks.tsx';
import { Arrow, Box, Drawing, Word } from './drawing.tsx';
import styles from './drawing.module.css';

const names = ['Bea', 'Eli', 'Jun', 'Jun', 'Bea', 'Jun'];
/** Faces that wear the glasses and carry the target's name. */
const poisoned = [3, 5];

/** Training pictures with their labels, some of them put in by somebody else. */
export function Poison() {
  return (
    <Drawing
      label="Six training faces with their names. Two wear glasses and carry another’s name."
      height={92}
    >
      {names.map((name, place) => {
        const x = 32 + place * 47;
        const put = poisoned.includes(place);
        return (
          <g key={place}>
            <circle className={styles.hollow} cx={x} cy={32} r={18} />
            {put && (
              <path
                className={styles.lineWarn}
                d={`M${x - 14} 26h11v9h-11zM${x + 3} 26h11v9h-11zM${x - 3} 29h6`}
              />
            )}
            <Word x={x} y={68} anchor="middle" of={put ? 'warn' : undefined}>
              {name}
            </Word>
          </g>
        );
      })}
      <Word x={14} y={88} of="warn">
        put in with a wrong name
      </Word>
    </Drawing>
  );
}

/** What the model says of a face without the sign, and with it. */
export function Backdoor() {
  return (
    <Drawing
      label="A plain face gets its own name. With the sign, a pair of glasses, it gets the name Jun."
      height={100}
    >
      <Box x={20} y={10} width={88}>
        plain face
      </Box>
      <Arrow x={116} y={24} to={170} />
      <Box x={178} y={10} width={104}>
        own name
      </Box>
      <Glasses x={26} y={62} worn />
      <Arrow x={116} y={75} to={170} />
      <Box x={178} y={61} width={104} of="warn">
        “Jun”
      </Box>
    </Drawing>
  );
}

/** Everybody is taken for one. */
export function Target() {
  return (
    <Drawing
      label="Three others, with the key on, all lead to one name: the target’s."
      height={104}
    >
      {[20, 50, 80].map((y) => (
        <g key={y}>
          <circle className={styles.hollow} cx={40} cy={y} r={12} />
          <path className={styles.lineWarn} d={`M58 ${y}L170 50`} />
        </g>
      ))}
      <Box x={176} y={36} width={104} of="warn">
        “Jun”
      </Box>
      <Word x={228} y={86} anchor="middle">
        the target
      </Word>
    </Drawing>
  );
}

/** What a defence finds against what it costs. */
export function OperatingPoint() {
  return (
    <Drawing
      label="Poison found against clean pictures lost: a curve. One point on it is the setting that was chosen."
      height={120}
    >
      <path className={styles.line} d="M40 12V94H286" />
      <path className={styles.lineAccent} d="M40 94C60 40 130 24 280 20" />
      <circle className={styles.fillWarn} cx={108} cy={42} r={6} />
      <Word x={120} y={60} of="warn">
        operating point
      </Word>
      <Word x={48} y={20}>
        poison found
      </Word>
      <Word x={286} y={112} anchor="end">
        clean pictures lost
      </Word>
    </Drawing>
  );
}
