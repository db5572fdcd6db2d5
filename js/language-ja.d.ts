/** What the calculator says in this language: `sentences` of `mount`. */
declare const sentences: Record<string, string>;
export default sentences;
