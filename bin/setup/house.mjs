import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project, whatever folder the command was given in. */
export const house = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const inHouse = (...parts) => join(house, ...parts);

/** Says something without getting between the lines of a program's answer. */
export const say = (line) => process.stderr.write(`${line}\n`);

/** Ends with what is wrong and what to do about it. */
export function giveUp(...lines) {
  for (const line of lines) say(line);
  process.exit(1);
}
