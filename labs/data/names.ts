/** Text without its accents and in small letters: what names are compared by. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .toLowerCase();

/** A column's name as lower-case words without accents: `userId`, `User ID` and `user_id` are the same two. */
export const nameWords = (name: string): string[] =>
  folded(name)
    .split(/[^\p{L}\d]+/u)
    .filter(Boolean);

/** Words of a list, as `nameWords` gives them. */
export const wordSet = (...lists: string[]): ReadonlySet<string> =>
  new Set(lists.flatMap(nameWords));

const idEnds = wordSet(
  'id ids uuid guid pk uid nr nbr no number ref hash phone telephone tel zip zipcode plz postcode iban isbn ean sku serial ssn mrn',
  'nummer kennung numero número numéro cédula dni rut curp folio legajo expediente',
);
/** The end of a word that names something in a language that joins its words: `Schülernummer`, `Kundennr`. */
const joinedId = /.(nummer|kennung)$/;
const owners = wordSet(
  'user customer client account acct patient person member card cc entity device household owner subject player driver employee',
  'student borrower policyholder applicant defendant subscriber visitor consumer msisdn pupil candidate participant',
  'kunde kundin kunden schüler schülerin patientin patienten mitarbeiter mitarbeiterin antragsteller bewerber student studierende konto',
  'cliente usuario paciente estudiante alumno empleado solicitante persona deudor afiliado aluno funcionário',
  'utilisateur élève étudiant salarié employé demandeur utente studente paziente',
);
/** Things whose rows come back. */
const machines = wordSet(
  'machine maschine maschinen anlage anlagen gerät geräte máquina appareil macchina',
);
/** Things that are named by their numbers alone: a `sensor` may as well be what it shows, and an `engine` a kind of one. */
const numbered = wordSet(
  'sensor vehicle truck car equipment asset meter turbine pump motor engine robot unit',
  'fahrzeug zähler pumpe capteur véhicule vehículo equipo sensore',
);
const times = wordSet(
  'time timestamp datetime date ts dt at when epoch unix created updated modified written recorded datum zeit zeitpunkt zeitstempel uhrzeit fecha hora heure data ora date_time seen since until',
);
const joinedTime = /.(datum|zeitpunkt|zeitstempel|uhrzeit)$/;

/** Whether a name says that the column names things and counts none. */
export function saysId(name: string): boolean {
  const words = nameWords(name);
  const last = words.at(-1) ?? '';
  return (
    idEnds.has(last) ||
    joinedId.test(last) ||
    /^(user|customer|client|account|patient)(id|nr|no)$/.test(last) ||
    // As other languages have it: `id_estudiante`, `ID Kunde`.
    (words.length > 1 && words[0] === 'id')
  );
}

/** Whether a name says which machine or the like a row belongs to: `machine`, `sensor_id`, `unit_number`; not `business_unit_id`. */
export function saysThing(name: string): boolean {
  const words = nameWords(name);
  const last = words.at(-1) ?? '';
  if (words.length === 1) {
    const bare = last.replace(/(id|nr|no|num|nummer|kennung)$/, '');
    return machines.has(last) || (bare !== last && (machines.has(bare) || numbered.has(bare)));
  }
  if (words[0] === 'id') return machines.has(last) || numbered.has(last);
  if (!idEnds.has(last)) return false;
  return machines.has(words.at(-2)!) || (words.length === 2 && numbered.has(words[0]!));
}

/** Whether a name says whose row it is: `user_id`, `customer`, `card_number`, `id_cliente`, `Kundennummer`, `machine_id`, or just `id`. */
export function saysOwner(name: string): boolean {
  if (saysThing(name)) return true;
  const words = nameWords(name);
  if (words.length === 1 && /^(id|uid|mrn)$/.test(words[0]!)) return true;
  const last = words.at(-1) ?? '';
  const bare = last.replace(/(id|nr|no|num|nummer|kennung)$/, '');
  if (words.length === 1) return owners.has(last) || owners.has(bare);
  if (words[0] === 'id') return owners.has(last);
  return owners.has(words.at(-2)!) && (idEnds.has(last) || /^(key|num|name|code)$/.test(last));
}

/** Whether a name says that the column holds times. */
export const saysTime = (name: string): boolean => {
  const words = nameWords(name);
  return words.some(
    (word) => times.has(word) || joinedTime.test(word) || /^(timestamp|datetime|date)/.test(word),
  );
};

const amounts = wordSet(
  'amount amt fee fees cost costs price prices fare fares tip tips toll tolls total subtotal balance charge charges payment payments',
  'pymnt salary salaries wage wages income incomes revenue sales rent deposit sum qty quantity count counts cnt num duration distance',
  'length weight height width temperature temp pressure rate rates pct percent percentage size volume population pop limit bal bill',
  'premium discount tax budget spend spent value gain gains loss losses debt age ages fine fines hours days minutes seconds years',
  'monto importe valor precio costo coste tarifa cuota cuotas pago pagos salario saldo ingreso ingresos cantidad edad peso duración horas días años',
  'betrag preis preise kosten gebühr gebühren gehalt lohn miete summe anzahl menge alter dauer note noten einkommen umsatz stunden tage jahre',
  'montant prix coût coûts frais salaire loyer nombre solde quantité âge durée revenu heures jours années',
  'preço custo taxa quantidade idade renda prezzo importo stipendio affitto quantità età',
);
const joinedAmount =
  /.(geld|preis|kosten|betrag|gebuhr|gebuhren|summe|anzahl|gehalt|lohn|dauer|note|quote|alter|einkommen)$/;

/** Whether a name says how much or how many: `fare_amount`, `edad`, `Schulgeld`. Numbers of such a column are no outcome and no group. */
export const saysAmount = (name: string): boolean =>
  nameWords(name).some((word) => amounts.has(word) || joinedAmount.test(word));

/** A name as one word in small letters, without a number at its end: `Two-Year Recid` is `two_year_recid`. */
export const joinedName = (name: string): string => nameWords(name).join('_').replace(/_\d+$/, '');

const called = [
  // What data sets for learners call it.
  ...['y', 'y_?(true|test|actual)', 'labels?', 'label_value', 'true_label', 'label_true'],
  ...['targets?', 'outcomes?', 'actuals?', 'truth', 'ground_?truth', 'gold', 'observed'],
  ...['response', 'class', 'classes', 'event', 'result', 'subscribed'],
];
const turnedOut = [
  ...['repaid', 'paid_back\\w*', 'default(ed)?', 'default_payment\\w*', 'bad_loan', 'good_loan'],
  ...['credit_risk', 'good', 'hired_ok', '\\w*recid\\w*', 'qualified', 'delinquent', 'died'],
  ...['readmi(t|tted|ssion)\\w*', 'pass_bar', 'bar_pass\\w*', 'graduated', 'dropout', 'survived'],
  ...['churn(ed)?', 'fraud', 'converted', 'conversion', 'clicked', 'returned', 'failed'],
  ...['failure', 'won', 'bought', 'purchased?', 'cancel(l?ed)?'],
  ...['passed', '(exam|course|test)_passed', 'passed_(exam|course|test)', 'exited', 'attrition'],
  ...['attrited', 'loan_status', 'tipped', 'fraudulent', 'fraud_reported', 'risk_performance'],
  ...['serious_?dlqin2yrs', 'not_fully_paid', 'reoffended', 'rearrested', 'relapsed'],
  // The same in other languages.
  ...[
    'etiqueta',
    'objetivo',
    'resultado',
    'graduado',
    'moroso',
    'morosidad',
    'impago',
    'reincid\\w+',
  ],
  ...['incumplimiento', 'fallecido', 'desercion', 'abandono', 'ziel', 'zielvariable', 'ergebnis'],
  ...['bestanden', 'ausgefallen', 'ausfall', 'zahlungsausfall', 'zuruckgezahlt', 'ruckfall\\w*'],
  ...['gekundigt', 'verstorben', 'resultat', 'cible', 'rembourse', 'defaut', 'recidive', 'impaye'],
  ...['reussi', 'alvo', 'inadimplente', 'esito', 'fraude', 'betrug', 'abgewandert', 'abwanderung'],
];
/** What an outcome's column may be called besides its word: `churn_flag`, `fraud_bool`, `target_value`, `true_y`, `actual_label`. */
const plainly = 'y|labels?|targets?|class|outcomes?';
const marked = [
  `(${plainly}|churn)_(value|labels?|variable|class|outcome|target|true|actual|observed)`,
  '(fraud|default)_(labels?|class|outcome|target|true|actual|observed)',
  `(true|actual|observed|real)_(${plainly})`,
  '(target|label|outcome|churn(ed)?|fraud|default(ed)?|attrition|conver(sion|ted)|click(ed)?|readmi(tted|ssion)|recid\\w*|delinquen(t|cy)|bad|event)_(flag|bool|ind|indicator|binary|yn|status)',
];
/** Further words that say what turned out behind “is” or “has”: alone they say too little. */
const further = [
  ...[
    'target',
    'label',
    'positive',
    'late',
    'delayed',
    'overdue',
    'bad',
    'left',
    'quit',
    'lost',
    'dead',
  ],
  ...[
    'fraud\\w*',
    'spam',
    'sick',
    'diseased?',
    'malignant',
    'cancer',
    'anomal\\w+',
    'attack',
    'attributed',
  ],
  ...[
    'duplicate',
    'success\\w*',
    'paid',
    'unpaid',
    'recovered',
    'relapsed?',
    'arrested',
    'convicted',
  ],
  ...[
    'reoffend\\w*',
    'rearrest\\w*',
    'bankrupt',
    'conver(t|sion)',
    'click',
    'purchas(e|ed)',
    'return',
  ],
];
/** Whose outcome it is may stand between: `is_loan_default`. */
const whose =
  'loan|credit|card|customer|client|user|account|order|payment|transaction|flight|invoice';
const ofWhom = `(${whose})_(default(ed)?|repaid|paid_back|churn(ed)?|fraud|attrition|cancel(l?ed)?)`;
const outcome = new RegExp(`^(${[...called, ...turnedOut, ...marked, ofWhom].join('|')})$`);
/** Of `is_…` and `has_…` most are facts of the person or the day, such as `is_citizen` and `is_weekend`. */
const asked = new RegExp(`^(is|has)_((${whose})_)?(${[...turnedOut, ...further].join('|')})$`);

/** Whether a name says “what turned out”. */
export const saysOutcome = (name: string): boolean => {
  const joined = joinedName(name);
  return outcome.test(joined) || asked.test(joined);
};
