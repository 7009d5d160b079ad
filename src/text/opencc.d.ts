/** opencc-js ships its tables without types. Entries are parted by `|`: a traditional character, a space, its simplified form. */
declare module 'opencc-js/dict/TSCharacters' {
  const entries: string;
  export default entries;
}
