/** The stores accept up to four numbers of at most 65535; we use three, as npm does. */
const VERSION = /^(?:0|[1-9]\d{0,4})\.(?:0|[1-9]\d{0,4})\.(?:0|[1-9]\d{0,4})$/;

const numbersOf = (version: string) => version.split('.').map(Number);

/** Throws unless `version` can follow `last`, the last version released (`null` for none). */
export function checkVersion(version: string, last: string | null): void {
  if (!VERSION.test(version) || numbersOf(version).some((number) => number > 65_535)) {
    throw new Error(`“${version}” is not a version. Write three numbers of at most 65535, e.g. 0.2.0.`);
  }
  if (last !== null && compareVersions(version, last) <= 0) {
    throw new Error(`${version} does not follow ${last}, the last version released. A store takes only higher ones.`);
  }
}

/** Negative, zero or positive, for sorting. */
export function compareVersions(one: string, other: string): number {
  const others = numbersOf(other);
  for (const [index, number] of numbersOf(one).entries()) {
    const difference = number - (others[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** package.json or package-lock.json with another version of our own package, in npm's formatting. */
export function withVersion(json: string, version: string): string {
  const parsed = JSON.parse(json) as { version: string; packages?: Record<string, { version?: string }> };
  parsed.version = version;
  const own = parsed.packages?.[''];
  if (own) own.version = version;
  return `${JSON.stringify(parsed, null, 2)}\n`;
}
