import { expect, it, onTestFinished, vi } from 'vitest';
import { openAlready, whyNoWindow, type Causes } from './why-no-window.ts';

const well: Causes = {
  libraries: async () => [],
  display: async () => null,
  sandbox: async () => null,
};
const died = (code: number | null, signal: NodeJS.Signals | null = null) =>
  ({ kind: 'died', code, signal }) as const;
const ask = (outcome: Parameters<typeof whyNoWindow>[0], causes: Partial<Causes> = {}) =>
  whyNoWindow(outcome, '/electron', { ...well, ...causes });
const sandbox = async () => 'its sandbox can’t work here.';
const display = async () => 'nobody answers.';

it('names the libraries before anything else', async () => {
  const libraries = async () => ['libnss3.so', 'libgbm.so.1'];
  expect(await ask(died(127), { libraries, sandbox, display })).toBe(
    'libraries of the system are missing (libnss3.so, libgbm.so.1); install the packages that hold them.',
  );
  expect(await ask(died(127), { libraries: async () => null })).toContain('exit status 127');
});

it('SIGTRAP is the sandbox’s, where that is at fault', async () => {
  const said = 'it was ended by SIGTRAP before it showed a window: ';
  expect(await ask(died(null, 'SIGTRAP'), { sandbox, display })).toBe(`${said}${await sandbox()}`);
  expect(await ask(died(null, 'SIGTRAP'), { display })).toBe(`${said}${await display()}`);
  expect(await ask(died(null, 'SIGTRAP'))).toContain('doctor -- --electron says more');
});

it('a display that nobody serves explains every other end', async () => {
  for (const outcome of [died(1), { kind: 'silent', seconds: 20 }] as const)
    expect(await ask(outcome, { display, sandbox })).toMatch(/: nobody answers\.$/);
});

it('says what it saw where nothing explains it', async () => {
  expect(await ask(died(5))).toContain('exit status 5');
  expect(await ask({ kind: 'silent', seconds: 20 })).toContain('said nothing for 20 s');
  expect(await ask({ kind: 'windowless', seconds: 45 })).toContain('no window for 45 s');
  const advice = await whyNoWindow(died(5), '/electron', well, 'report it.');
  expect(advice).toMatch(/; report it\.$/);
});

it('the causes are asked for at the same time, and have 5 s in all: then it says what it saw', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const never = () => new Promise<never>(() => undefined);
  const said: string[] = [];
  const none = { libraries: never, display: never, sandbox: never };
  for (const causes of [none, { ...none, sandbox }, { ...none, display }])
    void ask(died(null, 'SIGTRAP'), causes).then((text) => said.push(text));
  await vi.advanceTimersByTimeAsync(4_900);
  expect(said).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  const end = 'it was ended by SIGTRAP before it showed a window';
  expect(said).toEqual([
    `${end}; npm run doctor -- --electron says more.`,
    `${end}: ${await sandbox()}`,
    `${end}: ${await display()}`,
  ]);
});

it('a cause that can’t be asked for is not named', async () => {
  const display = () => Promise.reject(new Error('no sockets'));
  expect(await ask(died(5), { display })).toMatch(/exit status 5 .*; npm run doctor/);
});

it('a program that the system refuses is at fault itself, whatever the display is', async () => {
  const refused = { kind: 'unstartable', reason: 'spawn EACCES' } as const;
  expect(await ask(refused, { display, sandbox })).toMatch(/\(spawn EACCES\); make that file exec/);
});

it('a program that the system would not run: what to do is the system’s own', async () => {
  const outcome = { kind: 'unstartable', reason: 'spawn UNKNOWN' } as const;
  const on = (platform: NodeJS.Platform) =>
    whyNoWindow(outcome, '/electron', well, undefined, platform);
  expect(await on('win32')).toMatch(/\(spawn UNKNOWN\); Smart App Control .*docs\/installing\.md/);
  expect(await on('linux')).toMatch(/make that file executable/);
});

it('a lock that can’t be had is explained by nothing else', async () => {
  expect(await ask({ kind: 'unlocked' }, { display, sandbox })).toMatch(
    /^it could not lock the data folder .*SingletonLock.*LECTERN_HOME.*\.$/,
  );
});

it('where Lectern is open already, what was not applied is named', () => {
  const said = 'Lectern is open already: its window was brought to the front.';
  expect(openAlready({ room: false, lecture: undefined })).toBe(said);
  expect(openAlready({ room: true, lecture: '/a' })).toBe(
    `${said}\n--lecture and --room were not applied: close it and start again.`,
  );
  expect(openAlready({ room: false, lecture: '/a' })).toContain('--lecture was not applied');
});
