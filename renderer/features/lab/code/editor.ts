import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import {
  bracketMatching,
  HighlightStyle,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from '@codemirror/language';
import { Compartment, EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** An editor in the page. */
export interface Editor {
  /** What stands in it. */
  text(): string;
  /** Puts another text in its place: one step of undo. */
  replace(text: string): void;
  /** Puts the cursor at the start of a line, from 1, and the focus into the editor. */
  goTo(line: number): void;
  /** While something else works with the code nothing is typed. */
  setReadOnly(readOnly: boolean): void;
  destroy(): void;
}

export interface EditorOptions {
  /** Where it is drawn: an element without content. It gets an open shadow root. */
  host: HTMLElement;
  text: string;
  /** For screen readers: what is written here, and how one leaves. */
  label: string;
  onChange: (text: string) => void;
  /** Ctrl+Enter, or Cmd+Enter. */
  onRun: () => void;
}

/** The colours are the page's own: custom properties reach into a shadow root. */
const theme = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--page)' },
  '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '-2px' },
  '.cm-scroller': {
    fontFamily: 'var(--font-num)',
    // A learner types three signs and is to see three.
    fontVariantLigatures: 'none',
    lineHeight: '1.5',
    overflow: 'auto',
  },
  '.cm-content': { caretColor: 'var(--ink)', fontSize: 'var(--text-story)' },
  '.cm-gutters': {
    color: 'var(--ink-3)',
    backgroundColor: 'var(--band)',
    borderRight: '1px solid var(--line)',
  },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    { backgroundColor: 'var(--accent-soft)' },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--good-soft)',
    outline: '1px solid var(--good)',
  },
  '&.cm-focused .cm-nonmatchingBracket': {
    backgroundColor: 'var(--warn-soft)',
    outline: '1px solid var(--warn)',
  },
});

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword], color: 'var(--accent)', fontWeight: '600' },
  { tag: [tags.comment], color: 'var(--ink-3)', fontStyle: 'italic' },
  { tag: [tags.string, tags.regexp], color: 'var(--good)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--you)' },
  { tag: [tags.typeName, tags.className], color: 'var(--warn)' },
]);

/**
 * Typing over a selection. Left to itself the browser keeps the look of what it replaces by a `style` attribute, which the policy
 * refuses and reports; so the change is made here, as the editor's own handlers would.
 */
const typeOverSelection = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { from, to, empty } = view.state.selection.main;
    const { data, inputType } = event;
    if (inputType !== 'insertText' || !data || empty || view.composing) return false;
    event.preventDefault();
    const insert = () =>
      view.state.update(view.state.replaceSelection(data), {
        userEvent: 'input.type',
        scrollIntoView: true,
      });
    const handlers = view.state.facet(EditorView.inputHandler);
    if (!handlers.some((handler) => handler(view, from, to, data, insert))) view.dispatch(insert());
    return true;
  },
});

/**
 * Puts an editor for JavaScript and TypeScript into an element. In a shadow root, because only there
 * CodeMirror adopts its style sheets; elsewhere it injects a `<style>`, which the page's policy refuses.
 * Tab indents; Escape and then Tab leaves.
 */
export function createEditor({ host, text, label, onChange, onRun }: EditorOptions): Editor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const readOnly = new Compartment();
  const run = () => {
    onRun();
    return true;
  };
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        keymap.of([{ key: 'Mod-Enter', run }]),
        lineNumbers(),
        history(),
        drawSelection(),
        indentUnit.of('  '),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        typeOverSelection,
        javascript({ typescript: true }),
        syntaxHighlighting(colours),
        theme,
        keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, indentWithTab]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label }),
        readOnly.of(EditorState.readOnly.of(false)),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    text: () => view.state.doc.toString(),
    replace: (next) =>
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } }),
    goTo(line) {
      const { doc } = view.state;
      const { from } = doc.line(Math.min(Math.max(line, 1), doc.lines));
      view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
      view.focus();
    },
    setReadOnly: (only) =>
      view.dispatch({ effects: readOnly.reconfigure(EditorState.readOnly.of(only)) }),
    destroy: () => view.destroy(),
  };
}
