import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { PersonAvatar } from "@/members/ui/person-avatar";
import { PersonLink } from "@/members/ui/person-link";
import { paths } from "@/paths";
import { Entries, Entry } from "@/ui/entry";
import { Link } from "@/ui/link";
import { Section } from "@/ui/page-title";
import { TimeAgo } from "@/ui/time-ago";
import { dayWords, STATUS_WORDS } from "../../ui/words";
import type { CourseStep } from "../views";

type CourseProps = { steps: readonly CourseStep[]; t: Words; format: Formats };

/** All that happened to an idea beside its words. */
export function Course({ steps, t, format }: CourseProps) {
  return (
    <Section title={t("ideas.course.title")}>
      <p className="quiet">{steps.length === 0 ? t("ideas.course.none") : t("ideas.course.lead")}</p>
      <Entries label={t("ideas.course.title")}>
        {steps.map((step) => (
          <Entry
            key={`${step.kind} ${step.id}`}
            id={`s-${step.kind}-${step.id}`}
            leading={<PersonAvatar person={step.by} />}
            byline={
              <>
                <span>
                  <PersonLink person={step.by} />
                </span>
                <TimeAgo at={step.at} format={format} />
              </>
            }
          >
            <p>
              <StepWords step={step} t={t} format={format} />
            </p>
            {step.note === "" ? null : <p className="quiet">{step.note}</p>}
          </Entry>
        ))}
      </Entries>
    </Section>
  );
}

function StepWords({ step, t, format }: { step: CourseStep; t: Words; format: Formats }) {
  if (step.kind === "transferred") {
    const board = (name: string) => (name === "" ? t("ideas.course.aBoard") : name);
    return t("ideas.course.transferred", { from: board(step.from), to: board(step.to) });
  }
  if (step.kind === "moved") {
    const name = (status: typeof step.to) => t(STATUS_WORDS[status].name);
    const said = step.from === step.to ? "ideas.course.stayed" : "ideas.course.moved";
    const day = step.promisedFor;
    const promised = day === null ? "" : ` · ${t("feedback.moves.promised", { day: dayWords(format, day) })}`;
    return t(said, { from: name(step.from), to: name(step.to) }) + promised;
  }
  const { other } = step;
  return t.rich(`ideas.course.${step.kind}`, {
    other: other === null ? t("ideas.course.gone") : t("ideas.course.quoted", { title: other.title }),
    link: (chunks) => (other === null ? chunks : <Link href={paths.idea(other.id)}>{chunks}</Link>),
  });
}
