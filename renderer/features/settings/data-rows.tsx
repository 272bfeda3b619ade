import { EraseRow } from './erase-row.tsx';
import { ExportButton } from './export-button.tsx';
import { FolderRow } from './folder-row.tsx';
import { ResetRow } from './reset-row.tsx';
import { Row } from './row.tsx';
import { SessionsRow } from './sessions-row.tsx';
import { Button } from '../../kit/button.tsx';
import { useShell } from '../../shared/window/shell.ts';

/** The data folder, and what can be done with what is in it. */
export function DataRows() {
  const shell = useShell();
  return (
    <>
      <FolderRow />
      <Row
        name="Export"
        about="Runs, predictions and answers as one file. Importing it in the notebook brings them back, here or on another computer."
      >
        <ExportButton />
      </Row>
      <Row
        name="Classes"
        about="What a lecture leaves behind: clock, polls, groups and ink, class by class."
      >
        <Button onClick={() => shell.open('classes')}>New class, and earlier ones …</Button>
      </Row>
      <SessionsRow />
      <ResetRow />
      <EraseRow />
    </>
  );
}
