/**
 * Every name of YouTube's page this product knows, in one place. When YouTube renames something, change it here;
 * every strategy handles finding nothing. Origins: docs/youtube.md.
 */

/** The players that play the page's own video; hover previews (`#inline-player`) are deliberately not among them. */
export const WATCH_PLAYER = 'movie_player';
export const SHORTS_PLAYER = 'shorts-player';

/** Set on the player while an advertisement is showing, of either kind. */
export const AD_CLASSES = ['ad-showing', 'ad-interrupting'] as const;

/** A `<video>` inside one of these is not the page's own: hover previews and the miniplayer. */
export const FOREIGN_PLAYERS =
  'ytd-video-preview, #inline-preview-player, #inline-player, ytd-miniplayer, ytd-inline-preview-player, ytm-miniplayer';

/**
 * Where the page button goes: after the title's line. First match wins: desktop, mobile, music, Shorts, then any
 * heading of a watch page.
 */
export const TITLE_LINES = [
  'ytd-watch-metadata #title',
  'ytd-video-primary-info-renderer #container h1',
  '.slim-video-information-title-and-badges',
  'ytmusic-player-bar .content-info-wrapper',
  'ytd-reel-video-renderer[is-active] yt-shorts-video-title-view-model',
  'ytd-watch-flexy #primary h1',
  '#player-controls .ytmVideoInfoVideoTitleContainer',
] as const;

/** The embedded player of 2026 and the mobile one have no bar of the desktop's kind, but lines of their own. */
export const PROGRESS_BAR = '.ytp-progress-bar, .ytChapteredProgressBarHost, .ytProgressBarLineHost';

/** Their controls are beside the player's element, not in it. */
export const CONTROLS = '#player-controls, #player-control-container';

/** Rows of the transcript: the classic shape and the one of 2026. */
export const TRANSCRIPT_ROWS = [
  { row: 'ytd-transcript-segment-renderer', time: '.segment-timestamp', text: ['.segment-text'] },
  {
    row: 'transcript-segment-view-model',
    time: '.ytwTranscriptSegmentViewModelTimestamp',
    // The text's class changed twice in 2026, its role did not. First match wins.
    text: ['span[role="text"]', 'span.ytAttributedStringHost', 'span.yt-core-attributed-string', 'span'],
  },
] as const;
/** Containers of the rows: the classic list, the panel around either shape. */
export const ROW_LISTS = '#segments-container, ytd-engagement-panel-section-list-renderer, ytd-transcript-renderer';

/** The player's own switch for captions. */
export const CAPTIONS_BUTTON = '.ytp-subtitles-button, yt-closed-captions-toggle-button button';

/** Where the player shows the captions. */
export const CAPTIONS_PICTURE = '.ytp-caption-window-container';
