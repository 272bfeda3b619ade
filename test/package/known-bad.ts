/**
 * Versions that must not be installed. This is a short list kept by hand, not a scanner: it holds what is known of packages that
 * Lectern has had or could easily get, as of November 2026. `npm audit` knows far more and needs the network: run it before a release.
 */
export interface KnownBad {
  name: string;
  /** The first bad version; the first good one after it. */
  from: string;
  before: string;
  because: string;
  /** Why it may stay all the same. */
  accepted?: string;
}

const installerOnly =
  'Only tfjs-node’s own install script needs it, in the version that it pins. It is ' +
  'not shipped, and set-up unpacks nothing with it but the native library: whoever ' +
  'could forge that archive could run code anyway.';

export const knownBad: KnownBad[] = [
  { name: 'tar', from: '0.0.0', before: '6.2.1', because: 'CVE-2024-28863: folders without end' },
  {
    name: 'tar',
    from: '6.2.1',
    before: '7.5.3',
    because: 'CVE-2026-23745: links out of the folder',
    accepted: installerOnly,
  },
  {
    name: 'tar',
    from: '6.2.1',
    before: '7.5.8',
    because: 'CVE-2026-26960: hard links out of the folder',
    accepted: installerOnly,
  },
  {
    name: 'ws',
    from: '0.0.0',
    before: '8.17.1',
    because: 'CVE-2024-37890: a request with many headers ends the server',
  },
  {
    name: 'zod',
    from: '0.0.0',
    before: '3.22.3',
    because: 'CVE-2023-4316: an address that takes for ever to check',
  },
  {
    name: 'semver',
    from: '7.0.0',
    before: '7.5.2',
    because: 'CVE-2022-25883: a range that takes for ever to read',
  },
  { name: 'semver', from: '6.0.0', before: '6.3.1', because: 'CVE-2022-25883' },
  { name: 'semver', from: '0.0.0', before: '5.7.2', because: 'CVE-2022-25883' },
  {
    name: 'node-fetch',
    from: '0.0.0',
    before: '2.6.7',
    because: 'CVE-2022-0235: headers sent to another host',
  },
  {
    name: 'form-data',
    from: '4.0.0',
    before: '4.0.4',
    because: 'CVE-2025-7783: boundaries that can be guessed',
  },
  {
    name: 'minimatch',
    from: '0.0.0',
    before: '3.0.5',
    because: 'CVE-2022-3517: a pattern that takes for ever',
  },
  {
    name: 'brace-expansion',
    from: '0.0.0',
    before: '1.1.12',
    because: 'CVE-2025-5889: a pattern that takes for ever',
  },
  {
    name: 'cross-spawn',
    from: '7.0.0',
    before: '7.0.5',
    because: 'CVE-2024-21538: an argument that takes for ever',
  },
  {
    name: 'ansi-regex',
    from: '5.0.0',
    before: '5.0.1',
    because: 'CVE-2021-3807: a text that takes for ever',
  },
  {
    name: 'json5',
    from: '2.0.0',
    before: '2.2.2',
    because: 'CVE-2022-46175: a name that changes every object',
  },
  {
    name: 'esbuild',
    from: '0.0.0',
    before: '0.25.0',
    because: 'GHSA-67mh-4wv8-2f99: its server answers any page (Lectern does not start it)',
  },
  // Published by thieves in September 2025.
  ...(
    [
      ['ansi-regex', '6.2.1', '6.2.2'],
      ['ansi-styles', '6.2.2', '6.2.3'],
      ['chalk', '5.6.1', '5.6.2'],
      ['color-convert', '3.1.1', '3.1.2'],
      ['color-name', '2.0.1', '2.0.2'],
      ['debug', '4.4.2', '4.4.3'],
      ['strip-ansi', '7.1.1', '7.1.2'],
      ['supports-color', '10.2.1', '10.2.2'],
      ['wrap-ansi', '9.0.1', '9.0.2'],
    ] as const
  ).map(([name, from, before]) => ({ name, from, before, because: 'not by its authors' })),
];

/** The three numbers of a version; what follows a dash or a plus is left out. */
export const parseVersion = (version: string): number[] =>
  version.split(/[-+]/)[0]!.split('.').map(Number);

const compare = (a: readonly number[], b: readonly number[]) =>
  a.map((part, i) => part - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0;

/** Whether a version is in a range: from its first one on, before its last. */
export const inRange = (
  version: readonly number[],
  { from, before }: Pick<KnownBad, 'from' | 'before'>,
): boolean =>
  compare(version, parseVersion(from)) >= 0 && compare(version, parseVersion(before)) < 0;
