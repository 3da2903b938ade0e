import { type ReactNode, useState } from 'react';
import { i18n } from '#i18n';

/** What marks can leave as. The last three are of one video. */
export const MARK_EXPORTS = [
  'markdown',
  'template',
  'text',
  'csv',
  'annotations',
  'lines',
  'vtt',
  'jsonChapters',
] as const;
export type MarkExportKind = (typeof MARK_EXPORTS)[number];

const OF_ONE_VIDEO: ReadonlySet<MarkExportKind> = new Set(['lines', 'vtt', 'jsonChapters']);

interface MarkExportProps {
  readonly ofOneVideo: boolean;
  readonly onExport: (what: MarkExportKind, how: 'copy' | 'save') => void;
}

/** Copies or saves marks in the form that is chosen. */
export function MarkExport({ ofOneVideo, onExport }: MarkExportProps): ReactNode {
  const [what, setWhat] = useState<MarkExportKind>('markdown');
  return (
    <div className="buttons mark-export">
      <label>
        {i18n.t('myMarks.exportAs')}
        <select
          value={what}
          onChange={({ currentTarget: { value } }) => setWhat(MARK_EXPORTS.find((one) => one === value) ?? 'markdown')}
        >
          {MARK_EXPORTS.filter((one) => ofOneVideo || !OF_ONE_VIDEO.has(one)).map((one) => (
            <option key={one} value={one}>
              {i18n.t(`myMarks.exports.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <button type="button" onClick={() => onExport(what, 'copy')}>
        {i18n.t('popup.copy')}
      </button>
      <button type="button" onClick={() => onExport(what, 'save')}>
        {i18n.t('myMarks.save')}
      </button>
    </div>
  );
}
