import drawing from '../drawing.module.css';

const water = 112;
/** Where tip and body meet: below the waves, which would show between them otherwise. */
const foot = water + 8;
const middle = 560;
/** Below the water, from the top: each layer is wider than the one above. `half`: half its width at its lower edge. */
const layers = [
  { words: 'Deployment', top: 128, bottom: 200, half: 210 },
  { words: 'Infrastructure', top: 200, bottom: 280, half: 320 },
  { words: 'Understanding data', top: 280, bottom: 366, half: 420 },
  { words: 'Wrangling data', top: 366, bottom: 456, half: 470 },
] as const;
const neck = 104;
const wave = `M0 ${water}q24-14 48 0${'t48 0'.repeat(22)} 32 0`;

/** An iceberg that widens below: the model is its tip, the engineering all that carries it. */
export function MoreEngineering() {
  return (
    <svg
      className={drawing.drawing}
      viewBox="0 0 1136 460"
      width="1136"
      height="460"
      role="img"
      aria-label={
        'An iceberg. Its small tip above the water is the model. Below the water it widens from ' +
        'layer to layer: deployment, infrastructure, understanding data, and, widest, wrangling ' +
        'data. The sizes are drawn, not measured.'
      }
    >
      <path className={drawing.softAccent} d={`${wave}V460H0Z`} />
      <path className={drawing.strokeAccent} d={wave} />
      <path
        className={drawing.page}
        d={
          `M${middle - neck} ${foot}L${middle - 210} 200 ${middle - 320} 280 ${middle - 400} 350 ` +
          `${middle - 470} 430 ${middle - 410} 456H${middle + 430}L${middle + 480} 420 ` +
          `${middle + 420} 366 ${middle + 320} 280 ${middle + 236} 214 ${middle + neck} ${foot}Z`
        }
      />
      <path
        className={drawing.strokeInk}
        d={
          `M${middle - neck} ${foot}L${middle - 210} 200 ${middle - 320} 280 ${middle - 400} 350 ` +
          `${middle - 470} 430 ${middle - 410} 456H${middle + 430}L${middle + 480} 420 ` +
          `${middle + 420} 366 ${middle + 320} 280 ${middle + 236} 214 ${middle + neck} ${foot}`
        }
      />
      <path
        className={drawing.fillAccent}
        d={`M${middle - neck} ${foot}L${middle - 48} 54 ${middle - 14} 60 ${middle + 16} 8 ${middle + 54} 62 ${middle + neck} ${foot}Z`}
      />
      <text x={middle + neck + 24} y="76" className={drawing.accentWord}>
        the model
      </text>
      {layers.map(({ words, top, bottom, half }, index) => (
        <g key={words}>
          {index < layers.length - 1 && (
            <path
              className={drawing.grid}
              d={`M${middle - half + 4} ${bottom}H${middle + half - 4}`}
            />
          )}
          <text
            x={middle}
            y={(top + bottom) / 2 + 10}
            textAnchor="middle"
            className={drawing.strong}
          >
            {words}
          </text>
        </g>
      ))}
    </svg>
  );
}
