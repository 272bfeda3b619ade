import type { LecturePart } from '../../renderer/deck/lecture.ts';

export const breakout: LecturePart = { id: 'breakout', title: 'Breakout exercise', minutes: 12, slides: [], sources: [] };
