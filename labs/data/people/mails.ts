/** One person as a mail program writes them: a name, perhaps in quotes, and the address in angle brackets. */
const person = /\s*(?:"((?:[^"\\]|\\.)*)"|([^<>"]*?))\s*<\s*([^<>\s]+@[^<>\s]+)\s*>\s*[,;]?/gy;

/**
 * `Ana Gómez <ana@…>`, on lines of their own or one behind the other with commas, as rows of name
 * and address. Null where the list is not written so. A person without a name is called by what
 * stands before the @.
 */
export function splitMails(lines: readonly string[]): string[][] | null {
  const wanted = lines.filter((line) => /<[^<>\s]+@[^<>\s]+>/.test(line));
  if (wanted.length * 2 <= lines.length) return null;
  const rows: string[][] = [];
  for (const line of wanted) {
    person.lastIndex = 0;
    for (let found = person.exec(line); found; found = person.exec(line)) {
      const [, quoted, bare, mail] = found;
      const name = (quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '').replace(/\s+/gu, ' ').trim();
      rows.push([name === '' ? mail!.split('@')[0]! : turned(name), mail!]);
    }
  }
  return rows.length > 0 ? rows : null;
}

/** "Pérez, José" as one says it. */
function turned(name: string): string {
  const [last, first, ...more] = name.split(',').map((part) => part.trim());
  return first && more.length === 0 ? `${first} ${last}` : name;
}
