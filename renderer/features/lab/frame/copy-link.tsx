import { useEffect, useState } from 'react';
import { Button } from '../../../kit/button.tsx';
import { formatLink } from '../../../model/address/address.ts';
import { presetParameters } from '../../../model/lab/question-settings.ts';
import { overridesOf } from '../../../model/lab/resolve-place.ts';
import type { LabState } from '../run/use-lab.ts';

/** What a screen reader says beside the button's own word. */
const announcements = {
  Copied: 'Link copied',
  'Not copied': 'The link could not be copied',
} as const;

/** Copies a link to exactly what is on screen, seed and preset named, so that it opens the same anywhere. */
export function CopyLink({ lab }: { lab: LabState }) {
  const [said, setSaid] = useState<keyof typeof announcements | null>(null);
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(null), 2500);
    return () => clearTimeout(timer);
  }, [said]);
  const link = () =>
    formatLink({
      room: 'labs',
      lab: {
        id: lab.lab.id,
        step: lab.at.step.id,
        preset: lab.at.preset,
        seed: lab.at.seed,
        parameters: overridesOf(presetParameters(lab.lab, lab.at.preset), lab.control.parameters),
      },
    });
  const copy = () =>
    void navigator.clipboard.writeText(link()).then(
      () => setSaid('Copied'),
      () => setSaid('Not copied'),
    );
  return (
    <>
      <Button variant="quiet" icon={said === 'Copied' ? 'check' : 'link'} onClick={copy}>
        {said ?? 'Link'}
      </Button>
      <span className="said" role="status">
        {said ? announcements[said] : ''}
      </span>
    </>
  );
}
