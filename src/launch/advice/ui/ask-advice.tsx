import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import type { PersonCard } from "@/members/views";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Checkbox, RadioGroup } from "@/ui/choices";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { TextArea } from "@/ui/inputs";
import { SubmitButton } from "@/ui/submit-button";
import { ADVICE_WORDS_MAX } from "../shape";

/** Looks for somebody, by name, place, skill or address; works as a plain address. */
export function FindSomebody({ postId, who, t }: { postId: string; who: string; t: Words }) {
  return (
    <search>
      <form method="get" action={paths.askAdvice(postId)} className="form">
        <div className="field">
          <label htmlFor="who">{t("launch.advice.who")}</label>
          <span className="field-hint" id="who-hint">
            {t("launch.advice.whoHint")}
          </span>
          <input
            className="input"
            id="who"
            name="who"
            type="search"
            defaultValue={who}
            maxLength={254}
            required
            aria-describedby="who-hint"
          />
        </div>
        <div className="button-row">
          <button type="submit" className="button" data-look="quiet">
            {t("launch.advice.find")}
          </button>
        </div>
      </form>
    </search>
  );
}

type AskAdviceProps = {
  postId: string;
  /** Those who were found, or the address that was typed. */
  found: readonly PersonCard[];
  address: string | null;
  /** Whether whoever asks sends invitations. */
  team: boolean;
  back: string;
  t: Words;
  words: FormWords;
  refused: RefusedForm | null;
};

/** Chooses one of those found, and says in a line why their advice is wanted. */
export function AskAdvice({ postId, found, address, team, back, t, words, refused }: AskAdviceProps) {
  if (found.length === 0 && address === null) return <p className="quiet">{t("launch.advice.nobody")}</p>;
  return (
    <ActionForm
      procedure="advice.ask"
      back={back}
      words={words}
      refused={refused}
      hidden={{ post: postId, address, _to: `${paths.post(postId)}?asked=yes` }}
      label={t("launch.advice.title")}
    >
      {address === null ? (
        <RadioGroup
          name="person"
          legend={t("launch.advice.choose")}
          required
          value={found.length === 1 ? found[0]?.id : null}
          options={found.map((one) => ({
            value: one.id,
            label: one.displayName,
            hint: [one.title, one.department, one.site].filter((part) => part !== "").join(", "),
          }))}
        />
      ) : (
        <p>{t("launch.advice.address", { address })}</p>
      )}
      <Field
        name="words"
        label={t("launch.advice.words")}
        hint={t("launch.advice.wordsHint")}
        max={ADVICE_WORDS_MAX}
        required
      >
        <TextArea rows={3} reading />
      </Field>
      {team ? (
        <Checkbox name="title" label={t("launch.advice.nameTitle")} hint={t("launch.advice.nameTitleHint")} />
      ) : null}
      <p className="quiet fine">{t(team ? "launch.advice.thenTeam" : "launch.advice.then")}</p>
      <div className="button-row">
        <SubmitButton icon="people">{t("launch.advice.send")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
