import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import { useState } from 'react';
import { memoryHost, WithHost } from '../../../../test/components/memory-host.tsx';
import { trialLab } from '../../../../test/components/trial-lab.tsx';
import { numberParameter } from '../../../../labs/parameters.ts';
import type { Story, StoryStep } from '../../../../labs/view.ts';
import { labPlace, type LabPlace } from '../../../model/address/lab-place.ts';
import type { LoadedLab } from '../../../model/lab/registry.ts';
import { useLab } from './use-lab.ts';

const ship = numberParameter({
  label: 'You ship',
  help: '',
  ownChoice: true,
  min: 0,
  max: 9,
  default: 0,
  needsRun: false,
});
const explore = (id: string): StoryStep => ({
  id,
  title: '',
  body: '',
  kind: 'explore',
  controls: [],
});
const story: Story = {
  parts: [
    { id: 'decide', title: 'Decide', controls: [], steps: [explore('turn'), explore('defend')] },
    { id: 'other', title: 'Other', controls: [], steps: [explore('look')] },
  ],
};
const loaded: LoadedLab = {
  lab: { ...trialLab, parameters: trialLab.parameters.extend({ ship }) } as never,
  story,
  Panel: () => null,
};

/** A lab in which a candidate is chosen, and an address that another part of the app writes. */
function Choosing() {
  const [place, setPlace] = useState<LabPlace>(labPlace('trial', 'turn'));
  const { control, goTo, at } = useLab(loaded, place, setPlace);
  return (
    <>
      <output>{`${at.step.id}: ${control.parameters['ship']}, ${control.parameters['wait']} ms`}</output>
      <button onClick={() => control.set('ship', 4)}>Choose</button>
      <button onClick={() => control.set('wait', 30)}>Wait</button>
      <button onClick={control.undo}>Undo</button>
      <button onClick={() => goTo('look')}>Leave</button>
      <button onClick={() => goTo('turn')}>Return</button>
      <button onClick={() => setPlace(labPlace('trial', 'defend'))}>Link</button>
    </>
  );
}

const press = (name: string) => page.getByRole('button', { name }).click();
const shows = (words: string) => expect.element(page.getByRole('status')).toHaveTextContent(words);

it('what was chosen stays when one goes to another part and comes back, by a link too; what was tried ends', async () => {
  await render(
    <WithHost host={memoryHost()}>
      <Choosing />
    </WithHost>,
  );
  await press('Wait');
  await press('Choose');
  await shows('turn: 4, 30 ms');
  await press('Leave');
  await shows('look: 0, 20 ms');
  await press('Return');
  await shows('turn: 4, 20 ms');
  await press('Leave');
  await press('Link');
  await shows('defend: 4, 20 ms');
});

it('a choice that was taken back does not come again', async () => {
  await render(
    <WithHost host={memoryHost()}>
      <Choosing />
    </WithHost>,
  );
  await press('Choose');
  await shows('turn: 4, 20 ms');
  await press('Undo');
  await shows('turn: 0, 20 ms');
  await press('Link');
  await shows('defend: 0, 20 ms');
});
