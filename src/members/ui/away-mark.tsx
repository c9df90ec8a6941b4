import type { Words } from "@/i18n/words";
import { Badge } from "@/ui/badge";
import type { PersonCard } from "../views";

/** A day of the calendar, which is the same day in every time zone. */
export function dayIn(t: Words, day: string): string {
  return new Intl.DateTimeFormat(t.locale === "en" ? "en-GB" : t.locale, {
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  }).format(new Date(`${day}T00:00:00Z`));
}

/** Says beside a name that somebody is out of office, and until when. */
export function AwayMark({ person, t }: { person: Pick<PersonCard, "away">; t: Words }) {
  if (person.away === null) return null;
  return <Badge>{t("members.away.mark", { day: dayIn(t, person.away.until) })}</Badge>;
}
