import traditionalToSimplified from 'opencc-js/dict/TSCharacters';
import { RADICALS } from './radicals.ts';
import { UNSEEN } from './unseen.ts';

const EVERY_UNSEEN = new RegExp(UNSEEN, 'gu');
// Unicode's Quotation_Mark property, the two accents typed as quotes, and the ornamental ones: “ 「 ′ is none
const QUOTE = /["'`´«»‘-‟‹›⹂「-』〝-〟❛-❠﹁-﹄＂＇｀｢｣]/u;
const OPENING = /[([{〔【〖〘〚]/u;
const CLOSING = /[)\]}〕】〗〙〛]/u;
const ONE_FORM: ReadonlyMap<string, string> = new Map([
  ['〇', '0'],
  ['○', '0'],
  ['−', '-'],
]);

/** The first simplified form of a traditional character; phrases play no part, so 乾 is always 干. */
const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  traditionalToSimplified.split('|').flatMap((entry) => {
    const [traditional, simplified] = entry.split(' ');
    return traditional && simplified && traditional !== simplified ? [[traditional, simplified] as const] : [];
  }),
);

/** The steps of search.md, in their order. Each takes one character to one character, or to nothing. */
const steps: readonly ((character: string) => string)[] = [
  (character) => RADICALS.get(character) ?? character,
  (character) => character.toLowerCase(),
  (character) => SIMPLIFIED.get(character) ?? character,
  (character) => (QUOTE.test(character) ? '' : character),
  (character) => (OPENING.test(character) ? '(' : CLOSING.test(character) ? ')' : (ONE_FORM.get(character) ?? character)),
];

const once = (character: string): string =>
  [...character.normalize('NFKC').replace(EVERY_UNSEEN, '')].map((unit) => steps.reduce((form, step) => step(form), unit)).join('');

/** What one character (a whole code point, or a lone surrogate) folds to, whatever stands beside it: '' when it is dropped. Folding the result changes nothing. */
export function foldCharacter(character: string): string {
  if (UNSEEN.test(character) || QUOTE.test(character)) return '';
  const form = once(character);
  return form === character ? form : [...form].map(foldCharacter).join('');
}
