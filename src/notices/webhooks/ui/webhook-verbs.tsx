import type { ReactNode } from "react";
import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { ButtonRow } from "@/ui/button";
import type { RefusedForm } from "@/ui/form-state";
import { Secret } from "@/ui/secret";
import { SubmitButton } from "@/ui/submit-button";
import type { WebhookView } from "../views";

type VerbsProps = {
  webhook: WebhookView;
  back: string;
  t: Words;
  words: FormWords;
  refusedOf: (procedure: string) => RefusedForm | null;
};

/** Tries it, pauses it, takes it away. */
export function WebhookVerbs({ webhook, back, t, words, refusedOf }: VerbsProps) {
  const here = paths.adminWebhook(webhook.id);
  const resting = webhook.state === "paused" || webhook.state === "off";
  const verb = (procedure: string, hidden: Readonly<Record<string, string>>, button: ReactNode) => (
    <ActionForm
      procedure={procedure}
      back={back}
      words={words}
      refused={refusedOf(procedure)}
      hidden={{ webhook: webhook.id, ...hidden }}
    >
      {button}
    </ActionForm>
  );
  return (
    <ButtonRow>
      {resting
        ? null
        : verb("webhooks.test", { _to: `${here}?done=sent` }, <SubmitButton>{t("webhooks.test")}</SubmitButton>)}
      {verb(
        "webhooks.pause",
        { paused: resting ? "no" : "yes", _to: here },
        <SubmitButton look="quiet">{t(resting ? "webhooks.resume" : "webhooks.pause")}</SubmitButton>,
      )}
      {verb(
        "webhooks.remove",
        { _to: paths.adminWebhooks() },
        <SubmitButton look="danger">{t("webhooks.remove")}</SubmitButton>,
      )}
    </ButtonRow>
  );
}

/** Its secret while it can be copied, and the way to a new one. */
export function WebhookSecret({ webhook, back, t, words, refusedOf, format }: VerbsProps & { format: Formats }) {
  const hidden = { webhook: webhook.id, _to: paths.adminWebhook(webhook.id) };
  const form = (procedure: string) => ({ procedure, back, words, refused: refusedOf(procedure), hidden });
  return (
    <>
      <p className="quiet">{t("webhooks.secret.made", { when: format.ago(webhook.secretAt) })}</p>
      {webhook.oldSecretUntil === null ? null : (
        <p className="quiet">{t("webhooks.secret.old", { until: format.dateTime(webhook.oldSecretUntil) })}</p>
      )}
      {webhook.secret === null ? null : (
        <Secret
          secret={webhook.secret}
          note={t("webhooks.secret.fresh")}
          hide={
            <ActionForm {...form("webhooks.hideSecret")}>
              <SubmitButton size="small">{t("webhooks.secret.copied")}</SubmitButton>
            </ActionForm>
          }
        />
      )}
      <ActionForm className="mt-4" {...form("webhooks.rotate")}>
        <div>
          <SubmitButton look="quiet">{t("webhooks.secret.rotate")}</SubmitButton>
          <p className="quiet fine">{t("webhooks.secret.rotateHint")}</p>
        </div>
      </ActionForm>
    </>
  );
}
