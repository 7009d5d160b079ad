/** Longer runs of digits are no figure but a code or rubbish. */
export const MOST_DIGITS = 30;

// 35,549.61 / １，００２．１７ / -5.00 / 0. 7 / 100.00 % (before anything is changed; keeps out ① and ² which NFKC would make digits)
const WRITTEN = /^[\s0-9０-９.．,，+＋\-−－﹣%％]*$/;
const BLANKS = /\s+/g;
// "0. 7" "35, 549.61": a blank beside a point or comma
const BLANKS_AT_MARKS = / ?([.,]) ?/g;
// "- 5" "+5"
const SIGN = /^([+-]?)\s*/;
// 35,549.61 / 18557.84 / 0.5
const NUMBER = /^(?:[1-9]\d{0,2}(?:,\d{3})+|0|[1-9]\d*)(?:\.\d+)?$/;
// .5
const BARE_FRACTION = /^\.\d+$/;

/**
 * The exact decimal of a table cell: "1,002.17", "-5.00", "0. 7", full width, a percent sign at its end. null when the cell holds anything else
 * or does not say for certain which number it is: "1, 4" (1.4 or 14?), "3 5", "（5.00）" (negative or a list number?), "01" (a code), "-", "#REF!".
 */
export function readNumber(text: string): string | null {
  if (!WRITTEN.test(text)) return null;
  const plain = text.normalize('NFKC').replaceAll('−', '-').trim().replace(BLANKS, ' ').replace(BLANKS_AT_MARKS, '$1').replace(/ ?%$/, '');
  const [lead = '', sign = ''] = SIGN.exec(plain) ?? [];
  return decimalOf(plain.slice(lead.length), sign === '-');
}

/** "1,002.17" -> "1002.17", ".5" -> "0.5"; null when the commas do not part thousands or there are more digits than a figure has. Zero has no sign. */
export function decimalOf(written: string, negative = false): string | null {
  const whole = BARE_FRACTION.test(written) ? `0${written}` : written;
  if (!NUMBER.test(whole) || whole.length > MOST_DIGITS) return null;
  const value = whole.replaceAll(',', '');
  return negative && /[1-9]/.test(value) ? `-${value}` : value;
}
