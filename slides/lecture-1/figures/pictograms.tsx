import type { ReactNode } from 'react';

/** A few strokes on a 90 × 60 grid that show the difference, not the topic. The words beside them say what they mean. */
function Drawing({ children }: { children: ReactNode }) {
  return (
    <svg viewBox="0 0 90 60" width="90" height="60" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      {children}
    </svg>
  );
}

/** One measure, higher is better. */
export function BarsRising() {
  return (
    <Drawing>
      <path d="M9 50h72M20 50V36h13v14M39 50V25h13v25M58 50V12h13v38" />
    </Drawing>
  );
}

/** One thing, pulled four ways. */
export function ManyAims() {
  return (
    <Drawing>
      <circle cx="45" cy="30" r="3.500" fill="currentColor" />
      <path d="m38 25-17-13m-.500 7.500V11.500h8M52 25l17-13m.5 7.500V11.500h-8M38 35 21 48m-.500-7.500v8h8M52 35l17 13m.5-7.500v8h-8" />
    </Drawing>
  );
}

/** Everything moves at once to the finish. */
export function TrainingLanes() {
  return (
    <Drawing>
      <path d="M12 13h48m-6-6 6 6-6 6M12 30h48m-6-6 6 6-6 6M12 47h48m-6-6 6 6-6 6M76 6v48" />
    </Drawing>
  );
}

/** One request, and someone who looks at the clock. */
export function ClockWaiting() {
  return (
    <Drawing>
      <path d="M8 30h28m-6-6 6 6-6 6" />
      <circle cx="63" cy="30" r="19" />
      <path d="M63 18v12l8 5" />
    </Drawing>
  );
}

/** Every shot in the middle. */
export function Bullseye() {
  return (
    <Drawing>
      <circle cx="45" cy="30" r="25" />
      <circle cx="45" cy="30" r="14" />
      <path d="M43 28l.1.1M47 29l.1.1M44 33l.1.1M47.500 32.500l.1.1" strokeWidth="4.500" />
    </Drawing>
  );
}

/** A page with one tile more than the reader came for, and a click on it. */
export function AdClick() {
  return (
    <Drawing>
      <rect x="10" y="7" width="70" height="46" rx="4" />
      <path d="M19 18h26M19 27h26M19 36h17" />
      <rect x="54" y="16" width="18" height="18" rx="2" fill="currentColor" fillOpacity="0.15" />
      <path d="m62 27 13 6-5.500 2-2 5.500z" fill="var(--page)" />
    </Drawing>
  );
}

/** A short slice of a dial. */
export function ShortWait() {
  return (
    <Drawing>
      <circle cx="45" cy="33" r="22" />
      <path d="M45 11V5m-6 0h12M62 16l3-3" />
      <path d="M45 33V16.500a16.500 16.500 0 0 1 8.500 2.400z" fill="currentColor" />
    </Drawing>
  );
}

/** A pile that grows while a desk stands empty. */
export function PileAndEmptyDesk() {
  return (
    <Drawing>
      <path d="M9 50h26M9 43h26M9 36h26M9 29h26M9 22h26M9 15h26M9 15v35M35 15v35" />
      <path d="M48 34h34M52 34v16M78 34v16" />
      <circle cx="65" cy="17" r="5.500" strokeDasharray="2.500 3.500" />
      <path d="M56 30c1-4 4.500-6.500 9-6.500s8 2.500 9 6.500" strokeDasharray="2.500 3.500" />
    </Drawing>
  );
}
