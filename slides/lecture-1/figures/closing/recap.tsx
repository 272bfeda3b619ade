import type { ReactNode } from 'react';
import type { RunCard, RunSnapshot } from '../../../../main/contract/run.ts';
import { useDeck, useDrawing } from '../../../../renderer/shared/slide/deck-context.ts';
import { useOwnRuns } from '../../../../renderer/host/own-runs.ts';
import { figuresInLanguage } from '../../../../renderer/kit/number/number-language.ts';
import { findLab } from '../../../../renderer/model/lab/registry.ts';
import { useHostState } from '../../../../renderer/host/use-host.ts';
import { lastPredicted, recapWords } from '../../../../renderer/model/room/room-words.ts';
import { RoomLine } from '../../../../renderer/shared/room/room-line.tsx';
import { useCards } from '../../../../renderer/host/use-cards.ts';
import { useOpenParts } from '../../../../renderer/shared/lab/use-open-parts.ts';
import { findingOf, labsByPart, newestRun, type PartLab } from './findings.ts';
import styles from './recap.module.css';

/** What a part without a lab leaves behind. */
const claims: Record<string, string> = {
  overview: 'The algorithm is the small box in a large system',
  breakout: 'You know four people more than an hour ago',
  myths: 'Deploying is easy; keeping it good is the job',
};

/** The five parts, and for each lab the number of the learner's own newest run. */
export function Recap() {
  const { lecture, slides } = useDeck();
  const runs = useOwnRuns();
  const byPart = labsByPart(lecture, slides);
  const newest = new Map([...byPart.values()].flat().map(({ id }) => [id, newestRun(runs, id)]));
  const cards = useCards([...newest.values()].flatMap((run) => run?.id ?? []));
  return (
    <table className={styles.table}>
      <tbody>
        {lecture.parts.slice(1, -1).map((part, index) => {
          const first = slides.find((slide) => slide.part.id === part.id);
          const labs = byPart.get(part.id) ?? [];
          return (
            <tr key={part.id}>
              <td className={styles.number}>{index + 1}</td>
              <th scope="row" className={styles.part}>
                {first ? <a href={`#/slides/${first.id}`}>{part.title}</a> : part.title}
              </th>
              <td>
                {labs.length === 0 && <p className={styles.claim}>{claims[part.id]}</p>}
                {labs.map((lab) => {
                  const run = newest.get(lab.id) ?? null;
                  return (
                    <LabRow
                      key={lab.id}
                      lab={lab}
                      run={run}
                      card={run && (cards[run.id] ?? null)}
                    />
                  );
                })}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface LabRowProps {
  lab: PartLab;
  run: RunSnapshot | null;
  card: RunCard | null;
}

/** Where the room stood before a run of the lab, and what that said. Nothing where no room was asked. */
function RoomSaid({ lab }: { lab: string }) {
  const tally = useHostState((state) => lastPredicted(state.room.tallies, lab));
  if (!tally) return null;
  const step = tally.question.id.split('/')[2];
  return (
    <p className={styles.room} data-small="">
      <RoomLine tally={tally} />
      <a href={`#/labs/${lab}/${step}`}>The room</a>
      <span>{recapWords(tally)}</span>
    </p>
  );
}

function LabRow({ lab: { id, slide }, run, card }: LabRowProps) {
  const open = useOpenParts(id);
  const letters = useHostState((state) => state.settings.letterKeys);
  const finding = findingOf(findLab(id), run, card, open);
  const title = findLab(id)?.title ?? id;
  const { paper } = useDrawing();
  const empty = (words: ReactNode) => (
    <div className={styles.lab}>
      <p className={`${styles.value} ${styles.none}`} aria-hidden="true">
        {paper ? '______' : '–'}
      </p>
      <p className={styles.empty}>
        {title}
        <br />
        {words}
      </p>
      <RoomSaid lab={id} />
    </div>
  );
  const at = <a href={`#/slides/${slide.id}`}>slide {slide.number}</a>;
  switch (finding.state) {
    case 'coming':
      return empty(<>lab coming; it belongs to {at}</>);
    case 'none':
      return empty(
        paper ? (
          <>your number, from the lab of {at}</>
        ) : (
          <>
            {`no run yet: ${letters ? 'press L on' : 'open the lab of'} `}
            {at}
          </>
        ),
      );
    case 'reading':
      return empty(`reading run ${finding.run} …`);
    case 'silent':
      return empty(
        <>
          run {finding.run} has no such number: run it again on {at}
        </>,
      );
    case 'open':
      return empty(
        <>
          run {finding.run}:{' '}
          <a href={`#/labs/${id}/${finding.part.step}`}>
            {finding.part.locked ? 'your prediction waits for a run' : 'say first what you expect'}
          </a>
        </>,
      );
    case 'found':
      return (
        <div className={styles.lab} data-own-number="">
          <p>
            <span className={`num ${styles.value}`}>{figuresInLanguage(finding.value)}</span>
            <span className={styles.unit}>{finding.unit}</span>
            <span className={styles.from} data-small="">
              your number, run {finding.run}
            </span>
          </p>
          <p>
            <a className={styles.what} href={`#/labs/${id}`}>
              {finding.what}
            </a>
          </p>
          <RoomSaid lab={id} />
        </div>
      );
  }
}
