import { useState } from 'react';
import { useStore } from 'zustand';
import { emptyLabProgress } from '../../../../main/contract/learner.ts';
import {
  isOwn,
  mayBeOwn,
  noAnnotation,
  type Annotation,
  type AnnotationChange,
} from '../../../../main/contract/annotation.ts';
import type { RunCard, RunSnapshot } from '../../../../main/contract/run.ts';
import { PairLine } from '../../../charts/pair-line.tsx';
import { useCards } from '../../../host/use-cards.ts';
import { useKnownRuns } from '../../../host/own-runs.ts';
import { useHost, useHostState } from '../../../host/use-host.ts';
import { Button } from '../../../kit/button.tsx';
import { formatLink } from '../../../model/address/address.ts';
import { attempt } from '../../../model/lab/attempt.ts';
import { findLab } from '../../../model/lab/registry.ts';
import { saveCard } from '../../../model/notebook/share.ts';
import { percentWords } from '../../../model/prediction/calibration.ts';
import { openTitles } from '../../../model/prediction/open-questions.ts';
import { judgePrediction } from '../../../model/prediction/outcome.ts';
import { standingOf } from '../../../model/prediction/judging-run.ts';
import { pairOf, partOf, stepOf, type Pair } from '../../../model/prediction/pair.ts';
import { saysHowFar } from '../../../model/prediction/score.ts';
import { isLive } from '../../../model/runs/choose-run.ts';
import { endedWords, nameOf, placeOf, startedWords } from '../../../model/runs/run-names.ts';
import { useLoadedLab } from '../../../shared/lab/use-loaded-lab.ts';
import { useShell } from '../../../shared/window/shell.ts';
import { CardFacts } from './card-facts.tsx';
import { NameField, NoteField } from './fields.tsx';
import { showAnyway, shownAnyway } from './may-show.ts';
import { ReplayOutcome } from './replay-outcome.tsx';
import { replay, replays } from './replay.ts';
import { seriesTitle, SmallChart } from './small-chart.tsx';
import styles from './run-card.module.css';

/** Everything that is kept of one run, and what can be done with it. */
export function RunCardPane({
  run,
  onDelete,
}: {
  run: RunSnapshot;
  onDelete: (run: RunSnapshot) => void;
}) {
  const host = useHost();
  const annotation = useHostState((state) => state.annotations[run.id]) ?? noAnnotation;
  const lab = findLab(run.lab);
  const live = isLive(run);
  const card = useCards(live ? [] : [run.id])[run.id] ?? null;
  const ended = endedWords(run);
  const say = (change: AnnotationChange) =>
    void host.call('run.remark', { run: run.id, change }).catch(host.report);
  return (
    <article className={styles.card} aria-labelledby="run-title">
      <header className={styles.head}>
        <NameField
          key={run.id}
          value={annotation.name}
          fallback={nameOf(run, lab, undefined)}
          onChange={(name) => say({ name })}
        />
        <Button
          variant="quiet"
          icon={annotation.starred ? 'starred' : 'star'}
          pressed={annotation.starred}
          aria-label={annotation.starred ? 'Take the star off' : 'Star this run'}
          title={annotation.starred ? 'Take the star off' : 'Star'}
          onClick={() => say({ starred: !annotation.starred })}
        />
      </header>
      <p className={styles.about}>
        Run {run.number} · {lab?.title ?? run.lab} · {startedWords(run)} · seed{' '}
        <span className="num">{run.seed}</span>
      </p>
      <Origin annotation={annotation} onMine={(mine) => say({ mine })} />
      <Actions run={run} card={card} onDelete={onDelete} />
      {ended !== null && (
        <p className={styles.ended} data-status={run.status}>
          {ended} {run.error?.next}
        </p>
      )}
      <ReplayOutcome run={run.id} />
      {card &&
        (lab ? (
          <Found card={card} />
        ) : (
          <p className={styles.quiet}>
            This Lectern has no lab “{run.lab}”: its result can’t be read here.
          </p>
        ))}
      {card && Object.keys(card.series).length > 0 && (
        <section className={styles.section} aria-label="How it went">
          <h3>How it went</h3>
          <div className={styles.charts}>
            {Object.entries(card.series)
              .slice(0, 12)
              .map(([name, points]) => (
                <SmallChart
                  key={name}
                  title={seriesTitle(name)}
                  lines={[{ name: 'This run', index: 1, points }]}
                />
              ))}
          </div>
        </section>
      )}
      <NoteField
        key={`note ${run.id}`}
        value={annotation.note}
        onChange={(note) => say({ note })}
      />
      <CardFacts run={run} card={card} lab={lab} />
      {!card && !live && (
        <p className={styles.quiet} role="status">
          Opening the card…
        </p>
      )}
    </article>
  );
}

/** Where an imported run came from, and a way to say whose it is. */
function Origin({
  annotation,
  onMine,
}: {
  annotation: Annotation;
  onMine: (mine: boolean) => void;
}) {
  const { origin } = annotation;
  if (!origin) return null;
  if (!mayBeOwn(annotation))
    return (
      <p className={styles.origin} data-fits={false}>
        {`Imported as run ${origin.number}. Its content does not fit its hash: it was changed ` +
          'after it was written. A replay shows which numbers.'}
      </p>
    );
  const own = isOwn(annotation);
  return (
    <p className={styles.origin} data-fits={true}>
      <span aria-live="polite">
        {own
          ? `Your own, from another computer; it was run ${origin.number} there.`
          : `Imported; it was run ${origin.number} where it was made. It does not count as yours.`}
      </span>{' '}
      <Button
        variant="quiet"
        title={
          own
            ? 'It then no longer counts as “your number” on slides and in the recap'
            : 'It then counts as “your number” on slides and in the recap'
        }
        onClick={() => onMine(!own)}
      >
        {own ? 'It is not mine' : 'It is my own'}
      </Button>
    </p>
  );
}

function Actions({
  run,
  card,
  onDelete,
}: {
  run: RunSnapshot;
  card: RunCard | null;
  onDelete: (run: RunSnapshot) => void;
}) {
  const host = useHost();
  const shell = useShell();
  const lab = findLab(run.lab);
  const busy = useStore(replays, (all) => all[run.id]?.state === 'running');
  const [copied, setCopied] = useState(false);
  const place = placeOf(run, lab);
  const copy = () =>
    void navigator.clipboard.writeText(formatLink({ room: 'labs', lab: place })).then(
      () => setCopied(true),
      () => shell.tell('The link could not be copied: this window may not write to the clipboard.'),
    );
  const whole = card?.complete === true && lab !== null;
  return (
    <div className={styles.actions}>
      <Button
        icon="replay"
        disabled={!whole || busy}
        title={
          whole
            ? 'Runs it again with the same settings, seed and timings, and compares every number'
            : 'Only a finished run can be repeated number by number'
        }
        onClick={() => {
          if (card) void replay(host, card, run.number);
        }}
      >
        Replay
      </Button>
      <Button
        icon="chevron-right"
        disabled={!lab}
        onClick={() => shell.addresses.go({ room: 'labs', lab: place })}
      >
        Open in its lab
      </Button>
      <Button variant="quiet" icon={copied ? 'check' : 'link'} disabled={!lab} onClick={copy}>
        {copied ? 'Copied' : 'Link'}
      </Button>
      <Button
        variant="quiet"
        icon="download"
        disabled={!card}
        onClick={() => void saveCard(host, run).catch(host.report)}
      >
        Export
      </Button>
      <Button variant="quiet" icon="trash" disabled={isLive(run)} onClick={() => onDelete(run)}>
        Delete
      </Button>
    </div>
  );
}

/**
 * The prediction beside the outcome, and the lab's own table of the result. It waits where it would
 * answer a question that is still open.
 */
function Found({ card }: { card: RunCard }) {
  const { loading, again } = useLoadedLab(card.lab);
  const progress = useHostState((state) => state.learner.labs[card.lab] ?? emptyLabProgress);
  const anyway = useStore(shownAnyway, ({ labs }) => labs.has(card.lab));
  const known = useKnownRuns();
  const run = known.runs.find(({ id }) => id === card.id);
  if (loading.state === 'loading')
    return (
      <p className={styles.quiet} role="status">
        Opening the result…
      </p>
    );
  if (loading.state === 'failed')
    return (
      <p className={styles.quiet}>
        {loading.what}{' '}
        <Button variant="quiet" onClick={again}>
          Try again
        </Button>
      </p>
    );
  const { lab, story } = loading.loaded;
  const { prediction } = card;
  const step = prediction && stepOf(story, prediction.step);
  const part = prediction && partOf(story, prediction.step);
  const standing = (part && run && standingOf({ lab, part }, run, known)) ?? 'judged';
  const pair = pairOf(card, card.result, step, standing);
  const score =
    step && prediction && card.complete && standing === 'judged'
      ? judgePrediction(step, prediction, card.result).score
      : null;
  const sure =
    prediction?.confidence === undefined
      ? null
      : `you were ${percentWords(prediction.confidence)} sure`;
  const open = anyway ? [] : openTitles(loading.loaded, progress, known);
  const table =
    card.complete && card.result !== null ? attempt(() => lab.summary(card.result as never)) : null;
  return (
    <>
      {pair && (
        <Said
          pair={pair}
          question={prediction!.question}
          scored={[
            score && !saysHowFar(pair.verdict) && score.words,
            score?.hit && step?.input.kind === 'number' && 'close',
            sure,
          ]
            .filter(Boolean)
            .join(', ')}
        />
      )}
      {table && (
        <section className={styles.section} aria-label="What it found">
          <h3>What it found</h3>
          {open.length > 0 ? (
            <p className={styles.quiet}>
              {open.join(', ')} still {open.length === 1 ? 'asks' : 'ask'} what you expect, and
              these numbers may answer it.{' '}
              <Button variant="quiet" onClick={() => showAnyway(card.lab)}>
                Show them
              </Button>
            </p>
          ) : (
            <div className={styles.scroll} tabIndex={0} role="region" aria-label="Result">
              <table className={styles.table}>
                <thead>
                  <tr>
                    {table[0]?.map((cell, i) => (
                      <th key={i} scope="col">
                        {cell}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {table.slice(1).map((row, i) => (
                    <tr key={i}>
                      {row.map((cell, j) =>
                        j === 0 ? (
                          <th key={j} scope="row">
                            {cell}
                          </th>
                        ) : (
                          <td key={j}>{cell}</td>
                        ),
                      )}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </section>
      )}
    </>
  );
}

/** Why a run that carries a prediction does not judge it. */
const standingWords = {
  later: 'An earlier run judged this prediction.',
  other:
    'This run had other settings than the question is about: it does not judge the prediction.',
};

function Said({ pair, question, scored }: { pair: Pair; question: string; scored: string }) {
  return (
    <section className={styles.said} aria-label="What you said">
      <p className={styles.question}>{question}</p>
      <div className={styles.pair}>
        <p className={styles.you}>
          You said<b className="num">{pair.said}</b>
          <span>{pair.unit}</span>
        </p>
        {pair.places && <PairLine said={pair.places.said} was={pair.places.was} width={180} />}
        {pair.was !== null && (
          <p className={styles.was}>
            {pair.standing === 'later' ? 'Later it was' : 'It was'}
            <b className="num">{pair.was}</b>
            <span>{pair.unit}</span>
          </p>
        )}
      </div>
      {pair.verdict && <p>{pair.verdict}</p>}
      {pair.standing !== 'judged' && <p className={styles.quiet}>{standingWords[pair.standing]}</p>}
      {scored && (
        <p className={styles.quiet}>
          {scored[0]!.toUpperCase()}
          {scored.slice(1)}.
        </p>
      )}
    </section>
  );
}
