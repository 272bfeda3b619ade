import { nameWords, saysTime } from '../../data/names.ts';

const joined = (name: string) => nameWords(name).join('_').replace(/_\d+$/, '');

const labels =
  /^(y|y_?true|labels?|label_value|target|targets|outcome|outcomes|class|classes|response|event|result|churn(ed)?|fraud\w*|is_\w+|has_\w+|converted|conversion|clicked|click|default(ed)?|repaid|cancel(l?ed)?|is_canceled|returned|survived|died|readmitted|\w*recid\w*|won|failed|failure|hired|approved|bought|purchased|purchase)$/;
/** Whether a name says that the column is what is to be predicted. */
export const namesLabel = (name: string): boolean => labels.test(joined(name));

const bookkeeping = new Set(
  'updated written recorded modified loaded inserted known available imported exported ingested processed synced'.split(
    ' ',
  ),
);
/** Whether a name says when a row or a value was written, and not when something happened. */
export const namesBookkeeping = (name: string): boolean =>
  nameWords(name).some((word) => bookkeeping.has(word));

/** Whether a name says when each row happened. */
export const namesRowTime = (name: string): boolean =>
  (saysTime(name) || /^(day|dteday|tag|dia|jour)$/.test(joined(name))) && !namesBookkeeping(name);

const endings = new Set(
  (
    'closed close resolved solved end ended completed finished dropoff discharge discharged returned return cancelled canceled ' +
    'cancellation churn churned expiry expires expiration due deadline last next delivered delivery paid settled shipped ship ' +
    'birth dob left exit death died payment pymnt'
  ).split(' '),
);
/** Whether a name says when something ended, falls due or began long before: a time, but hardly that of the row. */
export const namesOtherTime = (name: string): boolean =>
  nameWords(name).some((word) => endings.has(word));

/** Names of plain numbers that grow with time. */
export const namesStep = (name: string): boolean =>
  /^(t|time|day|days|day_?(nr|no|number|index|id)|date_?(nr|no|number|index)|step|week|week_?(nr|no|number)|month|month_?(nr|no|number|index)|hour|tick|period|round|seq|sequence|epoch|order|idx|time_?(index|step)|timestamp|ts)$/.test(
    joined(name),
  );

/** Whether a name says that the column holds the hour of a day. */
export const namesHour = (name: string): boolean =>
  /^(hr|hour|hours|hour_?of_?(the_?)?day|start_?hour|hora|heure|stunde)$/.test(joined(name));

const writtenEnds =
  /_(at|on|time|ts|dt|day|step|epoch|timestamp|date|datetime|updated|written|known|recorded|modified|available|(updated|written|known|recorded|modified|available|entered|filled|changed|set)_(at|on|time|date|ts))$/;

/** The name of the feature whose values this column dates, as `joined` writes it: `balance` for `balance_at`. Null where it names none. */
export function datedBy(name: string): string | null {
  const whole = joined(name);
  const bare = whole.replace(writtenEnds, '');
  return bare !== whole && bare !== '' ? bare : null;
}
export const plainName = joined;
