import { toString } from 'mdast-util-to-string';
import { pollId, slug } from '../names.ts';
import { makeWidget, refuse, warn } from '../reading.ts';
import type { Directive, Written } from './directives.ts';

/**
 * A question to the room: `::poll[Who has done it?]{options="Yes | No"}`, or `:::poll[…]` round a list; what stands under the list
 * is read by whoever is alone, once they have answered.
 */
export const poll: Directive = {
  attributes: ['options'],
  form: 'either',
  read(written) {
    const { reading, node, label } = written;
    const question = toString(label).trim().slice(0, 300);
    const options = optionsOf(written).map((words) => words.trim().slice(0, 200));
    const no = (what: string) =>
      refuse(reading, node, what, 'Write ::poll[Who has done it?]{options="Yes | No"}.');
    if (reading.poll) return no('This slide has a poll already.');
    if (question === '') return no('This poll has no question.');
    if (options.length < 2 || options.length > 12 || options.includes(''))
      return no('A poll has two to twelve answers.');
    const longest = Math.max(...options.map((words) => words.length));
    const fitting = lettersFor(options.length);
    if (longest > fitting)
      warn(
        reading,
        node,
        `An answer has ${longest} characters; of ${options.length} answers each has room for about ${fitting}.`,
        'Shorten it, or offer fewer answers.',
      );
    if (question.length > mostOfQuestion)
      warn(
        reading,
        node,
        `The question has ${question.length} characters; about ${mostOfQuestion} fit above its answers.`,
        'Ask in fewer words, and say the rest in the notes.',
      );
    const ids = new Set<string>();
    const listed = options.map((words, index) => {
      const named = slug(words) || `answer-${index + 1}`;
      const id = ids.has(named) ? `${named}-${index + 1}` : named;
      ids.add(id);
      return { id, label: words };
    });
    const about = toString({
      type: 'root',
      children: written.blocks.filter((one) => one.type !== 'list'),
    });
    reading.poll = {
      id: pollId(reading.folder, reading.slide),
      question,
      options: listed,
      ...(about.trim() !== '' && { about: about.trim().slice(0, 300) }),
    };
    return [makeWidget(reading, { kind: 'poll' })];
  },
};

/** Two lines. */
const mostOfQuestion = 150;

/** So many letters of an answer fit on the slide with its bar. More answers stand closer: see `poll.tsx` of lecture 1. */
function lettersFor(answers: number): number {
  if (answers <= 2) return 100;
  if (answers <= 5) return 54;
  return answers === 6 ? 28 : 24;
}

function optionsOf({ attributes, blocks }: Written): string[] {
  if (attributes['options'] !== undefined) return attributes['options'].split('|');
  const list = blocks.find((block) => block.type === 'list');
  return list?.type === 'list' ? list.children.map((item) => toString(item)) : [];
}
