import type { RoomOutcome, RoomQuestion } from '../../../main/contract/room-question.ts';
import type { RoomTally } from '../../../main/contract/room.ts';
import type { Host, HostState } from '../../host/host.ts';
import { parseAddress, type Known } from '../../model/address/address.ts';
import { findLab, loadStory } from '../../model/lab/registry.ts';
import type { PlacedSlide } from '../../model/lecture/lecture.ts';
import { isAtLeast, outcomeIn } from '../../model/prediction/outcome.ts';
import { outcomeWords } from '../../model/prediction/outcome-words.ts';
import { pollQuestion, questionInLab, stepOfQuestion } from '../../model/room/room-question.ts';

/** What the room is asked at the lecture's place; null where that asks nothing. */
async function questionAt(
  place: string,
  known: Known,
  slides: readonly PlacedSlide[],
): Promise<RoomQuestion | null> {
  const { address } = parseAddress(place, known);
  if (address.room !== 'slides' && address.room !== 'labs') return null;
  if (address.lab) {
    const lab = findLab(address.lab.id);
    return lab && questionInLab(lab, await loadStory(lab.id), address.lab.step);
  }
  if (address.room !== 'slides') return null;
  const slide = slides.find(({ id }) => id === address.slide);
  return slide?.poll ? pollQuestion(slide.poll) : null;
}

/** What a whole run said of a prediction; null where it does not say. */
async function outcomeOf(
  host: Host,
  { question, run: id }: RoomTally,
): Promise<RoomOutcome | null> {
  const run = id === null ? undefined : host.store.getState().runs[id];
  if (!question.predicted || run?.status !== 'finished' || !run.complete) return null;
  const story = await loadStory(question.predicted.lab);
  const found = stepOfQuestion(story, question);
  const result = run.result ?? (await host.call('run.get', { run: run.id })).result;
  const was = found && outcomeIn(found.step, result);
  if (found === null || was === null) return null;
  const atLeast = isAtLeast(was);
  const value = atLeast ? was.atLeast : was;
  const words = `${outcomeWords(value)} ${found.step.unit}`.trim();
  return { value, words, atLeast, run: run.number };
}

interface FollowOptions {
  host: Host;
  known: Known;
  /** Those of the lecture that is open now. */
  slides: () => readonly PlacedSlide[];
  /** Where the lecture is, as all windows share it; null where nobody said. */
  placeOf: (state: HostState) => string | null;
}

/**
 * Tells the room what the lecture's place asks, and what a run said of it. Every window does: all of
 * them go by the same place and the same run, so whichever comes first says the same. Runs as long
 * as the window.
 */
export function followRoom({ host, known, slides, placeOf }: FollowOptions): void {
  let said = '';
  const revealing = new Set<string>();

  const ask = (state: HostState) => {
    const { open } = state.room;
    const place = placeOf(state);
    // A room that was opened anew is told again.
    const now = open && place !== null ? `${open.address} ${open.word} ${place}` : '';
    if (now === said) return;
    said = now;
    if (now === '') return;
    questionAt(place!, known, slides())
      .then((question) => {
        // The lecture may have gone on while the story was fetched.
        if (said === now) return host.call('room.ask', { question });
        return null;
      })
      .catch(host.report);
  };

  const reveal = (tally: RoomTally, runs: HostState['runs']) => {
    const { question, run, outcome } = tally;
    const ended = run !== null && runs[run]?.status === 'finished' && runs[run].complete;
    const key = `${question.id} ${run}`;
    if (outcome || !ended || revealing.has(key)) return;
    revealing.add(key);
    outcomeOf(host, tally)
      .then(
        (was) => was && host.call('room.reveal', { id: question.id, shown: true, outcome: was }),
      )
      .catch(host.report);
  };

  const look = (state: HostState) => {
    if (!state.ready || state.connection !== 'open') {
      // A host that was started again has forgotten what is asked.
      said = '';
      return;
    }
    ask(state);
    for (const tally of Object.values(state.room.tallies)) reveal(tally, state.runs);
  };
  host.store.subscribe(look);
  look(host.store.getState());
}
