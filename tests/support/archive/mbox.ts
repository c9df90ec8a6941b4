/** A mail as bytes: headers in order, an empty line, the body. Text is written as UTF-8 unless it is bytes already. */
export function mail(headers: Readonly<Record<string, string>>, body: string | Buffer = "Hello.\n"): Buffer {
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\n`);
  return Buffer.concat([Buffer.from(`${head.join("")}\n`), Buffer.from(body)]);
}

/** Bytes of a mail that no string can hold: a tagged list of latin1 text. */
export function bytes(text: string): Buffer {
  return Buffer.from(text, "latin1");
}

const FROM = /^(>*From )/gm;

/** Writes mails as a mailbox in the mboxrd way. */
export function mbox(mails: readonly Buffer[], separator = "From ana@example.org Thu Apr 26 07:41:47 2001"): Buffer {
  const stored = mails.flatMap((one) => [
    bytes(`${separator}\n`),
    bytes(one.toString("latin1").replace(FROM, ">$1")),
    bytes(one.at(-1) === 0x0a ? "\n" : "\n\n"),
  ]);
  return Buffer.concat(stored);
}
