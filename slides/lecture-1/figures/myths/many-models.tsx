import drawing from '../drawing.module.css';
import { StepGroup } from '../step-group.tsx';
import { Myth } from './myth.tsx';

const pitch = 7.4;

/** So many dots in rows of `perRow`, from a corner. One path, because there are thousands. */
function dots(x: number, y: number, count: number, perRow: number): string {
  const r = 2.6;
  return Array.from(
    { length: count },
    (_, index) =>
      `M${x + (index % perRow) * pitch} ${y + Math.floor(index / perRow) * pitch}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0-${2 * r} 0`,
  ).join('');
}

/** One dot for each model: the belief's two, Booking.com's 150, and 2,000 that stand for Uber's "thousands". */
export function ManyModels() {
  return (
    <Myth
      number={2}
      belief={['You only deploy ', { false: 'one or two' }, ' models at a time.']}
      answer={['Companies run hundreds, and thousands.']}
    >
      <svg
        className={drawing.drawing}
        viewBox="0 0 1136 320"
        width="1136"
        height="320"
        role="img"
        aria-label="One dot is one model. The belief: two dots. Booking.com: more than 150. Uber: thousands, of which 2,000 are drawn."
      >
        <path className={drawing.fillInk} d={dots(0, 60, 2, 2)} />
        <text x="0" y="34" className={drawing.soft}>
          The belief
        </text>
        <text x="0" y="312" className={drawing.big}>
          1–2
        </text>
        <text x="230" y="34" className={drawing.soft}>
          Booking.com
        </text>
        <text x="520" y="34" className={drawing.soft}>
          Uber
        </text>
        <StepGroup n={2}>
          <path className={drawing.fillInk} d={dots(230, 60, 150, 15)} />
          <text x="230" y="312" className={drawing.big}>
            150+
          </text>
          <path className={drawing.fillInk} d={dots(520, 60, 2000, 82)} />
          <text x="520" y="312" className={drawing.big}>
            thousands
          </text>
          <text x="876" y="310" data-axis className={drawing.tick}>
            2,000 dots drawn
          </text>
        </StepGroup>
      </svg>
    </Myth>
  );
}
