import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import envPaths from 'env-paths';

/** Where downloads and verdicts are kept, outside `node_modules`: `LECTERN_CACHE`, else the platform's own cache folder. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  return resolve(env['LECTERN_CACHE'] || envPaths('lectern', { suffix: '' }).cache);
}

/** tfjs-node's folder, and where in it the addon and the library must lie: the addon finds the library by that distance. */
export interface TfjsNode {
  folder: string;
  version: string;
  addon: string;
  libraries: string;
}

/** The addon's place below the package's folder. 8 is the highest Node-API version that tfjs-node 4.22 knows. */
export const addonPlace = join('lib', 'napi-v8', 'tfjs_binding.node');
export const librariesPlace = join('deps', 'lib');
/** The library's licence and those of its parts, which the official download brings: a package must ship them. */
export const licencePlaces = ['LICENSE', 'THIRD_PARTY_TF_C_LICENSES'].map((name) =>
  join('deps', name),
);

/** Null where the package itself is not installed. */
export function findTfjsNode(root: string): TfjsNode | null {
  const folder = join(root, 'node_modules', '@tensorflow', 'tfjs-node');
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) return null;
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  return {
    folder,
    version,
    addon: join(folder, addonPlace),
    libraries: join(folder, librariesPlace),
  };
}

const libraryName = /^(lib)?tensorflow(\.|$).*(so|dylib|dll)|^libtensorflow\.so/;

/** Whether a folder of tfjs-node's shape holds both the addon and libtensorflow. */
export function holdsLibrary(folder: string): boolean {
  const libraries = join(folder, librariesPlace);
  return (
    existsSync(join(folder, addonPlace)) &&
    existsSync(libraries) &&
    readdirSync(libraries).some((name) => libraryName.test(name))
  );
}

/** The version in the library's file name, as in libtensorflow.so.1.15.0; null where the name doesn't tell. */
export function libraryVersion(libraries: string): string | null {
  if (!existsSync(libraries)) return null;
  for (const name of readdirSync(libraries)) {
    const version = /^libtensorflow\.(?:so\.)?(\d+\.\d+\.\d+)/.exec(name)?.[1];
    if (version) return version;
  }
  return null;
}
