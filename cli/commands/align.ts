import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Edition } from '../../core/note/episode.ts';
import { formatClock } from '../../core/time/clock-text.ts';
import type { Seconds } from '../../core/time/seconds.ts';
import type { SectionTime, Timeline } from '../../core/timeline/timeline.ts';
import { toTimestamps } from '../../core/timeline/to-timestamps.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import { alignWith, EVIDENCE_OPTIONS, EVIDENCE_USAGE, evidenceOf } from '../evidence.ts';
import { readNote } from '../read-note.ts';
import { onlyFile, UsageError } from '../usage-error.ts';
import { withTimes } from '../write-times.ts';

export const usage = `notes align NOTE [--transcript FILE] [--chapters FILE] [--duration SECONDS|H:MM:SS] [--json] [--write]

Finds the moment of the video at which each section of a note starts.

${EVIDENCE_USAGE}
  --json             print the result as JSON
  --write            put the starts into the note's front matter (timestamps, and duration where given)`;

/** Runs `notes align`. Returns the exit code: 0, or 1 when the note has errors. */
export async function run(args: readonly string[]): Promise<number> {
  const { positionals, values: options } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...EVIDENCE_OPTIONS, json: { type: 'boolean' }, write: { type: 'boolean' } },
  });
  const file = onlyFile(positionals, 'note');
  const note = await readNote(file);
  if (!note) return 1;
  const { edition, videoId, text, encoding } = note;
  const evidence = await evidenceOf(options);
  const timeline = await alignWith(edition, evidence);
  if (options.json) console.log(JSON.stringify(toJson(videoId, edition, timeline), null, 2));
  else console.log(toTable(edition, timeline));
  const heard = timeline.sections.some(({ source }) => source === 'transcript' || source === 'original');
  if (evidence.transcript && !heard && timeline.sections.some(({ source }) => source !== 'author')) {
    console.error(
      `notes align: ${options.transcript}: does not sound like this note; it was left out. Is it of another video?`,
    );
  }
  if (!timeline.ordered)
    console.error('notes align: the note does not follow the order of the talk; times are approximate.');
  if (options.write) {
    if (encoding !== 'utf-8')
      throw new UsageError(`${file}: save it as UTF-8 first, so that --write changes its times only.`);
    writeFileSync(file, withTimes(text, toTimestamps(timeline), evidence.duration));
    console.error(`notes align: wrote ${timeline.sections.length} timestamps to ${file}`);
  }
  return 0;
}

function toJson(videoId: VideoId, edition: Edition, timeline: Timeline) {
  const sections = timeline.sections.map(({ section, start, earliest, latest, source }, index) => ({
    id: section,
    title: edition.sections[index]?.title ?? '',
    start,
    earliest,
    latest,
    source,
  }));
  return { videoId, sections };
}

function toTable(edition: Edition, timeline: Timeline): string {
  const rows = timeline.sections.map((time, index) => [
    formatClock(time.start),
    `${formatClock(time.earliest)}–${formatClock(time.latest)}`,
    spark(time),
    time.source,
    edition.sections[index]?.title ?? '',
  ]);
  const head = ['start', 'between', 'sure', 'source', 'section'];
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === row.length - 1
          ? cell
          : column < 2
            ? cell.padStart(widths[column] ?? 0)
            : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ');
  return [head, ...rows].map(line).join('\n');
}

/** Widths of the interval, in seconds, beyond each of which the bar loses an eighth. */
const STEPS: readonly Seconds[] = [2, 8, 20, 60, 150, 400, 900];

function spark({ earliest, latest }: SectionTime): string {
  const lost = STEPS.filter((step) => latest - earliest > step).length;
  return '▁▂▃▄▅▆▇█'[7 - lost] ?? '▁';
}
