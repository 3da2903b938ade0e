/** Made-up data in the format of YouTube's (see docs/youtube.md). */

interface FakeChapter {
  readonly start: number;
  readonly title: string;
}

/** The `next` response of a watch page: chapters on the player's bar and once more in a side panel. */
export function nextResponse(
  videoId: string,
  chapters: readonly FakeChapter[],
  { kind = 'DESCRIPTION', bar = true, panel = true } = {},
): unknown {
  const panelId = `engagement-panel-macro-markers-${kind.toLowerCase()}-chapters`;
  return {
    currentVideoEndpoint: { watchEndpoint: { videoId } },
    playerOverlays: {
      playerOverlayRenderer: {
        decoratedPlayerBarRenderer: {
          decoratedPlayerBarRenderer: {
            playerBar: {
              multiMarkersPlayerBarRenderer: {
                markersMap: bar
                  ? [
                      { key: 'ANIMATION_ANNOTATION_MARKERS', value: { markers: [] } },
                      {
                        key: `${kind}_CHAPTERS`,
                        value: {
                          chapters: chapters.map(({ start, title }) => ({
                            chapterRenderer: { title: { simpleText: title }, timeRangeStartMillis: start * 1000 },
                          })),
                        },
                      },
                    ]
                  : [],
              },
            },
          },
        },
      },
    },
    engagementPanels: panel
      ? [
          { engagementPanelSectionListRenderer: { targetId: 'engagement-panel-ads', content: {} } },
          {
            engagementPanelSectionListRenderer: {
              panelIdentifier: panelId,
              targetId: panelId,
              content: {
                macroMarkersListRenderer: {
                  contents: [
                    { macroMarkersInfoItemRenderer: { infoText: { runs: [{ text: 'made by a machine' }] } } },
                    ...chapters.map(({ start, title }) => ({
                      macroMarkersListItemRenderer: {
                        title: { runs: [{ text: title }] },
                        onTap: { watchEndpoint: { videoId, startTimeSeconds: start } },
                      },
                    })),
                  ],
                },
              },
            },
          },
        ]
      : [],
  };
}

/** A row of the transcript panel in the classic shape. */
export function classicRow(time: string, text: string): Element {
  return element('ytd-transcript-segment-renderer', {}, [
    element('div', { class: 'segment' }, [
      element('div', { class: 'segment-start-offset' }, [
        element('div', { class: 'segment-timestamp' }, [`\n  ${time}\n `]),
      ]),
      element('yt-formatted-string', { class: 'segment-text' }, [text]),
    ]),
  ]);
}

/** The same in the shape of 2026. */
export function modernRow(time: string, text: string): Element {
  return element('transcript-segment-view-model', {}, [
    element('div', { class: 'ytwTranscriptSegmentViewModelTimestamp' }, [time]),
    element('div', { class: 'ytwTranscriptSegmentViewModelTimestampA11yLabel' }, ['some minutes']),
    element('span', { class: 'ytAttributedStringHost', role: 'text' }, [text]),
  ]);
}

export function element(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly (Element | string)[] = [],
): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}
