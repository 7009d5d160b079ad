import { InvalidArgumentError } from 'commander';

/** Reads an argument as a whole number between two bounds, both inclusive. */
export const wholeNumber =
  (flag: string, least: number, most: number) =>
  (value: string): number => {
    const number = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
    if (!(number >= least && number <= most)) throw new InvalidArgumentError(`${flag} 应是 ${least} 到 ${most} 之间的整数。`);
    return number;
  };

/** Reads a number of seconds, fractions allowed. */
export const seconds =
  (flag: string) =>
  (value: string): number => {
    const number = /^\d{1,6}(\.\d{1,3})?$/.test(value) ? Number(value) : Number.NaN;
    if (!(number > 0)) throw new InvalidArgumentError(`${flag} 应是大于 0 的秒数。`);
    return number;
  };

/** Reads words that must say something; white space around them is left out. */
export const someWords =
  (flag: string) =>
  (value: string): string => {
    if (value.trim() === '') throw new InvalidArgumentError(`${flag} 不能为空。`);
    return value.trim();
  };
