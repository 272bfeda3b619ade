declare module 'lectern:labs' {
  import type { CodeExercise } from '../../labs/kit/code/exercise.ts';
  import type { Lab, LabOpen, LabRun } from '../../labs/lab.ts';
  export const labs: {
    lab: Lab;
    load: () => Promise<{
      run: LabRun<never, unknown, unknown>;
      open?: LabOpen<never, unknown, unknown>;
    }>;
    /** The exercises in code, where the lab has some. */
    exercises?: () => Promise<{ exercises: CodeExercise[] }>;
  }[];
}
