/** What a format of the player's says about its sound. */
export interface SoundFormat {
  /** Tags as text (`acont=original:lang=en`), or as a message of protocol buffers in base64. */
  readonly tags: string;
  /** Begins with the language: `en-US.4`. Empty when there is none. */
  readonly id: string;
}

/**
 * The language of the original sound, BCP 47; `null` when no format says it. "Default" follows the viewer's language, and
 * `isAutoDubbed` was found useless: the tags say it.
 */
export function originalLanguage(formats: readonly SoundFormat[]): string | null {
  for (const { tags, id } of formats) {
    const text = asText(tags);
    if (!/acont\W{1,3}original/.test(text)) continue;
    return id.split('.')[0] || /\blang\W{1,3}([a-zA-Z][a-zA-Z-]*)/.exec(text)?.[1] || null;
  }
  return null;
}

function asText(tags: string): string {
  if (tags.includes('acont')) return tags;
  try {
    return atob(tags.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return tags;
  }
}
