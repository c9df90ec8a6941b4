import type { Words } from "@/i18n/words";
import type { FlipView } from "../views";

/** What the flip that was just taken did, in one sentence. */
export function FlipDone({ t, flip }: { t: Words; flip: FlipView }) {
  const stage = t(`stages.name.${flip.to}`);
  const { gained, lost, letters } = flip.effect;
  if (flip.undoes !== null) return <p>{t("launch.undo.done", { stage })}</p>;
  if (flip.kind === "back") return <p>{t("launch.room.flippedBack", { stage, lost })}</p>;
  return <p>{t("launch.room.flipped", { stage, gained, letters })}</p>;
}
