import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Button, LinkButton } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { Select } from "@/ui/inputs";
import { SubmitButton } from "@/ui/submit-button";
import type { TransferView } from "../views";

type TransferFormProps = {
  ideaId: string;
  /** The board that it stands on. */
  from: string;
  transfer: TransferView;
  back: string;
  t: Words;
  words: FormWords;
  refused: RefusedForm | null;
};

/** Chooses a board for an idea, tells in numbers who loses sight of it there, and only then moves it. */
export function TransferForm({ ideaId, from, transfer, back, t, words, refused }: TransferFormProps) {
  const { targets, chosen, effect } = transfer;
  if (targets.length === 0) return <p className="quiet">{t("ideas.board.nowhere")}</p>;
  return (
    <>
      <form className="form" method="get" action={paths.transferIdea(ideaId)}>
        <Field name="to" label={t("ideas.board.to")} value={chosen?.id ?? ""} required>
          <Select options={targets.map(({ id, name }) => ({ value: id, label: name }))} />
        </Field>
        <div>
          <Button type="submit" look={chosen === null ? "primary" : "quiet"}>
            {t("ideas.board.look")}
          </Button>
        </div>
      </form>
      {chosen === null || effect === null ? null : (
        <ActionForm
          className="mt-8"
          procedure="feedback.transfer"
          back={back}
          words={words}
          refused={refused}
          hidden={{ idea: ideaId, from, to: chosen.id, _to: paths.idea(ideaId) }}
        >
          <Callout title={t("ideas.board.into", { board: chosen.name })} tone={effect.concerned > 0 ? "bad" : "info"}>
            <p>{t("ideas.board.losing", { count: effect.losing, concerned: effect.concerned })}</p>
            <p>{t("ideas.board.gaining", { count: effect.gaining })}</p>
          </Callout>
          <div className="button-row">
            <SubmitButton>{t("ideas.board.do")}</SubmitButton>
            <LinkButton look="plain" href={paths.idea(ideaId)}>
              {t("common.cancel")}
            </LinkButton>
          </div>
        </ActionForm>
      )}
    </>
  );
}
