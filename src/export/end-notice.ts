import type { WalkEnd } from '../search/walk-result.ts';

/** What a file says at its end when the index was written to while it was made; null when it was not. */
export function endNotice({ changed, gone, given }: WalkEnd): string | null {
  if (!changed && gone === 0) return null;
  const missing = gone === 0 ? '所列条目均已导出' : `所列条目中有 ${gone} 条已不在索引中，未能导出`;
  return `导出期间索引有更新：名单以导出开始时为准，${missing}，共导出 ${given} 条。`;
}
