import type { Nodes } from 'mdast';
import { linkAddress } from '../../contract/lecture-tree.ts';
import type { LectureNode } from '../../contract/lecture-tree.ts';
import { wrongOfLab } from './directives/lab-names.ts';
import { isId } from './names.ts';
import { suggestion } from './near-miss.ts';
import { quoted } from './problems.ts';
import { lineOf, make, refuseInline, type SlideReading } from './reading.ts';

/**
 * A link to an https page, to a slide of the lecture (`#its-id`) or to a place of the app (`#/labs/latency`). Any other becomes a
 * message, and its words are shown without it.
 */
export function linkNode(
  reading: SlideReading,
  node: Nodes,
  url: string,
  words: LectureNode[],
): LectureNode[] {
  const no = (why: string, fix: string) =>
    refuseInline(reading, node, `The link ${quoted(url)} ${why}.`, fix, words);
  if (/^#[^/]/.test(url)) {
    const id = url.slice(1);
    if (!isId(id)) return no('is no slide’s name', 'Write # and the id of a slide: #results.');
    reading.links.push({ id, line: lineOf(reading, node) });
    return [make(reading, 'a', { href: `#/slides/${id}` }, words)];
  }
  if (/^http:/i.test(url)) return no('is not https', 'Write https:// where the page has it.');
  if (/^[a-z][a-z0-9+.-]*:/i.test(url) && !/^https:/i.test(url))
    return no('may not be opened from a lecture', 'Link to an https page or to a slide.');
  const parsed = linkAddress.safeParse(/^https:/i.test(url) ? httpsAddress(url) : url);
  if (!parsed.success)
    return no(
      'leads nowhere in a lecture',
      'Link to an https page, to a slide (#its-id) or to a lab (#/labs/latency).',
    );
  const wrong = url.startsWith('#') ? lookAtPlace(reading, node, parsed.data) : null;
  if (wrong) return no(wrong.why, wrong.fix);
  return [make(reading, 'a', { href: parsed.data }, words)];
}

/** Rooms of the app that a link may lead to. */
const rooms = ['slides', 'read', 'labs', 'notebook', 'report', 'exercises', 'glossary'];

/** A place of the app that is not there; null for one that is. Slides are looked at once all are known. */
function lookAtPlace(
  reading: SlideReading,
  node: Nodes,
  url: string,
): { why: string; fix: string } | null {
  const [path = '', query = ''] = url.slice(2).split('?');
  const [room = '', place = '', step] = path.split('/');
  if (!rooms.includes(room))
    return { why: 'names no room of Lectern', fix: suggestion(room, rooms, 'rooms') };
  const { labs } = reading.world;
  if (room === 'labs' && !Object.hasOwn(labs, place))
    return { why: 'names no lab', fix: suggestion(place, Object.keys(labs), 'labs') };
  if (room === 'labs') {
    const given = new URLSearchParams(query);
    const [preset, seed] = [given.get('preset'), given.get('seed')];
    const wrong = wrongOfLab(reading.world, place, { part: step || null, preset, seed });
    return wrong && { why: `leads nowhere: ${lowered(wrong.what)}`, fix: wrong.fix };
  }
  if ((room === 'slides' || room === 'read') && place !== '')
    reading.links.push({ id: place, line: lineOf(reading, node) });
  return null;
}

/** A sentence within another one. */
const lowered = (text: string) => `${text[0]!.toLowerCase()}${text.slice(1).replace(/\.$/, '')}`;

/** The address as a browser would write it; empty where it has a password, a port of its own or can’t be read. */
function httpsAddress(url: string): string {
  try {
    const { href, username, password, port, hostname } = new URL(url);
    const usual = username === '' && password === '' && port === '';
    return usual && hostname.includes('.') ? href : '';
  } catch {
    return '';
  }
}
