import type { PanelProps } from '../../view.ts';
import type { TimeLeakParameters } from '../lab.ts';
import type { KnownResult } from './known.ts';

/** What every part of the panel is given. */
export interface PartProps extends Pick<PanelProps, 'run' | 'prediction' | 'mode' | 'hidden'> {
  result: KnownResult;
  /** What the controls say, and what the run on screen was started with. */
  setting: TimeLeakParameters;
  runSetting: TimeLeakParameters | null;
}
