import { EraseRow } from './erase-row.tsx';
import { ExportButton } from './export-button.tsx';
import { FolderRow } from './folder-row.tsx';
import { ResetRow } from './reset-row.tsx';
import { Row } from './row.tsx';

/** The data folder, and what can be done with what is in it. */
export function DataRows() {
  return (
    <>
      <FolderRow />
      <Row
        name="Export"
        about="Runs, predictions and answers as one file. Importing it in the notebook brings them back, here or on another computer."
      >
        <ExportButton />
      </Row>
      <ResetRow />
      <EraseRow />
    </>
  );
}
