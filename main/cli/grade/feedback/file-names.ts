import { fileWords } from '../../../../labs/kit/file-words.ts';

/** A file name for each of these people, in their order: plain letters, and none twice. */
export function feedbackNames(names: readonly string[]): string[] {
  const used = new Set<string>();
  return names.map((name) => {
    const plain = fileWords(name) || 'student';
    let file = plain;
    for (let n = 2; used.has(file); n++) file = `${plain}-${n}`;
    used.add(file);
    return `${file}.html`;
  });
}
