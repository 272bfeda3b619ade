const reasons: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  ENOTDIR: 'part of its path is a file',
  EACCES: 'reading it is not allowed',
  EPERM: 'reading it is not allowed',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
};

/**
 * Why a file or a folder could not be read, in words: what was thrown, with the system's own code
 * where it is not a common one. `own` has the caller's words for some codes.
 */
export function whyNotRead(error: unknown, own: Readonly<Record<string, string>> = {}): string {
  const { code } = error as NodeJS.ErrnoException;
  const known = own[code ?? ''] ?? reasons[code ?? ''];
  if (known !== undefined) return known;
  if (code !== undefined && /^E[A-Z]+$/.test(code)) return `the system refused it (${code})`;
  return error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
}

/** Where a folder was to be read. */
export const noFolder = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'a file stands where a folder is needed',
} as const;
