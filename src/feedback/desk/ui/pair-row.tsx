import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths, withQuery } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { LinkButton } from "@/ui/button";
import type { RefusedForm } from "@/ui/form-state";
import { Link } from "@/ui/link";
import { SubmitButton } from "@/ui/submit-button";
import { StatusBadge } from "../../ui/idea-marks";
import type { PairView } from "../views";

type PairRowProps = {
  pair: PairView;
  back: string;
  t: Words;
  words: FormWords;
  refusedOf: (procedure: string, values?: Readonly<Record<string, string>>) => RefusedForm | null;
};

function Side({ side, role, t }: { side: PairView["one"]; role: string; t: Words }) {
  return (
    <div className="min-w-0">
      <h2 className="list-title">
        <Link href={paths.idea(side.id)}>{side.title}</Link>
      </h2>
      {side.excerpt === "" ? null : <p className="list-text">{side.excerpt}</p>}
      <div className="meta">
        <StatusBadge status={side.status} t={t} />
        <span>{t("feedback.votes.short", { count: side.voteCount })}</span>
        <span>{role}</span>
      </div>
    </div>
  );
}

/** Two ideas beside one another: are they one? */
export function PairRow({ pair, back, t, words, refusedOf }: PairRowProps) {
  const { one, into, basis, board } = pair;
  const named = { idea: one.id };
  return (
    <li className="list-row">
      <div>
        <p className="quiet fine">{board.name}</p>
        <div className="mt-1 grid gap-4 sm:grid-cols-2">
          <Side side={one} role={t("ideas.doubles.goes")} t={t} />
          <Side side={into} role={t("ideas.doubles.stays")} t={t} />
        </div>
        <div className="button-row mt-2">
          <ActionForm
            procedure="feedback.merge"
            label={t("ideas.doubles.pair", { one: one.title, into: into.title })}
            back={back}
            words={words}
            refused={refusedOf("feedback.merge", { ...named, into: into.id })}
            hidden={{ ...named, into: into.id, basis }}
          >
            <SubmitButton look="quiet" size="small">
              {t("ideas.doubles.join")}
            </SubmitButton>
          </ActionForm>
          <ActionForm
            procedure="desk.keepApart"
            back={back}
            words={words}
            refused={refusedOf("desk.keepApart", { ...named, other: into.id })}
            hidden={{ ...named, other: into.id }}
          >
            <SubmitButton look="plain" size="small">
              {t("ideas.doubles.apart")}
            </SubmitButton>
          </ActionForm>
          <LinkButton look="plain" size="small" href={withQuery(paths.mergeIdea(one.id), { into: into.id })}>
            {t("ideas.doubles.closer")}
          </LinkButton>
        </div>
      </div>
    </li>
  );
}
