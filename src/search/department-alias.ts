import { LRUCache } from 'lru-cache';
import { foldName } from '../text/fold-name.ts';
import { wordsOf } from '../text/segment.ts';

const SHORTEST = 3;
/** Full names with place and rank of the body have up to so many characters. */
export const LONGEST_NAME = 30;
// 局, 办, 委, 中心 ...: what the name of a body ends with
const BODY_ENDING = /(?:[局办委院会厅部处署站馆校团队所室园]|中心)$/;
/** Whether a text ends as a name of a body does. */
export const mayEndName = (text: string): boolean => BODY_ENDING.test(text);
/** Characters inside a word at which a short name may begin a part: 区 of 洪山区. */
const PLACE_ENDINGS = new Set([...'省市区县旗乡镇']);

/**
 * The full names (as given) that a folded term is a short name of: 科经局 of 武汉市洪山区科学技术和经济信息化局, 区政府办 of …人民政府办公室.
 * The rule of such names: they take whole words or the beginnings of words in order, leave others out, and end in the word that says the kind of body.
 */
export function departmentsCalled(folded: string, names: readonly string[]): string[] {
  if (folded.length < SHORTEST || folded.length > LONGEST_NAME || !mayEndName(folded)) return [];
  const known = calledOf.get(names) ?? new LRUCache<string, string[]>({ max: MOST_KEPT });
  calledOf.set(names, known);
  const called = known.get(folded) ?? names.filter((name) => isShortFor(folded, foldName(name)));
  known.set(folded, called);
  return called;
}

/** One search asks several times, and people ask for the same departments: answers are kept as long as the list of names lives. */
const calledOf = new WeakMap<readonly string[], LRUCache<string, string[]>>();
const MOST_KEPT = 2_000;

function isShortFor(short: string, name: string): boolean {
  if (!holdsInOrder(name, short)) return false;
  const starts = partStarts(name);
  const body = Math.max(...starts);
  starts.add(name.length - 1);
  /** Places in the name at which the part of the short name read so far may end. */
  let ends = new Set<number>();
  [...short].forEach((character, n) => {
    const next = new Set<number>();
    for (let at = 0; at < name.length; at++) {
      if (name[at] === character && (starts.has(at) ? n === 0 || hasBelow(ends, at) : ends.has(at - 1))) next.add(at);
    }
    ends = next;
  });
  return [...ends].some((end) => end >= body);
}

/** Whether the characters of the short name stand in the name in their order: most names are sorted out by that. */
function holdsInOrder(name: string, short: string): boolean {
  let at = -1;
  for (let n = 0; n < short.length; n++) {
    at = name.indexOf(short.charAt(n), at + 1);
    if (at < 0) return false;
  }
  return true;
}

const hasBelow = (places: ReadonlySet<number>, limit: number): boolean => [...places].some((place) => place < limit);

/** Where the words of a name begin, and its place endings. The last one begins the word that says the kind of body (局 alone or 建设局). */
function partStarts(name: string): Set<number> {
  const starts = new Set<number>();
  let at = 0;
  for (const word of wordsOf(name)) {
    at = name.indexOf(word, at);
    starts.add(at);
    [...word].forEach((character, n) => {
      if (PLACE_ENDINGS.has(character)) starts.add(at + n);
    });
    at += word.length;
  }
  return starts;
}
