import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Notice } from '../../contract/methods.ts';
import type { ListedReport, ReportContent } from '../../contract/table-report.ts';
import { ReportFolder } from './report-folder.ts';
import { Reports } from './reports.ts';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'lectern-reports-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

const content: ReportContent = {
  lab: 'fairness',
  step: 'yours-explore',
  file: { name: 'loans.csv', bytes: 120, sha256: 'ab'.repeat(32) },
  rows: 90,
  roles: [{ role: 'Group', column: 'sex' }],
  found: '27 in 100 of “f” are selected, 50 of “m”',
  body: {
    title: 'Fairness audit of loans.csv',
    about: ['90 rows.'],
    sections: [
      {
        heading: 'By sex',
        paragraphs: ['Two groups.'],
        points: [],
        tables: [
          {
            caption: 'Rates',
            columns: ['Group', 'Selected'],
            rows: [
              { cells: ['f', { value: 0.27, interval: [0.2, 0.35], exact: false }], quiet: false },
            ],
          },
        ],
      },
    ],
  },
};

let clock = Date.parse('2026-03-01T10:00:00Z');
async function open() {
  const [notices, changed, removed]: [Notice[], ListedReport[], string[]] = [[], [], []];
  const reports = new Reports({
    folder: new ReportFolder(folder, (notice) => notices.push(notice)),
    changed: (report) => changed.push(report),
    removed: (id) => removed.push(id),
    now: () => (clock += 60_000),
  });
  await reports.load();
  return { reports, notices, changed, removed };
}
const pathOf = (id: string) => join(folder, `${id}.json`);

test('a report is kept, is there after a restart, and is replaced by the next of the same file and roles', async () => {
  const first = await open();
  const kept = await first.reports.keep(content);
  const again = await first.reports.keep({ ...content, found: 'Another threshold' });
  expect(again.id).toBe(kept.id);
  const other = await first.reports.keep({
    ...content,
    roles: [{ role: 'Group', column: 'area' }],
  });
  expect(other.id).not.toBe(kept.id);
  expect(first.changed.map(({ id }) => id)).toEqual([kept.id, kept.id, other.id]);

  const second = await open();
  expect(second.reports.list().map(({ id }) => id)).toEqual([other.id, kept.id]);
  expect(second.reports.list()[1]).toMatchObject({ found: 'Another threshold', rows: 90 });
  expect(second.reports.list()[1]).not.toHaveProperty('body');
  expect(await second.reports.get(kept.id)).toEqual(again);
});

test('what is deleted can be brought back until Lectern ends', async () => {
  const { reports, removed } = await open();
  const { id } = await reports.keep(content);
  await reports.remove(id);
  expect(removed).toEqual([id]);
  expect(await readdir(folder)).toEqual([]);
  await expect(reports.get(id)).rejects.toThrow('no longer in the notebook');
  await reports.restore(id);
  expect((await reports.get(id)).body).toEqual(content.body);
  await reports.remove(id);
  const later = await open();
  await expect(later.reports.restore(id)).rejects.toThrow('no longer in the notebook');
});

test('a newer Lectern’s card is listed and left alone, a damaged one set aside, a changed one not believed', async () => {
  const { reports } = await open();
  const newer = await reports.keep(content);
  const changed = await reports.keep({ ...content, lab: 'time-leak' });
  const cut = await reports.keep({ ...content, lab: 'latency' });
  const text = JSON.stringify({ ...newer, formatVersion: 2, more: true });
  await writeFile(pathOf(newer.id), text);
  await writeFile(pathOf(changed.id), JSON.stringify({ ...changed, rows: 91 }));
  await writeFile(pathOf(cut.id), JSON.stringify(cut).slice(0, 300));
  await writeFile(join(folder, 'mine.txt'), 'not ours');

  const { reports: after, notices } = await open();
  expect(after.list()).toEqual([{ readable: false, id: newer.id }]);
  await expect(after.get(newer.id)).rejects.toThrow('newer version');
  await expect(after.remove(newer.id)).rejects.toThrow('newer version');
  await expect(after.keep(content)).rejects.toThrow('newer version');
  expect(await readFile(pathOf(newer.id), 'utf8')).toBe(text);
  expect(notices.map(({ id }) => id).sort()).toEqual(
    [changed.id, cut.id].map((id) => `aside-${id}.json`).sort(),
  );
  const names = await readdir(folder);
  expect(names.filter((name) => name.includes('.corrupt-'))).toHaveLength(2);
  expect(names).toContain('mine.txt');
});

test('a file that vanished is said and no longer listed', async () => {
  const { reports, removed } = await open();
  const { id } = await reports.keep(content);
  await rm(pathOf(id));
  await expect(reports.get(id)).rejects.toThrow('no longer in the notebook');
  expect(removed).toEqual([id]);
  expect(reports.list()).toEqual([]);
});

test('a folder that can’t be written is said, and nothing is listed', async () => {
  await rm(folder, { recursive: true });
  await writeFile(folder, 'a file in its place');
  const { reports } = await open();
  await expect(reports.keep(content)).rejects.toThrow('a file stands where a folder is needed');
  expect(reports.list()).toEqual([]);
});

test('another notebook’s report comes in once and says so; one that was changed is refused', async () => {
  const { reports } = await open();
  const kept = await reports.keep(content);
  expect(await reports.import(kept)).toEqual({ id: kept.id, added: false });
  await reports.remove(kept.id);
  expect(await reports.import(kept)).toEqual({ id: kept.id, added: true });
  const came = await reports.get(kept.id);
  expect(came).toMatchObject({ hash: kept.hash, keptAt: kept.keptAt });
  expect(came.importedAt).toBeDefined();
  // Its hash is that of what it says: it can be handed on.
  expect(await reports.import(came)).toEqual({ id: kept.id, added: false });
  await expect(reports.import({ ...kept, found: 'All are selected alike' })).rejects.toThrow(
    'was changed after it was written',
  );
  await expect(reports.import({ ...kept, formatVersion: 9 })).rejects.toThrow('newer version');
  await expect(reports.import('nothing')).rejects.toThrow('damaged');
});
