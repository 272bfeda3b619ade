import { expect, test } from 'vitest';
import type { MessageChannel } from '../../rpc/messages.ts';
import { PageLines } from './page-lines.ts';

test('a line opens with a page’s first message and ends when the page is dropped; what is said on it then goes nowhere', () => {
  const sent: string[] = [];
  const lines: { channel: MessageChannel; heard: string[]; closed: number }[] = [];
  const pages = new PageLines<{ name: string }>(
    (page, text) => void sent.push(`${page.name}: ${text}`),
    (channel) => {
      const line = { channel, heard: [] as string[], closed: 0 };
      channel.onMessage((text) => line.heard.push(text));
      channel.onClose(() => (line.closed += 1));
      lines.push(line);
    },
  );
  const [a, b] = [{ name: 'a' }, { name: 'b' }];
  pages.hear(a, 'one');
  pages.hear(a, 'two');
  pages.hear(b, 'three');
  expect(lines.map(({ heard }) => heard)).toEqual([['one', 'two'], ['three']]);
  lines[0]!.channel.send('answer');
  pages.drop(a);
  pages.drop(a);
  expect([lines[0]!.closed, lines[1]!.closed, pages.pages]).toEqual([1, 0, [b]]);
  // The window has another page by now: an answer to the old one is not for it.
  pages.hear(a, 'again');
  lines[0]!.channel.send('too late');
  lines[2]!.channel.send('in time');
  expect(sent).toEqual(['a: answer', 'a: in time']);
  expect(lines[2]!.heard).toEqual(['again']);
});
