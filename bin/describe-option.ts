import type { Option } from 'commander';

/** An option in the help: what it is, what may be given, what holds where nothing is given. */
export function describeOption({ description, argChoices, defaultValue }: Option): string {
  const more = [
    argChoices === undefined ? null : `可选 ${argChoices.join('、')}`,
    defaultValue === undefined ? null : `默认 ${String(defaultValue)}`,
  ].filter((part) => part !== null);
  return more.length === 0 ? description : `${description}（${more.join('；')}）`;
}
