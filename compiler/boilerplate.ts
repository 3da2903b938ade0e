/**
 * What YouTube says of itself in a page's description where it does not give the video's: clippers put it into
 * `description`. By how it begins, in the languages of most notes; letters only, small.
 */
const YOUTUBE = [
  'enjoythevideosandmusicyoulove',
  '在youtube上畅享你喜爱的视频和音乐',
  '在youtube上盡情享受自己喜愛的影片和音樂',
  'お気に入りの動画や音楽を楽しみ',
  'youtubeでお気に入りの動画や音楽を楽しみ',
  'youtube에서마음에드는동영상과음악을감상하고',
  'смотрителюбимыевидеослушайтелюбимыепесни',
  'profitezdesvidéosetdelamusiquequevousaimez',
  'aufyoutubefindestdudieangesagtestenvideosundtracks',
  'disfrutadelosvídeosylamúsicaqueteencantan',
  'guardaituoivideoelatuamusicapreferiti',
  'aproveitevídeosemúsicaquevocêama',
];

/** A longer text goes on about the video. */
const LONGEST = 160;

/** Whether a text is about YouTube, not about the video. Wants its letters and digits, in small letters. */
export const isAboutYouTube = (letters: string): boolean =>
  letters.length <= LONGEST && YOUTUBE.some((beginning) => letters.startsWith(beginning));
