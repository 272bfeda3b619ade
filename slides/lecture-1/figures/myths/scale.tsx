import drawing from '../drawing.module.css';
import { StepGroup } from '../step-group.tsx';
import { companySizes, shareFrom, shareOf } from './company-sizes.ts';
import { Myth } from './myth.tsx';

const [bottom, width, gap] = [266, 118, 24];
const tall = (share: number) => share * 760;
const large = Math.round(shareFrom(100) * 100);

/** Developers by the size of their company; those at 100 people or more are marked. */
export function ScaleMatters() {
  return (
    <Myth
      number={5}
      belief={[{ false: 'Most ML engineers don’t need to worry about scale.' }]}
      answer={['Most work where scale matters.']}
    >
      <svg
        className={drawing.drawing}
        viewBox="0 0 1136 312"
        width="1136"
        height="312"
        role="img"
        aria-label={
          'Developers by the number of people at their company: ' +
          `${companySizes.map(({ label, answers }) => `${label} ${Math.round(shareOf(answers) * 100)} per cent`).join(', ')}. ` +
          `${large} per cent work with 100 people or more.`
        }
      >
        <path className={drawing.axis} d={`M0 ${bottom}H1136`} />
        {companySizes.map(({ from, label, answers }, index) => {
          const x = index * (width + gap);
          const share = shareOf(answers);
          return (
            <g key={label}>
              <text
                x={x + width / 2}
                y={bottom + 32}
                textAnchor="middle"
                data-axis
                className={drawing.tick}
              >
                {label}
              </text>
              <StepGroup n={2}>
                <rect
                  x={x}
                  y={bottom - tall(share)}
                  width={width}
                  height={tall(share)}
                  className={from >= 100 ? drawing.fillAccent : drawing.fillContext}
                />
                <text
                  x={x + width / 2}
                  y={bottom - tall(share) - 10}
                  textAnchor="middle"
                  className={drawing.word}
                >{`${Math.round(share * 100)} %`}</text>
              </StepGroup>
            </g>
          );
        })}
        <StepGroup n={2}>
          <path className={drawing.strokeAccent} d="M426 70v-14h710v14" />
          <text
            x="1136"
            y="36"
            textAnchor="end"
            className={drawing.accentWord}
          >{`${large} % with 100 people or more`}</text>
        </StepGroup>
        <text x="0" y="36" className={drawing.soft}>
          Developers by people at their company
        </text>
      </svg>
    </Myth>
  );
}
