import { LecternError } from '../contract/errors.ts';
import { isOfClass } from '../contract/lecture-class.ts';
import {
  maxSharedKeys,
  maxSharedValue,
  type SharedChange,
  type SharedValues,
} from '../contract/shared-state.ts';

/** Where the lecture is: not kept over a restart, but with its class. */
const placeKey = 'lecture/place';

const tooMuch = (what: string) =>
  new LecternError({
    code: 'too-large',
    what,
    safe: 'Everything shared before is kept.',
    next: 'Clear the drawings of a few slides, or make the text shorter.',
  });

/** The shared state in memory, and the part of it that is kept on disk. */
export class SharedState {
  private readonly passing = new Map<string, SharedValues[string]>();
  private readonly kept: { readonly value: SharedValues; set(values: SharedValues): void };

  constructor(kept: { readonly value: SharedValues; set(values: SharedValues): void }) {
    this.kept = kept;
  }

  get values(): SharedValues {
    return { ...this.kept.value, ...Object.fromEntries(this.passing) };
  }

  /** Takes away everything but where the lecture is: windows that are open stay together. */
  empty(): void {
    for (const key of [...this.passing.keys()])
      if (!key.startsWith('lecture/')) this.passing.delete(key);
  }

  /** What a class leaves behind when it is put away: what is kept of it, and where its lecture was. */
  get classValues(): SharedValues {
    const place = this.passing.get(placeKey);
    const kept = onlyOf(this.kept.value, isOfClass);
    return place === undefined ? kept : { ...kept, [placeKey]: place };
  }

  /** Puts another class's values in the place of this one's; what is of no class stays. */
  replaceClass({ [placeKey]: place, ...values }: SharedValues): void {
    for (const key of [...this.passing.keys()]) if (isOfClass(key)) this.passing.delete(key);
    const own = onlyOf(this.kept.value, (key) => !isOfClass(key));
    this.kept.set({ ...own, ...onlyOf(values, isOfClass) });
    if (place !== undefined) this.passing.set(placeKey, place);
  }

  /** Applies one change. Throws `too-large` where a value, or the number of keys, is beyond its limit; nothing is changed then. */
  apply({ key, value, keep }: SharedChange): void {
    if (value === null) {
      this.passing.delete(key);
      if (Object.hasOwn(this.kept.value, key)) this.kept.set(without(this.kept.value, key));
      return;
    }
    if (JSON.stringify(value).length > maxSharedValue)
      throw tooMuch('That is more than one slide can share.');
    const known = this.passing.has(key) || Object.hasOwn(this.kept.value, key);
    if (!known && Object.keys(this.kept.value).length + this.passing.size >= maxSharedKeys)
      throw tooMuch('There is no room for more to share.');
    if (keep) {
      this.passing.delete(key);
      this.kept.set({ ...this.kept.value, [key]: value });
    } else {
      // A key lives in one place only: what is no longer kept must not come back after a restart.
      if (Object.hasOwn(this.kept.value, key)) this.kept.set(without(this.kept.value, key));
      this.passing.set(key, value);
    }
  }
}

function without(values: SharedValues, key: string): SharedValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name !== key));
}

function onlyOf(values: SharedValues, wanted: (key: string) => boolean): SharedValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => wanted(name)));
}
