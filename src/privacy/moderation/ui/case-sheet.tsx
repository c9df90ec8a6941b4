import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { PersonLink } from "@/members/ui/person-link";
import { unfolded } from "@/posts/ui/words-of";
import { Callout } from "@/ui/callout";
import { Link } from "@/ui/link";
import { Section } from "@/ui/page-title";
import { Prose } from "@/ui/prose";
import type { ActView, CaseView } from "../views";
import { placeOfThing } from "./words-of-thing";

type CaseSheetProps = { one: CaseView; t: Words; format: Formats };

/** The words that were reported, who reported them, and what was done: all that a decision rests on. */
export function CaseSheet({ one, t, format }: CaseSheetProps) {
  const state = one.taken ?? (one.gone ? "gone" : "there");
  const { suspendedUntil: until } = one;
  const { displayName: name } = one.author;
  return (
    <>
      {until === null ? null : (
        <Callout>{t("moderation.case.suspended", { name, date: format.dateTime(until) })}</Callout>
      )}
      <Section title={t("moderation.case.words")}>
        <div className="meta mb-3">
          <span>
            <PersonLink person={one.author} />
          </span>
          <time dateTime={one.writtenAt.toISOString()}>{format.dateTime(one.writtenAt)}</time>
          <span>{t(`moderation.taken.${state}`)}</span>
          {state === "there" ? <Link href={placeOfThing(one)}>{t("moderation.case.place")}</Link> : null}
        </div>
        <Prose size="small" html={unfolded(t, one.bodyHtml)} />
      </Section>
      <Section title={t("moderation.case.reports")}>
        {one.reports.length === 0 ? <p className="quiet">{t("moderation.case.noReports")}</p> : null}
        <ul className="list" data-tight="">
          {one.reports.map((report) => (
            <li key={report.by.id} className="list-row">
              <div>
                <p>{t(`moderation.reasons.${report.reason}`)}</p>
                {report.words === "" ? null : <p className="whitespace-pre-line">{report.words}</p>}
                <p className="quiet fine">
                  {t("moderation.done.by", { name: report.by.displayName, when: format.ago(report.at) })}
                </p>
              </div>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("moderation.case.acts")}>
        {one.acts.length === 0 ? <p className="quiet">{t("moderation.case.noActs")}</p> : null}
        <ul className="list" data-tight="">
          {one.acts.map((act) => (
            <Act key={act.id} act={act} t={t} format={format} />
          ))}
        </ul>
      </Section>
    </>
  );
}

function Act({ act, t, format }: { act: ActView; t: Words; format: Formats }) {
  const date = act.until === null ? "" : format.dateTime(act.until);
  const name = act.by?.displayName ?? t("moderation.done.someone");
  return (
    <li className="list-row">
      <div>
        <p>{t(`moderation.done.${act.verb}`, { date })}</p>
        <p className="whitespace-pre-line">{act.reason}</p>
        <p className="quiet fine">{t("moderation.done.by", { name, when: format.ago(act.at) })}</p>
      </div>
    </li>
  );
}
