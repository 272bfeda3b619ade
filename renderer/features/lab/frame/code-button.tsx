import { Button } from '../../../kit/button.tsx';
import type { CodeBehind } from './use-code-behind.ts';

/** Shows the code behind the figure, and the figure again. */
export function CodeButton({ behind: { shown, toggle, why } }: { behind: CodeBehind }) {
  return (
    <Button
      variant="quiet"
      icon="code"
      disabled={why !== null}
      pressed={shown}
      title={why ?? 'The code behind this figure'}
      onClick={toggle}
    >
      Code
    </Button>
  );
}
