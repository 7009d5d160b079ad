import type { Command } from 'commander';
import type { Hit, SearchAnswer } from '../../src/search/answer.ts';
import { runSearch } from '../../src/search/run-search.ts';
import { refuseEmptyIndex, withEngine } from '../house.ts';
import { print, printJson, tell, withCommas } from '../output.ts';
import { type SearchFlags, searchRequestOf, withPages, withSearchFlags } from '../search-flags.ts';
import { settingsOf, withSettings } from '../settings.ts';

/** suzhang search <query>: the same answer as the API. */
export function addSearch(program: Command): void {
  const command = program.command('search').description('检索，与网页和接口的结果相同').argument('[query...]', '要找的话；不给则浏览全部');
  withPages(withSearchFlags(command)).option('--json', '以 JSON 给出结果（与 /api/search 相同）');
  withSettings(command, 'serving').action(async (words: string[], flags: SearchFlags & { json?: boolean }) => {
    const config = settingsOf(command);
    const request = searchRequestOf(words, flags);
    await withEngine(config, async (engine) => {
      await refuseEmptyIndex(config, engine);
      const answer = await runSearch(engine, request, { base: config.publicUrl ?? '' });
      if (flags.json) printJson(answer);
      else show(answer);
    });
  });
}

function show(answer: SearchAnswer): void {
  for (const { message } of answer.query.warnings) tell(`注意：${message}`);
  for (const hit of answer.hits) print(describe(hit));
  for (const { text, note } of answer.query.terms) if (note !== undefined) tell(`“${text}”：${note}`);
  tell(
    `${sayLevel(answer)}共 ${withCommas(answer.total)} 处，第 ${answer.page}/${Math.max(1, answer.pages)} 页，用时 ${answer.tookMs.toFixed(1)} 毫秒。`,
  );
  for (const { message } of answer.why?.reasons ?? []) tell(`  ${message}`);
}

/** Where nothing stands there to the letter, what was counted instead is said. */
function sayLevel({ level, levels }: SearchAnswer): string {
  if (level === 'literal' || levels.literal > 0) return '';
  return level === 'words' ? '没有逐字的，按词' : '没有逐字的，按任一词';
}

function describe(hit: Hit): string {
  const { department, year, reportKind, file } = hit.report;
  const where = [department ?? file, year, reportKind].filter((part) => part !== null).join(' ');
  return `${where}  第 ${hit.source.line} 行${hit.path.length > 0 ? `  ${hit.path.at(-1)}` : ''}\n  ${hit.text.replace(/\s+/g, ' ')}\n  ${hit.source.url}\n`;
}
