import { z } from 'zod';
import { useShared, type Shared } from '../../../host/use-shared.ts';

/** Not kept over a restart: whoever comes back another day is asked again. */
const sharedSkips: Shared<string[]> = {
  key: 'lab/skipped',
  schema: z.array(z.string().max(120)).max(200),
  fallback: [],
  keep: false,
};

/**
 * Whether the learner chose to see a part's results without saying first what they expect, and how to choose so. All windows share
 * it: what the presenter's window shows of a lab, the room sees too.
 */
export function useSkipped(lab: string, part: string): [skipped: boolean, skip: () => void] {
  const [parts, set] = useShared(sharedSkips);
  const key = `${lab}/${part}`;
  return [parts.includes(key), () => set([...new Set([...parts, key])])];
}
