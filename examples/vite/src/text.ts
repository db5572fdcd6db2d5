/** A source, as the engine takes it. */
export interface Text {
  name: string;
  text: string;
}

/** A file's text. Windows PowerShell redirects into UTF-16, which begins with a mark that says so. */
export async function textOf(file: File): Promise<Text> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return { name: file.name, text: new TextDecoder(utf16 ? "utf-16le" : "utf-8").decode(bytes) };
}
