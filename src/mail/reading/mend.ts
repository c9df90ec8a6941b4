const utf8 = new TextDecoder("utf-8", { fatal: true });
const windows1252 = new TextDecoder("windows-1252");

function isUtf8(bytes: Uint8Array): boolean {
  try {
    utf8.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Where the header block ends, in bytes; the whole length when there is no blank line. */
function headerEnd(raw: Buffer): number {
  const lf = raw.indexOf("\n\n");
  const crlf = raw.indexOf("\r\n\r\n");
  const ends = [lf, crlf].filter((at) => at !== -1);
  return ends.length === 0 ? raw.length : Math.min(...ends);
}

/** Gives headers that carry raw 8-bit text (against RFC 5322, but common) as UTF-8, which the parser expects. */
export function mendHeaders(raw: Buffer): Buffer {
  const end = headerEnd(raw);
  const headers = raw.subarray(0, end);
  if (isUtf8(headers)) return raw;
  return Buffer.concat([Buffer.from(windows1252.decode(headers)), raw.subarray(end)]);
}

const FALSE_CHARSET = /(charset\s*=\s*)"?(?:us-ascii|ascii|utf-?8|unknown-8bit|x-unknown|unknown|default)"?/gi;
const TEXT_TYPE = /^(content-type:\s*text\/(?:plain|html))((?:[^\r\n]|\r?\n[ \t])*)/gim;

/**
 * The same message with every text that claims to be ASCII or UTF-8, or claims nothing, declared Windows-1252.
 * For a message that turned out not to be what it says.
 */
export function relabelAsLegacy(raw: Buffer): Buffer {
  const text = raw.toString("latin1");
  const end = headerEnd(raw);
  const typed = /^content-type:/im.test(text.slice(0, end));
  const labelled = (typed ? text : `Content-Type: text/plain\n${text}`)
    .replace(FALSE_CHARSET, '$1"windows-1252"')
    .replace(TEXT_TYPE, (whole, type: string, rest: string) =>
      /charset\s*=/i.test(rest) ? whole : `${type}; charset="windows-1252"${rest}`,
    );
  return Buffer.from(labelled, "latin1");
}

/** True when a decoded text has more unreadable places than readable letters beyond ASCII: the label was wrong. */
export function looksMislabelled(text: string): boolean {
  if (!text.includes("\uFFFD")) return false;
  let broken = 0;
  let beyond = 0;
  for (const char of text) {
    if (char === "\uFFFD") broken += 1;
    else if (char > "\u007F") beyond += 1;
  }
  return broken > beyond;
}
