import { Profiler, type ProfilerOnRenderCallback } from 'react';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import { useStore } from 'zustand';
import { memoryHost, WithHost, type MemoryHost } from '../../test/components/memory-host.tsx';
import { PlacedTrialLab, trialLab } from '../../test/components/trial-lab.tsx';
import { Controls } from '../features/lab/run/controls.tsx';
import { followLecture } from '../features/present/follow.ts';
import { createPlaceStore } from '../features/present/place.ts';
import { createAddressStore, type AddressStore } from '../model/address/address-store.ts';
import type { Known } from '../model/address/address.ts';

const known: Known = {
  slides: [{ id: 'a', steps: 1 }],
  labs: { trial: { presets: ['usual', 'patient'], parameters: trialLab.parameters, steps: null } },
};

interface WindowProps {
  name: string;
  host: MemoryHost;
  addresses: AddressStore;
  /** Hears of every time that something in this window was drawn. */
  onDrawn: ProfilerOnRenderCallback;
}

/** A window that shows the lab where its address says. */
function Window({ name, host, addresses, onDrawn }: WindowProps) {
  const address = useStore(addresses, (state) => state.address);
  if (address.room !== 'labs') return null;
  return (
    <WithHost host={host}>
      <section aria-label={name}>
        <Profiler id={name} onRender={onDrawn}>
          <PlacedTrialLab
            place={address.lab}
            onPlace={(lab) => addresses.go({ room: 'labs', lab }, 'replace')}
          >
            {(lab) => <Controls lab={lab} mode="full" />}
          </PlacedTrialLab>
        </Profiler>
      </section>
    </WithHost>
  );
}

it('a slider that is moved in the presenter’s window is sent and drawn in the room once', async () => {
  const [presenter, room] = [memoryHost(), memoryHost()];
  const place = createPlaceStore(
    presenter,
    known,
    () => undefined,
    () => true,
  );
  const addresses = createAddressStore(known, {
    read: () => '#/labs/trial/explore',
    write: () => undefined,
    listen: () => undefined,
  });
  followLecture(room, addresses, known, () => true);
  const drawn = { presenter: 0, room: 0 };
  /** A slider measures its thumb within the same drawing: that is no second one. */
  const count =
    (window: keyof typeof drawn): ProfilerOnRenderCallback =>
    (_id, phase) => {
      if (phase !== 'nested-update') drawn[window] += 1;
    };
  const sent: string[] = [];
  let told = 0;
  /** Tells both windows of what either shared, as the host does: as other objects, each in a task of its own. */
  const deliver = async () => {
    for (const changes of [presenter.askedFor('stage.set'), room.askedFor('stage.set')])
      sent.push(...changes.map(({ key }) => key));
    const changes = [...presenter.askedFor('stage.set'), ...room.askedFor('stage.set')];
    presenter.asked.length = 0;
    room.asked.length = 0;
    for (const change of changes) {
      for (const window of [presenter, room])
        window.hear(JSON.parse(JSON.stringify(change)) as typeof change);
      told += 1;
      await new Promise((done) => setTimeout(done));
    }
  };
  await deliver();
  await render(
    <>
      <Window name="presenter" host={presenter} addresses={place} onDrawn={count('presenter')} />
      <Window name="room" host={room} addresses={addresses} onDrawn={count('room')} />
    </>,
  );
  const slider = (name: string) =>
    page.getByRole('region', { name, exact: true }).getByRole('slider', { name: 'Wait' });
  slider('presenter').element().focus();
  /** Moves by a step, and waits until the move is on its way and was told. */
  const move = async () => {
    await userEvent.keyboard('{ArrowRight}');
    await expect.poll(() => presenter.askedFor('stage.set').length).toBeGreaterThan(0);
    await new Promise((done) => setTimeout(done, 20));
    await deliver();
  };
  await move();
  await deliver();
  Object.assign(drawn, { presenter: 0, room: 0 });
  sent.length = 0;
  told = 0;
  await move();
  await deliver();
  await expect.element(slider('room')).toHaveAttribute('aria-valuenow', '22');
  expect(sent).toEqual(['lecture/place', 'explored/trial']);
  expect(told).toBe(2);
  // The presenter's own: what the hand does, and what the address says of it.
  expect(drawn).toEqual({ presenter: 2, room: 1 });
});
