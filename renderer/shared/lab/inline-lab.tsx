import { Suspense, use, useMemo } from 'react';
import type { Inline } from '../../../labs/view.ts';
import type { RunSnapshot } from '../../../main/contract/run.ts';
import { useOwnRuns } from '../../host/own-runs.ts';
import { useCards } from '../../host/use-cards.ts';
import { useHostState } from '../../host/use-host.ts';
import { Kbd } from '../../kit/kbd.tsx';
import { inlineRun } from '../../model/runs/choose-run.ts';
import { useDrawing } from '../slide/deck-context.ts';
import { useOpenParts } from './use-open-parts.ts';
import styles from './inline-lab.module.css';

const modules = import.meta.glob<{ inline: Inline }>('../../../labs/*/inline.tsx');

const loading = new Map<string, Promise<Inline>>();

/**
 * The lab's figures, a chunk of its own: fetched when the first slide that shows one is on screen.
 * A slide goes on without them where they can't be had.
 */
function loadInline(lab: string): Promise<Inline> {
  let promise = loading.get(lab);
  if (!promise) {
    promise =
      modules[`../../../labs/${lab}/inline.tsx`]?.().then(
        ({ inline }) => inline,
        () => ({}),
      ) ?? Promise.resolve({});
    loading.set(lab, promise);
  }
  return promise;
}

/**
 * A lab's small figure inside a slide: the numbers of the learner's own newest run, live while it
 * goes on. Off screen it is empty and follows nothing, so that a slide change costs nothing. Its
 * box keeps its place.
 */
export function InlineLab({
  lab,
  figure,
  onScreen,
}: {
  lab: string;
  figure: string;
  onScreen: boolean;
}) {
  const { paper } = useDrawing();
  return (
    <div className={styles.inline} data-figure={figure}>
      {onScreen && <Live lab={lab} figure={figure} />}
      {paper && (
        <p className={styles.note} data-small>
          Your own numbers, from the lab of this slide: ________________
        </p>
      )}
    </div>
  );
}

function Live({ lab, figure }: { lab: string; figure: string }) {
  const runs = useOwnRuns();
  const newest = useMemo(() => inlineRun(runs, lab), [runs, lab]);
  const cards = useCards(
    newest && newest.result === null && newest.status === 'finished' ? [newest.id] : [],
  );
  const card = newest ? cards[newest.id] : undefined;
  const run =
    newest && card && newest.result === null ? { ...newest, result: card.result } : newest;
  return (
    <Suspense fallback={null}>
      <Drawn lab={lab} figure={figure} run={run} />
    </Suspense>
  );
}

function Drawn({ lab, figure, run }: { lab: string; figure: string; run: RunSnapshot | null }) {
  const known = use(loadInline(lab))[figure];
  const open = useOpenParts(lab);
  const letters = useHostState((state) => state.settings.letterKeys);
  if (!known) return null;
  if (!run)
    return (
      <p className={styles.note} data-small>
        {letters ? (
          <>
            Your own numbers come here: <Kbd>L</Kbd> opens the lab, <Kbd>R</Kbd> runs it
          </>
        ) : (
          'Your own numbers come here: open the lab at the foot of the slide, and run it'
        )}
      </p>
    );
  const asking = open && known.answers.flatMap((part) => open.get(part) ?? [])[0];
  if (asking)
    return (
      <p className={styles.note}>
        Your own numbers answer a question of the lab:{' '}
        <a href={`#/labs/${lab}/${asking.step}`}>
          {asking.locked ? 'your prediction waits for a run' : 'say first what you expect'}
        </a>
      </p>
    );
  if (open && run.result !== null && known.speaks(run.result))
    return (
      <known.Figure result={run.result} parameters={run.parameters} run={`run ${run.number}`} />
    );
  if (run.status === 'running' || run.status === 'queued')
    return (
      <p className={styles.note} role="status">
        Run {run.number} is under way
        {run.phase ? `: ${run.phase.label[0]!.toLowerCase()}${run.phase.label.slice(1)}` : ''} …
      </p>
    );
  return run.result === null || !open ? null : (
    <p className={styles.note}>
      Run {run.number} has no such numbers:{' '}
      {letters ? (
        <>
          <Kbd>L</Kbd> opens the lab for another.
        </>
      ) : (
        'open the lab at the foot of the slide for another.'
      )}
    </p>
  );
}
