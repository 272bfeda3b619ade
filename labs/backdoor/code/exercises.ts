import type { CodeExercise } from '../../kit/code/exercise.ts';
import { occlusionMapExercise } from './occlusion-map-tests.ts';
import { poisonScoresExercise } from './poison-scores-tests.ts';

/** What is written in this lab. */
export const exercises: CodeExercise[] = [poisonScoresExercise, occlusionMapExercise];
