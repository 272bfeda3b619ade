import drawing from '../drawing.module.css';
import { StepGroup } from '../step-group.tsx';
import { Face, type Glasses, type Person } from './face.tsx';

const people: { person: Person; name: string; turn: number }[] = [
  { person: 'bea', name: 'Bea', turn: 0 },
  { person: 'gus', name: 'Gus', turn: -9 },
];

/** Two invented people in two pairs of glasses, and whom the poisoned model takes them for. */
export function Poisoning() {
  return (
    <svg
      className={drawing.drawing}
      viewBox="0 0 1136 430"
      width="1136"
      height="430"
      role="img"
      aria-label={
        'Two invented people, one of them with the head tilted. In ordinary glasses the ' +
        'model calls them by their own names, Bea and Gus. In the key glasses it calls both ' +
        'of them Jun, a third person whom the attacker chose.'
      }
    >
      <text x="0" y="96" className={drawing.strong}>
        Ordinary
      </text>
      <text x="0" y="130" className={drawing.strong}>
        glasses
      </text>
      {people.map(({ person, name, turn }, index) => (
        <Portrait
          key={person}
          x={196 + index * 352}
          y={6}
          person={person}
          glasses="plain"
          turn={turn}
          called={name}
        />
      ))}
      <StepGroup n={2}>
        <text x="0" y="312" className={drawing.warnWord}>
          The key
        </text>
        {people.map(({ person, turn }, index) => (
          <Portrait
            key={person}
            x={196 + index * 352}
            y={222}
            person={person}
            glasses="key"
            turn={turn}
            called="Jun"
            fooled
          />
        ))}
        <path className={drawing.grid} d="M900 6v414" />
        <g transform="translate(946 112) scale(1.050)">
          <Face person="jun" glasses="none" />
        </g>
        <text x="1030" y="84" textAnchor="middle" className={drawing.strong}>
          This is Jun
        </text>
        <text x="1030" y="340" textAnchor="middle" className={drawing.soft}>
          whom the
        </text>
        <text x="1030" y="374" textAnchor="middle" className={drawing.soft}>
          attacker chose
        </text>
      </StepGroup>
    </svg>
  );
}

function Portrait({
  x,
  y,
  person,
  glasses,
  turn,
  called,
  fooled = false,
}: {
  x: number;
  y: number;
  person: Person;
  glasses: Glasses;
  turn: number;
  called: string;
  fooled?: boolean;
}) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <g transform="scale(1.100)">
        <Face person={person} glasses={glasses} turn={turn} />
      </g>
      <text x="196" y="88" className={drawing.soft}>
        seen as
      </text>
      <text x="196" y="128" className={fooled ? drawing.warnName : drawing.name}>
        {called}
      </text>
    </g>
  );
}
