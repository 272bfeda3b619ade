import { format, resolveConfig } from 'prettier';

/** A file's text as Prettier would have it: a name that is longer than the template's moves line ends. */
export async function formatted(path: string, text: string): Promise<string> {
  return format(text, { ...(await resolveConfig(path)), filepath: path });
}
