import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import { defaultSettings } from '../../../../main/contract/learner.ts';
import type { ReportContent, TableReport } from '../../../view.ts';
import type { Host } from '../../../../renderer/host/host.ts';
import { memoryHost, WithHost } from '../../../../test/components/memory-host.tsx';
import { ClassTablePart } from '../../../kit/panel/class-table/class-table-part.tsx';
import { timeLeakTable } from '../time-leak-table.ts';
import { ClassBar } from './class-bar.tsx';

const id = `report-${'a'.repeat(24)}`;
const content: ReportContent = {
  ...{
    lab: 'time-leak',
    step: 'split-read',
    rows: 100,
    roles: [],
    found: 'The lab’s steps: 1 leak',
  },
  file: { name: 'shop.csv', bytes: 10, sha256: 'b'.repeat(64) },
  body: {
    ...{ title: 'Steps', about: ['Made today.'] },
    sections: [
      {
        part: 'split',
        heading: 'On this table',
        paragraphs: ['AUC falls.'],
        points: [],
        tables: [],
      },
    ],
  },
};
const keptAt = '2026-03-01T10:00:00.000Z';

it('a table becomes the class’s data in the lab’s parts; a part that it can’t do says why', async () => {
  const report = { ...content, id, keptAt, formatVersion: 1 } as unknown as TableReport;
  const memory = memoryHost({ settings: defaultSettings });
  const call = (method: string) => {
    if (method === 'report.keep')
      memory.store.setState({ reports: { [id]: { ...report, readable: true } as never } });
    return Promise.resolve(method.startsWith('report.') ? report : {});
  };
  const host = { ...memory, call: call as unknown as Host['call'] };
  const { unmount } = await render(
    <WithHost host={host}>
      <ClassBar content={content} />
      <ClassTablePart lab={timeLeakTable} part="split" hidden={false}>
        <p>built-in split</p>
      </ClassTablePart>
      <ClassTablePart lab={timeLeakTable} part="drift" hidden={false}>
        <p>built-in drift</p>
      </ClassTablePart>
    </WithHost>,
  );
  await expect.element(page.getByText('built-in split')).toBeVisible();
  await page.getByRole('button', { name: 'Use it in all parts' }).click();
  await expect.element(page.getByText('AUC falls.')).toBeVisible();
  await expect.element(page.getByText(/A table can’t show this part/)).toBeVisible();
  await page.getByRole('button', { name: 'Built-in events only' }).first().click();
  await expect.element(page.getByText('built-in drift')).toBeVisible();
  await unmount();
});
