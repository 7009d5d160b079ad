/**
 * The same characters in memory of their own, for what is kept longer than the text it was taken from: V8 keeps a part of a string as a view into the
 * whole, so that the name of one row would keep its report.
 */
export const ownCopy = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');
