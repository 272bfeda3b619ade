import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkLicences, noticesOf } from './licences.mjs';
import { shippedPackages } from './shipped.mjs';

export const noticesName = 'LICENSES.third-party.txt';

/**
 * electron-builder calls this when the app's folder stands and nothing is signed or put into an installer yet: writes the notices
 * of all that is shipped beside the archive. Throws, and so ends the packaging, where a licence is not in order.
 * @param {{ appOutDir: string, packager: { projectDir: string, getResourcesDir(folder: string): string } }} context
 */
export async function afterPack({ appOutDir, packager }) {
  const resources = packager.getResourcesDir(appOutDir);
  const shipped = checkLicences(shippedPackages(packager.projectDir, join(resources, 'app.asar')));
  writeFileSync(join(resources, noticesName), noticesOf(shipped));
}
