import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Field } from "@/ui/field";
import { Select, TextInput } from "@/ui/inputs";
import { SubmitButton } from "@/ui/submit-button";
import { type PreviewAudience, REASON_MAX } from "../shape";
import type { PreviewBoxProps } from "./props";

const FIRST: readonly PreviewAudience[] = ["volunteers", "department", "site", "group"];
const FURTHER: readonly PreviewAudience[] = ["department", "site", "group", "voters", "everybody"];

/** What hosts do with a preview: begin it, open it further, take it back. */
export function PreviewForms(props: PreviewBoxProps) {
  const { preview, t, refusedOf } = props;
  const { may, ready, needed } = preview;
  return (
    <>
      {may.start ? (
        <details className="mt-3" open={refusedOf("previews.start") !== null}>
          <summary className="font-semibold text-crust">{t("previews.start.open")}</summary>
          <Steer {...props} procedure="previews.start" send={t("previews.start.send")}>
            <p className="quiet">{t("previews.start.lead", { ready, needed })}</p>
            <Audience {...props} options={FIRST} />
            <Reason {...props} optional />
          </Steer>
        </details>
      ) : null}
      {may.widen ? (
        <details className="mt-3" open={refusedOf("previews.widen") !== null}>
          <summary className="font-semibold text-crust">{t("previews.widen.open")}</summary>
          <Steer {...props} procedure="previews.widen" send={t("previews.widen.send")}>
            <Audience {...props} options={FURTHER} />
            <Reason {...props} />
          </Steer>
        </details>
      ) : null}
      {may.withdraw ? (
        <details className="mt-3" open={refusedOf("previews.withdraw") !== null}>
          <summary className="font-semibold text-crust">{t("previews.withdraw.open")}</summary>
          <Steer {...props} procedure="previews.withdraw" send={t("previews.withdraw.send")} danger>
            <p className="quiet">{t("previews.withdraw.lead")}</p>
            <Reason {...props} />
          </Steer>
        </details>
      ) : null}
    </>
  );
}

type SteerProps = PreviewBoxProps & {
  procedure: "previews.start" | "previews.widen" | "previews.withdraw";
  send: string;
  danger?: boolean;
  children: React.ReactNode;
};

function Steer({ preview, back, words, refusedOf, procedure, send, danger = false, children }: SteerProps) {
  return (
    <ActionForm
      className="mt-3"
      label={send}
      procedure={procedure}
      back={`${back}#preview`}
      words={words}
      refused={refusedOf(procedure)}
      hidden={{ idea: preview.idea, _to: `${paths.idea(preview.idea)}#preview` }}
      clears
    >
      {children}
      <div className="button-row">
        <SubmitButton look={danger ? "danger" : "primary"}>{send}</SubmitButton>
      </div>
    </ActionForm>
  );
}

function Audience({ options, t }: PreviewBoxProps & { options: readonly PreviewAudience[] }) {
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <Field name="audience" label={t("previews.forWhom")} value={options[0] ?? ""}>
        <Select options={options.map((one) => ({ value: one, label: t(`previews.choice.${one}`) }))} />
      </Field>
      <Field name="name" label={t("previews.cohortName")} hint={t("previews.cohortHint")} note={t("common.optional")}>
        <TextInput autoComplete="off" />
      </Field>
    </div>
  );
}

function Reason({ t, optional = false }: PreviewBoxProps & { optional?: boolean }) {
  const note = optional ? { note: t("common.optional") } : { required: true };
  return (
    <Field name="note" label={t("previews.reason")} hint={t("previews.reasonHint")} max={REASON_MAX} {...note}>
      <TextInput autoComplete="off" />
    </Field>
  );
}
