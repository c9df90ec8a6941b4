import type { Formats } from "@/i18n/format";
import { formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { Icon } from "@/ui/icon";
import type { EventView } from "../views";

type EventBoxProps = { postId: string; event: EventView; now: Date; t: Words; format: Formats };

/** When and where: by the reader's clock, and by that of the place where it is another one. */
export function EventBox({ postId, event, now, t, format }: EventBoxProps) {
  const there = formats(format.locale, event.timeZone, now);
  const elsewhere = there.time(event.startsAt) !== format.time(event.startsAt);
  const span = (by: Formats) =>
    by.date(event.startsAt) === by.date(event.endsAt)
      ? t("posts.event.sameDay", {
          day: by.date(event.startsAt),
          from: by.time(event.startsAt),
          to: by.time(event.endsAt),
        })
      : t("posts.event.days", { from: by.dateTime(event.startsAt), to: by.dateTime(event.endsAt) });
  return (
    <section className="event-box" aria-label={t("posts.event.title")}>
      <Icon name="event" />
      <div>
        <p className="event-when">
          <time dateTime={event.startsAt.toISOString()}>{span(format)}</time>
        </p>
        {elsewhere ? (
          <p className="quiet fine">{t("posts.event.there", { when: span(there), zone: event.timeZone })}</p>
        ) : null}
        {event.place === "" ? null : <p>{event.place}</p>}
        {event.link === "" ? null : (
          <p className="event-link">
            <a href={event.link} rel="nofollow noopener ugc">
              {event.link}
            </a>
          </p>
        )}
        <p className="fine">
          <a href={paths.eventFile(postId)} download>
            {t("posts.event.file")}
          </a>
          {event.endsAt < now ? <span className="quiet"> · {t("posts.event.over")}</span> : null}
        </p>
      </div>
    </section>
  );
}
