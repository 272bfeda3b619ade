import { useEffect, useRef } from 'react';
import type { Host } from '../../../host/host.ts';
import { useHost } from '../../../host/use-host.ts';
import type { LabPlace } from '../../../model/address/lab-place.ts';
import { explorationOf, explore, leave, unsaidChoice } from '../../../model/lab/explorations.ts';
import { asks } from '../../../model/lab/question-settings.ts';
import type { LoadedLab } from '../../../model/lab/registry.ts';
import { understood, type ResolvedPlace } from '../../../model/lab/resolve-place.ts';
import type { ExplorationsKept } from './use-explorations.ts';

/** Which part of each lab a window showed last: one that is closed and opened again in another part was left as well. */
const shownLast = new WeakMap<Host, Map<string, string>>();

function partsShownLast(host: Host): Map<string, string> {
  const parts = shownLast.get(host) ?? new Map<string, string>();
  shownLast.set(host, parts);
  return parts;
}

/**
 * Puts an address right once it is there: it names the step, and nothing in it that was not
 * understood. Whichever way leads into another part (a slide, a link, Back), the copy of the one
 * that is left ends; what the learner answered with stays.
 */
export function useSettledPlace({
  loaded: { lab, story },
  place,
  at,
  onPlace,
  explorations,
}: {
  loaded: LoadedLab;
  place: LabPlace;
  at: ResolvedPlace;
  onPlace: (place: LabPlace) => void;
  explorations: ExplorationsKept;
}) {
  const parts = partsShownLast(useHost());
  const leftStep = useRef<string | null>(null);
  useEffect(() => {
    const explored = explorations.read();
    const [fromPart, fromStep] = [parts.get(lab.id) ?? at.part.id, leftStep.current];
    const kept = fromPart === at.part.id ? explored : leave(lab, explored, fromPart);
    parts.set(lab.id, at.part.id);
    leftStep.current = at.step.id;
    const next = at.waits ? explore(lab, story, place, kept) : kept;
    if (next !== explored) explorations.keep(next);
    // Within a step the learner may have taken the choice back.
    const chosen = fromStep === at.step.id ? null : unsaidChoice(lab, story, at, kept);
    if (place.step === at.step.id && at.messages.length === 0 && !chosen) return;
    // Where one left off, what was explored there is still on.
    const isPlain = place.preset === null && Object.keys(place.parameters).length === 0;
    const copy =
      place.step === null && isPlain && !asks(at.step)
        ? explorationOf(lab, story, at.part, explored)
        : null;
    const put = { ...understood(place, at), ...copy };
    onPlace({ ...put, parameters: { ...chosen, ...put.parameters } });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- an address is put right once, with what is explored then.
  }, [place, at, onPlace]);
}
