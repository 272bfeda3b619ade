import { describe, expect, it } from 'vitest';
import { createSearch } from '../../model/search/search.ts';
import { everyEntry } from './every-entry.ts';

/** All that the palette can list, as a person who types a word meets it. */
const find = createSearch(await everyEntry());
const ids = (query: string) => find(query).map(({ id }) => id);

describe('the palette finds what is meant', () => {
  /** What was typed, and the first rows that are listed for it, in their order. */
  it.each<[string, ...string[]]>([
    ['latnecy', 'lab latency', 'term latency', 'slide latency-matters'],
    ['latancy', 'lab latency', 'term latency', 'slide latency-matters'],
    ['latency', 'lab latency', 'term latency', 'slide latency-matters'],
    ['mith', 'slide myth-1'],
    ['slide 23', 'slide latency-matters'],
    ['slide23', 'slide latency-matters'],
    ['23', 'slide latency-matters'],
    ['handin', 'action report'],
    ['hand in', 'action report'],
    ['hand-in', 'action report'],
    ['submit', 'action report'],
    ['homework', 'action report'],
    ['F1', 'action help'],
    ['AUC', 'term auc'],
    ['p95', 'term p95'],
    ['ml ops', 'term mlops', 'slide mlops-pace'],
    ['gpt3', 'slide large-models'],
    ['german', 'action settings'],
    ['dark', 'action settings'],
    ['font size', 'action settings'],
    ['bigger text', 'action settings'],
    ['keys off', 'action settings'],
    ['shortcuts off', 'action settings'],
    ['log out', 'action settings'],
    ['erase', 'action settings'],
    ['decimal comma', 'action settings'],
    ['countdown', 'slide breakout'],
    ['roster', 'slide breakout'],
    ['class list', 'slide breakout'],
    ['clicker', 'action help', 'action settings'],
    ['shortcuts', 'action help', 'action settings'],
    ['black screen', 'action help'],
    ['new class', 'action classes'],
    ['rehearse', 'action present'],
    ['timer', 'slide breakout', 'action present'],
    ['projector', 'action present'],
    ['print', 'action print slides', 'action print notes'],
    ['pdf', 'action print slides', 'action print notes', 'action report'],
    ['tour', 'action tour'],
    ['search', 'action jump'],
    ['serch', 'action jump'],
    ['setings', 'action settings'],
    ['seting', 'action settings'],
    ['prefrences', 'action settings'],
    ['languge', 'action settings'],
    ['keybord', 'action help', 'action settings'],
    ['glossery', 'action glossary'],
    ['notebok', 'action notebook'],
    ['presentor', 'action present'],
    ['projecter', 'action present'],
    ['rehersal', 'action present'],
    ['handuot', 'action print slides', 'action print notes'],
    ['hand out', 'action print slides', 'action print notes'],
    ['breakut', 'slide breakout-introduce', 'slide breakout-projects', 'slide breakout'],
    ['classlist', 'slide breakout'],
    ['backdor', 'lab backdoor', 'term backdoor'],
    ['fariness', 'lab fairness'],
    ['time leek', 'lab time-leak'],
    ['leaderbord', 'term benchmark', 'slide leaderboards'],
    ['monitering', 'slide questions'],
    ['throughtput', 'term throughput', 'slide latency-throughput'],
    ['theme', 'action settings'],
    ['batch', 'term batch', 'step latency batch-read'],
    ['your data', 'step fairness yours-read', 'step fairness yours-explore'],
    ['your table', 'step time-leak your-table-read'],
    ['own table', 'step time-leak your-table-read', 'step fairness yours-read'],
    ['my data', 'step fairness yours-read', 'step time-leak your-table-read'],
    ['upload', 'step fairness yours-read', 'step time-leak your-table-read'],
  ])('%s', (query, ...first) => expect(ids(query).slice(0, first.length)).toEqual(first));

  it.each([
    ['serch', 'search'],
    ['setings', 'settings'],
    ['glossery', 'glossary'],
    ['presentor', 'presenter'],
    ['throughtput', 'throughput'],
    ['fariness', 'fairness'],
    ['acuracy', 'accuracy'],
    ['keybord', 'keyboard'],
  ])('%s finds what %s finds', (slip, word) => {
    expect(ids(word)).not.toEqual([]);
    expect(ids(slip)).toEqual(ids(word));
  });

  it.each(['quiz', 'k8s', 'F7', 'zebra'])('nothing rather than something wrong: %s', (query) =>
    expect(ids(query)).toEqual([]),
  );
});
