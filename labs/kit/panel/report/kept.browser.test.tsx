import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import { LecternError } from '../../../../main/contract/errors.ts';
import { memoryHost, WithHost } from '../../../../test/components/memory-host.tsx';
import type { Host } from '../../../../renderer/host/host.ts';
import type { ReportContent } from '../../../view.ts';
import { KeptNote } from './kept-note.tsx';
import { useKept } from './use-kept.ts';

const content: ReportContent = {
  ...{ lab: 'trial', step: 'table', rows: 2, roles: [], found: 'Nothing.' },
  file: { name: 'mine.csv', bytes: 9, sha256: 'ab'.repeat(32) },
  body: { title: 'A report', about: [], sections: [] },
};
const id = `report-${'a'.repeat(24)}`;

/** A host that keeps reports, or has no room for them. */
function keeping({ full }: { full: boolean }) {
  const old = memoryHost();
  const state = { full };
  const kept: unknown[] = [];
  const host: Host = {
    ...old,
    call: async (method, params) => {
      if (method !== 'report.keep') return old.call(method, params);
      if (state.full)
        throw new LecternError({
          code: 'storage',
          what: 'The disk is full.',
          safe: 'It is still on screen.',
          next: 'Free some space.',
        });
      kept.push(params);
      const { body: _body, roles: _roles, ...summary } = params as ReportContent;
      const keptAt = '2026-03-01T10:00:00.000Z';
      old.store.setState({ reports: { [id]: { ...summary, readable: true, id, keptAt } } });
      return { ...content, formatVersion: 1, id, keptAt, hash: '' } as never;
    },
  };
  return { host, kept, state, forget: () => old.store.setState({ reports: {} }) };
}

function Note({ findings }: { findings: object }) {
  return <KeptNote kept={useKept(findings, content)} />;
}

it('keeps findings once, says where they are, and keeps them again only when asked', async () => {
  const { host, kept, forget } = keeping({ full: false });
  const findings = {};
  const drawn = (
    <WithHost host={host}>
      <Note findings={findings} />
    </WithHost>
  );
  const first = await render(drawn);
  const link = page.getByRole('link', { name: 'In your notebook' });
  await expect.element(link).toHaveAttribute('href', `#/notebook/${id}`);
  expect(kept).toEqual([content]);
  // Who goes on and comes back keeps nothing twice.
  await first.unmount();
  await render(drawn);
  await expect.element(link).toBeVisible();
  expect(kept).toHaveLength(1);
  // Deleted in the notebook: it stays deleted until somebody wants it back.
  forget();
  const again = page.getByRole('button', { name: 'Keep in the notebook' });
  await expect.element(again).toBeVisible();
  expect(kept).toHaveLength(1);
  await again.click();
  await expect.element(link).toBeVisible();
  expect(kept).toHaveLength(2);
});

it('says why a report is not kept, and tries again', async () => {
  const { host, kept, state } = keeping({ full: true });
  await render(
    <WithHost host={host}>
      <Note findings={{ of: 'another table' }} />
    </WithHost>,
  );
  await expect.element(page.getByRole('alert')).toHaveTextContent('The disk is full.');
  state.full = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(page.getByRole('link', { name: 'In your notebook' })).toBeVisible();
  expect(kept).toHaveLength(1);
});
