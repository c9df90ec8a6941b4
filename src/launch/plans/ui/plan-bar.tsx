"use client";
import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { ButtonRow } from "@/ui/button";
import { Callout } from "@/ui/callout";
import type { RefusedForm } from "@/ui/form-state";
import { Link } from "@/ui/link";
import { SubmitButton } from "@/ui/submit-button";
import type { Room } from "../../ui/data";
import { useReader } from "../../ui/reader";

type Plan = NonNullable<Room["plan"]>;
type PlanBarProps = {
  plan: Room["plan"];
  /** The stage's version, and the moment that the page tells of. */
  version: number;
  at: string;
  form: FormWords;
  refused: RefusedForm | null;
};

/** The flip that is planned or proposed: who wants it, why and when, and what the reader may do about it. */
export function PlanBar({ plan, version, at, form, refused }: PlanBarProps) {
  const { t, format } = useReader(at);
  if (plan === null) return null;
  return (
    <Callout title={t("launch.plan.label")}>
      <p>
        {planWords(t, format, plan)}{" "}
        {plan.approvedBy === null ? null : t("launch.plan.agreed", { second: plan.approvedBy })}{" "}
        {plan.version === version ? null : t("launch.plan.stale")}
      </p>
      {plan.reason === "" ? null : <p>{t("launch.plan.reason", { reason: plan.reason })}</p>}
      {plan.override === "" ? null : <p>{t("launch.plan.override", { reason: plan.override })}</p>}
      {plan.state === "proposed" && plan.may.cancel && !plan.may.approve ? <p>{t("launch.plan.own")}</p> : null}
      <p>
        <Link href={paths.launchRehearsal(plan.to)}>{t("launch.plan.rehearsal")}</Link>
      </p>
      {refused === null ? null : <p role="alert">{refused.message}</p>}
      <ButtonRow>
        <Decide plan={plan} verb="approve" form={form} label={t("launch.plan.approve")} />
        <Decide plan={plan} verb="start" form={form} label={t("launch.plan.start")} />
        <Decide plan={plan} verb="cancel" form={form} label={t("launch.plan.cancel")} />
      </ButtonRow>
    </Callout>
  );
}

type DecideProps = { plan: Plan; verb: keyof Plan["may"]; form: FormWords; label: string };

function Decide({ plan, verb, form, label }: DecideProps) {
  if (!plan.may[verb]) return null;
  const look = verb === "cancel" ? "quiet" : "primary";
  return (
    <ActionForm
      procedure={`launch.${verb}Plan`}
      back={paths.launch()}
      words={form}
      hidden={{ plan: plan.id, _to: paths.launch() }}
    >
      <SubmitButton look={look}>{label}</SubmitButton>
    </ActionForm>
  );
}

function planWords(t: Words, format: Formats, plan: Plan): string {
  const when = plan.dueAt === null ? "" : format.dateTime(plan.dueAt);
  const name = plan.by?.name ?? t("launch.plan.somebody");
  const facts = { stage: t(`stages.name.${plan.to}`), name, when, expires: format.dateTime(plan.expiresAt) };
  if (plan.state === "late") return t("launch.plan.late", facts);
  if (plan.state === "planned") return t("launch.plan.planned", facts);
  return plan.dueAt === null ? t("launch.plan.proposedNow", facts) : t("launch.plan.proposedLater", facts);
}
