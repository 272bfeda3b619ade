/** A short piece of a pinned run's line: its colour and its dash. */
export function PinSwatch({ index }: { index: number }) {
  return (
    <svg width="24" height="8" aria-hidden="true">
      <line
        x1="1"
        x2="23"
        y1="4"
        y2="4"
        style={{
          stroke: `var(--s${index})`,
          strokeWidth: 'var(--stroke-series)',
          strokeDasharray: `var(--dash-${index})`,
        }}
      />
    </svg>
  );
}
