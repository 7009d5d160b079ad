// ０ to ９
const FULL_WIDTH_DIGIT = /[\uff10-\uff19]/g;
const SHIFT = 0xff10 - 0x30;

/** The text with full-width digits as ASCII ones, every offset unchanged: １．总体情况, 附件２. */
export const halfWidthDigits = (text: string): string =>
  text.replace(FULL_WIDTH_DIGIT, (digit) => String.fromCharCode(digit.charCodeAt(0) - SHIFT));
