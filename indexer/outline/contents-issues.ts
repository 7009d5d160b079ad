import type { Issue } from '../../src/model/issue.ts';
import { foldTitle } from './headings/fold-title.ts';
import { readLineNumber } from './headings/number.ts';
import { type Heading, type MarkedLine, printedText } from './marked-line.ts';

// - 一、部门职责……………… 12    三、支出决算表\t7    （第3页）
const BULLET = /^[-•·●]\s{0,3}/;
const LEADER = /[\s.．…·•_—-]{0,200}(?:[（(]?第?\d{0,4}页?[)）]?)$/;
// 云川市教育局2023年度部门决算表: the contents may name body and year, the body of the report need not
const UP_TO_YEAR = /^.{0,60}20\d\d年度?/;
const LONGEST_ENTRY = 300;

/**
 * Entries of the contents that name a part or chapter no heading of the body bears: the contents belong to another edition, or a part is missing.
 * An entry over two lines is known by its first. O(n log n) in lines and headings.
 */
export function contentsIssues(lines: readonly MarkedLine[], headings: readonly Heading[]): Issue[] {
  const titles = headings.map(({ title }) => bareTitle(title)).sort();
  return lines.flatMap((line) => {
    if (line.role.kind !== 'noise' || line.role.noise !== 'contents' || line.printed === null) return [];
    const entry = entryOf(printedText(line));
    if (entry === null || isHeaded(titles, bareTitle(entry))) return [];
    return [{ kind: 'contents-mismatch', message: `目录中的条目在正文里没有同名标题：${entry}`, at: line.printed }];
  });
}

/** What a title says, without number, body and year: contents and body number them differently. */
function bareTitle(title: string): string {
  const number = readLineNumber(title);
  return foldTitle(title.slice(number?.end ?? 0)).replace(UP_TO_YEAR, '');
}

/** A numbered entry without leader and page number; null for others. */
function entryOf(printed: string): string | null {
  if (printed.length > LONGEST_ENTRY) return null;
  const entry = printed.replace(BULLET, '').replace(LEADER, '');
  const number = readLineNumber(entry);
  return number === null || number.end >= entry.length || (number.form !== 'part' && number.form !== 'chapter') ? null : entry;
}

/** Is it the title of a heading, or the beginning of one, or one with more words behind it? */
function isHeaded(sorted: readonly string[], entry: string): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < entry) low = middle + 1;
    else high = middle;
  }
  const before = sorted[low - 1];
  return sorted[low]?.startsWith(entry) === true || (before !== undefined && entry.startsWith(before));
}
