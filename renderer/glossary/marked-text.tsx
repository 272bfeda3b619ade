import { Fragment } from 'react';
import { piecesOf } from './marked-words.ts';
import { Term } from './term.tsx';

/** A figure's own words. The first use of what one has to have learned opens its explanation, where there is a scope around. */
export function MarkedText({ children }: { children: string }) {
  return piecesOf(children).map(({ text, term }, index) =>
    term ? (
      <Term key={index} id={term}>
        {text}
      </Term>
    ) : (
      <Fragment key={index}>{text}</Fragment>
    ),
  );
}
