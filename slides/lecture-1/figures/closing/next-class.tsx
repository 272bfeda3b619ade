import drawing from '../drawing.module.css';

/** The small model of the title page again, now with what it stands on. */
export function NextClass() {
  return (
    <svg
      className={drawing.drawing}
      viewBox="0 0 1136 436"
      width="1136"
      height="436"
      role="img"
      aria-label={
        'A small block, the model, stands on a slab, the ML system, which stands on a wider ' +
        'slab, the data system: data is collected, stored and processed before a model sees ' +
        'any of it.'
      }
    >
      <rect x="498" y="8" width="140" height="84" rx="8" className={drawing.fillAccent} />
      <text x="658" y="60" className={drawing.accentWord}>
        the model
      </text>
      <rect x="258" y="108" width="620" height="128" rx="8" className={drawing.strokeInk} />
      <text x="568" y="182" textAnchor="middle" className={drawing.strong}>
        ML system
      </text>
      <rect x="2" y="252" width="1132" height="180" rx="8" className={drawing.strokeInk} />
      <text x="568" y="308" textAnchor="middle" className={drawing.strong}>
        Data system
      </text>
      {['collect', 'store', 'process'].map((words, index) => (
        <text
          key={words}
          x={190 + index * 378}
          y="384"
          textAnchor="middle"
          className={drawing.soft}
        >
          {words}
        </text>
      ))}
      <path
        className={drawing.stroke}
        d="M270 375h206m-12-9 12 9-12 9M660 375h184m-12-9 12 9-12 9"
      />
    </svg>
  );
}
