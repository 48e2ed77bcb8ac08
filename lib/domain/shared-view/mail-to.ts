/** The address that opens the reader's own mail program with a mail begun. Line breaks as mail has them. */
export function mailTo(address: string, subject: string, body: string): string {
  const [name = "", domain = ""] = splitAtLast(address, "@");
  const to = `${encodeURIComponent(name)}@${encodeURIComponent(domain)}`;
  return `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replace(/\r?\n/g, "\r\n"))}`;
}

function splitAtLast(text: string, mark: string): [string, string] {
  const at = text.lastIndexOf(mark);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
