import { expect, it } from 'vitest';
import { render } from 'vitest-browser-react/pure';
import { memoryHost, WithHost } from '../../../test/components/memory-host.tsx';
import { labPlace, type LabPlace } from '../../model/address/lab-place.ts';
import { slidesOf, type Lecture } from '../../model/lecture/lecture.ts';
import { ShellProvider, type Shell } from '../../shared/window/shell.ts';
import { Presenter } from './presenter.tsx';

const lecture = {
  id: 'trial',
  title: 'Trial',
  parts: [
    {
      id: 'one',
      title: 'One',
      minutes: 10,
      slides: [
        { id: 'a', title: 'A', steps: 1 },
        { id: 'b', title: 'B', steps: 1 },
      ],
      load: () => Promise.reject(new Error('Nothing is loaded.')),
    },
  ],
} as unknown as Lecture;

it('the slides in the presenter’s window are not drawn anew while a slider of the lab is moved', async () => {
  const host = memoryHost();
  const slides = slidesOf(lecture);
  let drawn = 0;
  const Part = () => {
    drawn += 1;
    return <p>A slide</p>;
  };
  const content = [Part];
  const nothing = () => undefined;
  const Frame = () => null;
  const shell = { presenting: () => true } as unknown as Shell;
  const at = { slide: 'a', step: 1 };
  const Window = ({ lab }: { lab: LabPlace }) => (
    <WithHost host={host}>
      <ShellProvider value={shell}>
        <Presenter
          lecture={lecture}
          slides={slides}
          content={content}
          at={at}
          lab={lab}
          LabFrame={Frame}
          full={false}
          go={nothing}
          busy={false}
          onJump={nothing}
          onClasses={nothing}
          onRoom={nothing}
          roomPane={null}
          tell={nothing}
        />
      </ShellProvider>
    </WithHost>
  );
  const lab = labPlace('latency', 'queue-explore');
  const { rerender } = await render(<Window lab={lab} />);
  await expect.poll(() => drawn).toBeGreaterThanOrEqual(3);
  drawn = 0;
  for (const load of [0.5, 0.6, 0.7])
    await rerender(<Window lab={{ ...lab, parameters: { load } }} />);
  expect(drawn).toBe(0);
});
