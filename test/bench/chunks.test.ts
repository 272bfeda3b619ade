import { describe, expect, it } from 'vitest';
import { closure, entriesOf, weigh, type Chunk } from './chunks.ts';

const chunk = (gzip: number, imports: string[] = [], dynamic: string[] = []): Chunk => ({
  gzip,
  imports,
  dynamic,
});
const build = new Map([
  ['index', chunk(10, ['react', 'opening'], ['lab', 'part-2'])],
  ['react', chunk(100)],
  // Chunks may import each other in a circle.
  ['opening', chunk(1, ['react', 'index'])],
  ['lab', chunk(20, ['react', 'charts'], ['panel'])],
  ['panel', chunk(5, ['charts'])],
  ['charts', chunk(200, ['react'])],
  ['part-2', chunk(3, ['opening'])],
  ['orphan', chunk(1_000, [], ['never'])],
  ['never', chunk(1_000)],
]);

describe('the graph of chunks', () => {
  it('follows static imports, circles included, and leaves out what is loaded on demand', () => {
    expect([...closure(build, ['index'])].sort()).toEqual(['index', 'opening', 'react']);
    expect([...closure(build, [])]).toEqual([]);
  });
  it('names the initial weight and what each part adds to it', () => {
    expect(weigh(build, ['index'])).toEqual({
      initial: 111,
      initialChunks: ['index', 'opening', 'react'],
      later: [
        { name: 'lab', adds: 220 },
        { name: 'panel', adds: 205 },
        { name: 'part-2', adds: 3 },
      ],
    });
  });
  it('says which chunk is missing', () => {
    expect(() => weigh(new Map([['index', chunk(1, ['gone'])]]), ['index'])).toThrow('gone');
    expect(() => weigh(build, ['none'])).toThrow('none');
  });
  it('finds all scripts of a page: the first may be but a small part that the entry shares', () => {
    const page =
      '<script>1</script><script type="module" src="./assets/runtime.js"></script>' +
      '<script crossorigin src="./assets/a.js" type="module"></script>';
    expect(entriesOf(page)).toEqual(['./assets/runtime.js', './assets/a.js']);
    expect(entriesOf('')).toEqual([]);
  });
});
