import { Segmented } from '../../kit/segmented.tsx';
import { useUse, uses } from '../../shared/window/use-use.ts';
import { Row } from './row.tsx';

const options = uses.map(({ use, title }) => ({ value: use, label: title }));

/** What Lectern is used for: the answer to the first start's question. Nothing is chosen while nobody was asked. */
export function UseRow() {
  const { use, setUse } = useUse();
  return (
    <Row
      name="Use"
      about={
        use === 'alone'
          ? 'L opens a lab at your first unfinished step, and what is made for a class has a part for one person.'
          : 'L opens the part of a lab that belongs to the slide.'
      }
    >
      <Segmented label="Use" value={use ?? null} options={options} onChange={setUse} />
    </Row>
  );
}
