import { type ReactNode, useEffect, useId, useState } from 'react';
import { i18n } from '#i18n';
import { MarkExport } from '../../components/library/mark-export.tsx';
import { MarkList } from '../../components/library/mark-list.tsx';
import { MarkTemplate } from '../../components/library/mark-template.tsx';
import { numberText } from '../../components/shared/locale.ts';
import type { Mark } from '../../core/marks/mark.ts';
import { readMarks } from '../../core/marks/read-marks.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { markFault } from '../../platform/marks/keep-mark.ts';
import type { MarkFault, MarksPort } from '../../platform/ports.ts';
import { exportMarks } from './export-marks.ts';
import { useMarks } from './use-marks.ts';

interface MarksSectionProps {
  readonly marks: MarksPort;
  readonly settings: Settings | null;
  readonly onTemplate: (template: string) => void;
  /** Makes a note of one video's marks. Resolves to why it could not, or to `null`. */
  readonly makeNote: (marks: readonly Mark[]) => Promise<string | null>;
}

/** What was done last, and how to undo it. */
interface Done {
  readonly text: string;
  readonly undo: (() => Promise<MarkFault | null>) | null;
}

/** Bytes; more than any list of marks has. */
const LARGEST_FILE = 50_000_000;

/** All marks across videos. */
export function MarksSection({ marks: port, settings, onTemplate, makeNote }: MarksSectionProps): ReactNode {
  const { marks, fault } = useMarks(port);
  const [isKept, setIsKept] = useState(true);
  const [done, setDone] = useState<Done | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const input = useId();
  useEffect(() => void port.isKept().then(setIsKept), [port]);
  const isRead = marks !== null;
  useEffect(() => {
    // The browser looked for the place before it was there.
    if (isRead && location.hash === '#marks') document.getElementById('marks')?.scrollIntoView();
  }, [isRead]);

  /** Says what the browser keeps from being done; resolves to whether it is done. */
  async function tried(work: Promise<MarkFault | null>, after: Done | null): Promise<boolean> {
    const why = await work;
    setFailure(why && i18n.t(`mark.fault.${why}`));
    if (why === null) setDone(after);
    return why === null;
  }

  async function add(file: File): Promise<void> {
    const text = file.size > LARGEST_FILE ? '' : await file.text().catch(() => '');
    const found = readMarks(text, marks ?? [], () => crypto.randomUUID(), Date.now());
    if (!found) {
      setFailure(i18n.t('myMarks.noMarksIn', [file.name]));
      return;
    }
    const here = new Set(marks?.map(({ id }) => id));
    const fresh = found.filter(({ id }) => !here.has(id)).length;
    try {
      const takeOut = await port.merge(found);
      setFailure(null);
      setDone({
        text: i18n.t('myMarks.added', [numberText(fresh), numberText(found.length - fresh)]),
        undo: () => takeOut().then(() => null, markFault),
      });
    } catch (error) {
      setFailure(i18n.t(`mark.fault.${markFault(error)}`));
    }
  }

  async function handOut(...asked: Parameters<typeof exportMarks>): Promise<void> {
    setDone({ text: await exportMarks(...asked), undo: null });
  }

  return (
    <section id="marks" aria-labelledby="marks-title">
      <h2 id="marks-title">{i18n.t('mark.all')}</h2>
      <p>{i18n.t('myMarks.intro')}</p>
      {!isKept && <p className="notice">{i18n.t('myMarks.privateWindow')}</p>}
      {(failure ?? fault) && (
        <p className="notice" role="alert">
          {failure ?? i18n.t(`mark.fault.${fault ?? 'refused'}`)}
        </p>
      )}
      <p className="buttons">
        <input
          id={input}
          type="file"
          className="unseen"
          accept=".json,.jsonld,.md,.markdown,.txt"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void add(file);
            // The same file can then be chosen again.
            target.value = '';
          }}
        />
        <label className="button" htmlFor={input}>
          {i18n.t('myMarks.add')}
        </label>
      </p>
      {marks && (
        <MarkList
          marks={marks}
          actions={(some, ofOneVideo) => (
            <>
              <MarkExport
                ofOneVideo={ofOneVideo}
                onExport={(what, how) => void handOut(what, how, some, settings?.markTemplate ?? '')}
              />
              {ofOneVideo && (
                <button
                  type="button"
                  disabled={!isKept}
                  onClick={() => void makeNote(some).then((why) => why && setFailure(why))}
                >
                  {i18n.t('myMarks.makeNote')}
                </button>
              )}
            </>
          )}
          onChange={(id, change) =>
            tried(
              port.change(id, change),
              change.starred === undefined
                ? { text: i18n.t('myMarks.changed'), undo: () => port.undoChange(id) }
                : null,
            )
          }
          onRemove={({ id }) =>
            void tried(port.remove(id), { text: i18n.t('myMarks.deleted'), undo: () => port.restore(id) })
          }
          onRestore={({ id }) => void tried(port.restore(id), null)}
        />
      )}
      {marks && settings && <MarkTemplate template={settings.markTemplate} onChange={onTemplate} />}
      {done && (
        <p className="undo" role="status">
          {done.text}{' '}
          {done.undo && (
            <button type="button" onClick={() => done.undo && void tried(done.undo(), null)}>
              {i18n.t('library.undo')}
            </button>
          )}{' '}
          <button type="button" aria-label={i18n.t('library.close')} onClick={() => setDone(null)}>
            ×
          </button>
        </p>
      )}
    </section>
  );
}
