/** What is known of the place where a context menu was asked for. */
export interface MenuPlace {
  isEditable: boolean;
  selectionText: string;
  editFlags: { canCut: boolean; canCopy: boolean; canPaste: boolean; canSelectAll: boolean };
}

export type ContextItem =
  { role: 'cut' | 'copy' | 'paste' | 'selectAll'; enabled: boolean } | { type: 'separator' };

/** What a context menu offers there: the editing of a text field, or to copy what is selected. Empty where there is nothing to offer. */
export function contextItems({ isEditable, selectionText, editFlags }: MenuPlace): ContextItem[] {
  const copy = { role: 'copy', enabled: editFlags.canCopy } as const;
  if (isEditable)
    return [
      { role: 'cut', enabled: editFlags.canCut },
      copy,
      { role: 'paste', enabled: editFlags.canPaste },
      { type: 'separator' },
      { role: 'selectAll', enabled: editFlags.canSelectAll },
    ];
  return selectionText.trim() === '' ? [] : [copy];
}
