import type { Row } from '../../src/model/row.ts';

/** A row that says nothing but what is given. */
export const rowOf = (said: Partial<Row>): Row => ({
  table: null,
  side: null,
  lineNo: null,
  code: null,
  name: null,
  header: [],
  printed: [],
  cells: [],
  doubt: null,
  ...said,
});
