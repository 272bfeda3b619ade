#!/usr/bin/env node
// The bootstrap: plain JavaScript, because nothing is built yet when it starts. It bundles the command line if its sources
// changed and hands over. Everything it does after that is TypeScript in this folder and in main/setup.
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildNode } from '../setup/build-node.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Lectern needs Node 20.19 or later; this is ${process.versions.node}. Nothing was changed. Install a newer Node and run the command again.`,
  );
  process.exit(1);
}

const out = await buildNode(root);
const { main } = await import(pathToFileURL(out.cli).href);
process.exitCode = await main(process.argv.slice(2), root);
