import { Pictogram } from '../shared/pictogram.tsx';

/** Sand that has hardly begun to run. */
export function Hourglass() {
  return (
    <Pictogram>
      <path d="M9 5h34M9 55h34M13 5v8c0 8 10 11 10 17s-10 9-10 17v8M39 5v8c0 8-10 11-10 17s10 9 10 17v8" />
      <path d="M17 15h18c-1 5-6 7-9 11-3-4-8-6-9-11z" fill="currentColor" stroke="none" />
      <path d="M26 32v3M26 40v3" />
    </Pictogram>
  );
}

/** A long shelf of papers and one coin. */
export function PapersAndCoin() {
  return (
    <Pictogram>
      <path d="M8 52h54M12 52V14h9v38M21 20h8v32M29 10h9v42M38 24l9-2 6 30" />
      <circle cx="75" cy="44" r="8" />
      <path d="M75 40v8" />
    </Pictogram>
  );
}

/** Four in line for one chair. */
export function OneChair() {
  return (
    <Pictogram>
      {[14, 27, 40, 53].map((x) => (
        <g key={x}>
          <circle cx={x} cy="26" r="4" />
          <path d={`M${x - 5} 52V40a5 5 0 0 1 10 0v12`} />
        </g>
      ))}
      <path d="M68 20v32M68 38h14v14" />
    </Pictogram>
  );
}

/** A board that throws someone up. */
export function Springboard() {
  return (
    <Pictogram>
      <path d="M8 52h74M14 52V42M14 42c18 0 30-1 42-8M30 52l5-11" />
      <circle cx="68" cy="10" r="5" />
      <path d="M66 17l-6 10 7 3M66 17l10 3M60 27l-5 4" />
    </Pictogram>
  );
}

/** A face in the corners of a finder. */
export function FaceUnlock() {
  return (
    <Pictogram>
      <path d="M9 16V9h8M41 9h8v7M49 44v7h-8M17 51H9v-7" />
      <circle cx="29" cy="30" r="13" />
      <path d="M24 27v2M34 27v2M24 35c3 2.500 7 2.500 10 0" />
    </Pictogram>
  );
}

/** A road with a place at its end. */
export function RouteAhead() {
  return (
    <Pictogram>
      <path d="M12 50c14 0 8-18 22-18s8 14 20 10c6-2 10-6 12-12" strokeDasharray="5 5" />
      <path d="M66 27c-7-8-9-11-9-15a9 9 0 0 1 18 0c0 4-2 7-9 15z" />
      <circle cx="66" cy="12" r="2.500" fill="currentColor" />
    </Pictogram>
  );
}

/** Two letters in, one of them falls out. */
export function MailSorted() {
  return (
    <Pictogram>
      <path d="M9 12h34v24H9zM9 13l17 13 17-13" />
      <path d="M52 24h10m-4-4 4 4-4 4" />
      <path d="M66 40h16l-2 14H68zM63 36h22" />
      <path d="M68 18h13v12H68z" strokeDasharray="2.500 3.500" />
    </Pictogram>
  );
}

/** A card, let through. */
export function CardChecked() {
  return (
    <Pictogram>
      <rect x="12" y="10" width="50" height="34" rx="4" />
      <path d="M12 20h50M19 34h12" />
      <circle cx="68" cy="42" r="12" fill="var(--page)" />
      <path d="m62.500 42 4 4 7-8" />
    </Pictogram>
  );
}

/** Words on one side, other words on the other. */
export function TwoLanguages() {
  return (
    <Pictogram>
      <path d="M8 8h34v24H24l-8 8v-8H8zM82 22H50v24h18l7 8v-8h7z" />
      <path d="M18 26l7-13 7 13M20.500 22h9M58 30h16M66 27v3c0 5-4 8-8 10M61 34c2 4 7 6 11 6" />
    </Pictogram>
  );
}

/** A screen with one tile brought forward. */
export function NextFilm() {
  return (
    <Pictogram>
      <rect x="8" y="8" width="74" height="44" rx="4" />
      <path d="M15 21h13v18H15zM62 21h13v18H62z" />
      <rect x="34" y="16" width="22" height="28" rx="2" fill="currentColor" fillOpacity="0.15" />
      <path d="M42 25v10l8-5z" fill="currentColor" />
    </Pictogram>
  );
}

/** A curve fitted through points. */
export function FittedCurve() {
  return (
    <Pictogram>
      <path d="M12 8v44h68M18 46c14-1 18-8 26-18s16-15 30-16" />
      <g fill="currentColor" stroke="none">
        <circle cx="25" cy="40" r="2.500" />
        <circle cx="36" cy="42" r="2.500" />
        <circle cx="42" cy="26" r="2.500" />
        <circle cx="56" cy="22" r="2.500" />
        <circle cx="68" cy="9" r="2.500" />
      </g>
    </Pictogram>
  );
}

/** A processor and its pins. */
export function Processor() {
  return (
    <Pictogram>
      <rect x="20" y="14" width="32" height="32" rx="3" />
      <path d="M29 23h14v14H29zM27 14V7M36 14V7M45 14V7M27 53v-7M36 53v-7M45 53v-7M20 21h-8M20 30h-8M20 39h-8M60 21h-8M60 30h-8M60 39h-8" />
    </Pictogram>
  );
}

/** A window, and the hand that uses it. */
export function HandOnWindow() {
  return (
    <Pictogram>
      <path d="M44 46H16a4 4 0 0 1-4-4V12a4 4 0 0 1 4-4h52a4 4 0 0 1 4 4v12M12 18h60" />
      <path d="m54 30 20 9-9 3-4 9z" fill="currentColor" fillOpacity="0.15" />
    </Pictogram>
  );
}

/** Works, with a shield before it. */
export function Shield() {
  return (
    <Pictogram>
      <path d="M45 6c7 5 13 6 19 6 0 20-5 34-19 42-14-8-19-22-19-42 6 0 12-1 19-6zM37 30l6 6 11-12" />
    </Pictogram>
  );
}

/** One, two, four: the same thing more often. */
export function Growing() {
  return (
    <Pictogram>
      <rect x="10" y="38" width="12" height="14" />
      <rect x="32" y="24" width="12" height="12" />
      <rect x="32" y="40" width="12" height="12" />
      {[8, 24, 40].map((y) => (
        <path key={y} d={`M54 ${y}h12v12H54zM70 ${y}h12v12H70z`} />
      ))}
    </Pictogram>
  );
}

/** A wrench across a part. */
export function Wrench() {
  return (
    <Pictogram>
      <path d="M62 9a13 13 0 0 0-16 16L26 45a5 5 0 0 0 7 7l20-20a13 13 0 0 0 16-16l-8 8-7-1-1-7z" />
    </Pictogram>
  );
}

/** A curve that has moved, and the one that follows it. */
export function Following() {
  return (
    <Pictogram>
      <path d="M8 50h74" />
      <path d="M12 49c12 0 12-34 22-34s10 34 22 34" strokeDasharray="4 4" />
      <path d="M34 49c12 0 12-34 22-34s10 34 22 34" />
      <path d="M38 7h16m-5-4 5 4-5 4" />
    </Pictogram>
  );
}

/** A roof like a saw, and a chimney. */
export function Factory() {
  return (
    <Pictogram>
      <path d="M9 53V28l16 10V28l16 10V28l16 10h4l3-31h10l4 31v15zM20 53v-7h8v7M40 46h10" />
    </Pictogram>
  );
}

/** A seedling over its furrows. */
export function Seedling() {
  return (
    <Pictogram>
      <path
        d={
          'M9 44c12-5 48-5 72 0M9 53c12-5 48-5 72 0M40 40V22M40 24c0-10-8-15-20-15 0 11 8 16 ' +
          '20 15zM40 18c1-9 9-13 20-12 0 10-8 15-20 15'
        }
      />
    </Pictogram>
  );
}

/** A house with a cross and two beds' windows. */
export function Hospital() {
  return (
    <Pictogram>
      <path d="M9 53h66M15 53V8h54v45M37 53V42h10v11M42 14v14M35 21h14M22 36h6M56 36h6" />
    </Pictogram>
  );
}

/** A loaded lorry. */
export function Lorry() {
  return (
    <Pictogram>
      <path d="M9 12h42v32H32M16 44H9V12M51 22h15l14 13v9h-6M58 44h-7" />
      <circle cx="24" cy="46" r="7" />
      <circle cx="66" cy="46" r="7" />
    </Pictogram>
  );
}

/** A drum of records. */
export function Drum() {
  return (
    <Pictogram>
      <ellipse cx="45" cy="14" rx="24" ry="8" />
      <path
        d={
          'M21 14v32c0 4.500 10.700 8 24 8s24-3.500 24-8V14M21 25c0 4.500 10.700 8 24 ' +
          '8s24-3.500 24-8M21 36c0 4.500 10.700 8 24 8s24-3.500 24-8'
        }
      />
    </Pictogram>
  );
}

/** One thing after another, and a way back. */
export function Pipes() {
  return (
    <Pictogram>
      <path d="M9 12h18v16H9zM36 12h18v16H36zM63 12h18v16H63zM27 20h9M54 20h9M72 28v20H18V34m-6 6 6-6 6 6" />
    </Pictogram>
  );
}
