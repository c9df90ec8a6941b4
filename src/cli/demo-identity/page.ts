import { createHash } from "node:crypto";
import { demoPeople } from "@/assembly/demo/people";
import { CHOOSER_GROUPS, chooserGroup } from "@/cli/demo-identity/people";
import type { Locale } from "@/i18n/locale";
import { type Words, words } from "@/i18n/words";

const STYLE = `
:root { color-scheme: light dark; --flour: oklch(0.985 0.008 85); --ink: oklch(0.25 0.02 60); --soft: oklch(0.44 0.02 60);
  --rye: oklch(0.88 0.015 80); --crust: oklch(0.48 0.11 55); --card: oklch(1 0 0); }
@media (prefers-color-scheme: dark) { :root { --flour: oklch(0.2 0.01 60); --ink: oklch(0.94 0.01 85);
  --soft: oklch(0.76 0.015 80); --rye: oklch(0.36 0.015 60); --crust: oklch(0.78 0.1 65); --card: oklch(0.25 0.012 60); } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--flour); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
main { max-width: 56rem; margin: 0 auto; padding: 2.5rem 1rem 4rem; }
h1 { font: 600 1.9rem/1.25 Georgia, "Times New Roman", serif; margin: 0 0 0.75rem; text-wrap: balance; }
h2 { font-size: 1rem; margin: 2rem 0 0.5rem; color: var(--soft); }
p { max-width: 42rem; margin: 0 0 0.5rem; }
.quiet { color: var(--soft); }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 0.5rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); }
button { font: inherit; color: inherit; text-align: start; cursor: pointer; background: var(--card);
  border: 1px solid var(--rye); border-radius: 0.5rem; padding: 0.6rem 0.8rem; }
li button { width: 100%; height: 100%; }
button:hover { border-color: var(--crust); }
a:focus-visible, button:focus-visible { outline: 2px solid var(--crust); outline-offset: 2px; }
button strong, button span { display: block; }
button span { color: var(--soft); font-size: 0.9rem; }
a { color: var(--crust); }
`;

const SUBMIT = "document.forms[0].submit()";

/** Text with the five characters that HTML gives a meaning made harmless. */
function escaped(text: string): string {
  const names: Readonly<Record<string, string>> = { "&": "amp", "<": "lt", ">": "gt", '"': "quot", "'": "#39" };
  return text.replace(/[&<>"']/g, (character) => `&${names[character]};`);
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** The headers of every page here: nothing but our own style, and forms that may end at the application. */
export function pageHeaders(appUrl: string): Record<string, string> {
  const policy = [
    "default-src 'none'",
    `style-src ${hashOf(STYLE)}`,
    `script-src ${hashOf(SUBMIT)}`,
    `form-action 'self' ${appUrl}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ];
  return {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": policy.join("; "),
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  };
}

function page(locale: Locale, title: string, body: string): string {
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><link rel="icon" href="data:,"><style>${STYLE}</style></head>
<body><main><h1>${escaped(title)}</h1>
${body}
</main></body></html>
`;
}

function paragraph(text: string, kind = ""): string {
  return `<p${kind ? ` class="${kind}"` : ""}>${escaped(text)}</p>`;
}

/** The list of people, each a button. `uid` names the sign-in that is going on; `problem` is said above the list. */
export function chooserPage(locale: Locale, uid: string, problem?: string): string {
  const t = words(locale);
  const groups = CHOOSER_GROUPS.map((group) => groupOf(t, group)).join("\n");
  const said = problem ? `<p role="alert">${escaped(problem)}</p>` : "";
  const lead = paragraph(t("demo.lead")) + paragraph(t("demo.local"), "quiet");
  return page(
    locale,
    t("demo.title"),
    `${said}${lead}<form method="post" action="/choose/${escaped(uid)}">${groups}</form>`,
  );
}

function groupOf(t: Words, group: (typeof CHOOSER_GROUPS)[number]): string {
  const buttons = demoPeople
    .filter((person) => chooserGroup(person) === group)
    .map((person) => {
      const about = escaped(
        t("demo.person", { title: person.title, department: person.department, site: person.site }),
      );
      const name = escaped(person.name);
      return `<li><button name="person" value="${escaped(person.key)}"><strong>${name}</strong><span lang="${person.locale}">${about}</span></button></li>`;
    });
  return `<h2 id="${group}">${escaped(t(`demo.groups.${group}`))}</h2><ul aria-labelledby="${group}">${buttons.join("")}</ul>`;
}

/** A page that only says something, with the way back to the application. */
export function noticePage(locale: Locale, title: string, lead: string, appUrl: string): string {
  const back = `<p><a href="${escaped(appUrl)}">${escaped(words(locale)("demo.back"))}</a></p>`;
  return page(locale, title, paragraph(lead) + back);
}

/** The sign-out that the application asked for with a valid hint: the form goes by itself, or by its button. */
export function leavingPage(locale: Locale, form: string): string {
  const t = words(locale);
  // A button's value is not sent by script, and may not be sent twice: the form has it as a field.
  const button = `<button type="submit" form="op.logoutForm">${escaped(t("demo.leaving.button"))}</button>`;
  const whole = form.replace("</form>", '<input type="hidden" name="logout" value="yes"></form>');
  return page(
    locale,
    t("demo.leaving.title"),
    `${paragraph(t("demo.leaving.lead"))}${whole}<p>${button}</p><script>${SUBMIT}</script>`,
  );
}

/** The same without a hint, which anybody's link could have asked for: the person says so. */
export function leavingQuestionPage(locale: Locale, form: string): string {
  const t = words(locale);
  const button = `<button type="submit" form="op.logoutForm" name="logout" value="yes">${escaped(t("demo.leaving.button"))}</button>`;
  return page(locale, t("demo.leaving.button"), `${form}<p>${button}</p>`);
}
