/**
 * CJK radicals supplement (U+2E80-2EF3) to unified ideographs: text layers of PDFs often print ⻓ for 长. A radical, then its ideograph.
 * Source: property Equivalent_Unified_Ideograph of the Unicode Character Database, version 14. The Kangxi radicals need no table, NFKC knows them.
 */
const pairs =
  '⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺇𠘨 ⺈刀 ⺉刂 ⺊卜 ⺋㔾 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 ⺑𡯂 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺗心 ⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺟母 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ' +
  '⺪𤴔 ⺫目 ⺬示 ⺭礻 ⺮𥫗 ⺯糹 ⺰纟 ⺱罓 ⺲罒 ⺳㓁 ⺴冗 ⺵𦉫 ⺶羊 ⺷𦍌 ⺸𦍋 ⺹耂 ⺺肀 ⺻聿 ⺼肉 ⺽𦥑 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇𧢲 ⻈讠 ⻉贝 ⻊𧾷 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏邑 ⻐钅 ⻑長 ' +
  '⻒镸 ⻓长 ⻔门 ⻕𨸏 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻞𩙿 ⻟飠 ⻠饣 ⻡𩠐 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟';

export const RADICALS: ReadonlyMap<string, string> = new Map(
  pairs.split(' ').map((pair) => {
    const [radical = '', ideograph = ''] = pair;
    return [radical, ideograph];
  }),
);

// ⼀ (Kangxi radicals) and ⻓ (their supplement)
const RADICAL = /[\u2e80-\u2fd5]/g;

/**
 * The text with radicals as the characters they are meant to be, every offset unchanged: what is known by its words (一、, 支出) is known in the text layers
 * of PDFs too. A radical whose ideograph takes two units stays.
 */
export function unifyRadicals(text: string): string {
  return text.replace(RADICAL, (radical) => {
    const ideograph = RADICALS.get(radical) ?? radical.normalize('NFKC');
    return ideograph.length === radical.length ? ideograph : radical;
  });
}
