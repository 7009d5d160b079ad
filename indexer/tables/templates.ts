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

/** The forms of this table whose heads are exactly those printed: none is missing, and none is printed that the form does not have. Labels are not compared. */
export function templatesFor(title: string, printed: readonly Column[]): (readonly Column[])[] {
  const heads = new Set(printed.filter((column) => !isLabelRole(column.role)).map((column) => headWord(column.keys.at(-1) ?? '')));
  return templates
    .filter(({ name }) => sameTable(name, title))
    .map(({ columns }) => columns)
    .filter((columns) => {
      const values = columns.filter((column) => !isLabelRole(column.role));
      const words = new Set(columns.flatMap((column) => column.keys));
      return (
        values.every((column) => heads.has(column.keys.at(-1) ?? '')) &&
        [...heads].every((head) => words.has(head)) &&
        sameLines(columns, printed)
      );
    });
}

/** A form with 行次 is one only where 行次 is printed. */
const sameLines = (columns: readonly Column[], printed: readonly Column[]): boolean =>
  columns.some((column) => column.role === 'line') === printed.some((column) => column.role === 'line');
