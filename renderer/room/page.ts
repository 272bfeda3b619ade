import type { AnswerValue } from '../../main/contract/room-question.ts';
import { readKept, writeKept } from './keep.ts';
import { Link } from './link.ts';
import { answered, asked, begun, faded, heard, lostPressed, unsent, type State } from './state.ts';
import { Drawn, el } from './view/dom.ts';
import { joinForm } from './view/join.ts';
import { askForm, heardView, lecturerSignature } from './view/lecturer.ts';
import { writeTime } from './view/group.ts';
import {
  questionSignature,
  questionView,
  shownSignature,
  shownView,
  type QuestionActions,
} from './view/question.ts';
import { words } from './words.ts';
import './room.css';

/** Null where the browser refuses it. */
function storageOf(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

const storage = storageOf();
let state: State = begun(readKept(storage));
/** A locked answer is being changed. */
let changing = false;
/** A question to the lecturer is being written. */
let writing = false;
/** As far as it is written: the form goes when the room closes, and comes back with it. */
let written = '';
/** The word of the code's address is tried once. */
let word = decodeURIComponent(location.hash.slice(1));

/** What is not sent yet is due once the host has said what it has. */
let resend = true;

const dark = matchMedia('(prefers-color-scheme: dark)');
const contrast = matchMedia('(prefers-contrast: more)');
const theme = () => {
  const plain = dark.matches ? 'dark' : 'light';
  document.documentElement.dataset['theme'] = contrast.matches ? 'contrast' : plain;
};
theme();
dark.addEventListener('change', theme);
contrast.addEventListener('change', theme);

const places = {
  top: new Drawn(el('header', {})),
  problem: new Drawn(el('div', { class: 'problem', role: 'alert' })),
  question: new Drawn(el('div', {})),
  shown: new Drawn(el('div', {})),
  lecturer: new Drawn(el('div', { class: 'lecturer' })),
  heard: new Drawn(el('div', { class: 'questions' })),
  foot: new Drawn(el('footer', {})),
};
document.title = words.title;
document
  .getElementById('room')!
  .append(
    places.top.place,
    places.problem.place,
    el('main', {}, places.question.place, places.shown.place),
    places.lecturer.place,
    places.heard.place,
    places.foot.place,
  );

const link = new Link({
  changed: (connected) => change({ ...state, connected }),
  ended: (ended) => change({ ...state, ended }),
  heard: (message) => {
    const before = state;
    change(heard(state, message, Date.now()));
    if (message.t === 'hello') {
      resend = true;
      if (!message.known && word !== '') link.send({ t: 'join', word });
      word = '';
    }
    // After a time without connection; after a restart of the host; where the room was busy.
    const due = message.t === 'beat' || (message.t === 'mine' && resend);
    if (message.t === 'mine') resend = false;
    if (due || (message.t === 'room' && isOther(before))) sendAll();
  },
});

const isOther = (before: State) =>
  before.room?.ask?.id !== state.room?.ask?.id || before.room?.round !== state.room?.round;

function sendAll(): void {
  if (state.mine) for (const message of unsent(state)) link.send(message);
}

function change(next: State): void {
  const keeps = next.kept !== state.kept;
  if (next.room?.ask?.id !== state.room?.ask?.id) changing = false;
  state = next;
  if (keeps) writeKept(storage, state.kept);
  draw();
}

const questionActions: QuestionActions = {
  drafts: new Map(),
  answer: (value: AnswerValue, sure: number | null) => {
    changing = false;
    change(answered(state, value, sure));
    sendAll();
  },
  change: () => {
    // It begins with what is locked, whatever was begun before.
    questionActions.drafts.clear();
    changing = true;
    draw();
  },
};

const lecturerActions = {
  write: (text: string) => void (written = text),
  ask: (text: string, name: string) => {
    writing = false;
    written = '';
    const key = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) =>
      byte.toString(16).padStart(2, '0'),
    );
    change(asked(state, key.join(''), text, name));
    sendAll();
    document.getElementById('ask')?.focus();
  },
  close: () => {
    writing = false;
    draw();
    document.getElementById('ask')?.focus();
  },
  support: (id: number, on: boolean) => void link.send({ t: 'support', id, on }),
};

const toggleLost = () => {
  const next = lostPressed(state, Date.now());
  if (link.send({ t: 'lost', on: next.lostUntil !== null })) change(next);
};

const openForm = () => {
  writing = true;
  draw();
  document.getElementById('ask-text')?.focus();
};

function statusWords(): string {
  if (state.ended) return '';
  if (!state.connected) return state.known === null ? words.opening : words.offline;
  return state.mine && state.room ? words.inRoom(state.room.joined) : '';
}

function endedView(why: NonNullable<State['ended']>) {
  const [what, next] = words.ended[why]!;
  const retry = why === 'elsewhere' ? words.again : words.retry;
  return [
    el('h1', {}, what),
    el('p', {}, next),
    why === 'closed'
      ? null
      : el('button', { type: 'button', class: 'main', onclick: () => link.now() }, retry),
  ];
}

function draw(): void {
  const { ended, problem, mine, room, kept, known } = state;
  const lost = state.lostUntil !== null;
  const here = ended === null && mine !== null;
  const counts = here && room?.ask != null && room.ask.kind !== 'group';
  places.top.draw([statusWords(), counts && [room.answered, room.joined]], () => [
    el('span', { class: 'brand' }, words.name),
    el('span', { role: 'status' }, statusWords()),
    counts ? el('span', { class: 'count' }, words.answered(room.answered, room.joined)) : null,
  ]);
  places.problem.draw(problem, () => (problem ? [`${problem.what} ${problem.next}`] : []));
  const view = [ended, here, known, questionSignature(state, changing)];
  places.question.draw(view, () => {
    if (ended) return endedView(ended);
    if (here) return questionView(state, changing, questionActions);
    return known === false ? [joinForm((typed) => link.send({ t: 'join', word: typed }))] : [];
  });
  places.shown.draw([here, shownSignature(state)], () => (here ? shownView(state) : []));
  writeTime(state, Date.now());
  places.lecturer.draw([here, writing], () =>
    here && writing ? [askForm(kept.name, written, lecturerActions)] : [],
  );
  places.heard.draw([here, lecturerSignature(state, writing)], () =>
    here ? heardView(state, lecturerActions) : [],
  );
  places.foot.draw([here, writing, lost], () =>
    here
      ? [
          el(
            'button',
            {
              type: 'button',
              id: 'ask',
              'aria-expanded': writing ? 'true' : 'false',
              onclick: writing ? lecturerActions.close : openForm,
            },
            words.ask.open,
          ),
          el(
            'button',
            {
              type: 'button',
              id: 'lost',
              'aria-pressed': lost ? 'true' : 'false',
              onclick: toggleLost,
            },
            words.lost,
          ),
          lost ? el('p', { class: 'note', role: 'status' }, words.lostOn) : null,
        ]
      : [],
  );
}

function timePassed(): void {
  const next = faded(state, Date.now());
  if (next !== state) change(next);
  writeTime(state, Date.now());
}

draw();
link.now();
// Also right after a locked screen: the time is worked out, not counted down.
setInterval(timePassed, 200);
document.addEventListener('visibilitychange', timePassed);
