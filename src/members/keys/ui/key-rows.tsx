import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { ActionForm } from "@/ui/action-form";
import { Badge } from "@/ui/badge";
import type { RefusedForm } from "@/ui/form-state";
import { List, ListRow } from "@/ui/list";
import { Secret } from "@/ui/secret";
import { SubmitButton } from "@/ui/submit-button";
import type { KeyView } from "../queries";

/** One's key with what it is called, and how it is written down for whoever copies it. */
export type KeyRow = { readonly key: KeyView; readonly name: string; readonly secret: string | null };

type KeyRowsProps = {
  label: string;
  rows: readonly KeyRow[];
  back: string;
  t: Words;
  format: Formats;
  words: FormWords;
  refusedOf: (procedure: string, values: Readonly<Record<string, string>>) => RefusedForm | null;
};

/** One's keys, each with the way to end it; a new one with its words, to be copied. */
export function KeyRows({ label, rows, back, t, format, words, refusedOf }: KeyRowsProps) {
  return (
    <List tight label={label}>
      {rows.map(({ key, name, secret }) => (
        <ListRow
          key={key.key}
          title={name}
          meta={
            <>
              {key.feed === null ? <Badge>{t(`keys.scope.${key.scope}`)}</Badge> : null}
              <span>{t("keys.made", { when: format.ago(key.createdAt) })}</span>
              <span>
                {key.lastUsedAt === null ? t("keys.never") : t("keys.used", { when: format.ago(key.lastUsedAt) })}
              </span>
              {key.expiresAt === null ? null : <span>{t("keys.ends", { when: format.ago(key.expiresAt) })}</span>}
            </>
          }
          below={
            secret === null ? null : (
              <Secret
                secret={secret}
                note={t("keys.fresh")}
                hide={
                  <ActionForm
                    procedure="keys.hide"
                    back={back}
                    words={words}
                    refused={refusedOf("keys.hide", { key: key.key })}
                    hidden={{ key: key.key, _to: back }}
                  >
                    <SubmitButton size="small" aria-label={t("keys.copiedLabel", { name })}>
                      {t("keys.copied")}
                    </SubmitButton>
                  </ActionForm>
                }
              />
            )
          }
          trailing={
            <ActionForm
              procedure="keys.end"
              back={back}
              words={words}
              refused={refusedOf("keys.end", { key: key.key })}
              hidden={{ key: key.key, _to: back }}
            >
              <SubmitButton look="quiet" size="small" aria-label={t("keys.endLabel", { name })}>
                {t("keys.end")}
              </SubmitButton>
            </ActionForm>
          }
        />
      ))}
    </List>
  );
}
