import type { Use } from '../../../main/contract/learner.ts';
import type { AddressStore } from '../../model/address/address-store.ts';
import { labPlace } from '../../model/address/lab-place.ts';
import { readingAddress } from '../../model/address/reading-address.ts';
import { labs, loadStory } from '../../model/lab/registry.ts';
import type { Findable, Found } from '../../model/search/search.ts';
import type { SlideText } from '../../model/search/slide-text.ts';
import type { Shell } from '../../shared/window/shell.ts';
import { uses } from '../../shared/window/use-use.ts';
import { currentLecture } from '../lecture.ts';

/** Something the palette can open. Its id is React's key. */
export interface Entry extends Findable {
  kind: 'slide' | 'lab' | 'step' | 'term' | 'action';
  run: () => void;
}

/** An entry as it is listed: with the place where its words were found, if they are in no name. */
export interface Listed extends Entry {
  excerpt?: Found['said'];
}

/** Every slide, with what it says once that is there. */
export function slideEntries(
  addresses: AddressStore,
  texts: ReadonlyMap<string, SlideText> | undefined,
): Entry[] {
  return currentLecture().slides.map((slide) => ({
    id: `slide ${slide.id}`,
    kind: 'slide',
    name: slide.id,
    title: slide.title,
    hint: String(slide.number),
    words: `${slide.part.title} ${slide.also ?? ''}`,
    shown: texts?.get(slide.id)?.shown,
    spoken: texts?.get(slide.id)?.spoken,
    run: () => goToSlide(addresses, slide.id),
  }));
}

/** A found slide opens at its beginning; a lab that stands beside the slides stays. */
function goToSlide(addresses: AddressStore, slide: string): void {
  const { address } = addresses.getState();
  addresses.go({
    room: 'slides',
    slide,
    step: 1,
    lab: address.room === 'slides' ? address.lab : null,
  });
}

export function labEntries(addresses: AddressStore): Entry[] {
  return labs.map((lab) => ({
    id: `lab ${lab.id}`,
    kind: 'lab',
    first: true,
    name: lab.id,
    title: lab.title,
    hint: 'Lab',
    words: lab.question,
    run: () => addresses.go({ room: 'labs', lab: labPlace(lab.id) }),
  }));
}

/**
 * The steps of every lab's story. A lab whose story can't be had is left out: its own screen says
 * why.
 */
export async function loadStepEntries(addresses: AddressStore): Promise<Entry[]> {
  const loaded = await Promise.all(
    labs.map(async (lab) => {
      const story = await loadStory(lab.id).catch(() => null);
      const parts = story?.parts ?? [];
      return parts.flatMap((part) =>
        part.steps.map((step, at): Entry => ({
          id: `step ${lab.id} ${step.id}`,
          kind: 'step',
          name: step.id,
          title: step.title,
          hint: part.title,
          // What finds the part leads to its beginning.
          words: at === 0 ? `${lab.title} ${part.also ?? ''}` : lab.title,
          run: () => addresses.go({ room: 'labs', lab: labPlace(lab.id, step.id) }),
        })),
      );
    }),
  );
  return loaded.flat();
}

export function actionEntries(
  shell: Shell,
  link: string,
  tour: { words: string; begin: () => void },
  use: { use: Use | undefined; setUse: (use: Use) => void },
): Entry[] {
  const action = (
    id: string,
    title: string,
    hint: string,
    words: string,
    run: () => void,
  ): Entry => ({
    id: `action ${id}`,
    kind: 'action',
    first: true,
    name: id,
    title,
    hint,
    words,
    run,
  });
  return [
    action(
      'notebook',
      'Open the notebook of past runs',
      '',
      'notebook runs history results experiments log previous past',
      () => shell.addresses.go({ room: 'notebook', run: null }),
    ),
    action(
      'report',
      'Put together the report to hand in',
      '',
      'report hand in submit turn in homework assignment deliver send html pdf name course',
      () => shell.addresses.go({ room: 'report', labs: null, numbers: 'answered' }),
    ),
    action(
      'progress',
      'See your progress: predictions, checks, how sure you were',
      '',
      'progress exercises score calibration done status statistics how far points',
      () => shell.addresses.go({ room: 'exercises' }),
    ),
    action(
      'present',
      'Open the presenter window',
      'S',
      'presenter speaker view notes second dual screen projector beamer clock timer time pace minutes rehearse rehearsal rehearsed',
      shell.present,
    ),
    action(
      'read',
      'Read slides and notes as one page',
      '',
      'reading view text article scroll self study',
      () =>
        shell.addresses.go(
          readingAddress(shell.addresses.getState().address, currentLecture().slides[0]?.id),
        ),
    ),
    action(
      'glossary',
      'Open the glossary',
      '',
      'glossary terms words meaning definition dictionary vocabulary abbreviation acronym',
      () => shell.addresses.go({ room: 'glossary', term: null }),
    ),
    action(
      'print slides',
      'Save handout: slides for paper or PDF',
      '',
      'print printer paper pdf handout slides export download',
      () => shell.print('slides'),
    ),
    action(
      'print notes',
      'Save handout: slides with notes for paper or PDF',
      '',
      'print printer paper pdf handout notes script export download',
      () => shell.print('notes'),
    ),
    action(
      'export',
      'Save the lecture as one HTML file',
      '',
      'export html file offline single standalone download share web page',
      () => shell.addresses.go({ room: 'read', slide: null, print: 'file' }),
    ),
    action(
      'copy',
      'Copy link to this place',
      '',
      'copy share address url clipboard',
      () => void copy(link, shell),
    ),
    action('jump', 'Search the slides, or jump to one', 'G', jumpWords, () => shell.open('jump')),
    action('settings', 'Settings', '', settingsWords, () => shell.open('settings')),
    action(
      'tour',
      tour.words,
      '',
      'tour first steps introduction begin tutorial guide getting started',
      tour.begin,
    ),
    action(
      'classes',
      'New class, and earlier classes',
      '',
      'new class begin afresh reset clock polls groups ink earlier classes open delete',
      () => shell.open('classes'),
    ),
    action('lectures', 'Open another lecture: recent ones, Open folder …', '', lectureWords, () =>
      shell.open('lectures'),
    ),
    action('new lecture', 'New lecture …', '', `new make create edition ${lectureWords}`, () =>
      shell.open('lectures'),
    ),
    action(
      'room',
      'Open the room: phones answer',
      '',
      'room phones audience response live poll vote voting qr code join wifi hotspot questions anonymous lost predictions',
      () => shell.open('room'),
    ),
    ...uses
      .filter((one) => one.use !== use.use)
      .map(({ use: other, title }) =>
        action(`use ${other}`, `Change to: ${title}`, '', `use ${useWords[other]}`, () => {
          use.setUse(other);
          shell.tell(`Changed to: ${title}.`);
        }),
      ),
    action('help', 'Show the keys', '?', helpWords, () => shell.open('help')),
  ];
}

const jumpWords = 'search find look up look for go to jump slide number overview all slides';

const lectureWords = 'lecture folder own markdown slides deck open recent file course';

/** F1 is where other programs have their help. */
const helpWords =
  'help f1 keyboard shortcuts hotkeys keys clicker remote black blank screen pointer laser pen draw ink jump full screen';

/** What people call what stands in the settings. */
const settingsWords =
  'settings preferences options configure theme appearance colour color dark night light day mode contrast ' +
  'accessibility motion animation transitions text font size bigger larger smaller zoom numbers decimal comma ' +
  'point format language data folder storage where saved export backup download erase delete remove clear ' +
  'everything reset lab start over english german french swiss thousands separator letter keys single keys off ' +
  'shortcuts off disable keyboard clicker sessions end sign out log out logout planned length minutes';

const useWords: Readonly<Record<Use, string>> = {
  alone: 'self study student learner own pace',
  present: 'class teach lecture instructor',
  look: 'browse explore',
};

async function copy(link: string, shell: Shell): Promise<void> {
  try {
    await navigator.clipboard.writeText(link);
    shell.tell(`Copied: ${link}`);
  } catch {
    // The clipboard may be refused; the link is then shown, to be copied by hand.
    shell.tell(`The clipboard can’t be reached. The link is ${link}`);
  }
}
