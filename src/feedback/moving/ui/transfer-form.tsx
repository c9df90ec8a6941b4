import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { Callout } from "@/ui/callout";
import type { RefusedForm } from "@/ui/form-state";
import { MoveSheet } from "@/ui/move-sheet";
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
    <MoveSheet
      asks={{ href: paths.transferIdea(ideaId), to: t("ideas.board.to"), look: t("ideas.board.look"), targets }}
      chosen={chosen?.id ?? null}
      does={{ procedure: "feedback.transfer", hidden: { idea: ideaId, from }, verb: t("ideas.board.do") }}
      cancel={{ href: paths.idea(ideaId), label: t("common.cancel") }}
      back={back}
      words={words}
      refused={refused}
    >
      {chosen === null || effect === null ? null : (
        <Callout title={t("ideas.board.into", { board: chosen.name })} tone={effect.concerned > 0 ? "bad" : "info"}>
          <p>{t("ideas.board.losing", { count: effect.losing, concerned: effect.concerned })}</p>
          <p>{t("ideas.board.gaining", { count: effect.gaining })}</p>
          <p>{t("ideas.board.labels")}</p>
        </Callout>
      )}
    </MoveSheet>
  );
}
