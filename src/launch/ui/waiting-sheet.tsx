import type { ReactNode } from "react";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { Callout } from "@/ui/callout";
import { Link } from "@/ui/link";
import { PageTitle, Section } from "@/ui/page-title";
import { Faces } from "../door/ui/faces";
import { DoorLetter } from "../door/ui/letters";
import type { WaitingView } from "../views";

type WaitingSheetProps = {
  t: Words;
  format: Formats;
  name: string;
  waiting: WaitingView;
  /** What is said of the stage in its first days. */
  announced: ReactNode;
  /** The form that asks to come in, or changes what was asked. */
  ask: ReactNode;
  takeBack: ReactNode;
  follow: ReactNode;
};

/** Why not yet, what happens next, and where one stands in the order. */
export function WaitingSheet({ t, format, name, waiting, announced, ask, takeBack, follow }: WaitingSheetProps) {
  if (waiting.suspended)
    return <PageTitle lead={t("launch.waiting.suspended")}>{t("launch.waiting.suspendedTitle")}</PageTitle>;
  const { stage, since, request, invited, faces, letters } = waiting;
  const now = t("launch.waiting.stage", { stage: t(`stages.name.${stage}`), date: format.date(since) });
  return (
    <>
      <PageTitle kicker={t("launch.waiting.title")} lead={t(`launch.waiting.why.${stage}`)} meta={<span>{now}</span>}>
        {t("launch.waiting.hello", { name })}
      </PageTitle>
      {announced}
      {invited ? <Callout tone="good">{t("launch.waiting.invited")}</Callout> : null}
      {request === null ? (
        <>
          <Section title={t("launch.waiting.next")}>
            <p className="max-w-read font-serif text-read">{t("launch.waiting.nextAsk")}</p>
          </Section>
          {invited ? null : <Section title={t("launch.waiting.ask")}>{ask}</Section>}
        </>
      ) : (
        <>
          <Section title={t("launch.waiting.asked")}>
            <div className="stack" data-gap="small">
              <p className="max-w-read font-serif text-read">
                {t("launch.waiting.askedOn", { ago: format.ago(request.askedAt), before: request.before })}{" "}
                {t("launch.waiting.order")}
              </p>
              {request.vouchedBy.length === 0 ? null : (
                <p className="max-w-read font-serif text-read">
                  {t("door.vouched", { names: format.list(request.vouchedBy) })}
                </p>
              )}
              <p className="max-w-read font-serif text-read">{t("launch.waiting.nextAsk")}</p>
            </div>
          </Section>
          <Section title={t("launch.waiting.change")}>
            <div className="stack">
              {ask}
              {takeBack}
            </div>
          </Section>
        </>
      )}
      {follow}
      {letters.length === 0 ? null : (
        <Section title={t("door.letters.title")}>
          <div className="stack" data-gap="large">
            {letters.map((letter) => (
              <DoorLetter key={letter.id} t={t} format={format} letter={letter} />
            ))}
            <p>
              <Link href={paths.doorLetters()}>{t("door.letters.all")}</Link>
            </p>
          </div>
        </Section>
      )}
      <Faces t={t} faces={faces} />
    </>
  );
}
