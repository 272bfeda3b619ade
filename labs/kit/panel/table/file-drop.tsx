import type { ReactNode } from 'react';

interface FileDropProps {
  className: string | undefined;
  /** The panel's mode, for its style sheet. */
  mode?: string;
  onFile: (file: File) => void;
  children: ReactNode;
}

/** A part that opens a file wherever it is dropped: beside the figure a browser would open it and leave. */
export function FileDrop({ className, mode, onFile, children }: FileDropProps) {
  return (
    <div
      className={className}
      data-mode={mode}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const file = event.dataTransfer.files[0];
        if (file) onFile(file);
      }}
    >
      {children}
    </div>
  );
}
