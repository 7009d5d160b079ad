import { pinyin } from 'pinyin-pro';
import { foldString } from '../text/normal-form.ts';
import { generalDictionary } from '../text/segment.ts';

// 决
const HAN = /^\p{Script=Han}$/u;
/** Characters of jieba's list that are met less often hardly stand in a report. */
const LEAST_FREQUENCY = 5;

/** Characters by their sound without tone (jin), and by what many speakers do not tell from it (jin of jing). */
interface Sounds {
  readonly exact: ReadonlyMap<string, string>;
  readonly near: ReadonlyMap<string, string>;
}

let sounds: Sounds | null = null;

/** Characters of the same sound, tones aside, the character itself among them. The first call takes about 0.3 s. */
export const homophonesOf = (character: string): string[] => charactersOf(character, 'exact', (sound) => sound);

/** Characters of a sound that many speakers do not tell from its own: 经 for 金. The same ones are among them. */
export const nearHomophonesOf = (character: string): string[] => charactersOf(character, 'near', nearSound);

function charactersOf(character: string, of: keyof Sounds, name: (sound: string) => string): string[] {
  if (!HAN.test(character)) return [];
  sounds ??= indexSounds();
  const known = sounds[of];
  return [...new Set(soundsOf(character).flatMap((sound) => [...(known.get(name(sound)) ?? '')]))];
}

// zhang, chang, shang; nan; jing, zheng, zhang
const RETROFLEX = /^([zcs])h/;
const NASAL_INITIAL = /^n(?=[aeiou])/;
const BACK_NASAL = /(?<=[aei]n)g$/;

/** In much of China zh ch sh are said like z c s, n like l, and -ng after a, e, i like -n. */
const nearSound = (sound: string): string => sound.replace(RETROFLEX, '$1').replace(NASAL_INITIAL, 'l').replace(BACK_NASAL, '');

const soundsOf = (character: string): string[] => pinyin(character, { toneType: 'none', multiple: true, type: 'array' });

/** The characters of the general dictionary, in normal form, by each of their sounds. */
function indexSounds(): Sounds {
  const exact = new Map<string, string>();
  const near = new Map<string, string>();
  for (const line of new TextDecoder().decode(generalDictionary).split('\n')) {
    const [character = '', frequency = '0'] = line.split(' ', 2);
    if (!HAN.test(character) || Number.parseInt(frequency, 10) <= LEAST_FREQUENCY || foldString(character) !== character) continue;
    for (const sound of soundsOf(character)) {
      exact.set(sound, (exact.get(sound) ?? '') + character);
      near.set(nearSound(sound), (near.get(nearSound(sound)) ?? '') + character);
    }
  }
  return { exact, near };
}
