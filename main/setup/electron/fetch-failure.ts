const proxyVariables = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'];

/** The variable that names a proxy; undefined where none does. */
export function proxyVariable(env: NodeJS.ProcessEnv): string | undefined {
  return proxyVariables.find((name) => env[name]);
}

/**
 * The variables that name a proxy, each as a whole address. People write `proxy.example:8080`, as curl takes it; Electron's script would
 * ignore that and go without.
 */
export function proxySettings(env: NodeJS.ProcessEnv): Record<string, string> {
  const named = proxyVariables.flatMap((name) => {
    const value = env[name];
    return value ? [[name, value.includes('://') ? value : `http://${value}`] as const] : [];
  });
  return Object.fromEntries(named);
}

/** An address as it may be shown: names and passwords stay out of what people paste into reports. */
const withoutName = (address: string) => address.replace(/^((?:\w+:\/\/)?)[^@/]*@/, '$1');

interface Reason {
  found: RegExp;
  say(match: RegExpExecArray, env: NodeJS.ProcessEnv, today: Date): string;
}

const toldBy = (env: NodeJS.ProcessEnv) => {
  const proxy = proxyVariable(env);
  return proxy
    ? `; ${proxy} names the proxy that was asked (${withoutName(env[proxy]!)})`
    : '; if a proxy leads to the internet here, name it with HTTPS_PROXY';
};

/** The first that is found in what the script said is told. */
const reasons: Reason[] = [
  {
    found: /CERT_NOT_YET_VALID|CERT_HAS_EXPIRED|certificate (?:is not yet valid|has expired)/,
    say: (_match, _env, today) =>
      'the server’s certificate is not valid on the day that this computer’s clock shows, ' +
      `${today.toISOString().slice(0, 10)}; if that is wrong, set the clock`,
  },
  {
    found: /\b(?:\w*CERT\w*|UNABLE_TO_\w+)\b/,
    say: ([code]) =>
      `the server’s certificate is not trusted here (${code}); NODE_EXTRA_CA_CERTS names a file of certificates to trust`,
  },
  {
    found: /\b(?:ENOTFOUND|EAI_AGAIN)(?: [\w.-]+)?/,
    say: ([code], env) => `the server’s name was not found (${code})${toldBy(env)}`,
  },
  {
    found: /\bECONNREFUSED(?: [\w.:[\]]+)?/,
    say: ([code], env) => `the connection was refused (${code})${toldBy(env)}`,
  },
  {
    found: /\b(?:ETIMEDOUT|UND_ERR_\w*TIMEOUT|ECONNRESET|EPIPE|UND_ERR_SOCKET|ENETUNREACH)\b/,
    say: ([code], env) => `the connection broke or was never answered (${code})${toldBy(env)}`,
  },
  {
    found: /Response code (\d+)|Proxy response \((\d+)\)/,
    say: ([, server, proxy], env) =>
      server ? `the server answered ${server}` : `the proxy answered ${proxy}${toldBy(env)}`,
  },
  {
    found: /checksum/i,
    say: () => 'what came is not the file that Electron’s makers published (its checksum differs)',
  },
  { found: /\bENOSPC\b|\bEDQUOT\b/, say: () => 'the disk is full' },
  {
    found: /\b(?:EACCES|EPERM|EROFS)\b[^\n]*?'([^'\n]+)'/,
    say: ([, path]) => `writing to ${path} is not allowed`,
  },
];

/** Why a download failed, in words, from what its script wrote to the error stream. Empty where it said nothing. */
export function fetchFailure(
  complaint: string,
  env: NodeJS.ProcessEnv = process.env,
  today: Date = new Date(),
): string {
  for (const { found, say } of reasons) {
    const match = found.exec(complaint);
    if (match) return say(match, env, today);
  }
  return complaint.trim().split('\n')[0]!.slice(0, 160);
}
