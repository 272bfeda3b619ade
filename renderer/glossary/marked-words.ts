import type { TermId } from './glossary.ts';

/**
 * The words of figures that nobody knows without having learned them: symbols, abbreviations, and names of measures and methods. Each
 * with its term. Words that also mean something ordinary (live, label, gap) are marked by hand where they are meant.
 */
const words: readonly (readonly [TermId, string])[] = [
  ['p99', 'p99|99th percentile'],
  ['p95', 'p95|95th percentile'],
  ['p50', 'p50|median'],
  ['auc', 'AUC'],
  ['alpha', 'α'],
  ['beta', 'β'],
  ['lognormal', 'σ|lognormal'],
  ['mm-c', 'M/M/[\\dc]'],
  ['md-1', 'M/D/1'],
  ['mg-1', 'M/G/1'],
  ['log-scale', 'log scale'],
  ['interval', '95 % intervals?'],
  ['pareto-set', 'Pareto set'],
  ['loss', 'training loss'],
  ['tpr', 'TPR|true positive rate'],
  ['fpr', 'FPR|false positive rate'],
  ['fnr', 'FNR|false negative rate'],
  ['precision', 'PPV'],
  ['parity-ratio', 'demographic parity ratio|parity ratio'],
  ['parity-ratio', 'demographic parity'],
  ['equal-opportunity', 'equal opportunity'],
  ['four-fifths-rule', 'four-fifths rule'],
  ['base-rate', 'base rates?'],
  ['as-of-join', 'as-of(?: join)?'],
  ['asr', 'ASR|attack success(?: rate)?'],
  ['clean-accuracy', 'clean accuracy'],
  ['confusion-matrix', 'confusion matrix'],
  ['spectral-signatures', 'spectral signatures'],
  ['activation-clustering', 'activation clustering'],
  ['fine-pruning', 'fine-pruning'],
  ['occlusion-map', 'occlusion maps?'],
  ['logistic-regression', 'logistic regression'],
];

/** A piece of a text; with a term where it is one of its words. */
export interface Piece {
  text: string;
  term: TermId | null;
}

const patterns = words.map(([id, word]) => {
  // A capital at the beginning of a sentence; abbreviations and symbols as they are.
  const flags = /\p{Ll}{2}/u.test(word) ? 'iu' : 'u';
  return { id, pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${word})(?![\\p{L}\\p{N}])`, flags) };
});

/** Cuts a text at its marked words. Put together again, the pieces are the text. */
export function piecesOf(text: string): Piece[] {
  const found = patterns.flatMap(({ id, pattern }) => {
    const match = pattern.exec(text);
    return match ? [{ id, at: match.index, length: match[0].length }] : [];
  });
  const [first] = found.sort((a, b) => a.at - b.at || b.length - a.length);
  if (!first) return text === '' ? [] : [{ text, term: null }];
  const end = first.at + first.length;
  return [
    ...(first.at > 0 ? [{ text: text.slice(0, first.at), term: null }] : []),
    { text: text.slice(first.at, end), term: first.id },
    ...piecesOf(text.slice(end)),
  ];
}

/** The terms whose words a text has. */
export const markedIn = (text: string): TermId[] => [
  ...new Set(piecesOf(text).flatMap(({ term }) => term ?? [])),
];
