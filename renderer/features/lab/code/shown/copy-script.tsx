import { useState } from 'react';
import { scripts } from 'lectern:figure-scripts';
import { Button } from '../../../../kit/button.tsx';
import type { LabState } from '../../run/use-lab.ts';
import { programOf } from './program.ts';

/** Copies a program that prints the numbers of the figure on screen; nothing for figures that have none, and before a run. */
export function CopyScript({ lab }: { lab: LabState }) {
  const [said, setSaid] = useState('');
  const { card } = lab;
  const { part } = lab.at;
  const own = scripts[lab.lab.id];
  if (own?.part !== part.id) return null;
  const copy = async () => {
    try {
      const { text, script } = await own.load();
      await navigator.clipboard.writeText(
        programOf(`${lab.lab.title}: ${part.title}`, script, text, card!),
      );
      setSaid(`Copied. Save it as ${script.part}.mjs.`);
    } catch {
      setSaid('This browser did not let it be copied.');
    }
  };
  return (
    <>
      <Button
        variant="quiet"
        icon="copy"
        disabled={!card?.complete}
        title={card?.complete ? 'A program that prints this figure’s numbers' : 'Run first.'}
        onClick={() => void copy()}
      >
        Copy as script
      </Button>
      <span role="status">{said}</span>
    </>
  );
}
