import { Pictogram } from '../shared/pictogram.tsx';

/** One measure, higher is better. */
export function BarsRising() {
  return (
    <Pictogram>
      <path d="M9 50h72M20 50V36h13v14M39 50V25h13v25M58 50V12h13v38" />
    </Pictogram>
  );
}

/** One thing, pulled four ways. */
export function ManyAims() {
  return (
    <Pictogram>
      <circle cx="45" cy="30" r="3.500" fill="currentColor" />
      <path d="m38 26-27-15m-.500 8.500V10.500h9M52 26l27-15m.5 8.500V10.500h-9M38 34 11 49m-.500-8.500v9h9M52 34l27 15m.5-8.500v9h-9" />
    </Pictogram>
  );
}

/** Everything moves at once to the finish. */
export function TrainingLanes() {
  return (
    <Pictogram>
      <path d="M12 13h48m-6-6 6 6-6 6M12 30h48m-6-6 6 6-6 6M12 47h48m-6-6 6 6-6 6M76 6v48" />
    </Pictogram>
  );
}

/** One request, and someone who looks at the clock. */
export function ClockWaiting() {
  return (
    <Pictogram>
      <path d="M8 30h28m-6-6 6 6-6 6" />
      <circle cx="63" cy="30" r="19" />
      <path d="M63 18v12l8 5" />
    </Pictogram>
  );
}

/** Every shot in the middle. */
export function Bullseye() {
  return (
    <Pictogram>
      <circle cx="34" cy="30" r="25" />
      <circle cx="34" cy="30" r="14" />
      <g fill="currentColor" stroke="none">
        <circle cx="31" cy="27" r="2.500" />
        <circle cx="37.500" cy="28.500" r="2.500" />
        <circle cx="33" cy="33.500" r="2.500" />
      </g>
    </Pictogram>
  );
}

/** A page with one tile more than the reader came for, and a click on it. */
export function AdClick() {
  return (
    <Pictogram>
      <rect x="9" y="7" width="70" height="46" rx="4" />
      <path d="M18 18h26M18 27h26M18 36h17" />
      <rect x="53" y="16" width="18" height="18" rx="2" fill="currentColor" fillOpacity="0.15" />
      <path d="m61 27 13 6-5.500 2-2 5.500z" fill="var(--page)" />
    </Pictogram>
  );
}

/** A short slice of a dial. */
export function ShortWait() {
  return (
    <Pictogram>
      <circle cx="31" cy="33" r="22" />
      <path d="M31 11V5m-6 0h12M48 16l3-3" />
      <path d="M31 33V17a16 16 0 0 1 8.200 2.300z" fill="currentColor" />
    </Pictogram>
  );
}

/** A pile that grows while a desk stands empty. */
export function PileAndEmptyDesk() {
  return (
    <Pictogram>
      <path d="M9 52h26M9 45h26M9 38h26M9 31h26M9 24h26M9 17h26M9 10h26M9 10v42M35 10v42" />
      <path d="M47 36h36M51 36v16M79 36v16" />
      <circle cx="65" cy="17" r="6" strokeDasharray="2.500 3.500" />
      <path d="M55 31c1-4 4.500-6.500 10-6.500s9 2.500 10 6.500" strokeDasharray="2.500 3.500" />
    </Pictogram>
  );
}

/** One bell, and it stays where it is. */
export function StillBell() {
  return (
    <Pictogram>
      <path d="M5 52h80M6 51c18-1 20-42 39-42s21 41 39 42" />
    </Pictogram>
  );
}

/** A bell that has wandered: where it was, dashed. */
export function WanderingBell() {
  return (
    <Pictogram>
      <path d="M4 52h82" />
      <path d="M6 51c9-1 10-42 19-42s10 41 19 42" strokeDasharray="2.500 4" opacity="0.65" />
      <path d="M23 51c9-1 10-37 19-37s10 36 19 37" strokeDasharray="6 4" opacity="0.85" />
      <path d="M43 51c10-1 11-31 20-31s11 30 20 31" />
    </Pictogram>
  );
}

/** Scales that are only thought of. */
export function ScalesDotted() {
  return (
    <Pictogram>
      <g strokeDasharray="2.500 4">
        <Scales />
      </g>
    </Pictogram>
  );
}

/** The same scales, there and level. */
export function ScalesLevel() {
  return (
    <Pictogram>
      <Scales />
    </Pictogram>
  );
}

function Scales() {
  return (
    <path d="M45 7v45M31 53h28M16 14h58M16 14 6 36M16 14l10 22M74 14 64 36M74 14l10 22M5 36c2 8 20 8 22 0zM63 36c2 8 20 8 22 0z" />
  );
}

/** In, out, and nothing to be seen between. */
export function ClosedBox() {
  return (
    <Pictogram>
      <rect x="26" y="11" width="38" height="38" rx="3" fill="currentColor" />
      <path d="M4 30h15m-5-5 5 5-5 5M69 30h15m-5-5 5 5-5 5" />
    </Pictogram>
  );
}

/** The same box with its reasons in view. */
export function GlassBox() {
  return (
    <Pictogram>
      <rect x="26" y="11" width="38" height="38" rx="3" />
      <path d="M4 30h15m-5-5 5 5-5 5M69 30h15m-5-5 5 5-5 5M45 19v6M45 25l-9 8M45 25l9 8" />
      <g fill="currentColor" stroke="none">
        <circle cx="45" cy="19" r="3.500" />
        <circle cx="36" cy="37" r="3.500" />
        <circle cx="54" cy="37" r="3.500" />
      </g>
    </Pictogram>
  );
}
