import type { Lab } from '../../../labs/lab.ts';
import type { StoryPart } from '../../../labs/view.ts';
import { Icon } from '../../kit/icon.tsx';
import { formatFixed } from '../../kit/number/format.ts';
import { percentWords } from '../../model/prediction/calibration.ts';
import type {
  CheckProgress,
  CodeProgress,
  LabStatus,
  PredictionProgress,
  ReflectionProgress,
} from '../../model/prediction/progress.ts';
import { stepLink } from '../../shared/lab/lab-order.ts';
import { PredictionCell } from './prediction-cell.tsx';
import type { Outcome } from '../../shared/lab/outcomes.ts';
import styles from './lab-section.module.css';

interface LabSectionProps {
  lab: Lab;
  status: LabStatus;
  outcomes: ReadonlyMap<string, Outcome>;
}

/** One lab: how much of it is done, where to go on, and of each part what was said, read off and written. Every entry leads to its step. */
export function LabSection({ lab, status, outcomes }: LabSectionProps) {
  const { steps, next, parts, each } = status;
  const of = <T extends { part: StoryPart }>(all: readonly T[], part: StoryPart) =>
    all.filter((one) => one.part === part);
  return (
    <section className={styles.lab} aria-labelledby={`progress-${lab.id}`}>
      <header className={styles.head}>
        <h2 id={`progress-${lab.id}`}>{lab.title}</h2>
        <PartBars status={status} />
        <span className={styles.steps}>
          <span className="num">{steps.done}</span> of <span className="num">{steps.of}</span> steps
        </span>
        {next ? (
          <a className={styles.goOn} href={stepLink(lab.id, next.step.id)}>
            {status.begun ? 'Go on' : 'Start'}: {next.part.title}
            <Icon name="chevron-right" size={14} />
          </a>
        ) : (
          <span className={styles.all}>
            <Icon name="check" size={14} />
            All done
          </span>
        )}
      </header>
      <table className={styles.parts} aria-labelledby={`progress-${lab.id}`}>
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col" className={styles.saidHead}>
              You said
            </th>
            <th scope="col">
              <span className="said">Both on one line</span>
            </th>
            <th scope="col" className={styles.wasHead}>
              It was
            </th>
            <th scope="col">How far off</th>
            <th scope="col">Check</th>
            <th scope="col">Your words</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ part, steps: own }) => (
            <tr key={part.id}>
              <th scope="row">
                <a href={stepLink(lab.id, part.id)}>{part.title}</a>
                <span className={styles.sub}>
                  {own.done === own.of ? 'done' : `${own.done} of ${own.of}`}
                </span>
              </th>
              <Prediction lab={lab.id} said={of(each.predictions, part)[0]} outcomes={outcomes} />
              <td>
                {of(each.checks, part).map((check) => (
                  <Check key={check.step.id} lab={lab.id} check={check} />
                ))}
                {of(each.codes, part).map((code) => (
                  <Code key={code.step.id} lab={lab.id} code={code} />
                ))}
              </td>
              <td>
                {of(each.reflections, part).map((words) => (
                  <Words key={words.step.id} lab={lab.id} words={words} />
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** One bar for each part, filled as far as it is done. The words beside it say the same. */
function PartBars({ status: { parts } }: { status: LabStatus }) {
  return (
    <span className={styles.bars} aria-hidden="true">
      {parts.map(({ part, steps }) => (
        <span key={part.id} className={styles.track}>
          <span className={styles.fill} style={{ width: `${(100 * steps.done) / steps.of}%` }} />
        </span>
      ))}
    </span>
  );
}

function Prediction({
  lab,
  said,
  outcomes,
}: {
  lab: string;
  said: PredictionProgress | undefined;
  outcomes: ReadonlyMap<string, Outcome>;
}) {
  if (!said)
    return (
      <>
        <td className={styles.none}>not asked</td>
        <td colSpan={3} />
      </>
    );
  const link = stepLink(lab, said.step.id);
  if (!said.said)
    return (
      <>
        <td className={styles.none}>
          <a href={link} title={said.step.question}>
            not said yet
          </a>
        </td>
        <td colSpan={3} />
      </>
    );
  return (
    <PredictionCell
      link={link}
      asked={said.step}
      said={said.said}
      sure={said.said.confidence === undefined ? null : percentWords(said.said.confidence)}
      outcome={outcomes.get(`${lab}/${said.step.id}`) ?? { state: 'waiting' }}
    />
  );
}

const statuses = {
  right: { icon: 'check', words: 'Right' },
  'not-yet': { icon: 'info', words: 'Not yet' },
  'not-attempted': { icon: 'circle', words: 'Not attempted' },
} as const;

/** An exercise in code, an extra. */
function Code({ lab, code: { step, status, state } }: { lab: string; code: CodeProgress }) {
  const { icon, words } = statuses[status];
  const tries = state.tries > 1 ? `, ${state.tries} tries` : '';
  return (
    <span className={styles.entry} data-status={status}>
      <Icon name={icon} size={14} />
      <span className={styles.clip}>
        <a href={stepLink(lab, step.id)} title={step.title}>
          Code: {words.toLowerCase()}
        </a>
        {tries}
      </span>
    </span>
  );
}

function Check({
  lab,
  check: { step, status, tries, hints, answer, afterAnswer },
}: {
  lab: string;
  check: CheckProgress;
}) {
  const { icon, words } = statuses[status];
  const detail = [
    status === 'right' && tries > 1 && `try ${tries}`,
    status === 'not-yet' && (tries === 1 ? '1 try' : `${tries} tries`),
    // Both hints were there long before the answer was.
    afterAnswer ? 'answer open' : hints > 0 && (hints === 1 ? '1 hint' : `${hints} hints`),
  ]
    .filter(Boolean)
    .join(', ');
  const said =
    answer === null
      ? ''
      : ` You said ${typeof answer === 'number' ? formatFixed(answer) : answer} ${step.unit}`.trimEnd();
  return (
    <span className={styles.entry} data-status={status}>
      <Icon name={icon} size={14} />
      <span className={styles.clip}>
        <a href={stepLink(lab, step.id)} title={`${step.question}${said}`}>
          {words}
        </a>
        {detail && (
          <span
            className={styles.sub}
            title={afterAnswer ? 'Right once the worked answer could be seen' : undefined}
          >
            {detail}
          </span>
        )}
      </span>
    </span>
  );
}

function Words({
  lab,
  words: { step, text, written },
}: {
  lab: string;
  words: ReflectionProgress;
}) {
  return (
    <span className={styles.entry} data-status={written ? 'written' : 'not-attempted'}>
      <Icon name={written ? 'pen' : 'circle'} size={14} />
      <span className={styles.clip}>
        <a href={stepLink(lab, step.id)} title={step.question}>
          {reflectionStatus(text, written)}
        </a>
        {text.trim() !== '' && (
          <span className={styles.sub} title={text.slice(0, 400)}>
            {text.slice(0, 200)}
          </span>
        )}
      </span>
    </span>
  );
}

function reflectionStatus(text: string, written: boolean): string {
  if (written) return 'Written';
  return text.trim() === '' ? 'Not written' : 'Begun';
}
