import { useHost, useHostState } from '../../host/use-host.ts';
import { useShared } from '../../host/use-shared.ts';
import type { SlidePoll } from '../../model/lecture/lecture.ts';
import { pollId } from '../../model/room/room-question.ts';
import { noHands, optionId, pollShares, sharedHands, type PollShare } from './poll.ts';

export interface PollState {
  /** The learner's own answer: the id of an option, or null. */
  answer: string | null;
  setAnswer: (option: string | null) => void;
  shares: PollShare[];
  /** All hands counted so far, and all phones. */
  total: number;
  /** The hands alone. */
  counted: number;
  /** Phones that answered, and those in the room; null where the room was not asked. */
  phones: { answered: number; joined: number } | null;
  /** Whether the room may see the count. Never true while nothing was counted. */
  shown: boolean;
  /** Whether a reset can be undone. */
  canUndo: boolean;
  count: (option: string, hands: number) => void;
  show: (shown: boolean) => void;
  reset: () => void;
  undo: () => void;
}

/** A poll as all windows share it, kept over a restart: the show of hands and this computer's own answer. */
export function usePoll(poll: SlidePoll): PollState {
  const [hands, setHands] = useShared(sharedHands(pollId(poll)));
  const [answer, setAnswer] = useShared({
    key: `poll-answer/${poll.id}`,
    schema: optionId,
    fallback: '',
    keep: true,
  });
  const host = useHost();
  const tally = useHostState((state) => state.room.tallies[pollId(poll)]);
  const joined = useHostState((state) => state.room.joined);
  const shares = pollShares(poll, hands, tally?.counts);
  const total = shares.reduce((sum, one) => sum + one.hands, 0);
  const show = (shown: boolean) => {
    setHands({ ...hands, shown });
    // Phones see the result when the big screen does.
    if (tally)
      void host
        .call('room.reveal', { id: tally.question.id, shown, outcome: null })
        .catch(host.report);
  };
  return {
    answer: poll.options.some(({ id }) => id === answer) ? answer : null,
    setAnswer,
    shares,
    total,
    counted: shares.reduce((sum, one) => sum + one.counted, 0),
    phones: tally ? { answered: tally.answered, joined } : null,
    shown: hands.shown && total > 0,
    canUndo: hands.before !== null,
    count: (option, counted) => {
      const counts = { ...hands.counts, [option]: counted };
      const left = Object.values(counts).some((one) => one > 0) || (tally?.answered ?? 0) > 0;
      setHands({ counts, shown: hands.shown && left, before: null });
    },
    show: (shown) => show(shown && total > 0),
    reset: () =>
      setHands({
        ...noHands,
        shown: hands.shown && (tally?.answered ?? 0) > 0,
        before: { counts: hands.counts, shown: hands.shown },
      }),
    undo: () => {
      if (hands.before) setHands({ ...hands.before, before: null });
    },
  };
}
