import type { Panel as P } from '../../renderer/lab/lab-view.ts';
export const Panel: P = () => null;
