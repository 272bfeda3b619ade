import {
  askedRow,
  clock,
  judgeRows,
  rowAnswer,
  sixRows,
} from '../../../../labs/time-leak/six-rows/six-rows.ts';
import type { SlideRoom } from '../../../../renderer/model/lecture/slide-room.ts';
import { isExplained, sharedAnswer } from './time-answer.ts';

export const sixRowsId = 'rows/test-data-time';

const verdicts = judgeRows([]);

/** The six rows on phones. What may be used is what the slide and the lab say of it. */
export const slideRoom: SlideRoom = {
  ask: () => ({
    kind: 'rows',
    id: sixRowsId,
    text: `Which rows may a prediction at ${clock(sixRows[askedRow]!.time)} use?`,
    head: ['Time', 'Label', 'User', 'Feature'],
    rows: sixRows.map((row, i) => ({
      id: clock(row.time),
      cells: [clock(row.time), String(row.label), String(row.user), String(row.value)],
      right: verdicts[i]!.usable,
      why: rowAnswer(i),
    })),
    predicted: null,
  }),
  shows: (shared, step) => {
    const parsed = sharedAnswer.schema.safeParse(shared[sharedAnswer.key]);
    return isExplained(parsed.success ? parsed.data : sharedAnswer.fallback, step);
  },
};
