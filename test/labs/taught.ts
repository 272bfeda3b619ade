import { slidesOf } from '../../renderer/model/lecture/lecture.ts';
import { lecture } from '../../slides/lecture-1/deck.ts';

const taught = new Set(slidesOf(lecture).flatMap(({ lab }) => (lab ? [lab.id] : [])));

/**
 * Whether a slide of the lecture opens a lab. Of such a lab real results are kept, and tests ask for
 * them. A lab that is still being made, as `npm run new -- lab` leaves it, has none yet.
 */
export const isTaught = (lab: string): boolean => taught.has(lab);
