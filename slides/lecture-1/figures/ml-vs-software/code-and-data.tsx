import drawing from '../drawing.module.css';
import { StepGroup } from '../step-group.tsx';

/** Lines of a program: each `[indent, length]` in px. */
const program = [
  [0, 150],
  [28, 190],
  [28, 120],
  [56, 150],
  [28, 96],
  [0, 64],
] as const;

export function CodeLines({
  x,
  y,
  className = drawing.stroke,
}: {
  x: number;
  y: number;
  className?: string | undefined;
}) {
  return (
    <path
      className={`${className} ${drawing.thick}`}
      d={program
        .map(([indent, length], row) => `M${x + indent} ${y + row * 27}h${length}`)
        .join('')}
    />
  );
}

/** Rows of a data set as cells; `filled` says which of them are dark. */
export function DataCells({
  x,
  y,
  rows,
  columns,
  size = 26,
  filled,
  className = drawing.fillContext,
}: {
  x: number;
  y: number;
  rows: number;
  columns: number;
  size?: number;
  filled: (row: number, column: number) => boolean;
  className?: string | undefined;
}) {
  return (
    <>
      {Array.from({ length: rows * columns }, (_, index) => {
        const [row, column] = [Math.floor(index / columns), index % columns];
        return (
          <rect
            key={index}
            x={x + column * (size + 4)}
            y={y + row * (size + 4)}
            width={size}
            height={size}
            rx="3"
            className={filled(row, column) ? className : drawing.fillTrack}
          />
        );
      })}
    </>
  );
}

const arrow = (x: number, y: number, length: number) => `M${x} ${y}h${length}m-11-8 11 8-11 8`;

/** Several inputs go through one program, one after the other; the program stays as it is. */
export function Apart() {
  const lanes = [
    { y: 66, filled: (row: number, column: number) => (row + column) % 2 === 0 },
    { y: 186, filled: (row: number, column: number) => (row * 2 + column) % 3 === 0 },
    { y: 306, filled: (row: number, column: number) => row === 1 || column === 3 },
  ];
  const lane = ({ y, filled }: (typeof lanes)[number], fresh: boolean) => (
    <g key={y}>
      <DataCells
        x={24}
        y={y}
        rows={3}
        columns={5}
        filled={filled}
        className={fresh ? drawing.fillAccent : drawing.fillContext}
      />
      <path className={fresh ? drawing.strokeAccent : drawing.stroke} d={arrow(200, y + 43, 170)} />
      <path className={fresh ? drawing.strokeAccent : drawing.stroke} d={arrow(768, y + 43, 170)} />
      <rect
        x="972"
        y={y + 13}
        width="140"
        height="60"
        rx="6"
        className={fresh ? drawing.strokeAccent : drawing.stroke}
      />
      <path
        className={`${fresh ? drawing.strokeAccent : drawing.stroke} ${drawing.medium}`}
        d={`M994 ${y + 34}h${fresh ? 60 : 96}M994 ${y + 52}h${fresh ? 92 : 54}`}
      />
    </g>
  );
  return (
    <svg
      className={drawing.drawing}
      viewBox="0 0 1136 420"
      width="1136"
      height="420"
      role="img"
      aria-label={
        'Three different inputs pass one after the other through the same program. Each ' +
        'gives its own output; the program is the same each time.'
      }
    >
      <text x="24" y="34" className={drawing.strong}>
        Data
      </text>
      <text x="400" y="34" className={drawing.strong}>
        Code
      </text>
      <text x="972" y="34" className={drawing.strong}>
        Output
      </text>
      <rect x="400" y="66" width="338" height="326" rx="10" className={drawing.strokeInk} />
      <CodeLines x={446} y={162} className={drawing.strokeInk} />
      {lanes.slice(0, 2).map((one) => lane(one, false))}
      <StepGroup n={2}>{lane(lanes[2]!, true)}</StepGroup>
    </svg>
  );
}

/** A jigsaw's seam from the top of the block to its foot, at x = 568. */
const seam = 'v86c-34-18-62 2-62 26s28 44 62 26v24c34-18 62 2 62 26s-28 44-62 26v86';

/** Code and data as two halves of one block that hold each other. */
export function GrownTogether() {
  return (
    <svg
      className={drawing.drawing}
      viewBox="0 0 1136 440"
      width="1136"
      height="440"
      role="img"
      aria-label={
        'One block whose left half is lines of code and whose right half is cells of data, ' +
        'joined like two pieces of a jigsaw. Code can be tested and versioned. For data both ' +
        'are open questions: that is the hard part.'
      }
    >
      <text x="180" y="30" className={drawing.strong}>
        Code
      </text>
      <text x="956" y="30" textAnchor="end" className={drawing.strong}>
        Data
      </text>
      <path
        className={drawing.softAccent}
        d={`M568 54${seam}H946a10 10 0 0 0 10-10V64a10 10 0 0 0-10-10Z`}
      />
      <rect x="180" y="54" width="776" height="300" rx="10" className={drawing.strokeInk} />
      <path className={drawing.strokeInk} d={`M568 54${seam}`} />
      <CodeLines x={226} y={140} className={drawing.strokeInk} />
      <DataCells
        x={682}
        y={114}
        rows={6}
        columns={8}
        filled={(row, column) => (row * 5 + column * 3) % 7 < 3}
        className={drawing.fillAccent}
      />
      <StepGroup n={2}>
        <path className={drawing.strokeGood} d="m182 396 9 10 17-21" />
        <text x="226" y="406" className={drawing.soft}>
          tested, versioned
        </text>
        <circle cx="580" cy="397" r="11" className={`${drawing.strokeWarn} ${drawing.loose}`} />
        <text x="608" y="406" className={drawing.warnWord}>
          the same for data: the hard part
        </text>
      </StepGroup>
    </svg>
  );
}
