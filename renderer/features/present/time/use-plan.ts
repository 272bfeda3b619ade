import { useMemo } from 'react';
import { useHostState } from '../../../host/use-host.ts';
import { useShared } from '../../../host/use-shared.ts';
import type { PlacedSlide } from '../../../model/lecture/lecture.ts';
import { sharedPresenterSettings } from '../../../model/lecture/presenter-settings.ts';
import { sharedSlideMinutes } from '../../../model/lecture/slide-minutes.ts';
import { sharedClock } from './clock.ts';
import { planOf, type Plan } from './pace.ts';
import { passagesKept, rehearsedOf, type Rehearsed } from './rehearsed.ts';

/** The lecture's plan as this presenter set it: the planned length, and their own minutes for slides. */
export function usePlan(slides: readonly PlacedSlide[]): Plan {
  const [{ planned }] = useShared(sharedPresenterSettings);
  const [{ own }] = useShared(sharedSlideMinutes);
  return useMemo(() => planOf(slides, planned, own), [slides, planned, own]);
}

/** How long slides took before, by their id. */
export function useRehearsed(): ReadonlyMap<string, Rehearsed> {
  const earlier = useHostState((state) => state.classes.earlier);
  const [{ passages }] = useShared(sharedClock);
  return useMemo(() => rehearsedOf(passagesKept(earlier, { passages })), [earlier, passages]);
}
