import { randomUUID } from 'node:crypto';
import { LecternError } from '../../contract/errors.ts';
import type { Annotation } from '../../contract/annotation.ts';
import type { RunCard } from '../../contract/run.ts';
import { contentHash } from '../../storage/canonical.ts';
import { inspectCard } from '../../storage/run-store.ts';
import type { LabCatalog } from '../../compute/lab-catalog.ts';

const refuse = (what: string, next = 'Export the run again where it was made.') =>
  new LecternError({
    code: 'bad-card',
    what,
    safe: 'Nothing was imported; every run here is unchanged.',
    next,
  });

/**
 * Reads a card that somebody hands in. One whose content does not fit its hash is read and marked; one that can't be shown or replayed
 * here throws a `LecternError` that says why.
 */
export function readImport(
  given: unknown,
  catalog: LabCatalog,
): { card: RunCard; hashFits: boolean } {
  const read = inspectCard(JSON.stringify(given) ?? '');
  if (!read.ok && read.why === 'newer')
    throw refuse(
      'This run card was written by a newer version of Lectern.',
      'Open it with that version.',
    );
  if (!read.ok) throw refuse('This is not a run card, or it is damaged or cut short.');
  const { card, hashFits } = read;
  if (!catalog.ids().includes(card.lab))
    throw refuse(
      `This run is of the lab "${card.lab.slice(0, 60)}", which this Lectern does not have.`,
      `The labs here are: ${catalog.ids().join(', ')}.`,
    );
  if (!/^[0-9a-f]{64}$/.test(card.hash)) throw refuse('This run card has no proper content hash.');
  if (card.status === 'queued' || card.status === 'running')
    throw refuse(
      'This run had not ended when its card was written.',
      'Export it again once it has ended.',
    );
  if (card.labVersion === catalog.describe(card.lab).version) checkNumbers(card, catalog);
  return { card, hashFits };
}

/** Parameters and a whole result must be what the lab itself takes and gives; of another version of the lab that can't be said. */
function checkNumbers(card: RunCard, catalog: LabCatalog): void {
  try {
    catalog.parse(card.lab, card.parameters);
  } catch (error) {
    throw refuse(
      `The parameters of this run are not possible. ${(error as Error).message}`.slice(0, 600),
    );
  }
  if (card.complete && !catalog.acceptsResult(card.lab, card.result))
    throw refuse('The result in this run card is not one of its lab.');
}

/** The card as it is kept here. Where its id or number is taken, or its hash did not fit, it gets new ones and `origin` keeps the old. */
export function adopted(
  card: RunCard,
  hashFits: boolean,
  here: { idTaken: boolean; number: number; now: string },
): { card: RunCard; origin: NonNullable<Annotation['origin']> } {
  const kept = {
    ...card,
    id: here.idTaken ? randomUUID() : card.id,
    number: here.number,
    pinned: false,
  };
  const hash = contentHash(kept);
  return {
    card: { ...kept, hash },
    origin: { id: card.id, number: card.number, hash: card.hash, hashFits, importedAt: here.now },
  };
}

/** The card for others: as it was where the run was made, so that the same run has the same hash everywhere. */
export function exported(card: RunCard, origin: Annotation['origin']): RunCard {
  return origin
    ? { ...card, id: origin.id, number: origin.number, hash: origin.hash, pinned: false }
    : { ...card, pinned: false };
}
