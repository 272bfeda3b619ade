import { computeEvents, computeMethods } from '../contract/compute.ts';
import { LecternError } from '../contract/errors.ts';
import { serve } from '../rpc/connect.ts';
import { loadBackend } from './backend.ts';
import { manifest } from './catalog.ts';
import { createSandbox } from '../sandbox/sandbox.ts';
import { findExercise, judgeCode, learnersSeed } from './code/judge-code.ts';
import { runOf, tryOwnRun } from './code/try-own-run.ts';
import { parentChannel } from './channel.ts';
import { execute, type Executed, type Work } from './execute.ts';
import { mutex } from './mutex.ts';

// Whatever a library prints must not reach the terminal of the command line's JSON output.
console.log = console.error;
console.info = console.error;

// Ctrl+C reaches the whole group: the host decides when compute ends, after it has kept what was measured.
process.on('SIGINT', () => undefined);

const backend = loadBackend();
const exclusively = mutex();
/** Learners' code runs here, beside whatever is trained. */
const sandbox = createSandbox();
/** The last run of each lab, kept for questions. One a lab, so memory stays bounded. */
const opened = new Map<string, { run: string; executed: Executed }>();

function forget(lab: string): void {
  opened.get(lab)?.executed.open?.dispose();
  opened.delete(lab);
}

async function executeAndKeep(run: string, work: Work, signal: AbortSignal): Promise<Executed> {
  return exclusively(signal, async () => {
    const { tf } = await backend;
    forget(work.lab);
    const executed = await execute(tf, work, signal, (progress) =>
      server.notify('run.progress', { run, progress }),
    );
    if (executed.open) opened.set(work.lab, { run, executed });
    return executed;
  });
}

/** Asks a finished run, which is made again where it is held no more. Throws `bad-request` for what it can't be asked. */
async function ask(
  run: string,
  work: Work,
  name: string,
  question: unknown,
  signal: AbortSignal,
): Promise<unknown> {
  const lab = manifest(work.lab);
  const schemas = Object.hasOwn(lab.questions, name) ? lab.questions[name] : undefined;
  const asked = schemas?.question.safeParse(question);
  if (!schemas || !asked?.success) {
    const what = schemas
      ? `The question "${name}" does not have the agreed form.`
      : `The lab "${lab.id}" answers no question "${name}".`;
    throw new LecternError({
      code: 'bad-request',
      what,
      safe: 'The run is unchanged.',
      next: `It answers: ${Object.keys(lab.questions).join(', ') || 'none'}.`,
    });
  }
  const held = opened.get(work.lab);
  const executed = held?.run === run ? held.executed : await executeAndKeep(run, work, signal);
  if (!executed.open)
    throw new LecternError({
      code: 'bad-request',
      what: `The lab "${lab.id}" can't be asked.`,
      safe: '',
      next: '',
    });
  return schemas.answer.parse(await executed.open.ask(name, asked.data));
}

const server = serve(
  parentChannel(),
  computeMethods,
  {
    'compute.hello': async () => (await backend).info,
    'run.execute': async ({ run, ...work }, signal) => {
      const { outcome } = await executeAndKeep(run, work, signal);
      return { result: outcome.result as never, measured: outcome.measured as never };
    },
    'lab.ask': async ({ run, name, question, ...work }, signal) =>
      (await ask(run, work, name, question, signal)) as never,
    'code.run': async ({ lab, exercise, code }) =>
      judgeCode(sandbox, await findExercise(lab, exercise), code, learnersSeed),
    'code.try': async ({ lab, exercise, code, of }, signal) => {
      const { run, parameters, seed, measured } = of;
      const found = await findExercise(lab, exercise);
      return tryOwnRun(sandbox, found, code, runOf(lab, of), (name, question) =>
        ask(run, { lab, parameters, seed, measured }, name, question, signal),
      );
    },
  },
  computeEvents,
  // The host is gone: nobody is left to compute for.
  () => process.exit(0),
);
