import * as v from 'valibot';

const logged = new Set<string>();

/** Logs once per kind that malformed input was ignored. A hostile page must not be able to flood the console. */
export function logOnce(what: string): void {
  if (logged.has(what)) return;
  logged.add(what);
  console.warn(`Sleevenotes ignored ${what}.`);
}

/** Makes a decoder from a schema: returns the value, or `null` when it does not match. Unknown keys are dropped. */
export function parseWith<Schema extends v.GenericSchema>(
  schema: Schema,
): (data: unknown) => v.InferOutput<Schema> | null {
  return (data) => {
    const result = v.safeParse(schema, data, { abortEarly: true });
    return result.success ? result.output : null;
  };
}
