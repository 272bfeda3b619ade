import { useEffect, useState } from 'react';
import { Button } from '../../../kit/button.tsx';
import { formatLink } from '../../../model/address/address.ts';
import { presetParameters } from '../../../model/lab/question-settings.ts';
import { overridesOf } from '../../../model/lab/resolve-place.ts';
import type { LabState } from '../run/use-lab.ts';

/** Copies a link to exactly what is on screen, seed and preset named, so that it opens the same anywhere. */
export function CopyLink({ lab }: { lab: LabState }) {
  const [said, setSaid] = useState<'Copied' | 'Not copied' | null>(null);
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
  const chooseWords = () => {
    if (said === 'Copied') return 'Link copied';
    return said ? 'The link could not be copied' : '';
  };
  return (
    <>
      <Button variant="quiet" icon={said === 'Copied' ? 'check' : 'link'} onClick={copy}>
        {said ?? 'Link'}
      </Button>
      <span className="said" role="status">
        {chooseWords()}
      </span>
    </>
  );
}
