import type { Formats } from "@/i18n/format";
import type { WordKey, Words } from "@/i18n/words";
import { PersonLink } from "@/members/ui/person-link";
import { paths, withQuery } from "@/paths";
import { Badge, type BadgeTone } from "@/ui/badge";
import { Link } from "@/ui/link";
import { List, ListRow } from "@/ui/list";
import { Section } from "@/ui/page-title";
import type { PromiseView } from "../promised/views";
import { PROMISE_STATES, type PromiseState } from "../shape";
import { dayWords } from "./words";

/** The states that an address asks for: the one that it names, or all of them. */
export function statesOf(show: string | undefined): readonly PromiseState[] {
  const named = PROMISE_STATES.filter((one) => one === show);
  return named.length === 0 ? PROMISE_STATES : named;
}

/** What each state is called as a heading, and said of one promise. */
const PROMISE_WORDS: Readonly<Record<PromiseState, { title: WordKey; day: WordKey; none: WordKey }>> = {
  late: {
    title: "feedback.promises.late.title",
    day: "feedback.promises.late.day",
    none: "feedback.promises.late.none",
  },
  coming: {
    title: "feedback.promises.coming.title",
    day: "feedback.promises.coming.day",
    none: "feedback.promises.coming.none",
  },
  kept: {
    title: "feedback.promises.kept.title",
    day: "feedback.promises.kept.day",
    none: "feedback.promises.kept.none",
  },
  withdrawn: {
    title: "feedback.promises.withdrawn.title",
    day: "feedback.promises.withdrawn.day",
    none: "feedback.promises.withdrawn.none",
  },
};

const TONES: Readonly<Record<PromiseState, BadgeTone>> = {
  late: "bad",
  coming: "accent",
  kept: "good",
  withdrawn: "plain",
};

type Common = { t: Words; format: Formats };

function PromiseRow({ promise, t, format }: Common & { promise: PromiseView }) {
  const { end } = promise;
  const said = end === null || end.note === "" ? promise.note : end.note;
  return (
    <ListRow
      heading={3}
      title={promise.idea.title}
      href={`${paths.idea(promise.idea.id)}#moves`}
      text={said === "" ? null : said}
      meta={
        <>
          <Badge tone={TONES[promise.state]}>
            {t(PROMISE_WORDS[promise.state].day, { day: dayWords(format, promise.promisedFor) })}
          </Badge>
          <span>
            <PersonLink person={promise.by} />
          </span>
          <span>{t("feedback.promises.said", { when: format.date(promise.at) })}</span>
          {end === null ? null : (
            <span>
              {promise.state === "kept"
                ? t(end.late ? "feedback.promises.doneLate" : "feedback.promises.done", { when: format.date(end.at) })
                : t("feedback.promises.ended", { when: format.date(end.at) })}
            </span>
          )}
        </>
      }
    />
  );
}

type PromiseListProps = Common & {
  state: PromiseState;
  promises: readonly PromiseView[];
  /** A link to the rest of them, where there is more. */
  more: boolean;
};

/** The promises in one state with a heading of their own. */
export function PromiseSection({ state, promises, more, t, format }: PromiseListProps) {
  const { title, none } = PROMISE_WORDS[state];
  return (
    <Section
      title={t(title)}
      action={
        more ? <Link href={withQuery(paths.promises(), { show: state })}>{t("feedback.promises.all")}</Link> : null
      }
    >
      {promises.length === 0 ? (
        <p className="quiet py-2">{t(none)}</p>
      ) : (
        <List tight label={t(title)}>
          {promises.map((promise) => (
            <PromiseRow key={promise.id} promise={promise} t={t} format={format} />
          ))}
        </List>
      )}
    </Section>
  );
}
