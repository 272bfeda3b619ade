import type { CodeExercise } from '../../kit/code/exercise.ts';
import { asOfExercise } from './as-of-tests.ts';
import { splitExercise } from './split-tests.ts';

/** What is written in this lab. */
export const exercises: CodeExercise[] = [asOfExercise, splitExercise];
