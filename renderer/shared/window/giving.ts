import type { HostState } from '../../host/host.ts';
import { isAlone } from './use-use.ts';

type Said = Pick<HostState, 'settings' | 'shared'>;

/** Whether a lecture is given from one window alone, by what Lectern is used for or by the notes beside the slide. */
export const isGivenAlone = ({ settings, shared }: Said): boolean =>
  settings.use === 'present' || shared['lecture/panel'] === true;

/** The same, or by its size: who fills the screen and does not learn alone has others before it. */
export const isGiven = (state: Said & Pick<HostState, 'room'>): boolean =>
  isGivenAlone(state) || (!isAlone(state) && document.fullscreenElement !== null);

/** Whether what is locked in a lab now is a room's word: a lecture is given, or the lab is large for a room. */
export const isForRoom = (state: Said): boolean =>
  isGivenAlone(state) ||
  state.shared['lecture/presenter'] !== undefined ||
  state.shared['lecture/lab-view'] === 'large';
