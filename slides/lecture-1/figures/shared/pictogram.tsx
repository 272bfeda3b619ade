import type { ReactNode } from 'react';

/** A few strokes on a 90 × 60 grid. The words beside them say what they mean. */
export function Pictogram({ children }: { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 90 60"
      width="90"
      height="60"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}
