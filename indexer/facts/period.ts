// 2023年度 / 截至2023年12月31日 / 上年末, but not 与2022年度相比, 比2022年, 填报日期2024年1月25日
const YEAR =
  /(?<!与|比|较|同|对比|自|从|无|没有|不存在)(?:(20\d\d)年(?!(?:度)?(?:相|同期|以前|以来|起)|\d{1,2}月)|(?<=截至|截止|到)(20\d\d)年|上年(?:度)?(?=[末底预决执]))/g;

/** The year that a text says its figure is of, the last one where there are several; undefined where it says none. `own` is the year of the report. */
export function yearSaid(text: string, own: number | null): number | null | undefined {
  const last = [...text.matchAll(YEAR)].at(-1);
  if (last === undefined) return undefined;
  const named = last[1] ?? last[2];
  if (named !== undefined) return Number.parseInt(named, 10);
  return own === null ? null : own - 1;
}

// 截至2025年8月31日, / 2026年, at the start of a sentence
const OPENS = /^(?:\(?[\d一二三四五六七八九十]{1,3}[).、])?(?:截至|截止|到)?(?:20\d\d年|上年)[^,]*/;
const CLAUSE_ENDS = '。;,:(';
const SENTENCE_ENDS = '。;';

/** The year said in the clause in front of a name, else at the start of its sentence. What other clauses say is of something else. */
export function yearAround(folded: string, at: number, own: number | null): number | null | undefined {
  const clause = folded.slice(behindLast(folded, CLAUSE_ENDS, at), at);
  const here = yearSaid(clause, own);
  if (here !== undefined) return here;
  const opening = OPENS.exec(segmentBefore(folded, at))?.[0];
  return opening === undefined ? undefined : yearSaid(opening, own);
}

/** From the last 。 or ； to the place. */
export const segmentBefore = (folded: string, at: number): string => folded.slice(behindLast(folded, SENTENCE_ENDS, at), at);

/** A sentence is not followed back farther than this. */
const LONGEST_SENTENCE = 400;

function behindLast(text: string, marks: string, at: number): number {
  const least = Math.max(at - LONGEST_SENTENCE, 0);
  for (let index = at - 1; index >= least; index--) if (marks.includes(text.charAt(index))) return index + 1;
  return least;
}
