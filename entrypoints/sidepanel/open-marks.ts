import type { Marks } from '../../components/marks/marks-context.ts';
import { parts } from '../../components/marks/parts.ts';
import type { Watch } from '../../core/session/watch.ts';
import { createMarksPort } from '../../platform/marks/marks.ts';
import type { PagePort } from '../../platform/ports.ts';
import { createMarks } from '../shared/create-marks.ts';

/** The panel's marks and what shows them. */
export function openMarks(watch: Watch, page: PagePort, say: (text: string) => void): Marks {
  return { ...parts, model: createMarks({ watch, port: createMarksPort(), page, say, drivesPage: true }) };
}
