/** Whether bytes are the beginning of a web page: what a portal under repair, or a log-in page, sends in place of data. */
export function looksLikeHtml(start: Uint8Array): boolean {
  const text = Buffer.from(start.buffer, start.byteOffset, start.byteLength).toString("latin1");
  return /^(\xEF\xBB\xBF)?\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!doctype html|html|head|body)\b/i.test(text);
}
