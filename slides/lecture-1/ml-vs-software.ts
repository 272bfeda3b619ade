import type { LecturePart } from '../../renderer/deck/lecture.ts';

export const mlVsSoftware: LecturePart = { id: 'ml-vs-software', title: 'ML systems vs traditional software', minutes: 14, slides: [], sources: [] };
