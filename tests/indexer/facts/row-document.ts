import type { Document } from '../../../src/model/document.ts';
import type { Row } from '../../../src/model/row.ts';
import { rowOf } from '../../support/row.ts';

/** A row of a table with this title, which says nothing but what is given. */
export function rowDocument(title: string, unit: string | null, category: Document['category'], row: Partial<Row>): Document {
  return {
    id: 'p-0',
    report: 'p',
    kind: 'row',
    start: 0,
    end: 9,
    spans: [{ start: 0, end: 9 }],
    line: 1,
    page: null,
    path: [],
    category,
    table: title,
    code: null,
    codeName: null,
    codeInferred: false,
    amounts: [],
    row: rowOf({ table: { index: 0, label: null, title, unit }, ...row }),
  };
}
