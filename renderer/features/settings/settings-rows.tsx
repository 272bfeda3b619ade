import type { ComputeInfo } from '../../../main/contract/methods.ts';
import { useHostState } from '../../host/use-host.ts';
import { Button } from '../../kit/button.tsx';
import { tourWords } from '../../model/lecture/tour-state.ts';
import { useTour } from '../../shared/window/use-tour.ts';
import { DataRows } from './data-rows.tsx';
import { LookRows } from './look-rows.tsx';
import { PlannedRow } from './planned-row.tsx';
import { Group, Row } from './row.tsx';
import { UseRow } from './use-row.tsx';

/** All settings, in groups. */
export function SettingsRows({ onClose }: { onClose: () => void }) {
  const compute = useHostState((state) => state.info?.compute ?? null);
  const { tour, begin } = useTour();
  return (
    <>
      <Group title="How it looks">
        <LookRows />
      </Group>
      <Group title="Lecture">
        <UseRow />
        <PlannedRow />
        <Row
          name="First steps"
          about={
            tour?.state === 'done'
              ? 'You have been through it.'
              : 'Open a lab, run it, say what you expect: each step is a thing you do.'
          }
        >
          <Button
            onClick={() => {
              onClose();
              begin();
            }}
          >
            {tourWords(tour)}
          </Button>
        </Row>
        <Row
          name="Computing"
          about={compute?.state === 'ready' ? backendWords(compute.info) : 'Not ready yet.'}
        />
      </Group>
      <Group title="What Lectern keeps">
        <DataRows />
      </Group>
    </>
  );
}

const backendNames: Record<ComputeInfo['backend'], string> = {
  tensorflow: 'TensorFlow, native',
  wasm: 'TensorFlow.js on WebAssembly',
  cpu: 'TensorFlow.js, plain JavaScript',
};

function backendWords({ backend, threads, fallbackReason }: ComputeInfo): string {
  return `${backendNames[backend]}, ${threads} ${threads === 1 ? 'thread' : 'threads'}${fallbackReason ? `. ${fallbackReason}` : ''}`;
}
