import { isWhole } from '../../../main/contract/judging.ts';
import type { RoomOutcome, RoomQuestion } from '../../../main/contract/room-question.ts';
import type { RoomTally } from '../../../main/contract/room.ts';
import type { Host, HostState } from '../../host/host.ts';
import { parseAddress, type Known } from '../../model/address/address.ts';
import { findLab, loadStory } from '../../model/lab/registry.ts';
import type { PlacedSlide } from '../../model/lecture/lecture.ts';
import { isAtLeast, outcomeIn } from '../../model/prediction/outcome.ts';
import { outcomeWords } from '../../model/prediction/outcome-words.ts';
import type { PredictStep } from '../../model/runs/choose-run.ts';
import { pollQuestion, questionInLab, stepOfQuestion } from '../../model/room/room-question.ts';
import type { SlideRoom } from '../../model/lecture/slide-room.ts';

/** What a place asks, by what windows share at the moment. */
interface Asker {
  ask: (shared: HostState['shared']) => RoomQuestion | null;
  shows: (shared: HostState['shared']) => boolean;
}

const always = (question: RoomQuestion | null): Asker => ({
  ask: () => question,
  shows: () => false,
});

/** What the room is asked at the lecture's place. */
async function askerAt(
  place: string,
  known: Known,
  slides: readonly PlacedSlide[],
): Promise<Asker> {
  const { address } = parseAddress(place, known);
  if (address.room !== 'slides' && address.room !== 'labs') return always(null);
  if (address.lab) {
    const lab = findLab(address.lab.id);
    return always(lab && questionInLab(lab, await loadStory(lab.id), address.lab.step));
  }
  if (address.room !== 'slides') return always(null);
  const slide = slides.find(({ id }) => id === address.slide);
  if (slide?.poll) return always(pollQuestion(slide.poll));
  if (!slide?.room) return always(null);
  const { slideRoom } = await slide.room();
  return ofSlide(slideRoom, address.step);
}

const ofSlide = ({ ask, shows }: SlideRoom, step: number): Asker => ({
  ask: (shared) => ask(shared, step),
  shows: (shared) => shows?.(shared, step) ?? false,
});

/** What a whole run, or a formula, said of a prediction; null where it does not say. */
async function outcomeOf(
  host: Host,
  { question, run: id }: RoomTally,
): Promise<RoomOutcome | null> {
  if (!question.predicted) return null;
  const found = stepOfQuestion(await loadStory(question.predicted.lab), question);
  if (!found) return null;
  if (question.predicted.formula) return outcomeFrom(found.step, null, null);
  const run = id === null ? undefined : host.store.getState().runs[id];
  if (!run || !isWhole(run)) return null;
  const result = run.result ?? (await resultOf(host, run.id));
  return outcomeFrom(found.step, result, run.number);
}

/** From the window's one cache of cards, which is loaded only now: the first slide needs none. */
async function resultOf(host: Host, run: string): Promise<unknown> {
  const { cardsOf } = await import('../../host/card-cache.ts');
  return (await cardsOf(host).get(run)).result;
}

function outcomeFrom(step: PredictStep, result: unknown, run: number | null): RoomOutcome | null {
  const was = outcomeIn(step, result);
  if (was === null) return null;
  const atLeast = isAtLeast(was);
  const value = atLeast ? was.atLeast : was;
  return { value, words: `${outcomeWords(value)} ${step.unit}`.trim(), atLeast, run };
}

interface FollowOptions {
  host: Host;
  known: Known;
  /** Those of the lecture that is open now: the same list until it is another one. */
  slides: () => readonly PlacedSlide[];
  /** Calls back when they are others: somebody saved a lecture of their own. */
  onSlides: (changed: () => void) => void;
  /** Where the lecture is, as all windows share it; null where nobody said. */
  placeOf: (state: HostState) => string | null;
}

/**
 * Tells the room what the lecture's place asks, and what a run said of it. Every window does: all of
 * them go by the same place and the same run, so whichever comes first says the same. Runs as long
 * as the window.
 */
export function followRoom({ host, known, slides, onSlides, placeOf }: FollowOptions): void {
  /** Which room at which place this window has asked, and of which slides. */
  let place = '';
  let listed: readonly PlacedSlide[] = [];
  let asker: Asker | null = null;
  let said = '';
  let given = false;
  let seen: HostState['shared'] | null = null;
  const revealing = new Set<string>();

  const forget = () => {
    asker = null;
    said = '';
    given = false;
    seen = null;
  };

  /** Finds what the place asks; then `say` goes on. */
  const ask = (state: HostState) => {
    const { open } = state.room;
    const at = placeOf(state);
    // A room that was opened anew is told again.
    const now = open && at !== null ? `${open.address} ${open.word} ${at}` : '';
    const others = slides();
    if (now === place && others === listed) return say(state);
    // Where only the slides are others, the same question is not asked again, nor what was hidden again shown.
    if (now !== place) forget();
    place = now;
    listed = others;
    if (now === '') return;
    askerAt(at!, known, others)
      .then((found) => {
        // The lecture may have gone on while the story was fetched.
        if (place !== now || listed !== others) return;
        asker = found;
        seen = null;
        say(host.store.getState());
      })
      .catch(host.report);
  };

  /** Tells the host what is asked, where that is news; and phones the answer, once the slide itself gives it away. */
  const say = ({ shared }: HostState) => {
    if (!asker || shared === seen) return;
    seen = shared;
    const question = asker.ask(shared);
    const text = JSON.stringify(question);
    const isNews = text !== said;
    said = text;
    const gives = question !== null && asker.shows(shared);
    const reveals = gives && !given;
    given = gives;
    if (isNews || reveals) void tell(isNews, question, reveals).catch(host.report);
  };

  const tell = async (isNews: boolean, question: RoomQuestion | null, reveals: boolean) => {
    if (isNews) await host.call('room.ask', { question });
    if (reveals && question)
      await host.call('room.reveal', { id: question.id, shown: true, outcome: null });
  };

  const reveal = (tally: RoomTally, runs: HostState['runs']) => {
    const { question, run, outcome, shown } = tally;
    const ended = run !== null && runs[run] !== undefined && isWhole(runs[run]);
    // What a formula answers is revealed by hand; its value joins it.
    const isDue = question.predicted?.formula ? shown : ended;
    const key = `${question.id} ${run}`;
    if (outcome || !isDue || revealing.has(key)) return;
    revealing.add(key);
    outcomeOf(host, tally)
      .then(async (was) => {
        if (!was) return;
        await host.call('room.reveal', { id: question.id, shown: true, outcome: was });
        // Asked anew it is revealed anew.
        revealing.delete(key);
      })
      .catch(host.report);
  };

  const look = (state: HostState) => {
    if (!state.ready || state.connection !== 'open') {
      // A host that was started again has forgotten what is asked.
      place = '';
      forget();
      return;
    }
    ask(state);
    for (const tally of Object.values(state.room.tallies)) reveal(tally, state.runs);
  };
  host.store.subscribe(look);
  onSlides(() => look(host.store.getState()));
  look(host.store.getState());
}
