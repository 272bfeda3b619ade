import { newLab } from './new/new-lab.ts';
import { newSlide } from './new/new-slide.ts';
import { parseCommand, UsageError } from './usage.ts';

const help = `npm run new -- lab NAME
npm run new -- slide PART ID
  lab     makes labs/NAME: one parameter, one trained net, one figure, one question, and their tests
  slide   adds a slide at the end of a part, such as myths
Names are in small letters, words joined by a hyphen: coin-toss.`;

/** Makes a lab or a slide to begin with. It passes every check as it is; nothing is written where something is wrong. */
export async function makeNew(args: string[], root: string): Promise<number> {
  const { values, positionals } = parseCommand(
    { args, options: { help: { type: 'boolean', short: 'h' } }, allowPositionals: true },
    help,
  );
  if (values.help) {
    console.log(help);
    return 0;
  }
  const [kind, ...names] = positionals;
  if (kind === 'lab' && names.length === 1) return lab(root, names[0]!);
  if (kind === 'slide' && names.length === 2) return slide(root, names[0]!, names[1]!);
  throw new UsageError(help);
}

async function lab(root: string, name: string): Promise<number> {
  const files = await newLab(root, name);
  console.log(`Made labs/${name}: ${files.join(', ')}.

  npm run dev                          then #/labs/${name} in the address
  npm run lab -- ${name.padEnd(21)} runs it in the terminal
  npm run check                        types, lint, format and the tests of what changed

Begin reading at labs/${name}/README.md.`);
  return 0;
}

async function slide(root: string, part: string, id: string): Promise<number> {
  const files = await newSlide(root, part, id);
  console.log(`Changed ${files.join(' and ')}.

  npm run dev     then #/slides/${id} in the address

slides/README.md says what a slide must keep to.`);
  return 0;
}
