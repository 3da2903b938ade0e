/** The stand-in's videos. Lengths and chapter times of the bundled episode are facts; all titles are made up. */
export interface StandInVideo {
  readonly id: string;
  readonly title: string;
  readonly channel: string;
  /** Seconds; also the name of the file in `media/`. */
  readonly duration: 8135 | 600;
  readonly chapters: readonly { readonly start: number; readonly title: string }[];
  readonly live?: true;
}

/** The video of a `/clip/` address. */
export const CLIP = 'v0gjI__RyCY';

/** Adds a video of ten minutes without chapters. */
export function addVideo(id: string, title: string): void {
  if (VIDEOS.every((video) => video.id !== id))
    VIDEOS.push({ id, title, channel: 'Stand-in Interviews', duration: 600, chapters: [] });
}

export const VIDEOS: StandInVideo[] = [
  {
    id: 'v0gjI__RyCY',
    title: 'Two engineers look back on 25 years at one company',
    channel: 'Stand-in Interviews',
    duration: 8135,
    chapters: [
      { start: 0, title: 'Hello' },
      { start: 209, title: 'How they came to the company' },
      { start: 380, title: 'What becomes of faster chips' },
      { start: 1509, title: 'The moment it worked' },
      { start: 3187, title: 'Thinking longer' },
      { start: 7798, title: 'A long career' },
    ],
  },
  {
    id: 'noNoteHere1',
    title: 'A video nobody took notes on',
    channel: 'Stand-in Interviews',
    duration: 600,
    chapters: [
      { start: 0, title: 'Start' },
      { start: 120, title: 'Middle' },
      { start: 400, title: 'End' },
    ],
  },
  { id: 'plainVideo2', title: 'No note and no chapters', channel: 'Stand-in Interviews', duration: 600, chapters: [] },
];
