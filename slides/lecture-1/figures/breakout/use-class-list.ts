import { useState } from 'react';
import {
  calledByMail,
  nameChoices,
  namesBy,
  type NameChoice,
} from '../../../../labs/data/people/name-choices.ts';
import { readPeople, type PeopleList } from '../../../../labs/data/people/read-list.ts';
import { readListFile } from '../../../../labs/data/people/list-file.ts';

/** A class list that was pasted or opened. It stays in this window: the room and the host never get it. */
export interface ClassList {
  /** Null where there is none. */
  read: {
    people: number;
    choices: NameChoice[];
    chosen: number;
    names: string[];
    /** How many of the names are what stands before the @ of an address. */
    byMail: number;
  } | null;
  /** Why a file could not be read. */
  problem: string | null;
  /** Takes a pasted text. False where nobody is in it: it is left to whoever typed it. */
  take: (text: string) => boolean;
  open: (file: File) => Promise<void>;
  choose: (at: number) => void;
  clear: () => void;
}

/** What only a list has, and a name that is typed does not. */
export const isList = (text: string): boolean => /[\n\r\t@;,<]/.test(text.trim());

export function useClassList(): ClassList {
  const [list, setList] = useState<PeopleList | null>(null);
  const [chosen, choose] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const choices = list ? nameChoices(list) : [];
  const take = (text: string) => {
    const read = readPeople(text);
    if (read.rows.length === 0) return false;
    setProblem(null);
    setList(read);
    choose(0);
    return true;
  };
  const choice = choices[chosen];
  return {
    read:
      list && choice
        ? {
            people: list.rows.length,
            choices,
            chosen,
            names: namesBy(list, choice),
            byMail: calledByMail(list, choice),
          }
        : null,
    problem,
    take,
    open: async (file) => {
      const text = await readListFile(file);
      if (!text.ok) setProblem(text.problem);
      else if (!take(text.text)) setProblem('Nobody is in that file.');
    },
    choose,
    clear: () => setList(null),
  };
}
