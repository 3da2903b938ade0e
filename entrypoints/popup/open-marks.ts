import type { MarksModel } from '../../components/marks/marks-model.ts';
import type { Watch } from '../../core/session/watch.ts';
import { createMarksPort } from '../../platform/marks/marks.ts';
import type { PagePort } from '../../platform/ports.ts';
import { createMarks } from '../shared/create-marks.ts';

/** Marks as the popup makes them: the panel shows them. */
export const openMarks = (watch: Watch, page: PagePort, say: (text: string) => void): MarksModel =>
  createMarks({ watch, port: createMarksPort(), page, say, makeNote: async () => null, drivesPage: false });
