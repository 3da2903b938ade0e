/** A caption track as a player lists it. */
export interface CaptionTrack {
  /** BCP 47. */
  readonly language: string;
  /** Recognised by a machine rather than written. */
  readonly automatic: boolean;
}

/** The purpose of the captions. */
export interface CaptionsWanted {
  /** The language of the note, BCP 47. */
  readonly note: string;
  /** Primary languages whose words can be compared with the note's, its own included. */
  readonly understood: readonly string[];
  /** Whether a track may be requested in translation, which YouTube limits. */
  readonly translate: boolean;
  /** Whether to wait until the video plays: on the viewer's option, not on a click. */
  readonly whenPlaying: boolean;
}

/** A track to request, as it is or translated. */
export interface ChosenTrack extends CaptionTrack {
  readonly translateTo: string | null;
}

export interface TrackChoices {
  /** One, or two where the original is unknown: the one that explains the note best is kept then. */
  readonly tracks: readonly ChosenTrack[];
  /** The talk's original language, BCP 47; `null` when unknown. */
  readonly original: string | null;
}

/**
 * Chooses which captions to ask for: those of the original sound where the note's words can be compared with them, otherwise
 * those in the note's own language, written or translated.
 *
 * @param spoken The language of the original sound, where the player tells it.
 */
export function chooseTracks(
  tracks: readonly CaptionTrack[],
  spoken: string | null,
  { note, understood, translate }: Omit<CaptionsWanted, 'whenPlaying'>,
): TrackChoices {
  const original = spoken ?? originalOf(tracks);
  const asIs = (track: CaptionTrack): ChosenTrack => ({ ...track, translateTo: null });
  const inNotes = bestOf(tracks, (track) => isLanguage(track, note));
  const understands = (track: CaptionTrack) => understood.includes(primaryLanguage(track.language));
  if (original !== null) {
    const own = bestOf(tracks, (track) => isLanguage(track, original));
    if (own && understands(own)) return { tracks: [asIs(own)], original };
    if (inNotes) return { tracks: [asIs(inNotes)], original };
    const any = own ?? bestOf(tracks, understands) ?? tracks[0];
    if (!any) return { tracks: [], original };
    const translateTo = translate && !understands(any) ? note : null;
    return { tracks: [{ ...any, translateTo }], original };
  }
  if (inNotes) return { tracks: [asIs(inNotes)], original };
  const candidates = [...tracks].sort((a, b) => Number(understands(b)) - Number(understands(a)) || byMaking(a, b));
  const [first] = candidates;
  if (!first) return { tracks: [], original };
  if (translate && !understands(first)) return { tracks: [{ ...first, translateTo: note }], original };
  const second = candidates.find((track) => primaryLanguage(track.language) !== primaryLanguage(first.language));
  return { tracks: [first, ...(second ? [second] : [])].map(asIs), original };
}

/** Automatic captions are of spoken sound; but dubbed sound gets them, too, so several languages prove nothing. */
function originalOf(tracks: readonly CaptionTrack[]): string | null {
  const heard = tracks.filter(({ automatic }) => automatic);
  const languages = new Set((heard.length > 0 ? heard : tracks).map(({ language }) => primaryLanguage(language)));
  return languages.size === 1 ? ((heard[0] ?? tracks[0])?.language ?? null) : null;
}

const isLanguage = ({ language }: CaptionTrack, wanted: string) =>
  primaryLanguage(language) === primaryLanguage(wanted);

/** Written captions before recognised ones. */
const byMaking = (a: CaptionTrack, b: CaptionTrack) => Number(a.automatic) - Number(b.automatic);

function bestOf(tracks: readonly CaptionTrack[], fits: (track: CaptionTrack) => boolean): CaptionTrack | undefined {
  return tracks.filter(fits).toSorted(byMaking)[0];
}

const primaryLanguage = (tag: string) => tag.toLowerCase().split('-')[0] ?? '';
