/** A range of the normal form, end exclusive. */
export interface Zone {
  readonly at: number;
  readonly end: number;
}

// 主要原因是 / 原因: / 原因为 / 主要是因为 / 主要系 / 主要由于
const REASON = /原因(?:分析|说明)?(?:主要)?(?:是|为|:|系|有|在于)|主要(?:是(?!用于)|系|由于|因)|(?:是|系)由于/g;
const ENDS = /[。;]/g;

/** Where reasons are given: from their words to the end of the clause list. What they mention are parts of something else. */
export function reasonZones(folded: string): Zone[] {
  const zones: Zone[] = [];
  for (const found of folded.matchAll(REASON)) {
    const at = found.index;
    if (at < (zones.at(-1)?.end ?? 0)) continue;
    ENDS.lastIndex = at;
    zones.push({ at, end: ENDS.exec(folded)?.index ?? folded.length });
  }
  return zones;
}

export const inZone = (zones: readonly Zone[], at: number): boolean => zones.some((zone) => zone.at < at && at < zone.end);
