import type { FigureScript } from '../../../../../labs/kit/code/script.ts';
import type { RunCard } from '../../../../../main/contract/run.ts';

/** TensorFlow.js as Lectern has it: its native library, else plain JavaScript. Newer Node lacks a function that the former calls. */
const loadTf = `const util = (await import('node:util')).default;
util.isNullOrUndefined ??= (value) => value === null || value === undefined;
const loaded = await import('@tensorflow/tfjs-node').catch(() => import('@tensorflow/tfjs'));
const tf = loaded.default ?? loaded;
`;

/**
 * One program in plain JavaScript that prints a figure's numbers: what it does, the run's values, the lab's own functions (`text`), and
 * a table at the end.
 */
export function programOf(
  title: string,
  script: Pick<FigureScript, 'steps' | 'reads' | 'needsTf' | 'part'>,
  text: string,
  card: RunCard,
): string {
  const { number, parameters, seed } = card;
  const run = { number, parameters, seed, ...script.reads(card) };
  const file = `${script.part}.mjs`;
  const head = [
    `${title}, from run ${number} of Lectern.`,
    script.needsTf
      ? `Save it as ${file} where TensorFlow.js is installed, such as in Lectern’s own folder, then: node ${file}`
      : `Save it as ${file}, then: node ${file}. It needs nothing but Node.`,
    '',
    ...script.steps.map((step, i) => `${i + 1}. ${step}`),
  ];
  const comment = head.map((line) => `// ${line}`.trimEnd()).join('\n');
  const values = `const run = ${JSON.stringify(run)};`;
  const end =
    `${script.needsTf ? loadTf : ''}const rows = script.numbers(run, ${script.needsTf ? 'tf' : 'null'});\n` +
    "console.log(rows.map((row) => row.map((cell) => cell ?? '–').join('\\t')).join('\\n'));";
  return `${comment}\n\n// The run.\n${values}\n\n${text}\n// The numbers of the figure.\n${end}\n`;
}
