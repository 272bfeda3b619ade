import { useState } from 'react';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import { GlossaryLinks, TermScope } from './term-scope.tsx';
import { Term } from './term.tsx';
import { findTerm } from './glossary.ts';

const words = () => (
  <p>
    A <Term id="tail">tail</Term> begins at the <Term id="p99">99th percentile</Term>, and the{' '}
    <Term id="p99">99th percentile</Term> is no mean.
  </p>
);
const term = (name: string) => page.getByRole('button', { name });
const card = () => page.getByRole('dialog');
const [firstSentence, secondSentence] = findTerm('p99').says;

it('the first use of a term opens it; Escape closes it, and the focus is back', async () => {
  await render(<TermScope place="lab">{words()}</TermScope>);
  await expect.element(term('99th percentile')).toBeVisible();
  expect(page.getByRole('button').elements()).toHaveLength(2);

  term('99th percentile').element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('dialog', { name: 'p99' })).toBeVisible();
  await expect.element(card()).toHaveTextContent(`${firstSentence} ${secondSentence}`);
  await expect.element(card().getByRole('img')).toBeVisible();
  const link = card().getByRole('link', { name: 'Also in the glossary' });
  await expect.element(link).toHaveAttribute('href', '#/glossary/p99');
  await expect.element(link).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(card()).not.toBeInTheDocument();
  await expect.element(term('99th percentile')).toHaveFocus();
});

it('the window says where the link leads', async () => {
  const asked: string[] = [];
  await render(
    <GlossaryLinks value={(id) => void asked.push(id)}>
      <TermScope place="lab">{words()}</TermScope>
    </GlossaryLinks>,
  );
  await term('tail').click();
  await card().getByRole('link', { name: 'Also in the glossary' }).click();
  await expect.element(card()).not.toBeInTheDocument();
  expect(asked).toEqual(['tail']);
});

it('what an earlier step has marked is plain, and so is everything outside of a part or slide', async () => {
  const before = new Set(['tail'] as const);
  await render(
    <>
      <TermScope place="lab" before={before}>
        {words()}
      </TermScope>
      <aside>{words()}</aside>
    </>,
  );
  await expect.element(term('99th percentile')).toBeVisible();
  expect(page.getByRole('button').elements()).toHaveLength(1);
});

it('on a slide the keys stay with the deck, a press goes no further, and leaving the slide closes it', async () => {
  const heard: string[] = [];
  function Slide() {
    const [onScreen, setOnScreen] = useState(true);
    return (
      <div
        onKeyDown={({ key }) => {
          heard.push(key);
          if (key === 'PageDown') setOnScreen(false);
        }}
      >
        <TermScope place="slide" onScreen={onScreen}>
          {words()}
        </TermScope>
      </div>
    );
  }
  await render(<Slide />);
  await term('tail').click();
  await expect.element(card()).toBeVisible();
  await expect.element(term('tail')).toHaveFocus();
  await userEvent.keyboard('{PageDown}');
  expect(heard).toEqual(['PageDown']);
  await expect.element(card()).not.toBeInTheDocument();
});
