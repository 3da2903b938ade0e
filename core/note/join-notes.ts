import { plainText } from '../text/plain-text.ts';
import type { Edition, EpisodeEdition, LanguageTag } from './episode.ts';

/** How much of a note its transcript is: `whole` where there is hardly anything else. */
export type TranscriptShare = 'none' | 'part' | 'whole';

/** A transcript file may bring the video's description along. */
const MOST_PROSE = 0.25;

export function transcriptShare({ transcript, sections }: Edition): TranscriptShare {
  if (!transcript || transcript.cues.length === 0) return 'none';
  const heard = transcript.cues.reduce((sum, { text }) => sum + text.length, 0);
  const written = sections
    .flatMap(({ blocks }) => blocks)
    .reduce((sum, { content }) => sum + plainText([content]).length, 0);
  return written <= MOST_PROSE * heard ? 'whole' : 'part';
}

/** A note of a video by its position, and the transcript file that goes with it, if another note is one. */
export interface JoinedNote {
  readonly note: number;
  readonly transcript: number | null;
}

/**
 * Which notes of one video become editions: a note without a transcript takes the one of a note that is nothing else,
 * preferably in its own language, and that note is no edition of its own. Notes that are only transcripts stay as they
 * are.
 */
export function joinNotes(
  notes: readonly { readonly share: TranscriptShare; readonly language: LanguageTag }[],
): readonly JoinedNote[] {
  const transcripts = notes.flatMap(({ share }, index) => (share === 'whole' ? [index] : []));
  const joined = notes.flatMap(({ share, language }, note): JoinedNote[] => {
    if (share === 'whole') return [];
    const own = transcripts.find((index) => notes[index]?.language === language);
    return [{ note, transcript: share === 'none' ? (own ?? transcripts[0] ?? null) : null }];
  });
  const used = new Set(joined.map(({ transcript }) => transcript));
  const alone = transcripts.filter((index) => !used.has(index)).map((note): JoinedNote => ({ note, transcript: null }));
  return [...joined, ...alone].sort((a, b) => a.note - b.note);
}

/** A note with the transcript of another one of its video; that one's summary, as a rule the video's description, comes last. */
export function withTranscriptOf<Note extends Edition>(edition: Note, other: Edition): Note {
  if (!other.transcript) return edition;
  const summary = [...edition.summary, ...other.summary];
  return { ...edition, summary, duration: edition.duration ?? other.duration, transcript: other.transcript };
}

/**
 * The editions of one video, with transcript files joined to their notes. Only notes from one source are joined: files of one
 * folder, or shipped together, were made together.
 */
export function joinEditions(editions: readonly EpisodeEdition[]): EpisodeEdition[] {
  const sourceOf = ({ note }: EpisodeEdition) => `${note.origin} ${note.source}`;
  const joined = [...new Set(editions.map(sourceOf))].flatMap((source) => {
    const together = editions.filter((edition) => sourceOf(edition) === source);
    const notes = together.map((edition) => ({ share: transcriptShare(edition), language: edition.language }));
    return joinNotes(notes).flatMap(({ note, transcript }) => {
      const edition = together[note];
      const other = transcript === null ? undefined : together[transcript];
      if (!edition) return [];
      return [{ at: editions.indexOf(edition), edition: other ? withTranscriptOf(edition, other) : edition }];
    });
  });
  return joined.sort((a, b) => a.at - b.at).map(({ edition }) => edition);
}
