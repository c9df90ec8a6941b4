import { formats } from "@/i18n/format";
import { refusalWords } from "@/i18n/refusal-words";
import type { Words } from "@/i18n/words";
import type { PlanOutcome } from "@/launch/plans/schema";
import { paths } from "@/paths";
import type { Stage } from "@/stages/shape";
import type { Draft } from "../compose";

type Facts = { readonly name: string; readonly stage: Stage; readonly base: string };

/** Tells whoever planned a flip that it did not happen, and what changed. */
export function planClosedLetter(t: Words, facts: Facts & { outcome: PlanOutcome | null }): Draft {
  const { stage, outcome } = facts;
  const key = outcome?.key ?? "planLate";
  const reason = refusalWords(t, { code: "conflict", key, values: outcome?.values ?? {}, fields: {} });
  return {
    subject: t("mail.planClosed.subject", { stage: t(`stages.name.${stage}`) }),
    greeting: t("mail.greeting", { name: facts.name }),
    paragraphs: [t("mail.planClosed.what", { stage: t(`stages.name.${stage}`) }), reason.message],
    action: { label: t("mail.planClosed.action"), url: `${facts.base}${paths.launch()}` },
    signature: t("mail.signedByLevain"),
    why: t("mail.planClosed.why"),
  };
}

/** Asks another admin to agree to a flip, or not. */
export function planProposedLetter(
  t: Words,
  facts: Facts & { by: string; reason: string; dueAt: Date | null; timeZone: string; at: Date },
): Draft {
  const { by, reason, dueAt, timeZone, at } = facts;
  const stage = t(`stages.name.${facts.stage}`);
  const when = dueAt === null ? "" : formats(t.locale, timeZone, at).dateTime(dueAt);
  return {
    subject: t("mail.planProposed.subject", { by, stage }),
    greeting: t("mail.greeting", { name: facts.name }),
    paragraphs: [
      dueAt === null ? t("mail.planProposed.now", { by, stage }) : t("mail.planProposed.later", { by, stage, when }),
      t("mail.planProposed.how"),
    ],
    quote: reason === "" ? undefined : { words: reason, by },
    action: { label: t("mail.planProposed.action"), url: `${facts.base}${paths.launchRehearsal(facts.stage)}` },
    signature: t("mail.signedByLevain"),
    why: t("mail.planProposed.why"),
  };
}

/** Asks another admin whether one shall be enough for a step again. */
export function secondOffLetter(t: Words, facts: Omit<Facts, "stage"> & { by: string }): Draft {
  const { by } = facts;
  return {
    subject: t("mail.secondOff.subject", { by }),
    greeting: t("mail.greeting", { name: facts.name }),
    paragraphs: [t("mail.secondOff.what", { by }), t("mail.secondOff.how")],
    action: { label: t("mail.secondOff.action"), url: `${facts.base}${paths.launch()}` },
    signature: t("mail.signedByLevain"),
    why: t("mail.secondOff.why"),
  };
}
