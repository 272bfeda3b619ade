import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import { emptyLabProgress, emptyLearner } from '../../../main/contract/learner.ts';
import { LecternError } from '../../../main/contract/errors.ts';
import { memoryHost, WithHost } from '../../../test/components/memory-host.tsx';
import type { Host } from '../../host/host.ts';
import { LectureProvider } from '../../shared/window/lecture-context.ts';
import { ShellProvider } from '../../shared/window/shell.ts';
import { ReportRoom } from './report-room.tsx';

afterEach(() => vi.restoreAllMocks());

const slow = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The room with one lab that something was said in, beside a host that takes its time to keep a name. */
async function open({ refuses = false, electron = false } = {}) {
  const old = memoryHost({
    learner: {
      ...emptyLearner,
      who: { name: 'Old Name', course: 'Old course' },
      labs: { latency: { ...emptyLabProgress, reflections: { any: 'Something.' } } },
    },
  });
  if (electron) old.store.setState(({ info }) => ({ info: { ...info!, host: 'electron' } }));
  const pdfs: unknown[] = [];
  const host: Host = {
    ...old,
    call: async (method, params) => {
      if ((method as string) === 'app.savePdf') {
        pdfs.push({ ...params, kept: old.store.getState().learner.who });
        return { file: 'a.pdf' } as never;
      }
      if (method === 'learner.change') {
        await slow(400);
        if (refuses)
          throw new LecternError({ code: 'internal', what: 'Not kept.', safe: '', next: '' });
      }
      return old.call(method, params);
    },
  };
  const files: { name: string; blob: Blob }[] = [];
  let made: Blob;
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    made = blob as Blob;
    return 'blob:none';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    files.push({ name: this.download, blob: made });
  });
  await render(
    <WithHost host={host}>
      <LectureProvider value={{ lecture: { title: 'A lecture', course: 'Its course' } } as never}>
        <ShellProvider value={{ addresses: {} } as never}>
          <ReportRoom address={{ room: 'report', labs: null, numbers: 'answered' } as never} />
        </ShellProvider>
      </LectureProvider>
    </WithHost>,
  );
  return { host, files, pdfs };
}

const nameField = () => page.getByRole('textbox', { name: 'Name' });
const button = (name: string) => page.getByRole('button', { name });

/** Types a name and a course and presses the button at once. */
async function typeAndPress(name: string) {
  await expect.element(button(name)).toBeEnabled();
  await userEvent.fill(nameField(), 'New Name');
  await userEvent.fill(page.getByRole('textbox', { name: 'Course' }), 'New course');
  await button(name).click();
}

const who = { name: 'New Name', course: 'New course' };

it('the file to hand in has what stands in the fields, in its name and in itself', async () => {
  const { files } = await open();
  await typeAndPress('Save file to hand in');
  await expect.poll(() => files).toHaveLength(1);
  expect(files[0]!.name).toMatch(/^lectern-notebook-new-name-/);
  const lines = (await files[0]!.blob.text()).split('\n');
  expect(JSON.parse(lines[1]!).learner.who).toEqual(who);
});

it('the HTML file has it in its name, its title, its text and the notebook inside', async () => {
  const { files } = await open();
  await typeAndPress('Save as HTML');
  await expect.poll(() => files).toHaveLength(1);
  expect(files[0]!.name).toBe('lectern-report-new-name.html');
  const html = new DOMParser().parseFromString(await files[0]!.blob.text(), 'text/html');
  expect(html.title).toBe('Lectern report, New Name');
  expect(html.body.textContent).toContain('New Name');
  expect(html.body.textContent).toContain('New course');
  expect(html.body.textContent).not.toContain('Old');
  const packed = html.querySelector('template')!.innerHTML;
  const bytes = Uint8Array.from(atob(packed.replaceAll('-', '+').replaceAll('_', '/')), (sign) =>
    sign.codePointAt(0)!,
  );
  const text = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const lines = (await new Response(text).text()).split('\n');
  expect(JSON.parse(lines[1]!).learner.who).toEqual(who);
});

it('the desktop app lays a PDF out once the host has it', async () => {
  const { pdfs } = await open({ electron: true });
  await typeAndPress('Save as PDF');
  await expect.poll(() => pdfs).toMatchObject([{ name: 'lectern-report-new-name.pdf', kept: who }]);
});

it('a browser prints what stands in the fields, under its title', async () => {
  const printed: string[] = [];
  vi.spyOn(window, 'print').mockImplementation(() => {
    printed.push(document.title, document.querySelector('[data-report]')!.textContent!);
  });
  await open();
  await typeAndPress('Save as PDF');
  await expect.poll(() => printed).toHaveLength(2);
  expect(printed[0]).toBe('Lectern report, New Name');
  expect(printed[1]).toContain('New Name');
});

it('what could not be kept is not saved under the old name, and stays in the field', async () => {
  const { files } = await open({ refuses: true });
  await typeAndPress('Save file to hand in');
  await expect.element(page.getByRole('alert')).toHaveTextContent('Not kept.');
  expect(files).toEqual([]);
  await expect.element(nameField()).toHaveValue('New Name');
});
