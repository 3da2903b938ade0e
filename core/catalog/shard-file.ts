import * as v from 'valibot';
import type { LanguageTag } from '../note/episode.ts';
import { fromJson, fromUtf8, toUtf8 } from '../text/utf8.ts';
import type { VideoId } from '../video/video-id.ts';
import { fileSchema, languageSchema, pathSchema, videoIdSchema } from './schemas.ts';

/** What a shard's head lists of a note. */
export interface ShardNote {
  readonly videoId: VideoId;
  /** The note's path in its publisher's folder: its identity within the catalog. */
  readonly file: string;
  readonly language: LanguageTag;
  /** Bytes of the compressed note, here or in its piece. */
  readonly bytes: number;
  /** A long note's own file; absent when the note is in the shard itself. */
  readonly piece?: string;
}

export interface Shard {
  readonly notes: readonly ShardNote[];
  /** The compressed bytes of a note that is in the shard itself; `null` for one in a piece. */
  read(note: ShardNote): Uint8Array<ArrayBuffer> | null;
}

/** `SNS1`, the length of the head (32 bits, little-endian), the head as JSON, then the compressed notes one by one. */
const MAGIC = 0x31534e53;
const PREFIX = 8;

const headSchema = v.object({
  notes: v.pipe(
    v.array(
      v.object({
        videoId: videoIdSchema,
        file: pathSchema,
        language: languageSchema,
        bytes: v.pipe(v.number(), v.integer(), v.minValue(1)),
        piece: v.optional(fileSchema),
      }),
    ),
    v.maxLength(10_000),
  ),
});

/** @param notes With the compressed bytes of each that is not in a piece. */
export function encodeShard(
  notes: readonly (ShardNote & { readonly content: Uint8Array | null })[],
): Uint8Array<ArrayBuffer> {
  const told = notes.map(({ videoId, file, language, bytes, piece }) => ({
    videoId,
    file,
    language,
    bytes,
    ...(piece === undefined ? {} : { piece }),
  }));
  const head = toUtf8(JSON.stringify({ notes: told }));
  const contents = notes.flatMap(({ content }) => (content ? [content] : []));
  const length = contents.reduce((sum, content) => sum + content.length, PREFIX + head.length);
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, head.length, true);
  bytes.set(head, PREFIX);
  let end = PREFIX + head.length;
  for (const content of contents) {
    bytes.set(content, end);
    end += content.length;
  }
  return bytes;
}

/** Reads what {@link encodeShard} wrote; `null` when the bytes are anything else, or too few. */
export function decodeShard(bytes: Uint8Array<ArrayBuffer>): Shard | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < PREFIX || view.getUint32(0, true) !== MAGIC) return null;
  const from = PREFIX + view.getUint32(4, true);
  if (from > bytes.length) return null;
  const head = readHead(bytes.subarray(PREFIX, from));
  if (!head) return null;
  const places = new Map<ShardNote, number>();
  let end = from;
  for (const note of head) {
    if (note.piece !== undefined) continue;
    places.set(note, end);
    end += note.bytes;
  }
  if (end !== bytes.length) return null;
  return {
    notes: head,
    read(note) {
      const place = places.get(note);
      return place === undefined ? null : bytes.subarray(place, place + note.bytes);
    },
  };
}

function readHead(bytes: Uint8Array): readonly ShardNote[] | null {
  const result = v.safeParse(headSchema, fromJson(fromUtf8(bytes)));
  if (!result.success) return null;
  return result.output.notes.map(({ piece, ...note }) => (piece === undefined ? note : { ...note, piece }));
}
