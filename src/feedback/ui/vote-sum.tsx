import type { Words } from "@/i18n/words";
import type { Need } from "../shape";
import type { IdeaView } from "../views";
import { NEED_WORDS } from "./words";

/** The heaviest first, as it is read. */
const HEAVIEST_FIRST = ["blocked", "need", "like"] as const satisfies readonly Need[];
const FILL: Readonly<Record<Need, string>> = {
  blocked: "fill-beet",
  need: "fill-crust",
  like: "fill-rye-strong",
};
const BAR = { width: 300, height: 6, gap: 2 };

/** How many want it, how much, and from where: in numbers, and as a bar for those who would rather look. */
export function VoteSum({ idea, t }: { idea: Pick<IdeaView, "voteCount" | "tally" | "departments">; t: Words }) {
  const parts = HEAVIEST_FIRST.filter((need) => idea.tally[need] > 0);
  return (
    <>
      <h2 id="votes" className="font-sans font-semibold text-base tracking-normal">
        {t("feedback.votes.count", { count: idea.voteCount })}
      </h2>
      {idea.voteCount > 1 ? <WeightBar tally={idea.tally} t={t} /> : null}
      {parts.length === 0 ? null : (
        <p className="meta mt-1.5">
          {parts.map((need) => (
            <span key={need}>{t(NEED_WORDS[need].tally, { count: idea.tally[need] })}</span>
          ))}
          {idea.departments > 1 ? <span>{t("feedback.votes.departments", { count: idea.departments })}</span> : null}
        </p>
      )}
    </>
  );
}

function WeightBar({ tally, t }: { tally: IdeaView["tally"]; t: Words }) {
  const all = tally.like + tally.need + tally.blocked;
  let from = 0;
  const parts = HEAVIEST_FIRST.map((need) => {
    const start = from;
    from += (tally[need] / all) * BAR.width;
    return { need, x: start, width: from - start - (from < BAR.width ? BAR.gap : 0) };
  });
  return (
    <svg
      className="mt-2 block h-1.5 w-full max-w-75"
      viewBox={`0 0 ${BAR.width} ${BAR.height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t("feedback.votes.split", tally)}
    >
      {parts.map(({ need, x, width }) =>
        width > 0 ? <rect key={need} className={FILL[need]} x={x} y={0} width={width} height={BAR.height} /> : null,
      )}
    </svg>
  );
}
