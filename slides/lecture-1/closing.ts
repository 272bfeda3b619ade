import type { LecturePart } from '../../renderer/deck/lecture.ts';

export const closing: LecturePart = { id: 'closing', title: 'Closing', minutes: 2, slides: [], sources: [] };
