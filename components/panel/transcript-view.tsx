import {
  type KeyboardEvent,
  memo,
  type ReactNode,
  startTransition,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { i18n } from '#i18n';
import type { EpisodeEdition } from '../../core/note/episode.ts';
import type { Range } from '../../core/note/search-note.ts';
import { transcriptSearch } from '../../core/note/search-transcript.ts';
import { isFollowing, type Reader } from '../../core/session/reader.ts';
import type { Watched } from '../../core/session/watched.ts';
import { formatClock } from '../../core/time/clock-text.ts';
import type { Cue, Transcript } from '../../core/transcript/cue.ts';
import { cueAt } from '../../core/transcript/cue-at.ts';
import { useWordings } from '../shared/chinese-context.ts';
import { numberText } from '../shared/locale.ts';
import { SearchField } from '../shared/search-field.tsx';
import { useSlice } from '../shared/use-slice.ts';
import { showPassage } from './follow.ts';
import { Marked } from './found-excerpts.tsx';
import { usePanel, useReader, useWatched } from './panel-model.ts';
import './transcript-view.css';

/** Cues that are drawn, and skipped out of sight, together. */
const GROUP = 25;
/** The number of groups rendered at first on either side of the cue being spoken, and then per step. */
const AT_FIRST = 3;
/** Cues that a search lists; more would say nothing. */
const MOST_FOUND = 300;

const NONE: ReadonlyMap<number, readonly Range[]> = new Map();
const spokenOf = ({ clock }: Watched, cues: readonly Cue[]) => (clock ? cueAt(cues, clock.time) : -1);
const settingsOf = ({ settings }: Watched) => settings;
const whole = (reader: Reader) => reader;

interface TranscriptViewProps {
  readonly edition: EpisodeEdition;
  readonly transcript: Transcript;
}

/** What is said in the video, line by line: the one being spoken is marked and kept in view, a click leads to any. */
export default function TranscriptView({ edition, transcript }: TranscriptViewProps): ReactNode {
  const { cues } = transcript;
  const { watch, move, seek } = usePanel();
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed).trim();
  const search = useMemo(() => transcriptSearch(edition, transcript), [edition, transcript]);
  const others = useWordings(query);
  const found = useMemo(() => (query === '' ? null : search(query, others)), [search, query, others]);
  const spoken = useSlice(watch, spokenOf, cues);
  const list = useRef<HTMLDivElement>(null);
  const drawn = useGrowing(Math.ceil(cues.length / GROUP));
  // Where the view was opened: what is near it is drawn first.
  const [middle] = useState(Math.floor(Math.max(0, spoken) / GROUP));
  useFollow(list, found ? -1 : spoken, drawn);
  const onSeek = useMemo(
    () => (cue: Cue) => {
      move({ type: 'jump' });
      seek(cue.start);
    },
    [move, seek],
  );
  const lang = transcript.language ?? '';
  const groups = useMemo(() => groupsOf(cues), [cues]);
  const listed = useMemo(() => [...(found?.cues.keys() ?? [])].slice(0, MOST_FOUND), [found]);
  return (
    <div className="transcript">
      <SearchField value={typed} label={i18n.t('panel.transcript.search')} onChange={setTyped}>
        {found && i18n.t('panel.matches', found.count, [numberText(found.count)])}
      </SearchField>
      {found?.count === 0 && <p className="hint">{i18n.t('panel.transcript.none', [query])}</p>}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows move between the buttons within */}
      <div ref={list} onKeyDown={moveFocus}>
        {found ? (
          <Lines
            {...{ cues, spoken, lang, onSeek }}
            positions={listed}
            stop={listed.includes(spoken) ? spoken : (listed[0] ?? -1)}
            ranges={found.cues}
          />
        ) : (
          groups.map((positions, at) => {
            const [first = 0] = positions;
            const here = (position: number) => (Math.floor(position / GROUP) === at ? position : -1);
            return Math.abs(at - middle) < drawn ? (
              <Lines
                key={first}
                {...{ cues, positions, lang, onSeek }}
                spoken={here(spoken)}
                stop={here(Math.max(0, spoken))}
                ranges={NONE}
              />
            ) : (
              <div key={first} style={{ blockSize: `${positions.length * 2.25}em` }} />
            );
          })
        )}
      </div>
    </div>
  );
}

function groupsOf(cues: readonly Cue[]): readonly (readonly number[])[] {
  return Array.from({ length: Math.ceil(cues.length / GROUP) }, (_, group) =>
    Array.from({ length: Math.min(GROUP, cues.length - group * GROUP) }, (__, at) => group * GROUP + at),
  );
}

interface LinesProps {
  readonly cues: readonly Cue[];
  readonly positions: readonly number[];
  /** The cue being spoken; -1 when it is none of these. */
  readonly spoken: number;
  /** The one that Tab leads to; -1 when it is none of these. */
  readonly stop: number;
  readonly ranges: ReadonlyMap<number, readonly Range[]>;
  readonly lang: string;
  readonly onSeek: (cue: Cue) => void;
}

/** Some lines. Arrows lead from one to the next, so that Tab need not. */
const Lines = memo(function Lines({ cues, positions, spoken, stop, ranges, lang, onSeek }: LinesProps): ReactNode {
  return (
    <ol className="cues">
      {positions.map((at) => {
        const cue = cues[at];
        if (!cue) return null;
        return (
          <li key={at} className="cue" aria-current={at === spoken ? 'true' : undefined}>
            {cue.speaker !== undefined && cue.speaker !== cues[at - 1]?.speaker && (
              <p className="speaker" lang={lang}>
                {cue.speaker}
              </p>
            )}
            <button type="button" tabIndex={at === stop ? 0 : -1} onClick={() => onSeek(cue)}>
              <span className="time">{formatClock(Math.floor(cue.start))}</span>
              <span lang={lang}>
                <Marked text={cue.text} ranges={ranges.get(at) ?? []} />
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
});

/** Keeps the line being spoken in view until the reader scrolls. */
function useFollow(list: { readonly current: HTMLElement | null }, spoken: number, drawn: number): void {
  const settings = useWatched(settingsOf);
  const active = isFollowing(useReader(whole), settings);
  const last = useRef(-1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: lines that are drawn above push the others down
  useLayoutEffect(() => {
    const line = active && spoken >= 0 ? list.current?.querySelector<HTMLElement>('.cue[aria-current]') : null;
    const scroller = line?.closest<HTMLElement>('.scroller');
    if (!line || !scroller) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const near = last.current >= 0 && Math.abs(spoken - last.current) <= 3;
    last.current = spoken;
    showPassage(line, scroller, near && !calm ? 'smooth' : 'instant');
  }, [list, spoken, active, drawn]);
}

/** How many groups on either side are drawn: a screenful and more at once, then all without holding anything up. */
function useGrowing(all: number): number {
  const [drawn, setDrawn] = useState(AT_FIRST);
  useEffect(() => {
    if (drawn < all) startTransition(() => setDrawn(drawn + AT_FIRST));
  }, [drawn, all]);
  return drawn;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Arrows lead from line to line, Home and End to the first and last. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const lines = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('.cue button')];
  const at = lines.indexOf(event.target as HTMLButtonElement);
  const step = STEPS[event.key];
  const to = step !== undefined ? at + step : event.key === 'Home' ? 0 : event.key === 'End' ? lines.length - 1 : -1;
  if (at < 0 || !lines[to]) return;
  event.preventDefault();
  lines[to].focus();
}
