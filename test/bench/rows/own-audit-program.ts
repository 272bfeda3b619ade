import { survey } from '../../../labs/data/survey.ts';
import { auditOwn } from '../../../labs/fairness/own/own-audit.ts';
import { readOwn } from '../../../labs/fairness/own/own-read.ts';
import { ownRoles } from '../../../labs/fairness/own/own-roles.ts';
import { seededRandom } from '../../../labs/math/random.ts';

// A process of its own, and the code that the lab's worker runs: a file in, an audit with intervals out.

const rows = 1_000_000;
const rounds = 3;

function decisions(weighted: boolean): Blob {
  const random = seededRandom(12);
  const parts = [
    weighted ? 'repaid,score,group,region,sample_weight\n' : 'repaid,score,group,region\n',
  ];
  for (let from = 0; from < rows; from += 10_000) {
    const lines = Array.from(
      { length: 10_000 },
      () =>
        `${random.integer(2)},${random.uniform().toFixed(3)},group ${random.integer(4)}` +
        `,${random.integer(4)}` +
        (weighted ? `,${Math.exp(random.normal()).toFixed(3)}` : ''),
    );
    parts.push(`${lines.join('\n')}\n`);
  }
  return new Blob(parts);
}

async function once(file: Blob): Promise<{ ms: number; groups: number }> {
  const start = performance.now();
  const found = await survey(file);
  const { mapping } = ownRoles(found.columns, { groups: ['group', 'region'] });
  const reading = readOwn(file, { survey: found, mapping: mapping!, leaveOutEmpty: false });
  let step = await reading.next();
  while (!step.done) step = await reading.next();
  if (!step.value.ok) throw new Error('the file was not understood');
  const { comparisons } = auditOwn(step.value.own, 0.5);
  if (comparisons.length !== 3 || comparisons[0]!.ci95.demographicParityRatio === null)
    throw new Error('the audit is not whole');
  return { ms: performance.now() - start, groups: comparisons[0]!.groups.length };
}

const file = decisions(process.argv[2] === 'weighted');
const times: number[] = [];
await once(file);
for (let i = 0; i < rounds; i++) times.push((await once(file)).ms);
const megabytes = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ times, megabytes, size: file.size / 1e6 }));
