import { createElement } from 'react';
import {
  mostSlidesAtOnce,
  type FolderSlide,
  type LectureOutline,
} from '../../../main/contract/lecture-folder.ts';
import { FolderPart, MixedPart } from '../../../slides/from-folder/folder-part.tsx';
import { folderStore } from '../../../slides/from-folder/folder-store.ts';
import type { Host } from '../../host/host.ts';
import type { AddressStore } from '../../model/address/address-store.ts';
import { editionOf, type MadeEdition } from '../../model/lecture/edition.ts';
import { lectureOf } from '../../model/lecture/from-outline.ts';
import type { LecturePart } from '../../model/lecture/lecture.ts';
import { currentLecture, ownLecture, showLecture, shownLecture } from '../lecture.ts';
import { nearestSlide } from './nearest-slide.ts';
import { setFolderProblems } from './problems-store.ts';

type Load = NonNullable<LecturePart['load']>;
/** So many slides are there before anything is shown. */
const firstSlides = 4;

const loadFolderPart: Load = () => Promise.resolve({ default: FolderPart });
const mixed = new Map<string, Load>();

/** Draws a part that holds slides of ours and of the folder. The same function for a part whenever it is asked for. */
function loadMixedPart(part: LecturePart): Load {
  const made =
    mixed.get(part.id) ??
    (async () => {
      const Base = (await part.load!()).default;
      return { default: () => createElement(MixedPart, { Base }) };
    });
  mixed.set(part.id, made);
  return made;
}

export interface FollowedFolder {
  /** Resolves when the lecture can be shown. */
  first: Promise<void>;
  /** Keeps these windows' places where slides come, go or are named anew. */
  keepPlaces: (stores: readonly AddressStore[]) => void;
}

/**
 * Shows the lecture of the folder that the host has open, and each change of it. Slides that did not change are not asked for again
 * and not drawn again.
 */
export function followFolder(host: Host): FollowedFolder {
  const read = new Map<string, FolderSlide>();
  let places: readonly AddressStore[] = [];
  let seen: number | null = null;
  let busy = false;
  let arrived: () => void;
  const first = new Promise<void>((resolve) => (arrived = resolve));

  /** Slides that are others than those that are here, the ones near the person first. Those that are gone are forgotten. */
  const changedSlides = (outline: LectureOutline): string[] => {
    const metas = outline.parts.flatMap((part) => part.slides);
    const ids = new Set(metas.map(({ id }) => id));
    for (const id of read.keys()) if (!ids.has(id)) read.delete(id);
    const named = /^#\/(?:slides|read)\/([^/?]+)/.exec(location.hash)?.[1];
    const here = Math.max(
      0,
      metas.findIndex(({ id }) => id === named),
    );
    return metas
      .map(({ id, hash }, index) => ({ id, hash, far: Math.abs(index - here) }))
      .filter(({ id, hash }) => read.get(id)?.hash !== hash)
      .sort((a, b) => a.far - b.far)
      .map(({ id }) => id);
  };

  const fetchSlides = async (wanted: readonly string[]): Promise<void> => {
    for (let at = 0; at < wanted.length; at += mostSlidesAtOnce) {
      const ids = wanted.slice(at, at + mostSlidesAtOnce);
      for (const slide of await host.call('lecture.slides', { ids })) read.set(slide.id, slide);
    }
  };

  const show = (outline: LectureOutline): void => {
    const before = currentLecture().slides;
    const metas = outline.parts.flatMap((part) => part.slides);
    const made: MadeEdition = outline.edition
      ? editionOf(ownLecture.lecture, outline, loadMixedPart)
      : {
          lecture: lectureOf(outline, loadFolderPart),
          problems: [],
          placed: new Set(metas.map(({ id }) => id)),
        };
    // Of a slide that is not shown nothing is found: its words would be said of ours with the same id.
    const texts = [...read.values()]
      .filter(({ id }) => made.placed.has(id))
      .map(({ id, shown, spoken }) => ({ slide: id, shown, spoken }));
    folderStore.setState({
      outline,
      slides: new Map(read),
      metas: new Map(metas.map((meta) => [meta.id, meta])),
      placed: made.placed,
    });
    setFolderProblems([...outline.problems, ...made.problems]);
    const next = shownLecture(made.lecture, texts);
    // First the places: nothing is drawn between the two.
    for (const store of places) {
      const { address } = store.getState();
      const to = nearestSlide(address, before, next.slides);
      if (to !== address) store.go(to, 'replace');
    }
    showLecture(next);
  };

  const look = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    try {
      for (;;) {
        const { info, connection } = host.store.getState();
        const revision = info?.lecture ?? null;
        if (connection !== 'open' || revision === null || revision === seen) return;
        seen = revision;
        const outline = await host.call('lecture.get', {});
        if (!outline) continue;
        // The slide that is looked at does not wait for three hundred others.
        const wanted = changedSlides(outline);
        await fetchSlides(wanted.slice(0, firstSlides));
        show(outline);
        arrived();
        if (wanted.length <= firstSlides) continue;
        await fetchSlides(wanted.slice(firstSlides));
        show(outline);
      }
    } catch (error) {
      // Asked again with the next word of the host.
      seen = null;
      host.report(error);
    } finally {
      busy = false;
    }
  };
  host.store.subscribe(() => void look());
  void look();
  return { first, keepPlaces: (stores) => void (places = stores) };
}
