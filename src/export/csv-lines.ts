import { stringify } from 'csv-stringify/sync';

/** A value of a CSV file. null is an empty cell. */
export type CsvValue = string | number | null;

/** Before the first line, so that Excel reads the file as UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';

/**
 * Lines as RFC 4180. Cells that begin with = + - @ or a control character get an apostrophe in front: spreadsheets run them as formulas
 * otherwise (OWASP, CSV Injection). A lone line feed or carriage return is quoted too: by itself the writer only minds the two together.
 */
export const csvLines = (lines: readonly (readonly CsvValue[])[]): string =>
  stringify(
    lines.map((line) => [...line]),
    { record_delimiter: '\r\n', escape_formulas: true, quoted_match: /[\r\n]/ },
  );
