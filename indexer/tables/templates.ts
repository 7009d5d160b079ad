import { readFileSync } from 'node:fs';
import { foldString } from '../../src/text/normal-form.ts';
import { headWord, isLabelRole, roleOfHead } from './column-role.ts';
import type { Column } from './header.ts';
import { sameTable } from './title.ts';

/**
 * The columns that the numbered tables of final accounts have by the ministry's form (财政部 部门决算公开表式), one form a line.
 * Needed only where TABs are gone and merged heads cannot be told from the lowest ones. A new form is a new line.
 */
const templates: readonly { readonly name: string; readonly columns: readonly Column[] }[] = readFileSync(
  new URL('./data/templates.csv', import.meta.url),
  'utf8',
)
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [name = '', columns = ''] = line.split(',');
    return { name, columns: columns.split('|').map(toColumn) };
  });

function toColumn(path: string): Column {
  const keys = path.split('/').map(foldString);
  return { path, keys, role: roleOfHead(keys) };
}

/**
 * The forms of this table whose heads are exactly those printed, each as often: none is missing, and none is printed that the form does not have.
 * Six pairs of 预算数 and 决算数 are not the form with one of each. Labels are not compared.
 */
export function templatesFor(title: string, printed: readonly Column[]): (readonly Column[])[] {
  const heads = countsOf(printed.filter(isValue).map((column) => headWord(column.keys.at(-1) ?? '')));
  return templates
    .filter(({ name }) => sameTable(name, title))
    .map(({ columns }) => columns)
    .filter((columns) => sameCounts(countsOf(headsOf(columns)), heads) && sameLines(columns, printed));
}

const isValue = (column: Column): boolean => !isLabelRole(column.role);

/** The heads of a form as they are printed, level by level: a merged head once for the columns it lies over. */
function headsOf(columns: readonly Column[]): string[] {
  return columns.flatMap((column, at) => {
    const own = isValue(column) ? [column.keys.at(-1) ?? ''] : [];
    const left = columns[at - 1]?.keys ?? [];
    const merged = column.keys.slice(0, -1).filter((_, depth) => column.keys.slice(0, depth + 1).some((key, level) => key !== left[level]));
    return [...merged.filter((key) => !isLabelRole(roleOfHead([key]))), ...own];
  });
}

const countsOf = (words: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

const sameCounts = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean =>
  a.size === b.size && [...a].every(([word, count]) => b.get(word) === count);

/** A form with 行次 is one only where 行次 is printed. */
const sameLines = (columns: readonly Column[], printed: readonly Column[]): boolean =>
  columns.some((column) => column.role === 'line') === printed.some((column) => column.role === 'line');
