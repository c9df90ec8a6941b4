import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { Link } from "@/ui/link";
import type { BoardView, PaceView } from "../views";
import { boardAddress, PLAIN_LIST } from "./idea-filters";

type BoardPaceProps = { board: BoardView; pace: PaceView | null; t: Words; format: Formats };

/** What the team promises to whoever suggests something here, and how it kept that lately. */
export function BoardPace({ board, pace, t, format }: BoardPaceProps) {
  if (pace === null || board.answerDays === null || board.ideaCount === 0) return null;
  return (
    <p className="mb-6 max-w-read text-ink-soft">
      <strong className="font-semibold text-ink">{t("feedback.pace.promise", { days: board.answerDays })}</strong>{" "}
      {keptWords(pace, t, format)}
      {pace.late === 0 ? null : (
        <>
          {" "}
          {t("feedback.pace.late", { count: pace.late })}{" "}
          <Link href={boardAddress(board.slug, { ...PLAIN_LIST, show: "waiting", order: "unanswered" })}>
            {t("feedback.pace.seeLate")}
          </Link>
        </>
      )}
    </p>
  );
}

/** What is late already counts among those that should have been answered. */
function keptWords({ answered, median, kept, late }: PaceView, t: Words, format: Formats): string {
  if (answered === 0) return late === 0 ? t("feedback.pace.none") : t("feedback.pace.onlyLate");
  const count = answered + late;
  return t("feedback.pace.kept", { count, share: format.percent(kept / count), median: median ?? 0 });
}
