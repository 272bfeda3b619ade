import type { Relation } from '../../labs/kit/compare.ts';

/** Words that claim a relation of two values. */
const claims: Record<Relation, RegExp> = {
  more: /\b(more|higher|larger|longer|later|above|over|grows?|grew|rises?|rose|adds?|gains?|better|bigger|surer|furthest|most|flatters?|promises? .*more|too high|pays|still open|inherits|tells the group|\d\+? times(?! less))\b/i,
  less: /\b(less|fewer|lower|smaller|shorter|sooner|below|under|shrinks?|shrank|falls?|fell|worse|nearest|least|too low|only|takes? .* (off|away)|no longer|harm|saves little)\b/i,
  equal:
    /(\b(the same(?! (model|limit|replicas|scores?\b))|equal(?! (opportunity|on past|on repayment|scores))|alike|about|(?<!times )as (much|many|well|good|long|accurate)|agree|exactly|close to|as you said|nothing|none|neither|spot on|no feature|half|all of them)\b)/i,
  unclear:
    /(can’t|can not|cannot|\bwhether\b|\bperhaps\b|\btoo few\b|no (change|difference) that)/i,
};

/** The relations that these words claim: none where they only name figures. */
export function claimed(words: string): Relation[] {
  // "at least 69 times" names a bound of a figure; it claims no "less".
  const bare = words.replace(/\bat (least|most) (?=[\d,.]+)/gi, '');
  return (Object.keys(claims) as Relation[]).filter((relation) => claims[relation].test(bare));
}

/** Words that compare, wherever they stand. */
const comparing =
  /\b(more|less|fewer|larger|smaller|higher|lower|longer|shorter|faster|slower|sooner|later|above|below|shrinks?|shrank|grows?|grew|rises?|rose|falls?|fell|better|worse|least|most|best|worst|nearest|furthest|twice|half|times|equals?|same|alike|hardly|nearly|too (high|low)|wins?|beats|exceeds?|(is|are|was|stays?|be) (small|large|tiny|near|far|slow|fast)|by far|far from)\b/gi;

/** What such words also stand in, where nothing of a run is compared: names of things, and ways of asking or counting. */
const names = [
  /\bat (least|most)\b/gi,
  /\b(no )?(more|less|fewer|later) than (said|fits?)\b/gi,
  /\bonce more\b|\brun more\b|\bmore settings\b|\bseveral times\b/gi,
  /\bequal (opportunity|PPV|FNR|FPR|votes?|on (past approvals|repayment))\b/gi,
  /\b(equal|false|true) (positive|negative) rates?\b/gi,
  /\bequali[sz]ed (odds|on)\b/gi,
  /\bhalf (the|of the|a|busy)\b/gi,
  /\bthe same (model|limit|replicas|faces|labels|applicants)\b/gi,
  /\b(least|most) (squares|people)\b/gi,
  /\bthe next (one|best)\b/gi,
  // The verb; a name of a row, of an axis, of a study’s own words; what unstable means.
  /\btimes the large model once\b|\b(service times|times measured)\b|\bload rises\b|\bthe same, no wait\b|\bthe same \d+ ms\b/gi,
  /\bthe best at the right\b|\bleft above 3 s\b|\bgrows without end\b/gi,
  /\ba better model would\b|\bmost pictures\b|\btimes that are taken\b/gi,
  // What a measure is made of, not what it came to.
  /\b(smaller|larger) (rate|gap|of its two clusters)\b/gi,
  /\bmade equal\b|\bthe same identity\b/gi,
];

/** The words that compare in a text that no helper chose. */
export function comparingIn(text: string): string[] {
  const bare = names.reduce((rest, name) => rest.replace(name, ' '), text);
  return [...bare.matchAll(comparing)].map(([word]) => word);
}

/** Words that judge what came out, in a text that does not look at it. */
const judging =
  /\b(far (above|below)|hardly (more|any|less)|nearly (nothing|the same|as)|next to nothing|much (more|less|higher|lower) than a|\d+ times too|no (slower|faster)|the gap (is|shrinks|grows|stays))\b/gi;

export const judgingIn = (text: string): string[] =>
  [...text.matchAll(judging)].map(([word]) => word);
