import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { PersonLink } from "@/members/ui/person-link";
import { ActionForm } from "@/ui/action-form";
import { Badge } from "@/ui/badge";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { TextArea, TextInput } from "@/ui/inputs";
import { List, ListRow } from "@/ui/list";
import { Section } from "@/ui/page-title";
import { SubmitButton } from "@/ui/submit-button";
import { ASK_WORDS_MAX, answersTo, OFFER_WORDS_MAX } from "../offers/shape";
import type { AskView, BesideView, OfferView } from "../views";

export type CareProps = {
  beside: BesideView;
  person: { id: string; displayName: string };
  back: string;
  t: Words;
  format: Formats;
  words: FormWords;
  refusedOf: (procedure: string) => RefusedForm | null;
};

const STATE_WORDS = {
  asked: "care.ask.state.asked",
  accepted: "care.ask.state.accepted",
  declined: "care.ask.state.declined",
  done: "care.ask.state.done",
} as const;
const ANSWER_WORDS = {
  asked: "care.ask.answer.accepted",
  accepted: "care.ask.answer.accepted",
  declined: "care.ask.answer.declined",
  done: "care.ask.answer.done",
} as const;

/** What somebody offers to do for others; asking for it stays between the two. */
export function Offers(props: CareProps) {
  const { beside, person, t } = props;
  if (beside.offers.length === 0 && !beside.may.keep) return null;
  return (
    <Section title={t(beside.may.keep ? "care.offers.own" : "care.offers.title", { name: person.displayName })}>
      {beside.offers.length === 0 ? <p className="quiet mb-4">{t("care.offers.empty")}</p> : null}
      <List>
        {beside.offers.map((offer) => (
          <OfferRow key={offer.id} offer={offer} {...props} />
        ))}
      </List>
      {beside.may.offerMore ? <NewOffer {...props} /> : null}
    </Section>
  );
}

function OfferRow({ offer, ...props }: CareProps & { offer: OfferView }) {
  const { beside, t } = props;
  const isAsking = offer.asks.some(({ state }) => state === "asked" || state === "accepted");
  return (
    <ListRow
      title={offer.words}
      heading={3}
      trailing={offer.open ? null : <Badge>{t("care.offers.closed")}</Badge>}
      below={
        <>
          {offer.asks.map((ask) => (
            <Ask key={ask.id} ask={ask} {...props} />
          ))}
          {beside.may.keep ? <KeepOffer offer={offer} {...props} /> : null}
          {!beside.may.keep && offer.open && !isAsking ? <AskFor offer={offer} {...props} /> : null}
        </>
      }
    />
  );
}

/** One ask, for the two of them: its words, what came of it, and the answers that are open. */
function Ask({ ask, beside, back, t, format, words, refusedOf }: CareProps & { ask: AskView }) {
  const answers = beside.may.keep ? answersTo(ask.state) : [];
  return (
    <div className="mt-3">
      <p className="meta">
        <PersonLink person={ask.by} /> <span>{format.shortDate(ask.askedAt)}</span>{" "}
        <Badge tone={ask.state === "done" ? "good" : "plain"}>{t(STATE_WORDS[ask.state])}</Badge>
      </p>
      <p className="whitespace-pre-line">{ask.words}</p>
      {answers.length === 0 ? null : (
        <ActionForm
          procedure="care.answer"
          back={back}
          words={words}
          refused={refusedOf("care.answer")}
          hidden={{ ask: ask.id, _to: back }}
          label={t("care.ask.answerTo", { name: ask.by.displayName })}
        >
          <div className="button-row">
            {answers.map((answer) => (
              <SubmitButton key={answer} look="quiet" size="small" name="answer" value={answer}>
                {t(ANSWER_WORDS[answer])}
              </SubmitButton>
            ))}
          </div>
        </ActionForm>
      )}
    </div>
  );
}

function AskFor({ offer, person, back, t, words, refusedOf }: CareProps & { offer: OfferView }) {
  const refused = refusedOf("care.ask");
  return (
    <details className="fold mt-2" open={refused !== null}>
      <summary>{t("care.ask.open")}</summary>
      <ActionForm
        procedure="care.ask"
        back={back}
        words={words}
        refused={refused}
        hidden={{ offer: offer.id, _to: back }}
        label={offer.words}
      >
        <Field
          name="words"
          label={t("care.ask.words")}
          hint={t("care.ask.hint", { name: person.displayName })}
          required
          max={ASK_WORDS_MAX}
        >
          <TextArea rows={3} />
        </Field>
        <div>
          <SubmitButton>{t("care.ask.send")}</SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}

function KeepOffer({ offer, back, t, words, refusedOf }: CareProps & { offer: OfferView }) {
  return (
    <ActionForm
      procedure="care.changeOffer"
      back={back}
      words={words}
      refused={refusedOf("care.changeOffer")}
      hidden={{ offer: offer.id, _to: back }}
      className="mt-2"
      label={offer.words}
    >
      <div className="button-row">
        <SubmitButton look="plain" size="small" name="to" value={offer.open ? "closed" : "open"}>
          {t(offer.open ? "care.offers.close" : "care.offers.reopen")}
        </SubmitButton>
        <SubmitButton look="plain" size="small" name="to" value="removed">
          {t("care.offers.remove")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

function NewOffer({ back, t, words, refusedOf }: CareProps) {
  return (
    <ActionForm
      procedure="care.offer"
      back={back}
      words={words}
      refused={refusedOf("care.offer")}
      hidden={{ _to: back }}
      clears
      className="mt-4"
      label={t("care.offers.add")}
    >
      <Field name="words" label={t("care.offers.words")} hint={t("care.offers.hint")} required max={OFFER_WORDS_MAX}>
        <TextInput autoComplete="off" />
      </Field>
      <div>
        <SubmitButton look="quiet">{t("care.offers.add")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
