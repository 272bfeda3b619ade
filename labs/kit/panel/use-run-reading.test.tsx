import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { PanelProps } from '../../view.ts';
import { useRunReading } from './use-run-reading.ts';

const readResult = (value: unknown) => (typeof value === 'string' ? value : 'nothing');
const readParameters = (values: Record<string, unknown>) => Number(values.epochs ?? 3);

function Reading({ run, parameters }: Pick<PanelProps, 'run' | 'parameters'>) {
  const reading = useRunReading({ run, parameters }, readResult, readParameters);
  return <>{JSON.stringify(reading)}</>;
}

const read = (run: unknown, parameters: PanelProps['parameters']): unknown => {
  const markup = renderToStaticMarkup(
    <Reading run={run as PanelProps['run']} parameters={parameters} />,
  );
  return JSON.parse(markup.replaceAll('&quot;', '"'));
};

test('a run is read with its own settings, beside what the controls say', () => {
  expect(read({ result: 'found', parameters: { epochs: 5 } }, { epochs: 7 })).toEqual({
    result: 'found',
    setting: 7,
    runSetting: 5,
  });
});

test('without a run there are the controls alone', () => {
  expect(read(null, {})).toEqual({ result: 'nothing', setting: 3, runSetting: null });
});
