import type { LecturePart } from '../../renderer/deck/lecture.ts';

export const overview: LecturePart = { id: 'overview', title: 'Course overview', minutes: 17, slides: [], sources: [] };
