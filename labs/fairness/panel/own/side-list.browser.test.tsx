import { expect, it } from 'vitest';
import { useState } from 'react';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import type { Column } from '../../../data/column.ts';
import type { OwnAnswers } from '../../own/own-roles.ts';
import { SideList } from './side-list.tsx';

const two = { zero: 'no', one: 'yes', zeroWord: 'no', oneWord: 'yes', told: true };
const column = { name: 'repaid', two, missing: 0, values: null } as Partial<Column> as Column;

function List() {
  const [answers, setAnswers] = useState<OwnAnswers>({});
  return <SideList columns={[column]} answers={answers} mapping={null} onAnswers={setAnswers} />;
}

it('a yes and a no can be turned round, and taken back', async () => {
  const { unmount } = await render(<List />);
  const list = page.getByRole('list', { name: 'Which values count as 1' });
  await expect.element(list).toHaveTextContent('repaid: “yes” counts as 1, “no” as 0');
  await page.getByRole('button', { name: 'Turn round: repaid' }).click();
  await expect.element(list).toHaveTextContent('repaid: “no” counts as 1, “yes” as 0');
  await page.getByRole('button', { name: 'Take back what was said of repaid' }).click();
  await expect.element(list).toHaveTextContent('repaid: “yes” counts as 1, “no” as 0');
  await unmount();
});
