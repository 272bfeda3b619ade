import { seededRandom } from '../../math/random.ts';

/** What splits a class's table. The same rows are drawn each time: a class sees what its instructor saw. */
export const lessonRandom = () => seededRandom(1);
