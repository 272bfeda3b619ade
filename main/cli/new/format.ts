/** A file's text as Prettier would have it: a name that is longer than the template's moves line ends. */
export async function formatted(path: string, text: string): Promise<string> {
  // Loaded only once there is something to write.
  const { format, resolveConfig } = await import('prettier');
  return format(text, { ...(await resolveConfig(path)), filepath: path });
}
