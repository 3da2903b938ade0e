import { useCallback, useEffect, useRef, useState } from 'react';
import type { Mark } from '../../core/marks/mark.ts';
import { markFault } from '../../platform/marks/keep-mark.ts';
import type { MarkFault, MarksPort } from '../../platform/ports.ts';

export interface UseMarks {
  /** `null` until they are read. */
  readonly marks: readonly Mark[] | null;
  /** Why they cannot be read. */
  readonly fault: MarkFault | null;
}

/** All marks, as they are by now. */
export function useMarks(port: MarksPort): UseMarks {
  const [state, setState] = useState<UseMarks>({ marks: null, fault: null });
  const known = useRef<ReadonlyMap<string, Mark>>(new Map());
  const reading = useRef<Promise<void> | null>(null);

  const read = useCallback(async () => {
    try {
      const marks = (await port.all()).map((mark) => {
        const before = known.current.get(mark.id);
        // The same object where nothing has changed: its row need not be drawn again, nor its words folded.
        return before && before.changed === mark.changed && before.deleted === mark.deleted ? before : mark;
      });
      known.current = new Map(marks.map((mark) => [mark.id, mark]));
      setState({ marks, fault: null });
    } catch (error) {
      setState({ marks: null, fault: markFault(error) });
    }
  }, [port]);

  useEffect(() => {
    let again = false;
    // Several changes on end are read once.
    const look = () => {
      if (reading.current) {
        again = true;
        return;
      }
      reading.current = read().then(() => {
        reading.current = null;
        if (!again) return;
        again = false;
        look();
      });
    };
    look();
    return port.subscribe(look);
  }, [port, read]);

  return state;
}
