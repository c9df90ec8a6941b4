import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { ActionForm } from "@/ui/action-form";
import { Badge } from "@/ui/badge";
import type { RefusedForm } from "@/ui/form-state";
import { List, ListRow } from "@/ui/list";
import { SubmitButton } from "@/ui/submit-button";
import type { MyFeatureView } from "../views";

type MyFeaturesProps = {
  features: readonly MyFeatureView[];
  back: string;
  t: Words;
  words: FormWords;
  refusedOf: (procedure: string, values: Readonly<Record<string, string>>) => RefusedForm | null;
};

/** What stands open to try, and what one may do without. One's own choice goes before the rule, both ways. */
export function MyFeatures({ features, back, t, words, refusedOf }: MyFeaturesProps) {
  return (
    <List tight label={t("features.mine.title")}>
      {features.map((feature) => {
        const name = t(`features.${feature.key}.name`);
        const choice = feature.has ? "out" : "in";
        return (
          <ListRow
            key={feature.key}
            title={name}
            text={t(`features.${feature.key}.purpose`)}
            meta={
              <>
                {feature.isPreview ? <Badge tone="accent">{t("features.state.preview")}</Badge> : null}
                <span>{t(feature.has ? "features.mine.has" : "features.mine.hasNot")}</span>
              </>
            }
            trailing={
              <ActionForm
                procedure="features.choose"
                back={back}
                words={words}
                refused={refusedOf("features.choose", { feature: feature.key })}
                hidden={{ feature: feature.key, choice, _to: back }}
              >
                <SubmitButton look="quiet" size="small" aria-label={t(`features.mine.${choice}One`, { feature: name })}>
                  {t(`features.mine.${choice}`)}
                </SubmitButton>
              </ActionForm>
            }
          />
        );
      })}
    </List>
  );
}

/** Leaves every preview at once. */
export function LeavePreviews({ back, t, words }: Pick<MyFeaturesProps, "back" | "t" | "words">) {
  return (
    <ActionForm procedure="previews.leaveAll" back={back} words={words} hidden={{ _to: back }} className="mt-4">
      <SubmitButton look="quiet">{t("features.mine.leaveAll")}</SubmitButton>
    </ActionForm>
  );
}
