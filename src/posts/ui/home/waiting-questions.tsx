import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { List, ListRow } from "@/ui/list";
import { Section } from "@/ui/page-title";
import { TimeAgo } from "@/ui/time-ago";
import type { WaitingQuestion } from "../../reading/views";

type WaitingQuestionsProps = { questions: readonly WaitingQuestion[]; t: Words; format: Formats };

/** Questions that wait for somebody who knows what the reader says they can help with. */
export function WaitingQuestions({ questions, t, format }: WaitingQuestionsProps) {
  if (questions.length === 0) return null;
  return (
    <Section title={t("reading.questions.title")}>
      <List tight label={t("reading.questions.title")}>
        {questions.map((question) => (
          <ListRow
            key={question.id}
            title={question.title}
            href={paths.post(question.id)}
            meta={
              <>
                <span>{t("reading.questions.by", { name: question.by })}</span>
                <TimeAgo at={question.at} format={format} />
                <span>{t("posts.comments", { count: question.answers })}</span>
              </>
            }
          />
        ))}
      </List>
    </Section>
  );
}
