import type { LecturePart } from '../../renderer/deck/lecture.ts';

export const myths: LecturePart = { id: 'myths', title: 'ML production myths', minutes: 10, slides: [], sources: [] };
