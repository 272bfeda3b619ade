import { labs } from 'lectern:labs';
import type { Lab } from '../../labs/lab.ts';
import { findLab, makeCatalog } from './make-catalog.ts';

const manifests = labs.map(({ lab }) => lab);

/** What the hosts and the command line know of the labs. Loads no TensorFlow.js. */
export const catalog = makeCatalog(manifests);

/** The manifest of a lab. Throws `unknown-lab`. Loads no TensorFlow.js. */
export const manifest = (id: string): Lab => findLab(manifests, id);
