/** Pages whose videos can have a note. No other host is requested. youtu.be only forwards to these. */
export const YOUTUBE_PAGES = [
  'https://www.youtube.com/*',
  'https://m.youtube.com/*',
  'https://music.youtube.com/*',
  'https://www.youtube-nocookie.com/*',
] as const;
