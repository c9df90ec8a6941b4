import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { PersonLink } from "@/members/ui/person-link";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Checkbox } from "@/ui/choices";
import { EmptyState } from "@/ui/empty-state";
import type { RefusedForm } from "@/ui/form-state";
import { Link } from "@/ui/link";
import { List, ListRow } from "@/ui/list";
import { SubmitButton } from "@/ui/submit-button";
import { TimeAgo } from "@/ui/time-ago";
import type { AdviceRequest } from "../views";

type AdviceRequestsProps = {
  requests: readonly AdviceRequest[];
  back: string;
  t: Words;
  format: Formats;
  words: FormWords;
  refusedOf: (procedure: string, values: Readonly<Record<string, string>>) => RefusedForm | null;
};

/** Whom members would have inside, through which post, and in which words. */
export function AdviceRequests({ requests, t, ...rest }: AdviceRequestsProps) {
  if (requests.length === 0)
    return <EmptyState title={t("launch.advice.noneTitle")}>{t("launch.advice.noneText")}</EmptyState>;
  return (
    <List label={t("launch.advice.requests")}>
      {requests.map((request) => (
        <RequestRow key={request.id} request={request} t={t} {...rest} />
      ))}
    </List>
  );
}

function RequestRow({
  request,
  back,
  t,
  format,
  words,
  refusedOf,
}: Omit<AdviceRequestsProps, "requests"> & { request: AdviceRequest }) {
  const { id, person, address, by, post } = request;
  const name = person?.displayName ?? address ?? "";
  return (
    <ListRow
      heading={2}
      title={name}
      {...(person === null ? {} : { href: paths.person(person.id) })}
      text={request.words}
      meta={
        <>
          <span>{t.rich("launch.advice.by", { person: () => <PersonLink person={by} /> })}</span>
          <TimeAgo at={request.askedAt} format={format} />
          {post === null ? (
            <span>{t("launch.advice.hiddenPost")}</span>
          ) : (
            <Link href={paths.post(post.id)}>{post.title}</Link>
          )}
        </>
      }
      trailing={
        <ActionForm
          procedure="advice.answer"
          back={back}
          words={words}
          refused={refusedOf("advice.answer", { advice: id })}
          hidden={{ advice: id }}
          label={t("launch.advice.answerFor", { name })}
        >
          {post?.mayName ? <Checkbox name="title" label={t("launch.advice.nameTitle")} /> : null}
          <div className="button-row">
            <SubmitButton look="quiet" size="small" name="invite" value="yes">
              {t("launch.advice.invite")}
            </SubmitButton>
            <SubmitButton look="plain" size="small" name="invite" value="no">
              {t("launch.advice.notNow")}
            </SubmitButton>
          </div>
        </ActionForm>
      }
    />
  );
}
