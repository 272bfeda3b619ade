import { MDXProvider } from '@mdx-js/react';
import {
  Children,
  isValidElement,
  lazy,
  Suspense,
  type ComponentType,
  type ReactNode,
} from 'react';
import { Term } from '../../../renderer/glossary/term.tsx';
import { Source, Step } from '../../../renderer/shared/slide/slide.tsx';
import { lecture } from '../../lecture-1/deck.ts';
import { Message } from './message.tsx';

const parts = new Map<string, ComponentType>();

/** The part of lecture 1 that holds a slide; null where none does. */
function partOf(slide: string): ComponentType | null {
  const part = lecture.parts.find(({ slides }) => slides.some(({ id }) => id === slide));
  if (!part?.load) return null;
  const made = parts.get(part.id) ?? lazy(part.load);
  parts.set(part.id, made);
  return made;
}

/** What is drawn on a slide of lecture 1, with its source lines, without its title, its lead and its notes. */
export function FigureOf({ of }: { of: string }) {
  const Part = partOf(of);
  if (!Part)
    return (
      <Message
        data={{
          kind: 'message',
          what: `Lecture 1 has no figure “${of}”.`,
          fix: 'Name a slide of lecture 1: npm run lecture -- check says which there are.',
          file: '',
          line: 0,
        }}
      />
    );
  const components = { Slide: onlyFigure(of), Lead: None, Notes: None, Source, Step, Term };
  return (
    <MDXProvider components={components}>
      <Suspense fallback={null}>
        <Part />
      </Suspense>
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
