import { toErrorData } from '../contract/errors.ts';
import { Stopped } from './interrupt.ts';
import { UsageError } from './usage.ts';

interface Command {
  about: string;
  run(args: string[], root: string): Promise<number>;
}

const commands: Record<string, Command> = {
  start: {
    about: 'Opens Lectern: --web, --electron, --port N, --no-open',
    run: async (args, root) => (await import('./start.ts')).start(args, root),
  },
  dev: {
    about: 'Opens Lectern from its sources, which it follows as they change: --no-open',
    run: async (args, root) => (await import('./dev.ts')).dev(args, root),
  },
  lab: {
    about:
      'Runs a lab in the terminal: lab <id> [--preset p] [--seed n] [--set name=value] [--json file]',
    run: async (args, root) => (await import('./lab/lab.ts')).lab(args, root),
  },
  new: {
    about: 'Makes a lab or a slide to begin with: new lab NAME, new slide PART ID',
    run: async (args, root) => (await import('./new.ts')).makeNew(args, root),
  },
  lecture: {
    about:
      'A lecture of your own: lecture new FOLDER [--extends lecture-1], check FOLDER, ' +
      'import DECK FOLDER, pack FOLDER, export [FOLDER] --html FILE',
    run: async (args, root) => (await import('./lecture/lecture-command.ts')).lecture(args, root),
  },
  doctor: {
    about: 'Says what Lectern finds on this computer, and whether it can run',
    run: async (args, root) => (await import('./doctor.ts')).doctor(args, root),
  },
  conform: {
    about: 'Compares Lectern with outside reference cases: conform [--kinds a,b] file …',
    run: async (args) =>
      (await import('./conform/conform.ts')).conform(args, (line) => console.log(line)),
  },
  audit: {
    about:
      'Compares groups in a table of decisions: audit FILE [--label C] [--decision C] [--group C]',
    run: async (args) => (await import('./table/audit.ts')).audit(args),
  },
  leaks: {
    about: 'Looks for what a table knows too early: leaks FILE [--time C] [--label C] [--owner C]',
    run: async (args) => (await import('./table/leaks.ts')).leaks(args),
  },
  'coverage-study': {
    about:
      'Counts on simulated files how often the labs’ intervals hold the truth: coverage-study [--only a,b] [--short] [--seed n]',
    run: async (args) =>
      (await import('./coverage-study/coverage-study.ts')).coverageStudy(args, (line) =>
        console.log(line),
      ),
  },
  bench: {
    about:
      'Measures Lectern on this computer and prints one table: bench [--only a,b] [--json file]',
    run: async (args, root) => (await import('./bench.ts')).bench(args, root),
  },
  torture: {
    about:
      'Kills, fills, starves and misaddresses it, and prints what came of it: torture [--only a,b] [--short]',
    run: async (args, root) => (await import('./checks/torture.ts')).torture(args, root),
  },
  walk: {
    about:
      'Takes random actions in the labs, in a browser, and compares what they show with the cards: walk [--lab id] [--seed n]',
    run: async (args, root) => (await import('./checks/walk.ts')).walk(args, root),
  },
  sentences: {
    about:
      'Checks what the labs say of real results against the numbers: sentences [--lab id] [--many N] [--seed N]',
    run: async (args, root) => (await import('./checks/sentences.ts')).sentences(args, root),
  },
  handout: {
    about: 'Writes the lecture as slides.pdf and notes.pdf: handout [--out DIR] [--steps]',
    run: async (args, root) => (await import('./handout.ts')).handout(args, root),
  },
  pictures: {
    about: 'Makes the pictures of the README from the app as it is: pictures [--out DIR]',
    run: async (args, root) => (await import('./pictures.ts')).drawPictures(args, root),
  },
  grade: {
    about: 'Grades a folder of notebooks that were handed in: grade <folder> [--out DIR] [--force]',
    run: async (args) => (await import('./grade.ts')).grade(args),
  },
  report: {
    about:
      'Writes a notebook that was saved in the app as a report, HTML and PDF: report <notebook.jsonl> [--out DIR] [--labs a,b] [--all]',
    run: async (args, root) => (await import('./report.ts')).report(args, root),
  },
  check: {
    about: 'Checks what changed, before a commit: types, lint, format, unit and component tests',
    run: async (args, root) => (await import('./check.ts')).check(args, root),
  },
  coverage: {
    about: 'Says how much of each room unit and component tests reach',
    run: async (args, root) => (await import('./coverage.ts')).coverage(args, root),
  },
  build: {
    about: 'Builds what is out of date',
    run: async (args, root) => (await import('./build.ts')).build(args, root),
  },
  test: {
    about: 'Runs the tests that every change is tried with: --electron in Electron as well',
    run: async (args, root) => (await import('./test.ts')).test(args, root, 'short'),
  },
  'test:full': {
    about: 'Runs the tests that npm test leaves out',
    run: async (args, root) => (await import('./test.ts')).test(args, root, 'rest'),
  },
  'test:sweeps': {
    about: 'Runs the long tests that both leave out: whole stories, all sizes, a new lab, torture',
    run: async (args, root) => (await import('./test.ts')).test(args, root, 'sweeps'),
  },
  fuzz: {
    about: 'Runs the property tests on fresh seeds: fuzz [--minutes N] [--seed N]',
    run: async (args, root) => (await import('./test/fuzz.ts')).fuzz(args, root),
  },
  'test:package': {
    about: 'Packs the app around a stand-in for Electron and tries what is in the package',
    run: async (args, root) => (await import('./test/test-package.ts')).testPackage(args, root),
  },
  'test:node': {
    about: 'Runs the tests of main/ and test:package under the Node that Electron carries',
    run: async (args, root) => (await import('./test/test-node.ts')).testNode(args, root),
  },
  dist: {
    about: 'Makes an installable app with electron-builder',
    run: async (args, root) => (await import('./dist.ts')).dist(args, root),
  },
};

const help = `Lectern: a lecture with labs that train and measure real models on this computer.

${Object.entries(commands)
  .map(([name, { about }]) => `  npm run ${name.padEnd(12)} ${about}`)
  .join('\n')}

Give options after two dashes: npm start -- --web`;

/**
 * The command line. Returns the exit code: 0 done, 1 it could not be done, 2 the command could not be understood.
 * Whatever goes wrong is said in three plain sentences; no stack trace is shown.
 */
export async function main(argv: string[], root: string): Promise<number> {
  const [name, ...args] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    console.log(help);
    return 0;
  }
  if (name === '--version' || name === '-v' || (name === 'start' && args[0] === '--version')) {
    const { ownVersion } = await import('../services/runs/one-run.ts');
    console.log(`lectern ${await ownVersion(root)}`);
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    console.error(`There is no command "${name}".\n\n${help}`);
    return 2;
  }
  try {
    return await command.run(args, root);
  } catch (error) {
    return explain(error);
  }
}

function explain(error: unknown): number {
  if (error instanceof UsageError) {
    console.error(error.message);
    return 2;
  }
  if (error instanceof Stopped) {
    console.error(error.message);
    // What was begun and can't be called off, such as a build, does not hold up the end.
    process.exit(error.exitCode);
  }
  const { what, safe, next } = toErrorData(error);
  console.error([what, safe, next].filter(Boolean).join('\n'));
  if (process.env['LECTERN_DEBUG']) console.error(error);
  return 1;
}
