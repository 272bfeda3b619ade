#!/usr/bin/env node
// The bootstrap: plain JavaScript, because nothing is built yet when it starts. It bundles the command line if its sources
// changed and hands over. Everything it does after that is TypeScript in this folder and in main/setup.
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildNode } from '../setup/build-node.mjs';
import { plainDiagnosis, unfitFolder, whyUnbuilt } from '../setup/built/why-unbuilt.mjs';
import { findHome, unfitNode } from './preconditions.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** As a person reads it. */
const folder = resolve(root);

/** Ends the command with 1. Whoever asked for a diagnosis gets one. */
function refuse(reason) {
  if (process.argv[2] === 'doctor') console.log(plainDiagnosis(folder, reason));
  else console.error(reason);
  process.exit(1);
}

const impossible = unfitNode(process.versions.node) ?? unfitFolder(folder) ?? findHome(process.env);
if (impossible) refuse(impossible);

const out = await buildNode(root).catch((error) => {
  const { why, next } = whyUnbuilt(error, folder);
  refuse(
    `Lectern's programs could not be built: ${why}.\nYour runs and answers are unchanged.\n${next}`,
  );
});
const { main } = await import(pathToFileURL(out.cli).href);
process.exitCode = await main(process.argv.slice(2), root);
