import type { ContextMenuParams, EditFlags } from 'electron';
import { describe, expect, it } from 'vitest';
import { played } from '../../../test/electron-double/app.ts';
import { event } from '../../../test/electron-double/events.ts';
import { trialComputer } from '../../../test/electron-double/start.ts';
import { asWindow } from '../../../test/electron-double/window.ts';

const computer = trialComputer();

/** The person asks for a context menu at a place of the page. */
function ask(place: { isEditable: boolean; selectionText: string; editFlags: Partial<EditFlags> }) {
  const params = { frame: null, ...place } as ContextMenuParams;
  computer.window().webContents.play('context-menu', event(), params);
}

describe('a context menu', () => {
  it('offers in a text field what can be done there', async () => {
    await computer.start();
    ask({
      isEditable: true,
      selectionText: '',
      editFlags: { canCut: false, canCopy: false, canPaste: true, canSelectAll: true },
    });
    expect(played.popups).toEqual([
      {
        items: [
          { role: 'cut', enabled: false },
          { role: 'copy', enabled: false },
          { role: 'paste', enabled: true },
          { type: 'separator' },
          { role: 'selectAll', enabled: true },
        ],
        options: { window: asWindow(computer.window()) },
      },
    ]);
  });

  it('offers to copy text that is selected', async () => {
    await computer.start();
    ask({ isEditable: false, selectionText: 'loss', editFlags: { canCopy: true } });
    expect(played.popups.map(({ items }) => items)).toEqual([[{ role: 'copy', enabled: true }]]);
  });

  it('is none where there is nothing to cut, copy or paste', async () => {
    await computer.start();
    ask({ isEditable: false, selectionText: ' ', editFlags: { canCopy: true } });
    expect(played.popups).toEqual([]);
  });
});
