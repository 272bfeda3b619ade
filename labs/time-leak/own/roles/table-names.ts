import {
  joinedName as joined,
  nameWords,
  saysAmount,
  saysOutcome,
  saysTime,
  wordSet,
} from '../../../data/names.ts';

const moreLabels = /^(fraud\w*|click|(is_)?(hired|approved))$/;
/** Whether a name says that the column is what is to be predicted. */
export const namesLabel = (name: string): boolean =>
  saysOutcome(name) || moreLabels.test(joined(name));

const bookkeeping = wordSet(
  'updated written recorded modified loaded inserted known available imported exported ingested processed synced',
  'actualizado actualización modificado registrado cargado aktualisiert geändert erfasst modifié',
);
/** Whether a name says when a row or a value was written, and not when something happened. */
export const namesBookkeeping = (name: string): boolean =>
  nameWords(name).some((word) => bookkeeping.has(word));

/** Whether a name says when each row happened. */
export const namesRowTime = (name: string): boolean =>
  (saysTime(name) || /^(day|dteday|tag|dia|jour)$/.test(joined(name))) && !namesBookkeeping(name);

/** Whether a name says a part of the calendar or a visit: the time of a row, if no better name is there. */
export const namesPeriod = (name: string): boolean =>
  /^((year_?)?(month|week|quarter)|year|yr|period|visit|mes|monat|mois|semana|woche|semaine|quartal|trimestre|jahr|ano|annee|periode|periodo|besuch|visita|visite)$/.test(
    joined(name),
  );

/** Names that say “the time of the row”; a bare `day` may be half a date, and `wait_time` is a length of time. */
const theTime = [
  /^(time|zeit|data|dt|when|event_?time)$/,
  /(^|_)(date|datum|fecha|ts|timestamp|datetime|date_?time|zeitpunkt|zeitstempel)$/,
  /.(datum|zeitpunkt|zeitstempel)$|[a-z]{3}stag$/,
];
/** Names that say so of words, and may be anything of numbers. */
const theTimeInWords = /^(date|fecha|datum)_|_(at|time|ts)$/;
/** Whether a name leaves hardly any doubt that the column is meant to say when each row happened, be it read as a time or not. */
export const namesTheTime = (name: string, inWords: boolean): boolean =>
  [...theTime, ...(inWords ? [theTimeInWords] : [])].some((names) => names.test(joined(name))) &&
  !namesBookkeeping(name) &&
  !namesOtherTime(name) &&
  !namesLengthOfTime(name);

const endings = wordSet(
  'closed close resolved solved end ended completed finished dropoff discharge discharged returned return cancelled canceled',
  'cancellation churn churned expiry expires expiration due deadline last next delivered delivery paid settled shipped ship',
  'birth dob left exit death died payment pymnt',
  'nacimiento baja fin vencimiento salida entrega egreso fallecimiento pago cierre devolución',
  'naissance échéance sortie livraison décès clôture paiement nascimento saída nascita scadenza',
);
/** Beginnings of German names of such times: `Geburtsdatum`, `Austrittsdatum`. */
const joinedEnding =
  /^(geburt|austritt|entlass|ende|ablauf|liefer|fallig|kundigung|storno|tod|ruckgabe|zahlung|abschluss)/;
/** Whether a name says when something ended, falls due or began long before: a time, but hardly that of the row. */
export const namesOtherTime = (name: string): boolean =>
  nameWords(name).some((word) => endings.has(word) || joinedEnding.test(word));

/** Names of plain numbers that grow with time. */
export const namesStep = (name: string): boolean =>
  /^(t|time|day|days|day_?(nr|no|number|index|id)|date_?(nr|no|number|index)|step|week|week_?(nr|no|number)|month|month_?(nr|no|number|index)|hour|tick|period|round|seq|sequence|epoch|order|idx|time_?(index|step)|timestamp|ts)$/.test(
    joined(name),
  );

/** Parts of a calendar, the larger ones later, with the largest number of each; a year does not come round. */
const calendar: readonly [names: RegExp, most: number][] = [
  [/^(hour|hr|hora|stunde|heure)$/, 24],
  [/^(day|day_?of_?(the_?)?month|mday|dia|tag|jour)$/, 31],
  [/^(week|semana|woche|semaine)$/, 53],
  [/^(month|mes|monat|mois|mnth)$/, 12],
  [/^(year|yr|ano|jahr|annee)$/, 0],
];
/** The part of a calendar that a name says: its place among them, and its largest number. Null where it says none. */
export function namesCalendar(name: string): { place: number; most: number } | null {
  const place = calendar.findIndex(([names]) => names.test(joined(name)));
  return place < 0 ? null : { place, most: calendar[place]![1] };
}

/** Whether a name says that the column may hold the hour of a day; `hours` are counted. */
export const namesHour = (name: string): boolean =>
  /^(hr|hour|hour_?of_?(the_?)?day|hod|start_?hour|hora|heure|stunde)$/.test(joined(name));
/** Whether a name can’t be that of a number of hours. */
export const namesHourOfDay = (name: string): boolean =>
  /^(hour_?of_?(the_?)?day|hod|start_?hour)$/.test(joined(name));

const lengths = wordSet(
  'elapsed travel wait waiting response lead cycle lap processing handling spent ride trip flight cooking prep total',
);
const namesLengthOfTime = (name: string): boolean =>
  saysAmount(name) || nameWords(name).some((word) => lengths.has(word));
/** Whether a name says that a time of day is that of the row: `Uhrzeit`, `start_time`; not `wait_time`, `end_time`, `updated_at`. */
export const namesClock = (name: string): boolean =>
  (saysTime(name) || namesHour(name)) &&
  !namesOtherTime(name) &&
  !namesBookkeeping(name) &&
  !namesLengthOfTime(name);

/** Whether a plain number that may grow with time may as well count something: `days` overdue. */
export const namesLength = (name: string): boolean => joined(name) === 'days';

const units = 'days?|hours?|weeks?|months?|quarters?|years?|minutes?|tage?|wochen?|monate?';
const span = `(\\d+_?(${units}|d|h|w|m|y|min|hrs?|mo)|${units})`;
const ahead = [
  // A parcel of the next day is a way to send it, and a plan for the future is made before.
  new RegExp(
    `(^|_)(next|following|coming|upcoming|subsequent)_?${span}(?!_(delivery|shipping|air))(_|$)`,
  ),
  new RegExp(`(^|_)\\d+_?(${units}|d|h|w|m|y)_(ahead|later|after|afterwards)(_|$)`),
  /(^|_)(fwd|forward)_?\d+(d|h|w|m|y|min)?(_|$)/,
  /(^|_)future(?!_(plans?|goals?|interest|intention|study|studies))(_|$)/,
];
/** Whether a name says that the column is of the time after the row: `next_7d_sales`, `future_balance`; not `following`, `next_of_kin`. */
export const namesAhead = (name: string): boolean => {
  const words = nameWords(name).join('_');
  return ahead.some((names) => names.test(words));
};

const writtenEnds =
  /_(at|on|time|ts|dt|day|step|epoch|timestamp|date|datetime|zeit|datum|zeitpunkt|zeitstempel|fecha|updated|written|known|recorded|modified|available|(updated|written|known|recorded|modified|available|entered|filled|changed|set)_(at|on|time|date|ts))$/;

/** The name of the feature whose values this column dates, as `joined` writes it: `balance` for `balance_at`. Null where it names none. */
export function datedBy(name: string): string | null {
  const whole = joined(name);
  const bare = whole.replace(writtenEnds, '');
  return bare !== whole && bare !== '' ? bare : null;
}
export const plainName = joined;
