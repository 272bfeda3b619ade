import type { CodeExercise } from '../../kit/code/exercise.ts';
import { equalThresholdsExercise } from './equal-thresholds-tests.ts';
import { gapsExercise } from './gaps-tests.ts';

/** What is written in this lab. */
export const exercises: CodeExercise[] = [gapsExercise, equalThresholdsExercise];
