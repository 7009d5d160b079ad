// 年度部 门决算: white space between two Chinese characters, left by the layout of a cover
const STRAY_SPACE = /(?<=[\u3000-\u9fff\uff00-\uffef])\s+(?=[\u3000-\u9fff\uff00-\uffef])/g;

/** A title or name without the white space that the layout of the source left around it and inside it. */
export const withoutStraySpace = (title: string): string => title.trim().replace(STRAY_SPACE, '');
