import drawing from '../drawing.module.css';
import { StepGroup } from '../step-group.tsx';

/** The world asks for updates, the pipeline allows them: two questions, and what joins the two crafts. */
export function HowOften() {
  return (
    <svg
      className={drawing.drawing}
      viewBox="0 0 1136 440"
      width="1136"
      height="440"
      role="img"
      aria-label={
        'Left: how often should I update? The data moves, drawn as three curves that wander. ' +
        'Right: how often can I update? The pipeline turns, drawn as a loop of train, test ' +
        'and deploy. Below: ML and DevOps together are MLOps.'
      }
    >
      <path className={drawing.strokeInk} d="M0 0H520M616 0H1136" />
      <text x="0" y="54" className={drawing.soft}>
        How often <tspan className={drawing.strong}>should</tspan> I update?
      </text>
      <text x="616" y="54" className={drawing.soft}>
        How often <tspan className={drawing.strong}>can</tspan> I update?
      </text>
      <path className={drawing.axis} d="M20 260H500" />
      {[0, 110, 220].map((dx, index) => (
        <path
          key={dx}
          className={`${index === 2 ? drawing.strokeAccent : drawing.stroke} ${index === 2 ? drawing.medium : drawing.loose}`}
          d={`M${34 + dx} 260c56 0 56-150 106-150s50 150 106 150`}
        />
      ))}
      <text x="0" y="310" className={drawing.soft}>
        as often as the data moves
      </text>
      <g className={drawing.stroke}>
        <path
          className={`${drawing.strokeAccent} ${drawing.medium}`}
          d={
            'M876 104a80 80 0 0 1 69 120m12-22-12 22-22-12M936 238a80 80 0 0 1-138-22m-4 25 4-25 ' +
            '24 8M792 194a80 80 0 0 1 60-87m-22-12 22 12-12 22'
          }
        />
      </g>
      <text x="968" y="150" className={drawing.word}>
        train
      </text>
      <text x="956" y="252" className={drawing.word}>
        test
      </text>
      <text x="770" y="172" textAnchor="end" className={drawing.word}>
        deploy
      </text>
      <text x="616" y="310" className={drawing.soft}>
        as often as the pipeline turns
      </text>
      <StepGroup n={2}>
        <text x="568" y="412" textAnchor="middle" className={drawing.big}>
          ML + DevOps = MLOps
        </text>
      </StepGroup>
    </svg>
  );
}
