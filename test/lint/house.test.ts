import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  folderArrows,
  folderCycles,
  folderSizes,
  importGraph,
  projectFiles,
  type Edge,
} from './import-graph.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = projectFiles(root);
const edges = importGraph(root, files);

/** About 25 files side by side can be read at a glance; a folder that is on its way there may have a few more. */
const mostSideBySide = 28;

/** The renderer's layers, from the lowest. The phone's page and the player are built apart: nothing stands on them. */
const layers = ['base', 'model', 'shared', 'features', 'app', 'room', 'player'];

function layerOf(file: string): number {
  const folder = file.split('/')[1]!;
  return layers.indexOf(/^(kit|charts|host|styles|glossary)$/.test(folder) ? 'base' : folder);
}

const inRenderer = edges.filter(
  ({ from, to }) => from.startsWith('renderer/') && to.startsWith('renderer/'),
);
const featureOf = (file: string) => /^renderer\/features\/([^/]+)\//.exec(file)?.[1] ?? null;
const words = ({ from, to }: Edge) => `${from} takes ${to}`;

describe('the house', () => {
  test('no folders import one another in a circle', () => {
    expect(folderCycles(edges)).toEqual([]);
  });

  test(`no folder has more than ${mostSideBySide} files side by side`, () => {
    const counted = files.filter((file) => !file.startsWith('test/'));
    const crowded = [...folderSizes(counted)].filter(([, size]) => size > mostSideBySide);
    expect(crowded).toEqual([]);
  });

  test('every file of the renderer stands in a layer', () => {
    const strangers = files.filter((file) => /^renderer\/.+\//.test(file) && layerOf(file) < 0);
    expect(strangers).toEqual([]);
  });

  // What lint sees of an `import` this sees of whatever is fetched later, too.
  test('no layer of the renderer takes one that stands on it', () => {
    expect(inRenderer.filter(({ from, to }) => layerOf(from) < layerOf(to)).map(words)).toEqual([]);
  });

  test('no feature takes another', () => {
    const crossing = inRenderer.filter(({ from, to }) => {
      const [own, other] = [featureOf(from), featureOf(to)];
      return own !== null && other !== null && own !== other;
    });
    expect(crossing.map(words)).toEqual([]);
  });
});

describe('how the house is measured', () => {
  const edge = (from: string, to: string): Edge => ({ from, to });

  test('a circle over three folders is found, whatever leads into it', () => {
    const three = [edge('a/1', 'b/1'), edge('b/2', 'c/1'), edge('c/2', 'a/2')];
    expect(folderCycles([...three, edge('d/1', 'a/1')])).toEqual([['a', 'b', 'c']]);
    expect(folderCycles(three.slice(1))).toEqual([]);
  });

  test('a folder and what is inside it are one room', () => {
    expect(folderCycles([edge('a/1', 'a/b/1'), edge('a/b/1', 'a/2')])).toEqual([]);
  });

  test('arrows are counted once for two folders, and not within one', () => {
    expect(folderArrows([edge('a/1', 'b/1'), edge('a/2', 'b/2'), edge('a/1', 'a/2')])).toEqual([
      edge('a', 'b'),
    ]);
  });

  test('imports, types, what is fetched later, globs and workers all count', () => {
    const taken = (from: string) => edges.filter((one) => one.from === from).map(({ to }) => to);
    expect(taken('renderer/model/lab/registry.ts')).toEqual(
      expect.arrayContaining(['labs/lab.ts', 'labs/latency/lab.ts', 'labs/latency/panel.tsx']),
    );
    expect(taken('renderer/app/app.tsx')).toContain('renderer/features/report/report-room.tsx');
    expect(taken('labs/latency/panel/use-frontier.ts')).toContain(
      'labs/latency/explore/frontier.worker.ts',
    );
    expect(taken('slides/lecture-1/deck.ts').length).toBeGreaterThan(0);
    expect(edges.some(({ from }) => from.endsWith('.mdx'))).toBe(true);
  });
});
