/** Head and shoulders, about 44 wide and 60 high, standing on (x, y). */
export function Person({
  x,
  y,
  className,
}: {
  x: number;
  y: number;
  className?: string | undefined;
}) {
  return (
    <g
      transform={`translate(${x} ${y})`}
      className={className}
      fill="none"
      strokeWidth="3"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <circle cx="0" cy="-44" r="13" />
      <path d="M-22 0v-6a22 20 0 0 1 44 0v6z" />
    </g>
  );
}
