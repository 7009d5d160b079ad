/** Halves of a surrogate pair, by UTF-16 unit. NaN, which stands beyond both ends of a text, is neither. */
export const isHigh = (unit: number): boolean => (unit & 0xfc00) === 0xd800;
export const isLow = (unit: number): boolean => (unit & 0xfc00) === 0xdc00;

/** Whether a code point is half a pair that stands alone. */
export const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;

/** Whether an offset lies inside a surrogate pair: half of one is no place. */
export const splitsPair = (text: string, at: number): boolean => isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));
