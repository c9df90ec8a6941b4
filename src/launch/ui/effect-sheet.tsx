"use client";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { AUTHORS_MIN, AUTHORS_WITHIN_DAYS, type ColdReason, QUIET_AFTER_DAYS } from "@/spaces/warmth";
import type { Stage } from "@/stages/shape";
import { Badge } from "@/ui/badge";
import { Link } from "@/ui/link";
import { List, ListRow } from "@/ui/list";
import { Section } from "@/ui/page-title";
import { Prose } from "@/ui/prose";
import type { Rehearsal } from "./data";
import { DepartmentTable } from "./departments";
import { useReader } from "./reader";

type Effect = Rehearsal["effect"];
type Rooms = Effect["boards"]["opening"];

/** What exactly the step would change, part by part. */
export function EffectSheet({ rehearsal }: { rehearsal: Rehearsal }) {
  const { t, format } = useReader(rehearsal.at);
  const { gained, lost, kept, emptyRooms } = rehearsal.effect;
  return (
    <>
      {rehearsal.kind === "back" ? null : (
        <Section title={t("launch.rehearsal.gained")}>
          <p className="font-serif text-read">
            {gained.count === 0
              ? t("launch.rehearsal.gainedNone")
              : t("launch.rehearsal.gainedText", { count: gained.count, signedIn: gained.signedIn })}
          </p>
          {gained.count > 0 ? <ByDepartment t={t} change={gained} /> : null}
        </Section>
      )}
      {rehearsal.kind === "back" || lost.count > 0 ? (
        <Section title={t("launch.rehearsal.lost")}>
          <p className="font-serif text-read">{t("launch.rehearsal.lostText", { count: lost.count })}</p>
          {lost.count > 0 ? <ByDepartment t={t} change={lost} /> : null}
          {rehearsal.kind === "back" ? (
            <p className="font-serif text-read">{t("launch.rehearsal.kept", { count: kept })}</p>
          ) : null}
        </Section>
      ) : null}
      <Section title={t("launch.rehearsal.letters")}>
        <Letters t={t} rehearsal={rehearsal} />
      </Section>
      <Said rehearsal={rehearsal} />
      <Section title={t("launch.rehearsal.opens")}>
        <Openings t={t} format={format} effect={rehearsal.effect} />
      </Section>
      {rehearsal.kind === "back" ? null : (
        <Section title={t("launch.rehearsal.empty")}>
          <p className="font-serif text-read">
            {t(emptyRooms.length > 0 ? "launch.rehearsal.emptyText" : "launch.rehearsal.emptyNone")}
          </p>
          <EmptyRooms t={t} rooms={emptyRooms} to={rehearsal.to} />
        </Section>
      )}
    </>
  );
}

function Said({ rehearsal }: { rehearsal: Rehearsal }) {
  const { t, locale } = useReader(rehearsal.at);
  if (rehearsal.kind === "back") return null;
  const said = rehearsal.announcement?.[locale] ?? null;
  return (
    <Section title={t("launch.announcements.said")}>
      {said === null ? (
        <p className="quiet">{t("launch.announcements.none")}</p>
      ) : (
        <Prose html={said.html} lang={said.lang === locale ? undefined : said.lang} />
      )}
      <p className="fine">
        <Link href={paths.launchAnnouncements()}>{t("launch.announcements.title")}</Link>
      </p>
    </Section>
  );
}

function Letters({ t, rehearsal: { kind, effect } }: { t: Words; rehearsal: Rehearsal }) {
  const { gained } = effect;
  const count = lettersOf(effect);
  const silent = gained.count - gained.letters;
  return (
    <p className="font-serif text-read">
      {t(kind === "back" ? "launch.rehearsal.lettersBack" : "launch.rehearsal.lettersText", { count })}{" "}
      {count > 0 ? t("launch.rehearsal.held") : null}{" "}
      {silent > 0 ? t("launch.rehearsal.silent", { count: silent }) : null}
    </p>
  );
}

/** All letters that a step writes. */
export function lettersOf({ gained, lost, waiting }: Effect): number {
  return gained.letters + lost.letters + waiting.letters;
}

function ByDepartment({ t, change }: { t: Words; change: Effect["gained"] }) {
  return (
    <div className="mt-3">
      <DepartmentTable t={t} departments={change.departments} caption={t("launch.rehearsal.departmentCaption")} />
    </div>
  );
}

function Openings({ t, format, effect }: { t: Words; format: Formats; effect: Effect }) {
  const { spaces, boards, features } = effect;
  const named = (rooms: Rooms, hidden: number, withBoards: Rooms, withFeatures: Effect["features"]["opening"]) => [
    ...rooms.map(({ name }) => t("launch.rehearsal.spaceNamed", { name })),
    ...withBoards.map(({ name }) => t("launch.rehearsal.boardNamed", { name })),
    ...withFeatures.map(({ key, state }) =>
      t("launch.rehearsal.featureNamed", { name: t(`features.${key}.name`), state }),
    ),
    ...(hidden > 0 ? [t("launch.rehearsal.privateOpening", { count: hidden })] : []),
  ];
  const opening = named(spaces.opening, spaces.privateOpening, boards.opening, features.opening);
  const closing = named(spaces.closing, spaces.privateClosing, boards.closing, features.closing);
  return (
    <div className="font-serif text-read">
      {opening.length > 0 ? <p>{t("launch.rehearsal.opening", { names: format.list(opening) })}</p> : null}
      {closing.length > 0 ? <p>{t("launch.rehearsal.closing", { names: format.list(closing) })}</p> : null}
      {opening.length + closing.length === 0 ? <p>{t("launch.rehearsal.nothingOpens")}</p> : null}
    </div>
  );
}

function EmptyRooms({ t, rooms, to }: { t: Words; rooms: Effect["emptyRooms"]; to: Stage }) {
  if (rooms.length === 0) return null;
  const says: Readonly<Record<ColdReason, string>> = {
    authors: t("launch.rehearsal.authors", { min: AUTHORS_MIN, days: AUTHORS_WITHIN_DAYS }),
    quiet: t("launch.rehearsal.quiet", { days: QUIET_AFTER_DAYS }),
    owner: t("launch.rehearsal.ownerless"),
  };
  return (
    <List tight label={t("launch.rehearsal.empty")}>
      {rooms.map((room) => (
        <ListRow
          key={room.slug}
          title={room.name}
          href={paths.space(room.slug)}
          meta={room.cold.map((reason) => <span key={reason}>{says[reason]}</span>)}
          trailing={
            <span className="flex items-center gap-3">
              {room.opening ? <Badge>{t("launch.rehearsal.isOpening")}</Badge> : null}
              <Link
                href={paths.launchRoom(to, room.slug)}
                aria-label={t("launch.rehearsal.mendLabel", { name: room.name })}
              >
                {t("launch.rehearsal.mend")}
              </Link>
            </span>
          }
        />
      ))}
    </List>
  );
}
