import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { ActionForm } from "@/ui/action-form";
import { Badge, type BadgeTone } from "@/ui/badge";
import type { RefusedForm } from "@/ui/form-state";
import { List, ListRow } from "@/ui/list";
import { SubmitButton } from "@/ui/submit-button";
import type { AttemptView, DeliveryView } from "../views";
import { HOOK_WORDS } from "./words";

const TONES: Readonly<Record<DeliveryView["state"], BadgeTone>> = {
  delivered: "good",
  waiting: "plain",
  failed: "bad",
};

type DeliveryListProps = {
  deliveries: readonly DeliveryView[];
  back: string;
  t: Words;
  format: Formats;
  words: FormWords;
  refusedOf: (procedure: string, values: Readonly<Record<string, string>>) => RefusedForm | null;
};

/** What was sent, each with its attempts and what was answered. */
export function DeliveryList({ deliveries, back, t, format, words, refusedOf }: DeliveryListProps) {
  return (
    <List tight label={t("webhooks.log.list")}>
      {deliveries.map((one) => {
        const event = t(HOOK_WORDS[one.type]);
        return (
          <ListRow
            key={one.id}
            title={event}
            meta={
              <>
                <Badge tone={TONES[one.state]}>{t(`webhooks.log.${one.state}`)}</Badge>
                <span>{format.dateTime(one.createdAt)}</span>
                {one.nextAt === null ? null : <span>{t("webhooks.log.next", { when: format.ago(one.nextAt) })}</span>}
              </>
            }
            below={
              <>
                <ul className="mt-2">
                  {one.latest.map((attempt) => (
                    <Attempt key={attempt.id} attempt={attempt} t={t} format={format} />
                  ))}
                </ul>
                <details className="fine">
                  <summary>{t("webhooks.log.body")}</summary>
                  <pre className="overflow-x-auto">{one.body}</pre>
                </details>
              </>
            }
            trailing={
              <ActionForm
                procedure="webhooks.sendAgain"
                back={back}
                words={words}
                refused={refusedOf("webhooks.sendAgain", { delivery: one.id })}
                hidden={{ delivery: one.id, _to: `${back.split("?")[0]}?done=sent` }}
              >
                <SubmitButton
                  look="quiet"
                  size="small"
                  aria-label={t("webhooks.log.againLabel", { event, when: format.dateTime(one.createdAt) })}
                >
                  {t("webhooks.log.again")}
                </SubmitButton>
              </ActionForm>
            }
          />
        );
      })}
    </List>
  );
}

function Attempt({ attempt, t, format }: { attempt: AttemptView; t: Words; format: Formats }) {
  const { status, ms, error, answer, at } = attempt;
  const said =
    error === null ? t("webhooks.log.answered", { status: String(status ?? 0), ms }) : t(`webhooks.log.error.${error}`);
  return (
    <li className="quiet fine">
      {format.dateTime(at)}: {said} {answer === "" ? null : <code className="break-all">{answer}</code>}
    </li>
  );
}
