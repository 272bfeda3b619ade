import figure from '../figure.module.css';

/** The column's room at the right of the plot, its distance and its width, px. */
export const columnRoom = 60;
const [columnGap, columnWidth] = [18, 26];

/** Where the column stands that shows what lies above the bins, right of a plot that ends at `right`. */
export const columnBeside = (right: number) => ({ x: right + columnGap, width: columnWidth });

interface ColumnProps {
  x: number;
  width: number;
  top: number;
  bottom: number;
}

/** What lies above the bins, as a column of its own: it has no width on the axis. */
export function Column({ x, width, top, bottom }: ColumnProps) {
  return (
    <g>
      <rect className={figure.column} x={x} width={width} y={top} height={bottom - top} />
      <text className={figure.xLabel} x={x + width / 2} y={top - 5} textAnchor="middle">
        more
      </text>
    </g>
  );
}
