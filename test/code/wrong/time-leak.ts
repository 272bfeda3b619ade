import { asOfTask } from '../../../labs/time-leak/code/as-of.ts';
import { splitTask } from '../../../labs/time-leak/code/split.ts';
import { changed, type Wrong } from './wrong.ts';

export const asOfWrong: Wrong[] = changed(asOfTask.answer, [
  [
    'looks at the time of the event',
    'past.available > row.time',
    'past.time > row.time',
    'available',
  ],
  [
    'takes whatever came in last',
    'past.time >= best.time',
    'past.available >= best.available',
    'latest',
  ],
  ['keeps the first of equals', 'past.time >= best.time', 'past.time > best.time', 'ties'],
  [
    'leaves out what comes at the row’s time',
    'past.available > row.time',
    'past.available >= row.time',
    'exact',
  ],
  ['mixes users', 'past.user !== row.user || ', '', 'users'],
  [
    'takes 0 for nothing',
    'best === null ? null : best.value',
    '(best && best.value) || null',
    'zero',
  ],
  ['gives undefined for nothing', 'best === null ? null : best.value', 'best?.value', 'none'],
  ['takes the last of the list', 'best === null || past.time >= best.time', 'true', 'latest'],
  [
    'sorts the history in place',
    'return rows.map((row) => {',
    'history.sort((a, b) => a.time - b.time);\n  return rows.map((row) => {',
    'keeps-inputs',
  ],
  [
    'answers in order of time',
    'rows.map((row)',
    '[...rows].sort((a, b) => a.time - b.time).map((row)',
    'order',
  ],
]);

export const splitWrong: Wrong[] = changed(splitTask.answer, [
  [
    'puts the cut’s row into training',
    'if (time < cut) return;',
    'if (time <= cut) return;',
    'cut',
  ],
  ['has no gap', 'time < cut - gap', 'time < cut', 'gap'],
  ['takes the gap’s early end along', 'time < cut - gap', 'time <= cut - gap', 'gap'],
  ['lets users cross', ' && !tested.has(user)', '', 'entities'],
  [
    'takes the test’s rows away instead',
    'test.push(i);',
    'if (!rows.some((row) => row.user === user && row.time < cut)) test.push(i);',
    'entities',
  ],
  [
    'counts users of the gap as tested',
    'if (time < cut) return;\n    test.push(i);\n    tested.add(user);',
    'if (time >= cut - gap) tested.add(user);\n    if (time >= cut) test.push(i);',
    'gap-users',
  ],
  ['forgets user 0', 'tested.add(user)', 'user && tested.add(user)', 'user-zero'],
  ['gives users', 'train.push(i)', 'train.push(user)', 'places'],
  ['puts the gap into the test', 'if (time < cut) return;', 'if (time < cut - gap) return;', 'gap'],
]);
