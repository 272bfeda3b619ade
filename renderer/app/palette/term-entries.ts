import type { AddressStore } from '../../model/address/address-store.ts';
import type { Entry } from './palette-entries.ts';

/** Every term of the glossary, found by its name, its abbreviation or its symbol. Without the glossary's file there are none. */
export async function loadTermEntries(addresses: AddressStore): Promise<Entry[]> {
  const glossary = await import('../../glossary/glossary.ts').catch(() => null);
  return (glossary?.terms ?? []).map((term) => ({
    id: `term ${term.id}`,
    kind: 'term',
    name: term.id,
    title: term.name,
    hint: 'Glossary',
    words: (term.also ?? []).join(' '),
    run: () => addresses.go({ room: 'glossary', term: term.id }),
  }));
}
