import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { withQuery } from "@/paths";
import { Link } from "@/ui/link";
import { VisuallyHidden } from "@/ui/visually-hidden";
import { UNREAD_MAX } from "../../reading/shape";
import type { ThreadWindow } from "../../reading/views";
import { type Step, stepsOf, type ThreadPlace } from "./place";

type WaysProps = { place: ThreadPlace; window: ThreadWindow; t: Words };

/** Above a part of a conversation: what comes before, where the unread begins, and the ways to its ends. */
export function WaysAbove({ place, window, t }: WaysProps) {
  const { earlier, later, items, unread } = window;
  const isHere = items.some((item) => item.id === unread.first);
  const isLong = earlier || later;
  if (!isLong && unread.count === 0) return null;
  const count = Math.min(unread.count, UNREAD_MAX);
  const words = t(unread.count >= UNREAD_MAX ? "reading.thread.unreadMany" : "reading.thread.unread", { count });
  return (
    <nav className="ways" aria-label={t("posts.thread.pages")}>
      {unread.first === null || (isHere && items[0]?.id === unread.first) ? null : (
        <Link href={isHere ? "#unread" : `${place.link(unread.first)}`}>{words}</Link>
      )}
      {earlier ? (
        <Link href={`${withQuery(place.path, { edge: "start" })}#comments`}>{t("posts.thread.start")}</Link>
      ) : null}
      {later ? <Link href={`${withQuery(place.path, { edge: "end" })}#write`}>{t("reading.thread.end")}</Link> : null}
      {isLong ? <DayWay place={place} t={t} /> : null}
    </nav>
  );
}

/** To what was said from a day on. */
function DayWay({ place, t }: Pick<WaysProps, "place" | "t">) {
  return (
    <details className="ways-day">
      <summary>{t("reading.thread.toDay")}</summary>
      <form method="get" action={`${place.path}#comments`} className="button-row">
        <label>
          <VisuallyHidden>{t("reading.thread.day")}</VisuallyHidden>
          <input className="input" type="date" name="on" required />
        </label>
        <button type="submit" className="button" data-look="quiet" data-size="small">
          {t("reading.thread.goToDay")}
        </button>
      </form>
    </details>
  );
}

/** Earlier comments, above those that are shown. */
export function EarlierWay(props: WaysProps) {
  return <Way step={stepsOf(props.place, props.window).earlier} label={props.t("reading.thread.earlierOnes")} />;
}

/** Later comments, under those that are shown; and how many are shown, for those who listen. */
export function LaterWay(props: WaysProps) {
  const { window, place, t } = props;
  return (
    <>
      <Way step={stepsOf(place, window).later} label={t("posts.thread.later")} />
      <p role="status" className="hidden-words">
        {window.earlier || window.later ? t("reading.thread.shown", { count: window.items.length }) : ""}
      </p>
    </>
  );
}

function Way({ step, label }: { step: Step | null; label: string }) {
  if (step === null) return null;
  return (
    <p className="way">
      <Link href={step.href} scroll={!step.inPlace} replace={step.inPlace}>
        {label}
      </Link>
    </p>
  );
}

type MarkProps = WaysProps & { back: string; words: FormWords };

/** Without a script nothing tells what was on a screen, so one says it oneself. */
export function MarkHere({ place, window, back, t }: Omit<MarkProps, "words">) {
  if (!window.items.some((item) => item.unread)) return null;
  const fields = { ...place.name, first: window.items[0]?.id, last: window.items.at(-1)?.id, _back: back };
  return (
    <noscript>
      <form method="post" action={`/form/${place.verbs.mark}`} className="way">
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" className="button" data-look="quiet" data-size="small">
          {t("reading.thread.markHere")}
        </button>
      </form>
    </noscript>
  );
}
