import { describe, expect, it } from 'vitest';
import { day, leaksOf, table } from './table-fixture.ts';

// A zone that is given has to be for a column there is, and has to be a zone.

const text = table('at,x,x_at,label', (i, draw) => [
  ...[`${day(i)}T10:00:00Z`, i % 9, `${day(i)} 09:00`, draw() < 0.5 ? 1 : 0],
]);
const given = ['--time', 'at', '--label', 'label', '--written', 'x=x_at'];

describe('a zone that is given', () => {
  it('for no column of the table is refused', async () => {
    const found = await leaksOf(text, ...given, '--zone', 'x_at=UTC', '--zone', 'nosuchcol=UTC');
    expect(found.code).toBe(1);
    expect(found).toMatchObject({ problem: { what: 'There is no column “nosuchcol”.' } });
  });
  it('and is none is said to be unknown', async () => {
    const found = await leaksOf(text, ...given, '--zone', 'x_at=Mars/Phobos');
    expect(found.code).toBe(2);
    expect(found.asks![0]!.why).toBe('“Mars/Phobos” is no zone that is known here.');
  });
});
