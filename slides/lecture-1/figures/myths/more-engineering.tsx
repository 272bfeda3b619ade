import drawing from '../drawing.module.css';

/** An iceberg: the model above the water, the engineering below. */
export function MoreEngineering() {
  return (
    <svg
      className={drawing.drawing}
      viewBox="0 0 1136 460"
      width="1136"
      height="460"
      role="img"
      aria-label={
        'Like an iceberg. Above the water line a small solid block: the model. Below it four ' +
        'large blocks: wrangling data, understanding data, infrastructure, deployment. The ' +
        'sizes are drawn, not measured.'
      }
    >
      <rect x="508" y="22" width="120" height="76" rx="8" className={drawing.fillAccent} />
      <text x="648" y="70" className={drawing.accentWord}>
        the model
      </text>
      <path
        className={drawing.strokeAccent}
        d={
          'M0 120q24-14 48 0t48 0 48 0 48 0 48 0 48 0 48 0 48 0 48 0 48 0 48 0 48 0 48 0 48 0 ' +
          '48 0 48 0 48 0 48 0 48 0 48 0 48 0 48 0 48 0 32 0'
        }
      />
      {[
        { x: 150, y: 148, width: 440, height: 138, words: 'Wrangling data' },
        { x: 606, y: 148, width: 380, height: 138, words: 'Understanding data' },
        { x: 220, y: 302, width: 340, height: 138, words: 'Infrastructure' },
        { x: 576, y: 302, width: 340, height: 138, words: 'Deployment' },
      ].map(({ x, y, width, height, words }) => (
        <g key={words}>
          <rect x={x} y={y} width={width} height={height} rx="8" className={drawing.strokeInk} />
          <text
            x={x + width / 2}
            y={y + height / 2 + 10}
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
