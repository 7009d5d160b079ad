// 2023年度 / 截至2023年底 / 上年末, but not 与2022年度相比, 比2022年, 2022年相同
const YEAR = /(?<!与|比|较|同|对比|自|从)(?:(20\d\d)年(?!(?:度)?(?:相|同期|以前|以来|起))|(上年(?:度)?(?=[末底预决执])|上年(?=底|末)))/g;

/** The year that a text says its figure is of, the last one where there are several; undefined where it says none. `own` is the year of the report. */
export function yearSaid(text: string, own: number | null): number | null | undefined {
  const last = [...text.matchAll(YEAR)].at(-1);
  if (last === undefined) return undefined;
  if (last[1] !== undefined) return Number.parseInt(last[1], 10);
  return own === null ? null : own - 1;
}
