/** What a program needs of its surroundings to start at all, on each platform. Windows writes these in any case. */
const kept = new Set([
  'PATH',
  'HOME',
  'USER',
  'LANG',
  'LC_ALL',
  'TZ',
  'TMP',
  'TEMP',
  'TMPDIR',
  'XDG_CACHE_HOME',
  'SYSTEMROOT',
  'SYSTEMDRIVE',
  'WINDIR',
  'PATHEXT',
  'USERPROFILE',
  'APPDATA',
  'LOCALAPPDATA',
  'NUMBER_OF_PROCESSORS',
]);
const secret = /TOKEN|SECRET|PASSWORD|KEY|COOKIE/;

/**
 * The environment the compute process is started with: a short list, so that no token, proxy password or Node option of the
 * person's shell reaches the process that loads a native library. One thread inside an operation, because two give other
 * weights from the same seed (and are slower here). Two threads for operations beside one another, which change no bit: more would only
 * take cores from the window.
 */
export function computeEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const scrubbed: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    const upper = name.toUpperCase();
    const ours = upper.startsWith('LECTERN_') && !secret.test(upper);
    if (value !== undefined && (kept.has(upper) || ours)) scrubbed[name] = value;
  }
  return {
    ...scrubbed,
    TF_NUM_INTRAOP_THREADS: '1',
    TF_NUM_INTEROP_THREADS: '2',
    TF_CPP_MIN_LOG_LEVEL: '2',
  };
}

/** How Electron's utility process is started for compute: no Node options, a scrubbed environment, only its error stream. */
export const computeOptions = (env: Readonly<Record<string, string | undefined>>) => ({
  env: computeEnvironment(env),
  execArgv: [] as string[],
  stdio: ['ignore', 'ignore', 'pipe'] as ('ignore' | 'pipe')[],
  serviceName: 'Lectern compute',
});

/**
 * The environment for a start on WebAssembly, with the reason that the screen shows; unchanged where there is no reason, or where
 * the backend was chosen by somebody else.
 */
export function withFallback(
  env: Readonly<Record<string, string | undefined>>,
  reason: string | undefined,
): Readonly<Record<string, string | undefined>> {
  if (reason === undefined || env.LECTERN_BACKEND) return env;
  return { ...env, LECTERN_BACKEND: 'wasm', LECTERN_BACKEND_REASON: reason };
}
