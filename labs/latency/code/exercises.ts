import type { CodeExercise } from '../../kit/code/exercise.ts';
import { batchesExercise } from './batches-tests.ts';
import { percentileExercise } from './percentile-tests.ts';

/** What is written in this lab. */
export const exercises: CodeExercise[] = [percentileExercise, batchesExercise];
