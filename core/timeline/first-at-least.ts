/** Index of the first of rising values that is at least `value`, by binary search; the length when all are smaller. */
export function firstAtLeast(rising: Float32Array | Float64Array, value: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] as number) >= value) high = middle;
    else low = middle + 1;
  }
  return low;
}
