import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const workflow = readFileSync(`${root}.github/workflows/ci.yml`, 'utf8');
const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
  scripts: Record<string, string>;
};

it('names commands and files that exist', () => {
  const commands = [...workflow.matchAll(/npm run ([\w:-]+)/g)].map((found) => found[1]!);
  expect(commands.length).toBeGreaterThan(4);
  expect(commands.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  const files = [...workflow.matchAll(/(?<=\s)((?:main|test|node_modules)\/[\w@/.-]+)/g)].map(
    (found) => found[1]!,
  );
  expect(files.filter((file) => !existsSync(root + file))).toEqual([]);
});

it('may only read, keeps no key in the clone, and uses no action but the host’s own', () => {
  expect(workflow.match(/permissions:\n(?: +.*\n)+/g)).toEqual([
    'permissions:\n  contents: read\n',
  ]);
  expect(workflow.match(/uses: actions\/checkout/g)).toHaveLength(
    workflow.match(/persist-credentials: false/g)!.length,
  );
  expect(
    [...workflow.matchAll(/uses: (\S+)/g)]
      .map((found) => found[1])
      .filter((action) => !/^actions\/[\w-]+@/.test(action!)),
  ).toEqual([]);
  expect(workflow).not.toMatch(/pull_request_target|secrets\./);
});
