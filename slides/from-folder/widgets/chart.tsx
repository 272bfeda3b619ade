import type { Widget } from '../../../main/contract/lecture-tree.ts';
import { formatFixed } from '../../../renderer/kit/number/format.ts';
import { barPlaces, chartScale, linePath, type ChartData } from './chart-scale.ts';
import styles from './chart.module.css';

const width = 1136;
const height = 380;
const box = { left: 84, top: 36, right: 12, bottom: 62 };
const inner = { width: width - box.left - box.right, height: height - box.top - box.bottom };

/**
 * A chart of a CSV file: bars over words, or lines and dots over numbers. Its label says its numbers, of a long series the first eleven
 * and the last.
 */
export function FolderChart({ data }: { data: ChartData }) {
  const { x, y } = chartScale(data, inner);
  return (
    <figure className={styles.chart} data-own-number="">
      <figcaption className={styles.title}>{data.title}</figcaption>
      {data.series.length > 1 && <Legend data={data} />}
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={descriptionOf(data)}>
        <g transform={`translate(${box.left} ${box.top})`}>
          <g data-axis="">
            {y.ticks.map((tick) => (
              <g key={tick} transform={`translate(0 ${y.at(tick)})`}>
                <line className={styles.grid} x2={inner.width} />
                <text className={styles.tick} x="-12" dy="0.35em" textAnchor="end">
                  {formatFixed(tick)}
                </text>
              </g>
            ))}
            {x.ticks.map(({ at, words }) => (
              <text
                key={`${at} ${words}`}
                className={styles.tick}
                x={at}
                y={inner.height + 28}
                textAnchor="middle"
              >
                {words}
              </text>
            ))}
            <text className={styles.tick} x={inner.width} y={inner.height + 56} textAnchor="end">
              {data.x}
            </text>
            {data.y !== '' && (
              <text className={styles.tick} x="-12" y="-20">
                {data.y}
              </text>
            )}
          </g>
          {data.type === 'bar' ? <Bars data={data} y={y} /> : <Points data={data} x={x} y={y} />}
        </g>
      </svg>
    </figure>
  );
}

type Scale = ReturnType<typeof chartScale>;

function Bars({ data, y }: { data: ChartData; y: Scale['y'] }) {
  return barPlaces(data, inner.width).map(({ left, width: wide, series, value }) => {
    const top = Math.min(y.at(value), y.at(0));
    return (
      <rect
        key={`${left}`}
        data-series={series}
        className={styles.bar}
        x={left}
        y={top}
        width={wide}
        height={Math.max(1, Math.abs(y.at(value) - y.at(0)))}
      />
    );
  });
}

function Points({ data, x, y }: { data: ChartData; x: Scale['x']; y: Scale['y'] }) {
  return data.series.map((series, index) => (
    <g key={series.name} data-series={index}>
      {data.type === 'line' && (
        <path className={styles.line} d={linePath(data, series.values, x.of, y.at)} />
      )}
      {(data.type === 'dot' || series.values.length <= 40) &&
        series.values.map((value, at) =>
          value === null ? null : (
            <circle
              key={at}
              className={styles.dot}
              cx={x.of(data.along[at]!, at)}
              cy={y.at(value)}
              r={data.type === 'dot' ? 6 : 4}
            />
          ),
        )}
    </g>
  ));
}

function Legend({ data }: { data: ChartData }) {
  return (
    <ul className={styles.legend} data-small="">
      {data.series.map(({ name }, index) => (
        <li key={name}>
          <svg width="34" height="14" aria-hidden="true" data-series={index}>
            {data.type === 'line' ? (
              <path className={styles.line} d="M0 7H34" />
            ) : (
              <rect className={styles.bar} width="34" height="14" />
            )}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

/** What the chart shows, in words made of its numbers. */
function descriptionOf({
  type,
  title,
  x,
  along,
  series,
}: Extract<Widget, { kind: 'chart' }>): string {
  const named = { bar: 'Bars', line: 'Lines', dot: 'Dots' }[type];
  const said = series.map(({ name, values }) => {
    const pairs = values.map(
      (value, at) => `${along[at]} ${value === null ? 'nothing' : formatFixed(value)}`,
    );
    const shown = pairs.length > 12 ? [...pairs.slice(0, 11), '…', pairs.at(-1)] : pairs;
    return `${name}: ${shown.join(', ')}`;
  });
  return `${title}. ${named} by ${x}. ${said.join('. ')}.`;
}
