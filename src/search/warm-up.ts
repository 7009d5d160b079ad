import { wordsOf } from '../text/segment.ts';
import { wordWeight } from '../text/word-weight.ts';
import { homophonesOf } from './homophones.ts';
import { synonymsOf } from './synonyms.ts';

/** Loads the dictionaries that searches read on first use (about a second on a slow machine), so that the first person does not wait for them. */
export function warmUp(): void {
  wordsOf('预算');
  wordWeight('预算');
  homophonesOf('预');
  synonymsOf('预算');
}
