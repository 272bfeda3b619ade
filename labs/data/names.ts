/** A column's name as lower-case words: `userId`, `User ID` and `user_id` are the same two. */
export const nameWords = (name: string): string[] =>
  name
    .normalize('NFKC')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter(Boolean);

const idEnds = new Set(
  'id ids uuid guid pk uid nr nbr no number ref hash phone telephone tel zip zipcode plz postcode iban isbn ean sku serial ssn'.split(
    ' ',
  ),
);
const owners = new Set(
  'user customer client account acct patient person member card cc entity device household owner subject player driver employee student borrower policyholder kunde cliente konto usuario utilisateur applicant defendant subscriber visitor consumer msisdn'.split(
    ' ',
  ),
);
const times = new Set(
  'time timestamp datetime date ts dt at when epoch unix created updated modified written recorded datum zeit zeitpunkt zeitstempel uhrzeit fecha hora heure data ora date_time seen since until'.split(
    ' ',
  ),
);

/** Whether a name says that the column names things and counts none. */
export function saysId(name: string): boolean {
  const words = nameWords(name);
  return (
    idEnds.has(words.at(-1) ?? '') ||
    /^(user|customer|client|account|patient)(id|nr|no)$/.test(words.at(-1) ?? '')
  );
}

/** Whether a name says whose row it is: `user_id`, `customer`, `card_number`, or just `id`. */
export function saysOwner(name: string): boolean {
  const words = nameWords(name);
  if (words.length === 1 && /^(id|uid)$/.test(words[0]!)) return true;
  const last = words.at(-1) ?? '';
  const bare = last.replace(/(id|nr|no|num)$/, '');
  if (words.length === 1) return owners.has(last) || owners.has(bare);
  return owners.has(words.at(-2)!) && (idEnds.has(last) || /^(key|num|name|code)$/.test(last));
}

/** Whether a name says that the column holds times. */
export const saysTime = (name: string): boolean => {
  const words = nameWords(name);
  return words.some((word) => times.has(word) || /^(timestamp|datetime|date)/.test(word));
};
