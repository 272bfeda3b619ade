import { MDXProvider } from '@mdx-js/react';
import {
  Children,
  createElement,
  isValidElement,
  lazy,
  Suspense,
  type ComponentType,
  type ReactNode,
} from 'react';
import { oursAreListed } from '../../../main/contract/lecture-folder.ts';
import { Term } from '../../../renderer/glossary/term.tsx';
import { Source, Step } from '../../../renderer/shared/slide/slide.tsx';
import { lecture } from '../../lecture-1/deck.ts';
import { Message } from './message.tsx';

/** The parts of lecture 1, each loaded when a figure of it is first drawn. */
const parts = lecture.parts.flatMap(({ slides, load }) =>
  load ? [{ ids: new Set(slides.map(({ id }) => id)), Part: lazy(load) }] : [],
);

/** What is drawn on a slide of lecture 1, with its source lines, without its title, its lead and its notes. */
export function FigureOf({ of }: { of: string }) {
  const part = parts.find(({ ids }) => ids.has(of));
  if (!part)
    return (
      <Message
        data={{
          kind: 'message',
          what: `Lecture 1 has no figure “${of}”.`,
          fix: oursAreListed,
          file: '',
          line: 0,
        }}
      />
    );
  const components = { Slide: onlyFigure(of), Lead: None, Notes: None, Source, Step, Term };
  return (
    <MDXProvider components={components}>
      <Suspense fallback={null}>{createElement(part.Part)}</Suspense>
    </MDXProvider>
  );
}

const None = () => null;
const figures = new Map<string, ComponentType<{ id: string; children: ReactNode }>>();

/** Stands for `Slide`: the children of one slide, and nothing of the others. The same component for the same slide. */
function onlyFigure(of: string): ComponentType<{ id: string; children: ReactNode }> {
  const made =
    figures.get(of) ??
    (({ id, children }) =>
      id === of ? <>{Children.toArray(children).filter(isValidElement)}</> : null);
  figures.set(of, made);
  return made;
}
