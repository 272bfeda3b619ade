import { readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { LecternError } from '../../contract/errors.ts';
import { lectureFormat } from '../../contract/lecture-folder.ts';
import { isFull, reasonInWords } from '../../storage/data-folder.ts';
import { makeFolder } from '../../storage/make-folder.ts';

/** Its first slide is its title slide: the lecturer and the date of lecture.yaml stand on it. */
const firstSlides = `# My lecture

:::notes
Say: who you are. Then say what this lecture is about.
:::

---

# A first slide

::lead[What it is about, in one sentence]

- A thought
- Another one

:::step
This comes with the next press.
:::

:::notes
Say: what you say to it. Two sentences are enough.

Ask: what do you ask the room?
:::

---
minutes: 3
---

# A question to the room

::poll[Who has trained a model before?]{options="Yes | Not yet"}

:::notes
Say: count hands with the button below the answers. Then go on.
:::

---

# A chart from a file

::chart[Hours a week, as we asked last term]{type=bar file=hours.csv x=task unit=hours}

::source[Our own survey, last term]

:::notes
Say: change hours.csv and save it; the chart follows. Any CSV file of this folder will do.
:::
`;

const ownSlides = `# Our own slide

::lead[It stands after the slide that lecture.yaml names]

- A thought
- Another one

:::notes
Say: what you say to it. Two sentences are enough.
:::
`;

const hours = `task,hours
Data,18
Training,6
Meetings,9
`;

const own = `# The guide is main/lecture/README.md.
format: ${lectureFormat}
title: My lecture
lecturer: My name
institution: My university
date: Spring term
language: en
minutes: 45
parts:
  - { title: First part, file: slides.md }
`;

const edition = `# The guide is main/lecture/README.md.
format: ${lectureFormat}
extends: lecture-1
lecturer: My name
institution: My university
# Slides of lecture 1 that are left out, and where ours come.
hide: []
after:
  agenda: ours.md
`;

/**
 * Makes a lecture's folder to begin with, and returns the names of its files. Throws `bad-request` where the folder holds anything
 * already: nothing is written then.
 */
export function newLecture(folder: string, extend: boolean): Promise<string[]> {
  return writeLecture(
    folder,
    extend
      ? { 'lecture.yaml': edition, 'ours.md': ownSlides }
      : { 'lecture.yaml': own, 'slides.md': firstSlides, 'hours.csv': hours },
  );
}

/** Writes a lecture's files into a folder that is empty or not there yet, and returns their names. Throws as `newLecture` does. */
export async function writeLecture(
  folder: string,
  files: Readonly<Record<string, string>>,
): Promise<string[]> {
  const another = 'Name a folder that is empty, or that is not there yet.';
  const there = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    if (error.code === 'ENOTDIR') throw unusable(folder, 'is a file', another);
    throw unusable(folder, `can’t be read: ${reasonInWords(error)}`, another);
  });
  if (there.length > 0) throw unusable(folder, 'is not empty', another);
  const made: string[] = [];
  try {
    const topmost = await makeFolder(folder);
    if (topmost !== null) made.push(topmost);
    for (const [name, text] of Object.entries(files)) {
      const file = join(folder, name);
      await writeFile(file, text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
        // What another program put there meanwhile is not ours to remove.
        if (error.code !== 'EEXIST') made.push(file);
        throw error;
      });
      made.push(file);
    }
  } catch (error) {
    for (const path of made) await rm(path, { recursive: true, force: true });
    throw unusable(
      folder,
      `can’t be used: ${reasonInWords(error)}`,
      isFull(error)
        ? 'Make room, or name a folder on another disk.'
        : 'Name a folder in a place where you may write.',
    );
  }
  return Object.keys(files);
}

const unusable = (folder: string, why: string, next: string) =>
  new LecternError({
    code: 'bad-request',
    what: `The folder “${basename(folder)}” ${why}.`,
    safe: 'Nothing was written.',
    next,
  });
