declare module 'lectern:labs' {
  import type { Lab, LabOpen, LabRun } from '../../labs/lab.ts';
  export const labs: {
    lab: Lab;
    load: () => Promise<{
      run: LabRun<never, unknown, unknown>;
      open?: LabOpen<never, unknown, unknown>;
    }>;
  }[];
}
