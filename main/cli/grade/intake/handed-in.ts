/** One file to be read, wherever it lies: on the disk or in a zip. */
export interface HandedIn {
  /** Its path below the folder, with forward slashes; the name of a zip counts as a folder. */
  file: string;
  bytes: number;
  /** Its text from the beginning, in pieces. Each call opens it anew. */
  open: () => AsyncIterable<string>;
}
