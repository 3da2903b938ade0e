/**
 * How YouTube's description of itself begins, in several languages: clippers copy it into `description` where a page has none
 * of its own. Letters and digits only, in lower case. English and Chinese are as seen in real notes.
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

/** The longest such text; a longer one goes on to describe the video. */
const LONGEST = 160;

/**
 * Whether a text is about YouTube, not about the video.
 * @param letters The text's letters and digits only, in lower case.
 */
export const isAboutYouTube = (letters: string): boolean =>
  letters.length <= LONGEST && YOUTUBE.some((beginning) => letters.startsWith(beginning));
