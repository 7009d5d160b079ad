// ０ to ９
const FULL_WIDTH_DIGIT = /[\uff10-\uff19]/g;
// ！ to ～: each as far from its ASCII character as the others
const FULL_WIDTH_FORM = /[\uff01-\uff5e]/g;
const SHIFT = 0xff01 - 0x21;

const toAscii = (form: string): string => String.fromCharCode(form.charCodeAt(0) - SHIFT);

/** The text with full-width digits as ASCII ones, every offset unchanged: １．总体情况, 附件２. */
export const halfWidthDigits = (text: string): string => text.replace(FULL_WIDTH_DIGIT, toAscii);

/** The same of all full-width forms: ５０．５％. Unlike NFKC it makes no digits of ① and ², which stand behind figures. */
export const halfWidth = (text: string): string => text.replace(FULL_WIDTH_FORM, toAscii);
