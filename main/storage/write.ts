import writeFileAtomic from 'write-file-atomic';

/** Writes a whole file or nothing of it: a crash in the middle leaves the old one. Tests hand in one that fails. */
export type Write = (path: string, text: string) => Promise<void>;

export const writeAtomic: Write = (path, text) => writeFileAtomic(path, text, { encoding: 'utf8' });
