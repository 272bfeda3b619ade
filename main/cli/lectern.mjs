#!/usr/bin/env node
// The bootstrap: plain JavaScript, because nothing is built yet when it starts. It bundles the command line if its sources
// changed and hands over. Everything it does after that is TypeScript in this folder and in main/setup.
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildNode } from '../setup/build-node.mjs';
import { findHome, unfitNode } from './preconditions.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

const impossible = unfitNode(process.versions.node) ?? findHome(process.env);
if (impossible) {
  console.error(impossible);
  process.exit(1);
}

const out = await buildNode(root).catch((error) => {
  console.error(
    `Lectern's programs could not be built: ${error.message}\n` +
      'What was built before is unchanged.\n' +
      'Run npm ci, then the command again, as the user to whom this folder belongs.',
  );
  process.exit(1);
});
const { main } = await import(pathToFileURL(out.cli).href);
process.exitCode = await main(process.argv.slice(2), root);
