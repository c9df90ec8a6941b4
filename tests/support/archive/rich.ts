import { bytes, mail } from "./mbox";

/** A mail of the archive that is full of oddities, and what must come of it. */
export type RichMail = {
  readonly what: string;
  readonly raw: Buffer;
  /** What the reader must find; null when the mail must be refused. */
  readonly expect: {
    readonly text?: string;
    readonly subject?: string;
    readonly name?: string;
    readonly address?: string | null;
    readonly sentAt?: string;
    readonly files?: readonly string[];
  } | null;
};

const AT = "Mon, 3 May 2004 10:12:00 +0200";
const SENT = "2004-05-03T08:12:00.000Z";
let counted = 0;

function headers(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  counted += 1;
  return {
    From: "Ana Lopes <ana@example.org>",
    Date: AT,
    Subject: `[garden] Oddity ${counted}`,
    "Message-ID": `<rich-${counted}@example.org>`,
    ...more,
  };
}

const typed = (type: string, encoding = "8bit") => ({
  "MIME-Version": "1.0",
  "Content-Type": type,
  "Content-Transfer-Encoding": encoding,
});

function nested(): string {
  return [
    '--out\nContent-Type: multipart/alternative; boundary="in"\n',
    "--in\nContent-Type: text/plain; charset=utf-8\n\nPlain beans.\n",
    "--in\nContent-Type: text/html; charset=utf-8\n\n<p>HTML beans.</p>\n",
    "--in--\n",
    '--out\nContent-Type: image/png; name="bean.png"\nContent-Transfer-Encoding: base64',
    'Content-Disposition: attachment; filename="bean.png"\n\niVBORw0KGgo=\n',
    "--out--\n",
  ].join("\n");
}

/** Every kind of mail that archives of thirty years contain, one of each. */
export function richArchive(): RichMail[] {
  counted = 0;
  const ok = (what: string, raw: Buffer, expect: NonNullable<RichMail["expect"]>): RichMail => ({ what, raw, expect });
  const no = (what: string, raw: Buffer): RichMail => ({ what, raw, expect: null });
  const latin1 = typed("text/plain; charset=iso-8859-1");
  return [
    ok(
      "quoted-printable",
      mail(headers(typed("text/plain; charset=utf-8", "quoted-printable")), "Un caf=C3=A9, s=\n'il vous pla=C3=AEt.\n"),
      { text: "Un café, s'il vous plaît." },
    ),
    ok(
      "base64",
      mail(
        headers(typed("text/plain; charset=utf-8", "base64")),
        `${Buffer.from("Haricots verts — été").toString("base64")}\n`,
      ),
      { text: "Haricots verts — été" },
    ),
    ok("latin1", mail(headers(latin1), bytes("D\xe9j\xe0 vu\n")), { text: "Déjà vu" }),
    ok("windows-1252", mail(headers(typed("text/plain; charset=windows-1252")), bytes("\x93Beans\x94 \x97 5 \x80\n")), {
      text: "“Beans” — 5 €",
    }),
    ok("koi8-r", mail(headers(typed("text/plain; charset=koi8-r")), bytes("\xf0\xd2\xc9\xd7\xc5\xd4\n")), {
      text: "Привет",
    }),
    ok(
      "iso-2022-jp",
      mail(
        headers({
          ...typed("text/plain; charset=iso-2022-jp", "7bit"),
          Subject: "=?ISO-2022-JP?B?GyRCJDMkcyRLJEEkTxsoQg==?=",
        }),
        bytes("\x1b$B$3$s$K$A$O\x1b(B\n"),
      ),
      { text: "こんにちは", subject: "こんにちは" },
    ),
    ok("8-bit text without a label", mail(headers(), bytes("Gr\xfc\xdfe aus K\xf6ln\n")), { text: "Grüße aus Köln" }),
    ok(
      "latin1 that claims to be ASCII",
      mail(headers(typed("text/plain; charset=us-ascii", "quoted-printable")), "Gr=FC=DFe\n"),
      { text: "Grüße" },
    ),
    ok("utf-8 without a label", mail(headers(), "Grüße\n"), { text: "Grüße" }),
    ok(
      "encoded headers",
      mail(
        headers({
          From: "=?utf-8?Q?Andr=C3=A9?= =?utf-8?Q?_Lopes?= <andre@example.org>",
          Subject: "=?iso-8859-1?Q?Caf=E9?= =?utf-8?B?IHRow6k=?=",
        }),
      ),
      { name: "André Lopes", subject: "Café thé" },
    ),
    ok(
      "raw latin1 headers",
      Buffer.concat([
        bytes(
          `From: Ren\xe9 Dubois <rene@example.org>\nDate: ${AT}\nSubject: \xc9t\xe9\nMessage-ID: <raw@example.org>\n\nHi\n`,
        ),
      ]),
      { name: "René Dubois", subject: "Été" },
    ),
    ok("a broken encoded word", mail(headers({ Subject: "=?iso-8859-1?q?broken" })), {
      subject: "=?iso-8859-1?q?broken",
    }),
    ok(
      "nested multiparts",
      mail(headers({ "MIME-Version": "1.0", "Content-Type": 'multipart/mixed; boundary="out"' }), nested()),
      { text: "Plain beans.", files: ["bean.png"] },
    ),
    ok(
      "HTML only",
      mail(
        headers(typed("text/html; charset=utf-8")),
        "<p>Hello <b>all</b></p><blockquote>old</blockquote><script>alert(1)</script>\n",
      ),
      { text: "Hello all\n\n> old" },
    ),
    ok(
      "format=flowed",
      mail(
        headers(typed("text/plain; charset=utf-8; format=flowed")),
        "One long \nline.\n> a quote \n> that goes on\n",
      ),
      { text: "One long line.\n> a quote that goes on" },
    ),
    ok("a masked author", mail(headers({ From: "@n@@|ope@ @end|ng |rom ex@mp|e@org (Ana Lopes)" })), {
      name: "Ana Lopes",
      address: null,
    }),
    ok("a spoken address", mail(headers({ From: "ana at example.org (Ana Lopes)" })), { address: "ana@example.org" }),
    ok(
      "a list in the author's place",
      mail(
        headers({ From: "Ana Lopes via Garden <garden@lists.example.org>", "Reply-To": "Ana Lopes <ana@example.org>" }),
      ),
      { name: "Ana Lopes", address: "ana@example.org" },
    ),
    ok("a broken date, saved by the envelope", mail(headers({ Date: "sometime in May" })), {
      sentAt: "2001-04-26T07:41:47.000Z",
    }),
    ok("a date before mail, saved by the envelope", mail(headers({ Date: "Thu, 1 Jan 1970 00:00:00 +0000" })), {
      sentAt: "2001-04-26T07:41:47.000Z",
    }),
    ok("no Message-ID", mail({ From: "Bo Ek <bo@example.org>", Date: AT, Subject: "Nameless" }, "Who am I?\n"), {
      text: "Who am I?",
    }),
    ok(
      "From in the body",
      mail(
        headers(),
        "From here on\n\nFrom ana@example.org Thu Apr 26 07:41:47 2001\nSubject: forwarded\n\n>From there\n",
      ),
      { text: "From here on\n\nFrom ana@example.org Thu Apr 26 07:41:47 2001\nSubject: forwarded\n\n>From there" },
    ),
    ok("a line of 300,000 letters", mail(headers(), `${"a".repeat(300_000)}\n`), { sentAt: SENT }),
    ok("CRLF", mail(headers(), "one\r\ntwo\r\n"), { text: "one\ntwo" }),
    ok("no body", mail(headers(), ""), { text: "" }),
    ok("an endless header", mail(headers({ "X-Long": "x".repeat(100_000) })), { text: "Hello." }),
    ok("an unknown charset", mail(headers(typed("text/plain; charset=x-martian")), "Beans\n"), { text: "Beans" }),
    ok(
      "a boundary that never comes",
      mail(headers({ "Content-Type": 'multipart/mixed; boundary="lost"' }), "Beans\n"),
      {},
    ),
    no("no author", mail({ Date: AT, Subject: "Nobody", "Message-ID": "<nobody@example.org>" })),
  ];
}

/** Two mails that answer one another, and one that answers itself. */
export function loopedMails(): Buffer[] {
  const answering = (id: string, to: string) =>
    mail({
      ...headers(),
      "Message-ID": `<${id}@loop.example>`,
      "In-Reply-To": `<${to}@loop.example>`,
      References: `<${to}@loop.example> <${id}@loop.example>`,
    });
  return [answering("a", "b"), answering("b", "a"), answering("c", "c")];
}
