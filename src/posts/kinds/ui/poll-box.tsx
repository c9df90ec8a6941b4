import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Checkbox, RadioGroup } from "@/ui/choices";
import type { RefusedForm } from "@/ui/form-state";
import { Progress } from "@/ui/progress";
import { SubmitButton } from "@/ui/submit-button";
import { Table } from "@/ui/table";
import type { PollView } from "../views";

type PollBoxProps = {
  postId: string;
  poll: PollView;
  may: { vote: boolean; closePoll: boolean; reopenPoll: boolean };
  back: string;
  t: Words;
  format: Formats;
  words: FormWords;
  refused: RefusedForm | null;
  /** What was refused of closing it or opening it again. */
  closing: RefusedForm | null;
};

/** A poll: first the question, so that nobody answers as the others did; then how it was answered. */
export function PollBox(props: PollBoxProps) {
  const { poll, may, t } = props;
  const answered = poll.mine.length > 0;
  if (!may.vote)
    return (
      <section className="poll" id="poll" aria-label={t("posts.poll.title")}>
        <Results {...props} />
        <Closing {...props} />
      </section>
    );
  return (
    <section className="poll" id="poll" aria-label={t("posts.poll.title")}>
      {answered ? <Results {...props} /> : <Ballot {...props} />}
      <details className="mt-4" open={props.refused !== null && answered}>
        <summary className="quiet fine">{t(answered ? "posts.poll.change" : "posts.poll.look")}</summary>
        <div className="mt-3">{answered ? <Ballot {...props} /> : <Results {...props} />}</div>
      </details>
      <Closing {...props} />
    </section>
  );
}

/** The way to close a poll before its time, and to open it again. */
function Closing({ postId, may, back, t, words, closing }: PollBoxProps) {
  if (!may.closePoll && !may.reopenPoll) return null;
  return (
    <ActionForm
      className="mt-3"
      procedure={may.closePoll ? "posts.closePoll" : "posts.reopenPoll"}
      back={`${back}#poll`}
      words={words}
      refused={closing}
      hidden={{ post: postId, _to: `${paths.post(postId)}#poll` }}
    >
      <div>
        <SubmitButton look="plain" size="small">
          {t(may.closePoll ? "posts.poll.close" : "posts.poll.reopen")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

function Ballot({ postId, poll, back, t, words, refused, format }: PollBoxProps) {
  const options = poll.options.map(({ position, label }) => ({ value: String(position), label }));
  const legend = t(poll.several ? "posts.poll.several" : "posts.poll.one");
  const form = { back: `${back}#poll`, words, hidden: { post: postId, _to: `${paths.post(postId)}#poll` } };
  return (
    <>
      <ActionForm procedure="posts.vote" refused={refused} {...form}>
        {poll.several ? (
          <fieldset className="choices">
            <legend>{legend}</legend>
            {options.map(({ value, label }) => (
              <Checkbox
                key={value}
                name="choices"
                value={value}
                label={label}
                checked={poll.mine.includes(Number(value))}
              />
            ))}
          </fieldset>
        ) : (
          <RadioGroup name="choices" legend={legend} options={options} value={poll.mine[0]?.toString() ?? null} />
        )}
        <p className="quiet fine">
          {t(poll.named ? "posts.poll.named" : "posts.poll.nameless")}
          {poll.closesAt === null ? null : ` ${t("posts.poll.closes", { when: format.dateTime(poll.closesAt) })}`}
        </p>
        <div className="button-row">
          <SubmitButton>{t("posts.poll.send")}</SubmitButton>
        </div>
      </ActionForm>
      {poll.mine.length === 0 ? null : (
        <ActionForm className="mt-3" procedure="posts.unvote" {...form}>
          <div>
            <SubmitButton look="plain" size="small">
              {t("posts.poll.takeBack")}
            </SubmitButton>
          </div>
        </ActionForm>
      )}
    </>
  );
}

function Results({ poll, t, format }: PollBoxProps) {
  const share = (votes: number) => (poll.voters === 0 ? 0 : votes / poll.voters);
  const told = (votes: number) => t("posts.poll.votes", { count: votes, share: format.percent(share(votes)) });
  return (
    <div className="poll-results">
      {poll.options.map((option) => (
        <div key={option.position}>
          <Progress
            label={option.label}
            text={told(option.votes)}
            value={option.votes}
            max={Math.max(1, poll.voters)}
            tone={poll.mine.includes(option.position) ? "good" : "plain"}
          />
          {poll.mine.includes(option.position) ? <p className="fine">{t("posts.poll.mine")}</p> : null}
          {option.names.length === 0 ? null : <p className="quiet fine">{whoChose(option, t, format)}</p>}
        </div>
      ))}
      <p className="quiet fine">
        {t("posts.poll.voters", { count: poll.voters })}
        {poll.open || poll.closesAt === null
          ? null
          : ` ${t("posts.poll.closed", { when: format.date(poll.closesAt) })}`}
      </p>
      <details>
        <summary className="quiet fine">{t("posts.poll.asTable")}</summary>
        <Table
          caption={t("posts.poll.title")}
          captionHidden
          rows={poll.options}
          rowKey={(option) => String(option.position)}
          columns={[
            { key: "label", label: t("posts.poll.answer"), cell: (option) => option.label },
            {
              key: "votes",
              label: t("posts.poll.count"),
              numeric: true,
              cell: (option) => format.number(option.votes),
            },
            {
              key: "share",
              label: t("posts.poll.share"),
              numeric: true,
              cell: (option) => format.percent(share(option.votes)),
            },
          ]}
        />
      </details>
    </div>
  );
}

function whoChose(option: PollView["options"][number], t: Words, format: Formats): string {
  const more = option.votes - option.names.length;
  return format.list(more > 0 ? [...option.names, t("posts.reactions.others", { count: more })] : option.names);
}
