import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import { closedRoom, type RoomTally } from '../../../main/contract/room.ts';
import { spreadOf } from '../../../main/contract/room-spread.ts';
import { memoryHost, WithHost } from '../../../test/components/memory-host.tsx';
import { linearAxis } from '../../charts/axis.ts';
import { LineFigure } from '../../charts/line-figure.tsx';
import { asSaid, type PlaceOf } from '../../charts/room/place-spread.ts';
import { RoomFigure } from './room-figure.tsx';

const tally: RoomTally = {
  question: {
    kind: 'number',
    id: 'predict/latency/one',
    text: 'How long?',
    unit: 'ms',
    min: 0,
    max: 100,
    step: 1,
    scale: 'linear',
    predicted: {
      lab: 'latency',
      settings: {},
      close: { by: 'distance', amount: 5, words: 'within 5' },
      formula: false,
    },
  },
  answered: 5,
  closed: true,
  shown: true,
  counts: {},
  spread: spreadOf([10, 20, 30, 40, 90]),
  means: {},
  outcome: { value: 25, words: '25 ms', atLeast: false, run: 7 },
  close: 2,
  sure: [],
  run: 'run-00007',
};

/** A figure 600 px wide from 0 to 50 on both axes, in a room that said these numbers. */
async function open(room: { axis: 'x' | 'y'; place: PlaceOf } | undefined, shown = tally) {
  const host = memoryHost({
    room: { ...closedRoom, joined: 5, tallies: { [tally.question.id]: shown } },
  });
  const { container } = await render(
    <WithHost host={host}>
      <div style={{ display: 'flex', flexDirection: 'column', width: 600, height: 400 }}>
        <RoomFigure lab="latency" step="one">
          <div style={{ position: 'relative', flex: 1, minHeight: 0 }}>
            <LineFigure
              description="Waiting by load."
              x={linearAxis('ms', 50)}
              y={linearAxis('ms', 50)}
              series={[]}
              formatX={String}
              formatY={String}
              room={room}
            />
          </div>
        </RoomFigure>
      </div>
    </WithHost>,
  );
  const marks = () => container.querySelector('[data-room-marks]');
  const plot = () => container.querySelector('rect[class*=catcher]')!.getBoundingClientRect();
  return { container, marks, plot, scale: () => container.querySelector('[class*=scale]') };
}

const words = 'The middle half of 5 phones said 20 to 40 ms, the middle one 30 ms.';

it('a figure with an axis for the question has the room on it: quartiles and run where they belong, the rest counted', async () => {
  const { marks, plot, scale } = await open({ axis: 'x', place: asSaid });
  await expect.poll(() => marks()?.getAttribute('data-room-marks')).toBe('5');
  await expect.poll(scale).toBeNull();
  await expect.element(page.getByText('On the axis: the room.')).toBeVisible();
  await expect.element(page.getByText(words)).toBeVisible();
  const at = (value: number) => plot().left + (value / 50) * plot().width;
  const box = (part: string) => marks()!.querySelector(`[class*=${part}]`)!.getBoundingClientRect();
  expect(box('half').left).toBeCloseTo(at(20), -0.5);
  expect(box('half').right).toBeCloseTo(at(40), -0.5);
  expect(box('median').left).toBeCloseTo(at(30), -0.5);
  expect(box('run').left).toBeCloseTo(at(25), -0.5);
  // One said 90, which this axis does not reach.
  expect(marks()!.textContent).toContain('1 →');
  expect(marks()!.textContent).toContain('run: 25 ms');
});

it('stands along the axis upwards where the question is about heights', async () => {
  const { marks, plot } = await open({ axis: 'y', place: asSaid });
  await expect.poll(() => marks()).not.toBeNull();
  const half = marks()!.querySelector('[class*=half]')!.getBoundingClientRect();
  const at = (value: number) => plot().bottom - (value / 50) * plot().height;
  expect(half.bottom).toBeCloseTo(at(20), -0.5);
  expect(half.top).toBeCloseTo(at(40), -0.5);
  expect(marks()!.textContent).toContain('1 ↑');
});

it('a figure without one has a scale under it instead; before a run has answered, how many locked', async () => {
  const none = await open(undefined);
  await expect.poll(none.scale).not.toBeNull();
  expect(none.marks()).toBeNull();
  const nowhere = await open({ axis: 'x', place: () => null });
  await expect.poll(nowhere.scale).not.toBeNull();
  const locked = await open({ axis: 'x', place: asSaid }, { ...tally, shown: false, spread: null });
  await expect
    .poll(() => locked.container.textContent)
    .toContain('5 of 5 phones locked a prediction');
  expect(locked.marks()).toBeNull();
});
