import { useOwnRuns } from '../../host/own-runs.ts';
import { useHostState } from '../../host/use-host.ts';
import { Button } from '../../kit/button.tsx';
import { findLab } from '../../model/lab/registry.ts';
import type { PlacedSlide } from '../../model/lecture/lecture.ts';
import { runsOf } from '../../model/runs/choose-run.ts';
import { barState, type BarState } from '../../model/runs/run-words.ts';
import card from './lab-card.module.css';
import styles from './presenter.module.css';

interface LabCardProps {
  slide: PlacedSlide;
  slides: readonly PlacedSlide[];
  onOpen: () => void;
}

/** The lab of the slide on screen: how its newest run stands, and the way to it. */
export function LabCard({ slide, slides, onOpen }: LabCardProps) {
  const runs = useOwnRuns();
  const info = useHostState((state) => state.info);
  const connection = useHostState((state) => state.connection);
  const lab = slide.lab && findLab(slide.lab.id);
  if (!slide.lab || !lab)
    return <NoLab next={slides.find((one) => one.number > slide.number && one.lab) ?? null} />;
  const run = runsOf(runs, lab.id)[0] ?? null;
  const state = barState({
    connection,
    compute: info?.compute ?? null,
    run,
    waitingFor: null,
    expectedSeconds: lab.expectedSeconds,
  });
  return (
    <section className={styles.half} aria-labelledby="lab-of-slide">
      <div className={styles.label}>
        <h2 id="lab-of-slide">Lab on this slide</h2>
      </div>
      <div className={card.card}>
        <p className={card.cardHead}>
          <b>{lab.title}</b>
        </p>
        <p className={card.about}>{slide.lab.cue}</p>
        <p className={card.state} data-kind={state.kind}>
          {run && state.kind !== 'running' ? `Run ${run.number}. ` : ''}
          {stateWords(state, run !== null)}
        </p>
        <Button icon="split" kbd="L" className={card.wide} onClick={onOpen}>
          Open beside the slide
        </Button>
      </div>
    </section>
  );
}

function stateWords(state: BarState, hasRun: boolean): string {
  if (state.kind === 'lost') return 'host lost';
  return state.kind === 'idle' && !hasRun ? `not run yet, ${state.words}` : state.words;
}

/** A slide without a lab says where the next one waits. */
function NoLab({ next }: { next: PlacedSlide | null }) {
  const title = next?.lab && (findLab(next.lab.id)?.title ?? next.lab.id);
  return (
    <section className={styles.half} aria-labelledby="lab-of-slide">
      <div className={styles.label}>
        <h2 id="lab-of-slide">No lab on this slide</h2>
      </div>
      <p className={card.state}>
        {next
          ? `The next one is on slide ${next.number}: ${title}.`
          : 'No slide after this one has a lab.'}
      </p>
    </section>
  );
}
