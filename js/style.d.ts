/** The style sheet's text, which the build makes a module of. */
declare const css: string;
export default css;
