/** What a letter says, before it is text or markup. */
export type Draft = {
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  /** Words that were rendered and sanitised when they were written. */
  readonly prose?: { readonly text: string; readonly html: string } | undefined;
  /** A person's own words, set apart from Levain's. */
  readonly quote?: { readonly words: string; readonly by: string } | undefined;
  /** What several people wrote, each with their name. */
  readonly voices?: readonly { readonly words: string; readonly by: string }[] | undefined;
  /** Things by place, each with the way to it. */
  readonly sections?: readonly Section[] | undefined;
  /** Sentences after the words. */
  readonly after?: readonly string[] | undefined;
  readonly action?: { readonly label: string; readonly url: string } | undefined;
  /** Who signs; nobody under other people's words. */
  readonly signature: string;
  /** One sentence: why this letter reached this person. */
  readonly why: string;
  /** What can be done about getting it, under the sentence why. */
  readonly ways?: readonly Way[] | undefined;
};

type Way = { readonly label: string; readonly url: string };
type Section = {
  readonly title: string;
  readonly items: readonly { readonly title: string; readonly text: string; readonly url: string }[];
};

export type Composed = { readonly subject: string; readonly bodyText: string; readonly bodyHtml: string };

const SUBJECT_MAX = 200;

/** Writes a draft as plain text and as simple markup that every mail reader shows. */
export function compose(draft: Draft, locale: "en" | "fr"): Composed {
  return { subject: oneLine(draft.subject), bodyText: asText(draft), bodyHtml: asHtml(draft, locale) };
}

/** A header's value has no line breaks and no control characters (RFC 5322), whatever a name in it holds. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/ {2,}/g, " ")
    .trim()
    .slice(0, SUBJECT_MAX);
}

function asText(draft: Draft): string {
  const {
    greeting,
    paragraphs,
    prose,
    quote,
    voices = [],
    sections = [],
    after = [],
    action,
    signature,
    why,
    ways = [],
  } = draft;
  const parts = [
    greeting,
    ...paragraphs,
    prose?.text ?? "",
    ...(quote ? [`${indented(quote.words)}\n  — ${quote.by}`] : []),
    ...voices.map(({ words, by }) => `${by}:\n\n${words}`),
    ...sections.map(sectionText),
    ...after,
    ...(action ? [`${action.label}\n${action.url}`] : []),
    signature,
  ].filter((part) => part !== "");
  const foot = [why, ...ways.map(({ label, url }) => `${label}: ${url}`)].join("\n");
  return `${parts.join("\n\n")}\n\n-- \n${foot}\n`;
}

function sectionText({ title, items }: Section): string {
  return [title.toUpperCase(), ...items.map((item) => `${item.title}\n${item.text}\n${item.url}`)].join("\n\n");
}

function indented(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => `  ${line}`.trimEnd())
    .join("\n");
}

const SERIF = "font-family:Charter,Georgia,serif;font-size:17px;line-height:1.6;color:#2b2118";
const FINE = "font-family:system-ui,sans-serif;font-size:13px;line-height:1.5;color:#6b5d4f";
const BUTTON =
  "display:inline-block;padding:10px 18px;background:#83501d;color:#fffdf8;font-family:system-ui,sans-serif;font-size:15px;text-decoration:none;border-radius:5px";

function asHtml(draft: Draft, locale: string): string {
  const {
    subject,
    greeting,
    paragraphs,
    prose,
    quote,
    voices = [],
    sections = [],
    after = [],
    action,
    signature,
    why,
  } = draft;
  const body = [
    greeting === "" ? "" : paragraph(greeting),
    ...paragraphs.map(paragraph),
    prose?.html ?? "",
    quote
      ? `<blockquote style="margin:0 0 1em;padding-left:14px;border-left:3px solid #d9c9b0">${paragraph(quote.words)}
<p style="${FINE};margin:0">— ${escaped(quote.by)}</p></blockquote>`
      : "",
    ...voices.map(
      ({ words, by }) => `<p style="${FINE};margin:1.5em 0 .25em"><b>${escaped(by)}</b></p>\n${paragraph(words)}`,
    ),
    ...sections.map(sectionHtml),
    ...after.map(paragraph),
    action
      ? `<p style="margin:1.5em 0"><a href="${escaped(action.url)}" style="${BUTTON}">${escaped(action.label)}</a></p>`
      : "",
    signature === "" ? "" : paragraph(signature),
    `<p style="${FINE};margin:2em 0 0;padding-top:12px;border-top:1px solid #e6dcc8">${escaped(why)}${(draft.ways ?? []).map(wayHtml).join("")}</p>`,
  ];
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><title>${escaped(oneLine(subject))}</title></head>
<body style="margin:0;background:#fbf8f1"><div style="max-width:560px;margin:0 auto;padding:32px 20px;${SERIF}">
${body.filter((part) => part !== "").join("\n")}
</div></body></html>
`;
}

function wayHtml({ label, url }: Way): string {
  return `<br><a href="${escaped(url)}" style="color:#6b5d4f">${escaped(label)}</a>`;
}

function sectionHtml({ title, items }: Section): string {
  const lines = items.map(
    (
      item,
    ) => `<p style="margin:0 0 1em"><a href="${escaped(item.url)}" style="color:#83501d">${escaped(item.title)}</a><br>
<span style="${FINE}">${escaped(item.text)}</span></p>`,
  );
  return `<p style="${FINE};margin:1.5em 0 .5em"><b>${escaped(title)}</b></p>\n${lines.join("\n")}`;
}

function paragraph(text: string): string {
  return `<p style="margin:0 0 1em">${escaped(text).replace(/\r\n|\r|\n/g, "<br>")}</p>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
