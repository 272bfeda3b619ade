import { useSlide } from '../../../../renderer/shared/slide/deck-context.ts';
import drawing from '../drawing.module.css';
import { StepGroup } from '../step-group.tsx';
import { Myth } from './myth.tsx';

/** Of all companies asked in 2019 that had a model in production. The rest were not sure or gave no time. */
const parts = [
  { share: 14, what: 'a week at most', shade: drawing.fillGood },
  { share: 28, what: '8 to 30 days', shade: drawing.fillContext },
  { share: 40, what: 'over a month', shade: drawing.fillWarn },
  { share: 18, what: 'not given', shade: drawing.stroke },
] as const;
const [perRow, pitch, radius] = [20, 25, 9];

/** Which part a company's dot belongs to: the quickest come first. */
const partOf = (company: number) => {
  let before = 0;
  return parts.find(({ share }) => company < (before += share))!;
};

/** What every model needs around it. The first one builds it; the next ones find it there. */
const road = ['data', 'pipeline', 'tests', 'rollout'] as const;

/** A hundred companies and how long one deployment takes them; then what the first model pays for all that follow. */
export function NotOvernight() {
  const { step } = useSlide();
  return (
    <Myth
      number={4}
      struckAt={3}
      belief={['ML can magically transform your business ', { false: 'overnight.' }]}
      answer={['Magically: possible.', 'Overnight: no.']}
    >
      <svg
        className={drawing.drawing}
        viewBox="0 0 1136 340"
        width="1136"
        height="340"
        role="img"
        aria-label={
          'A hundred dots, each a company with a model in production. Asked in 2019 how long it ' +
          'takes to deploy one model, 14 take a week at most. 28 take 8 to 30 days, 40 over a ' +
          'month. The rest is not given. Below: the first model has to build data, pipeline, ' +
          'tests and rollout; a later model finds them there.'
        }
      >
        <text x="0" y="30" className={drawing.strong}>
          A hundred companies: how long does one deployment take?
        </text>
        {Array.from({ length: 100 }, (_, company) => {
          const { shade, what } = partOf(company);
          const told = step >= 3;
          return (
            <circle
              key={company}
              cx={radius + 2 + (company % perRow) * pitch}
              cy={68 + Math.floor(company / perRow) * pitch}
              r={told && what === 'not given' ? radius - 1.5 : radius}
              className={told ? shade : drawing.fillContext}
            />
          );
        })}
        <StepGroup n={3}>
          {parts.map(({ share, what, shade }, index) => (
            <g key={what} transform={`translate(560 ${78 + index * 36})`}>
              <circle cx="9" cy="-10" r={what === 'not given' ? 7.5 : 9} className={shade} />
              <text x="90" y="0" textAnchor="end" className={drawing.strong}>
                {share}
              </text>
              <text x="108" y="0" className={drawing.soft}>
                {what}
              </text>
            </g>
          ))}
        </StepGroup>
        <StepGroup n={4}>
          <path className={drawing.grid} d="M0 220H1136" />
          <Pieces y={234} words="First model" built />
          <Pieces y={290} words="A later one" />
        </StepGroup>
      </svg>
    </Myth>
  );
}

/** What one model needs: what has to be built for it has a whole line, what is there already a dotted one. */
function Pieces({ y, words, built = false }: { y: number; words: string; built?: boolean }) {
  const wide = 178;
  return (
    <g>
      <text x="0" y={y + 33} className={built ? drawing.strong : drawing.soft}>
        {words}
      </text>
      {[...road, 'model'].map((piece, index) => {
        const model = piece === 'model';
        const x = 194 + index * (wide + 12);
        const line = built || model ? drawing.strokeInk : drawing.dashed;
        return (
          <g key={piece}>
            <rect
              x={x}
              y={y}
              width={wide}
              height="46"
              rx="6"
              className={model ? drawing.softAccent : line}
            />
            {model && (
              <rect x={x} y={y} width={wide} height="46" rx="6" className={drawing.strokeAccent} />
            )}
            <text
              x={x + wide / 2}
              y={y + 33}
              textAnchor="middle"
              className={wordClass(model, built)}
            >
              {built || model ? piece : 'there'}
            </text>
          </g>
        );
      })}
    </g>
  );
}

function wordClass(model: boolean, built: boolean): string | undefined {
  if (model) return drawing.accentWord;
  return built ? drawing.word : drawing.soft;
}
