import type { Panel as PanelComponent } from '../../renderer/lab/lab-view.ts';

export const Panel: PanelComponent = () => null;
