import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { LinkButton } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { TextInput } from "@/ui/inputs";
import { Link } from "@/ui/link";
import { List, ListRow } from "@/ui/list";
import { Section } from "@/ui/page-title";
import { SubmitButton } from "@/ui/submit-button";
import { CreditLines } from "../../credits/ui/credit-lines";
import { NEEDED_MAX, PREVIEW_STATES } from "../shape";
import type { BenchItem, BenchView } from "../views";
import { triedWords } from "./words";

type WorkbenchProps = {
  bench: BenchView;
  back: string;
  t: Words;
  format: Formats;
  words: FormWords;
  refusedOf: (procedure: string, values?: Readonly<Record<string, string>>) => RefusedForm | null;
};

/** Every feature with where it stands: asked for, being tried, on for all, thrown away. */
export function Workbench(props: WorkbenchProps) {
  const { bench, t } = props;
  if (bench.items.length === 0)
    return (
      <EmptyState
        title={t("previews.bench.emptyTitle")}
        action={<LinkButton href={paths.boards()}>{t("previews.bench.toBoards")}</LinkButton>}
      >
        {t("previews.bench.emptyText")}
      </EmptyState>
    );
  return (
    <>
      {PREVIEW_STATES.map((state) => {
        const items = bench.items.filter((one) => one.state === state);
        return (
          <Section key={state} title={t(`previews.bench.${state}.title`)}>
            {items.length === 0 ? (
              <p className="quiet py-2">{t(`previews.bench.${state}.none`)}</p>
            ) : (
              <List tight label={t(`previews.bench.${state}.title`)}>
                {items.map((item) => (
                  <Row key={`${item.feature} ${item.idea?.id ?? ""}`} item={item} {...props} />
                ))}
              </List>
            )}
          </Section>
        );
      })}
    </>
  );
}

function Row({ item, ...props }: WorkbenchProps & { item: BenchItem }) {
  const { t } = props;
  const { feature, idea, state } = item;
  return (
    <ListRow
      heading={3}
      title={t(`features.${feature}.name`)}
      text={t(`features.${feature}.purpose`)}
      meta={
        <>
          {state === "asked" ? <span>{t("previews.ready", { ready: item.ready, needed: item.needed })}</span> : null}
          {state === "running" ? <span>{triedWords(t, item.tried)}</span> : null}
          {idea === null ? null : (
            <>
              <Link href={`${paths.idea(idea.id)}#preview`}>{idea.title}</Link>
              <span>{t("feedback.votes.short", { count: idea.voteCount })}</span>
            </>
          )}
        </>
      }
      below={
        <>
          <End item={item} {...props} />
          <CreditLines lines={item.credits} t={t} />
        </>
      }
      trailing={<Switch item={item} {...props} />}
    />
  );
}

function End({ item: { end }, t, format }: WorkbenchProps & { item: BenchItem }) {
  if (end === null) return null;
  const by = end.by ?? t("previews.somebody");
  return (
    <p className="quiet fine mt-1">
      {t("previews.bench.end", { by, when: format.date(end.at) })}
      {end.note === "" ? null : ` ${t("previews.because", { note: end.note })}`}
    </p>
  );
}

/** One's own switch: the yes before it begins, and having it or doing without afterwards. */
function Switch({ item, back, t, words, refusedOf }: WorkbenchProps & { item: BenchItem }) {
  const { feature, idea, state, mine, volunteered } = item;
  const name = t(`features.${feature}.name`);
  const common = { back, words };
  if (state === "asked" && idea !== null) {
    const verb = volunteered ? "leave" : "volunteer";
    const said = t(volunteered ? "previews.leaveOne" : "previews.volunteerOne", { feature: name });
    return (
      <ActionForm
        procedure={`previews.${verb}`}
        refused={refusedOf(`previews.${verb}`, { idea: idea.id })}
        hidden={{ idea: idea.id, _to: back }}
        {...common}
      >
        <SubmitButton look="quiet" size="small" aria-label={said}>
          {t(volunteered ? "previews.leave" : "previews.volunteer")}
        </SubmitButton>
      </ActionForm>
    );
  }
  if (mine === null) return null;
  const choice = mine.has ? "out" : "in";
  return (
    <ActionForm
      procedure="features.choose"
      refused={refusedOf("features.choose", { feature })}
      hidden={{ feature, choice, _to: back }}
      {...common}
    >
      <SubmitButton look="quiet" size="small" aria-label={t(`features.mine.${choice}One`, { feature: name })}>
        {t(`features.mine.${choice}`)}
      </SubmitButton>
    </ActionForm>
  );
}

/** How many have to be ready before a preview begins; admins say so. */
export function NeededForm({ bench, back, t, words, refusedOf }: WorkbenchProps) {
  if (!bench.may.setNeeded)
    return <p className="quiet fine mt-8">{t("previews.bench.rule", { needed: bench.needed })}</p>;
  return (
    <details className="mt-8 max-w-read" open={refusedOf("previews.setNeeded") !== null}>
      <summary>{t("previews.bench.rule", { needed: bench.needed })}</summary>
      <ActionForm
        className="mt-3"
        label={t("previews.bench.needed")}
        procedure="previews.setNeeded"
        back={back}
        words={words}
        refused={refusedOf("previews.setNeeded")}
        hidden={{ _to: back }}
      >
        <Field name="needed" label={t("previews.bench.needed")} value={bench.needed} required>
          <TextInput type="number" min={1} max={NEEDED_MAX} />
        </Field>
        <div className="button-row">
          <SubmitButton>{t("previews.bench.save")}</SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}
