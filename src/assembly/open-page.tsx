import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { type FormWords, formWords } from "@/i18n/form-words";
import { type Formats, formats, knownTimeZone } from "@/i18n/format";
import type { Locale } from "@/i18n/locale";
import { refusalWords } from "@/i18n/refusal-words";
import { type Words, words } from "@/i18n/words";
import type { BellView } from "@/notices/views";
import { paths } from "@/paths";
import { type RefusalData, refusalOf } from "@/platform/access/procedure";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { answerMissing, DRAWING_HEADER } from "@/platform/http/drawing";
import { PlainPage } from "@/ui/shell";
import { livePageOf, type PageLife } from "./live/page";
import { loadRefused, type RefusedVerb } from "./refused";
import { api, currentLocale, signedInViewer } from "./server-caller";
import { House } from "./shell/house";
import { Missing } from "./shell/missing";
import { NoEntry } from "./shell/no-entry";
import { currentUrl } from "./shell/url";
import { ZONE_COOKIE } from "./shell/zone-cookie";

/** What a page is made with. */
export type Visit = {
  /** The router, called as the viewer. */
  readonly api: Awaited<ReturnType<typeof api>>;
  readonly viewer: Viewer;
  readonly t: Words;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly now: Date;
  /** Dates, numbers and lists as this reader reads them. */
  readonly format: Formats;
  /** What every form says by itself. */
  readonly form: FormWords;
  /** This page's own address, for the `back` of its forms. */
  readonly back: string;
  /** The form that was sent without JavaScript and came back, whichever it was; null for none. */
  readonly refused: RefusedVerb | null;
  /** The same for a page with several forms: only when it was this verb's, and had these values. */
  readonly refusedOf: (procedure: string, values?: Readonly<Record<string, string>>) => RefusedVerb | null;
};

/**
 * Says no on a page that a person may know of and not use, with a reason below `refusals.`: for a form whose verb the
 * router would refuse anyway, so that nobody fills it in for nothing.
 */
export function refuseUnless(allowed: boolean, key: string): void {
  if (!allowed) throw new Refusal("not-allowed", key);
}

/** A page that says more about itself than its text. A page of nothing but text may give just that. */
export type PageView = {
  /** What stands in the browser's tab. */
  readonly title: string;
  readonly body: ReactNode;
  /** Context, right of the text on wide screens. */
  readonly aside?: ReactNode;
  /** For tables and desks. */
  readonly wide?: boolean;
  /** What just happened. */
  readonly flash?: ReactNode;
  /** What of it may change while it is open. */
  readonly live?: PageLife;
};

type Frame = {
  /** True for a page that draws its own frame, such as the waiting room. */
  readonly bare?: boolean;
};

/**
 * Draws a page for whoever asks for it, in their language and time zone, inside the house.
 *
 * What the router refuses becomes a page: nobody is sent to sign in, whoever waits to the waiting room, what may not be
 * seen is *not found*, and any other no is told with its reason. A fault is thrown on.
 * @param render asks the router and gives the page, as text or as a `PageView`
 */
export async function openPage(
  render: (visit: Visit) => Promise<ReactNode | PageView> | ReactNode | PageView,
  frame: Frame = {},
): Promise<ReactNode> {
  const visit = await visitOf(await signedInViewer());
  const [view, waiting] = await Promise.all([viewOf(visit, render), frame.bare ? NOTHING : waitingFor(visit)]);
  const title = view.title === "" ? null : <title>{visit.t("shell.titleOf", { page: view.title })}</title>;
  // Whoever is not inside has no house around them.
  if (view.missing && !visit.viewer.standing.admitted)
    return (
      <PlainPage brand={{ name: visit.t("shell.name"), href: paths.home() }}>
        {title}
        {view.body}
      </PlainPage>
    );
  if (frame.bare && !view.missing)
    return (
      <>
        {title}
        {view.body}
      </>
    );
  return (
    <House
      title={view.title}
      viewer={visit.viewer}
      t={visit.t}
      aside={view.aside}
      wide={view.wide ?? false}
      flash={view.flash}
      waiting={waiting}
      live={livePageOf(visit.t, visit.viewer, visit.timeZone, view.live)}
    >
      {title}
      {view.body}
    </House>
  );
}

const NOTHING: BellView = { unread: 0, cases: 0, news: 0 };

/** What the index counts; nothing for those still at the door. */
async function waitingFor({ api: caller, viewer }: Visit): Promise<BellView> {
  return viewer.standing.admitted ? await caller.notices.bell() : NOTHING;
}

async function visitOf(viewer: Viewer): Promise<Visit> {
  const [caller, locale, url, jar] = await Promise.all([api(), currentLocale(), currentUrl(), cookies()]);
  const device = jar.get(ZONE_COOKIE)?.value;
  const t = words(locale);
  const timeZone = knownTimeZone(viewer.timeZone ?? device);
  const present = now();
  const refused = await loadRefused(url.refused);
  return {
    api: caller,
    viewer,
    t,
    locale,
    timeZone,
    now: present,
    format: formats(locale, timeZone, present),
    form: formWords(t),
    back: url.path,
    refused,
    refusedOf: (procedure, values = {}) => {
      if (refused === null || refused.procedure !== procedure) return null;
      const same = Object.entries(values).every(([name, value]) => refused.values?.[name] === value);
      return same ? refused : null;
    },
  };
}

type Drawn = PageView & { readonly missing?: true };

async function viewOf(visit: Visit, render: Parameters<typeof openPage>[0]): Promise<Drawn> {
  try {
    const drawn = await render(visit);
    return isPageView(drawn) ? drawn : { title: "", body: drawn };
  } catch (error) {
    const refusal = refusalOf(error);
    // Next's own signals (redirect, not found) and faults pass through here as well.
    if (refusal === null) throw error;
    return refusedView(visit, refusal);
  }
}

async function refusedView({ viewer, t, back }: Visit, refusal: RefusalData): Promise<Drawn> {
  // A key in the address that is no key at all names nothing either.
  if (refusal.code === "not-found" || refusal.code === "invalid") {
    answerMissing((await headers()).get(DRAWING_HEADER));
    return { title: t("shell.missing.title"), body: <Missing t={t} />, missing: true };
  }
  if (refusal.key === "signIn") redirect(paths.signIn());
  // Whoever waits is told at the door why; what only the team may do says nothing to them.
  if (!viewer.standing.admitted && back !== paths.waiting()) redirect(paths.waiting());
  const title = t("members.noEntry.title");
  return { title, body: <NoEntry t={t} reason={refusalWords(t, refusal).message} /> };
}

function isPageView(drawn: ReactNode | PageView): drawn is PageView {
  return typeof drawn === "object" && drawn !== null && "body" in drawn && "title" in drawn;
}
