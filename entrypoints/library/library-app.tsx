import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { i18n } from '#i18n';
import { AddNotes } from '../../components/library/add-notes.tsx';
import { ImportStatus } from '../../components/library/import-status.tsx';
import '../../components/shared/controls.css';
import '../../components/library/library.css';
import { NoteList } from '../../components/library/note-list.tsx';
import { endText, problemText, shareText, sizeText, unfinishedText } from '../../components/library/wording.ts';
import { numberText } from '../../components/shared/locale.ts';
import { reportAsCsv, type UnfinishedImport } from '../../core/library/import.ts';
import type { LibraryNote } from '../../core/library/library-note.ts';
import type { LanguageTag } from '../../core/note/episode.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { canPickFolder, gatherDrop, gatherFiles, hidesNames, pickFolder, reach } from '../../platform/files/gather.ts';
import { packNotes } from '../../platform/import/pack-notes.ts';
import type { LibraryPort, SettingsPort } from '../../platform/ports.ts';
import { LibraryUnavailable } from '../../platform/store/open-library.ts';
import type { OwnLibrary } from '../../platform/store/own-library.ts';
import type { OwnNoteKey } from '../../platform/store/schema.ts';
import { saveFile } from '../shared/save-file.ts';
import { useAppearance } from '../shared/use-appearance.ts';
import { ViewersChinese } from '../shared/viewers-chinese.tsx';
import { useImport } from './use-import.ts';
import { useRenewal } from './use-renewal.ts';

interface LibraryAppProps {
  readonly settings: SettingsPort;
  readonly library: LibraryPort;
  readonly own: OwnLibrary;
}

/** Loaded when the rest of the page is there. */
const Catalogs = lazy(() => import('./catalogs.tsx'));
const Marks = lazy(() => import('./marks.tsx'));
/** Loaded with the first import. */
const ImportReport = lazy(async () => {
  const module = await import('../../components/library/import-report.tsx');
  return { default: module.ImportReport };
});
const NO_LANGUAGES: readonly LanguageTag[] = [];

const keyOf = ({ videoId, note }: LibraryNote): OwnNoteKey => [videoId, note.source, note.path];

type Sources = Awaited<ReturnType<OwnLibrary['sources']>>;

/** The library page: add notes, see the results, manage notes. */
export function LibraryApp({ settings: port, library, own }: LibraryAppProps): ReactNode {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [notes, setNotes] = useState<readonly LibraryNote[] | null>(null);
  const [sources, setSources] = useState<Sources>([]);
  const [unfinished, setUnfinished] = useState<readonly UnfinishedImport[]>([]);
  const [storage, setStorage] = useState<{ used: number | null; kept: boolean | null } | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [notReached, setNotReached] = useState('');
  const [notStored, setNotStored] = useState(false);
  const [notPacked, setNotPacked] = useState(false);
  const [mayStore, setMayStore] = useState(true);
  const [removed, setRemoved] = useState<readonly LibraryNote[]>([]);
  const [packing, setPacking] = useState<number | null>(null);
  const { state, run, start, takeUp, close } = useImport();
  const importing = state !== null && state.end === null;
  const renewal = useRenewal(own, importing);
  useAppearance(settings);

  useEffect(() => {
    void port.read().then(setSettings);
    return port.subscribe(setSettings);
  }, [port]);

  const look = useCallback(async () => {
    try {
      // The list first: the rest can take a moment in a large library.
      setNotes(await own.list());
      const [from, open, use] = await Promise.all([own.sources(), own.unfinished(), own.storage()]);
      setSources(from);
      setUnfinished(open);
      setStorage(use);
      setFault(null);
    } catch (error) {
      setNotes(null);
      const newer = error instanceof LibraryUnavailable && error.reason === 'newer';
      setFault(endText(newer ? 'library-newer' : 'library-refused', null));
    }
  }, [own]);

  useEffect(() => void own.mayStore().then(setMayStore), [own]);

  // An import of this page is looked at when it has ended; one of another window once a second.
  useEffect(() => (importing ? undefined : library.subscribe(() => void look())), [library, look, importing]);

  useEffect(() => {
    if (!importing) void look();
  }, [importing, look]);

  const disabled = importing || !mayStore || fault !== null;

  /** Says so when the browser refuses to store something; the list shows what is stored. */
  const stored = useCallback(async (writing: Promise<void>) => {
    const done = await writing.then(
      () => true,
      () => false,
    );
    setNotStored(!done);
    return done;
  }, []);

  const takeBack = useCallback(
    async (some: readonly LibraryNote[]) => {
      if (await stored(own.takeBack(some.map(keyOf)))) setRemoved([]);
    },
    [own, stored],
  );

  async function again(source: string, mode: 'all' | 'changed') {
    const record = sources.find((one) => one.source === source);
    if (!record) return;
    const input = await reach(record);
    setNotReached(input ? '' : record.name);
    if (input) start([input], mode);
  }

  async function pack() {
    setPacking(0);
    const zip = await packNotes((share) => setPacking(Math.floor(share * 100) / 100)).catch(() => null);
    setPacking(null);
    setNotPacked(zip === null);
    if (zip) saveFile(zip, `sleevenotes-${new Date().toISOString().slice(0, 10)}.zip`);
  }

  // Progress is told four times a second, and thousands of notes need not be looked through for it.
  const list = useMemo(() => {
    async function remove(some: readonly LibraryNote[]) {
      if (await stored(own.remove(some.map(keyOf)))) setRemoved(some);
    }
    return (
      notes && (
        <NoteList
          notes={notes}
          onRemove={(some) => void remove(some)}
          onTakeBack={(some) => void takeBack(some)}
          onRestoreOlder={(note) => void stored(own.restoreOlder(keyOf(note)))}
          onSweep={() => void stored(own.sweep()).then(look)}
        />
      )
    );
  }, [notes, own, look, takeBack, stored]);

  const mine = notes?.filter(({ state: one }) => one === 'own').length ?? 0;
  return (
    <ViewersChinese languages={settings?.languages ?? NO_LANGUAGES} taiwanWords={settings?.taiwanWords ?? false}>
      <main className="form library">
        <h1>{i18n.t('library.title')}</h1>
        <p>{i18n.t('library.intro')}</p>
        {!mayStore && <p className="notice">{i18n.t('library.privateWindow')}</p>}
        {fault && (
          <p className="notice" role="alert">
            {fault}
          </p>
        )}
        {!importing &&
          !state &&
          unfinished.map(({ source, name, files, lastFile, reachable }) => (
            <section className="notice" key={source} data-unfinished={source}>
              <p>
                {unfinishedText(name || i18n.t('library.singleFiles'), files, lastFile)}{' '}
                {!reachable && i18n.t('library.chooseAgain')}
              </p>
              <p className="buttons">
                {reachable && (
                  <button type="button" className="primary" onClick={() => void again(source, 'all')}>
                    {i18n.t('library.takeUp')}
                  </button>
                )}
                <button type="button" onClick={() => void stored(own.forgetUnfinished(source)).then(look)}>
                  {i18n.t('library.forget')}
                </button>
              </p>
            </section>
          ))}
        {renewal && (
          <p className="notice" role="status" data-renewal="">
            {i18n.t('library.renewing', [numberText(renewal.done), numberText(renewal.all)])}
          </p>
        )}
        {notStored && (
          <p className="notice" role="alert">
            {i18n.t('options.notStored')}
          </p>
        )}
        {notPacked && (
          <p className="notice" role="alert">
            {i18n.t('library.notExported')}
          </p>
        )}
        {notReached && (
          <p className="notice" role="alert">
            {i18n.t('library.notReached', [notReached])}
          </p>
        )}
        <AddNotes
          picksFolders={canPickFolder}
          hidesNames={hidesNames}
          disabled={disabled}
          onFiles={(files) => start(gatherFiles(files))}
          onPickFolder={() => void pickFolder().then((input) => input && start([input]))}
          onDrop={(transfer) => void gatherDrop(transfer).then((inputs) => start(inputs))}
        />
        {importing && (
          <ImportStatus
            progress={state.progress}
            onPause={() => run?.pause()}
            onGoOn={() => run?.goOn()}
            onCancel={() => run?.cancel()}
          />
        )}
        {state && (
          <Suspense>
            <ImportReport
              end={state.end}
              entries={state.entries}
              counts={state.counts}
              onSave={() =>
                saveFile(
                  new Blob([reportAsCsv(state.entries, problemText)], { type: 'text/csv' }),
                  'sleevenotes-report.csv',
                )
              }
              onClose={close}
              onTakeUp={state.end === 'disk-full' || state.end === 'interrupted' ? takeUp : null}
            />
          </Suspense>
        )}
        <Suspense>
          <Catalogs languages={settings?.languages ?? NO_LANGUAGES} mayStore={mayStore} />
        </Suspense>
        {list}
        {mine > 0 && (
          <section>
            <p className="buttons">
              <button type="button" disabled={packing !== null || importing} onClick={() => void pack()}>
                {packing === null ? i18n.t('library.export') : i18n.t('library.exporting', [shareText(packing)])}
              </button>
              {sources
                .filter(({ handle, state: one }) => handle !== null && one !== 'running')
                .map(({ source, name }) => (
                  <button key={source} type="button" disabled={disabled} onClick={() => void again(source, 'changed')}>
                    {i18n.t('library.refresh', [name])}
                  </button>
                ))}
            </p>
            {storage && storage.used !== null && (
              <p className="facts">
                {i18n.t(storage.kept ? 'library.storageKept' : 'library.storage', [sizeText(storage.used)])}
              </p>
            )}
          </section>
        )}
        <Suspense>
          <Marks settings={settings} port={port} />
        </Suspense>
        {removed.length > 0 && (
          <p className="undo" role="status">
            {i18n.t('library.removedNow', removed.length)}{' '}
            <button type="button" onClick={() => void takeBack(removed)}>
              {i18n.t('library.undo')}
            </button>{' '}
            <button type="button" aria-label={i18n.t('library.close')} onClick={() => setRemoved([])}>
              ×
            </button>
          </p>
        )}
      </main>
    </ViewersChinese>
  );
}
