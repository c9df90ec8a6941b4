import { Frame, format, t } from "@tests/gallery/frame";
import type { ReactNode } from "react";
import { formWords } from "@/i18n/form-words";
import { ActionForm } from "@/ui/action-form";
import { Avatar } from "@/ui/avatar";
import { Badge } from "@/ui/badge";
import { Button, ButtonRow, LinkButton } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Checkbox, RadioGroup } from "@/ui/choices";
import { DefinitionList } from "@/ui/definition-list";
import { DialogButton } from "@/ui/dialog";
import { EmptyState } from "@/ui/empty-state";
import { Entries, Entry } from "@/ui/entry";
import { Field } from "@/ui/field";
import { Select, TextArea, TextInput } from "@/ui/inputs";
import { List, ListRow, Meta } from "@/ui/list";
import { Menu } from "@/ui/menu";
import { PageTitle, Section } from "@/ui/page-title";
import { Pager } from "@/ui/pager";
import { Progress } from "@/ui/progress";
import { Prose } from "@/ui/prose";
import { PlainPage } from "@/ui/shell";
import { Stack } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";
import { Table } from "@/ui/table";
import { Tabs } from "@/ui/tabs";
import { TimeAgo } from "@/ui/time-ago";

const posts = [
  ["Who still has the old starter from the canteen?", "Aminata Diallo", "Bread at work", "2026-03-12T09:35:00Z", 14],
  [
    "The list turns two: what we learned, and three things I would ask you to try before the summer",
    "Chloé Marchand",
    "Bread at work",
    "2026-03-12T06:00:00Z",
    31,
  ],
  ["Compte rendu de la rencontre du mardi", "Jérôme Lefèvre", "Lyon site", "2026-03-11T15:10:00Z", 6],
  ["Rye or wheat for the first week?", "Bo Lindqvist", "Bread at work", "2026-02-27T15:10:00Z", 0],
] as const;
const text =
  "I fed it every morning for three weeks, then the plant was closed over the holidays and nobody had the key. It is alive, though it smells of nail varnish; here is what I would do.";

const Feed = () => (
  <Frame
    flash="Your post is up."
    aside={
      <>
        <Section title="Open ideas">
          <List tight>
            <ListRow title="A quiet hour on Fridays" href="/i/1" meta={<span>42 votes</span>} />
            <ListRow title="Carpool between the two sites" href="/i/2" meta={<span>17 votes</span>} />
          </List>
        </Section>
        <Section title="You are here because">
          <p className="fine quiet">Aminata invited you on 3 March, when the founding circle opened.</p>
        </Section>
      </>
    }
  >
    <PageTitle
      actions={
        <LinkButton href="/compose" look="primary" icon="write">
          Write
        </LinkButton>
      }
    >
      Thursday, 12 March
    </PageTitle>
    <Tabs
      label="What to show"
      items={[
        { href: "/", label: "New for me", current: true, count: 4 },
        { href: "/all", label: "Everything" },
        { href: "/mine", label: "Mine" },
      ]}
    />
    <List lead>
      {posts.map(([title, name, space, at, answers]) => (
        <ListRow
          key={title}
          heading={2}
          leading={<Avatar id={name} name={name} />}
          title={title}
          href="/posts/1"
          text={text}
          meta={
            <>
              <a href="/people/1">{name}</a>
              <a href="/spaces/1">{space}</a>
              <TimeAgo at={at} format={format} />
              <span>{answers === 0 ? "No answer yet" : `${answers} answers`}</span>
            </>
          }
        />
      ))}
    </List>
    <Pager label="Pages" next={{ href: "/?after=1", label: "Older" }} />
  </Frame>
);

const html = `<p>Dear all, the list turns two this week. When Aminata and I wrote the first message there were <em>eleven</em> of us, and the only rule was to answer whoever wrote first. We had no plan and <a href="https://example.org">no tool</a>, and I think that is why it worked: nobody had to learn anything in order to say something.</p><h2>What we learned</h2><ul><li>An answer within the day is worth more than a long one within the week.</li><li>People come back for people. <strong>Introduce two a week</strong> and the rest follows.</li></ul><blockquote><p>I did not think that anybody outside the bakery team would care. Then Jérôme sent me his grandmother’s recipe.</p></blockquote><p>Set <code>feed --every 12h</code> and mind the name Erdős.</p><pre><code>flour 100 g\nwater 100 g\nstarter 20 g</code></pre><details><summary>Quoted text</summary><blockquote><p>On Tuesday Bo wrote: rye or wheat?</p></blockquote></details>`;

const Comment = ({
  id,
  name,
  text: said,
  answers,
}: {
  id: string;
  name: string;
  text: string;
  answers?: ReactNode;
}) => (
  <Entry
    id={id}
    leading={<Avatar id={name} name={name} />}
    byline={
      <>
        <a href="/people/1">{name}</a>
        <TimeAgo at="2026-03-12T07:00:00Z" format={format} />
        <span>edited</span>
      </>
    }
    menu={
      <Menu
        label={`Options for the answer of ${name}`}
        items={[
          { label: "Edit", icon: "edit", href: "/edit" },
          { label: "Remove", icon: "remove", tone: "bad", procedure: "posts.removeComment", back: "/posts/1" },
        ]}
      />
    }
    actions={
      <LinkButton href="#write" look="plain" size="small" icon="reply">
        Answer
      </LinkButton>
    }
    answers={answers}
  >
    <Prose size="small" html={said} />
  </Entry>
);

const Post = () => (
  <Frame>
    <article>
      <PageTitle
        kicker={<a href="/spaces/1">Bread at work</a>}
        meta={
          <>
            <a href="/people/1">Chloé Marchand</a>
            <TimeAgo at="2026-03-12T06:00:00Z" format={format} />
            <span>31 answers</span>
          </>
        }
        lead="Two years of a mailing list about sourdough, and what it says about launching anything."
      >
        The list turns two: what we learned
      </PageTitle>
      <Prose html={html} />
    </article>
    <Section title="31 answers" action={<a href="#write">Answer</a>}>
      <Entries>
        <Comment
          id="c-1"
          name="Jérôme Lefèvre"
          text="<p>She would be glad. The recipe wants a cold night, which the canteen has.</p><p>I can bring the old jar on Tuesday, if somebody from the day shift is there to take it.</p>"
          answers={
            <Entries>
              <Comment id="c-2" name="Bo Lindqvist" text="<p>I am, until three.</p>" />
            </Entries>
          }
        />
        <Comment id="c-3" name="Aminata Diallo" text="<p>Eleven! I had counted nine.</p>" />
      </Entries>
    </Section>
    <Section title="Your answer">
      <ActionForm procedure="posts.comment" back="/posts/1" words={formWords(t)} clears>
        <Field name="body" label="What do you say?" max={5000} required>
          <TextArea reading />
        </Field>
        <ButtonRow>
          <SubmitButton>Answer</SubmitButton>
          <DialogButton label="How to format" look="plain" icon="info" title="How to format" closeWords="Close">
            <p>Two stars make bold.</p>
          </DialogButton>
        </ButtonRow>
      </ActionForm>
    </Section>
  </Frame>
);

const Form = () => (
  <Frame>
    <PageTitle lead="Members see this on your page and beside what you write.">My profile</PageTitle>
    <ActionForm
      procedure="members.editProfile"
      back="/settings/profile"
      words={formWords(t)}
      refused={{
        message: "Something in the form needs another look.",
        fields: { name: ["This is missing."], terms: ["Choose one of the answers."] },
        values: { name: "", about: "I bake on Sundays.", site: "lyon", mail: "digest" },
        ref: "r-1234",
      }}
    >
      <Field name="name" label="Name" required hint="As colleagues call you.">
        <TextInput autoComplete="name" />
      </Field>
      <Field name="about" label="About you" note="optional" max={200}>
        <TextArea />
      </Field>
      <Field name="site" label="Site">
        <Select
          options={[
            { value: "paris", label: "Paris" },
            { value: "lyon", label: "Lyon" },
          ]}
        />
      </Field>
      <RadioGroup
        name="mail"
        legend="Mail"
        options={[
          { value: "each", label: "Each post", hint: "As it is written." },
          { value: "digest", label: "A digest", hint: "Every morning, when there is something." },
          { value: "none", label: "Nothing" },
        ]}
      />
      <Checkbox name="terms" label="Colleagues may find me in the directory" hint="Hosts always can." />
      <ButtonRow>
        <SubmitButton>Save</SubmitButton>
        <Button>Cancel</Button>
        <Button look="danger" icon="remove">
          Erase my account
        </Button>
        <Button look="plain" size="small" icon="vote" aria-pressed="true">
          42
        </Button>
      </ButtonRow>
    </ActionForm>
  </Frame>
);

const gates = [
  { key: "L1", name: "Wrote in the last 28 days", value: "34", need: "30", held: true },
  { key: "L2", name: "Share of posts answered within a day", value: "61 %", need: "70 %", held: false },
];

const Desk = () => (
  <Frame wide>
    <PageTitle
      kicker="Launch room"
      lead="A gate that does not hold refuses the flip."
      actions={<Button icon="history">History</Button>}
    >
      From Groundwork to the Founding circle
    </PageTitle>
    <Callout tone="bad" title="One gate does not hold">
      You may flip all the same, with a reason that stays visible.
    </Callout>
    <Section title="Gates">
      <Table
        caption="Measured this morning"
        captionHidden
        rows={gates}
        rowKey={({ key }) => key}
        columns={[
          { key: "name", label: "Gate", cell: (row) => row.name },
          { key: "value", label: "Now", numeric: true, cell: (row) => row.value },
          { key: "need", label: "Needed", numeric: true, cell: (row) => row.need },
          {
            key: "held",
            label: "Holds",
            cell: (row) => (
              <Badge tone={row.held ? "good" : "bad"} icon={row.held ? "check" : "close"}>
                {row.held ? "holds" : "does not hold"}
              </Badge>
            ),
          },
        ]}
      />
    </Section>
    <Section title="People">
      <Stack>
        <Progress label="Invited who signed in" text="12 of 30" value={12} max={30} />
        <Progress label="Spaces with a host" text="4 of 4" value={4} max={4} tone="good" />
        <Callout tone="good">Everybody who wrote this week was answered.</Callout>
        <Callout>The list is still imported in the background.</Callout>
        <DefinitionList
          items={[
            { term: "Stage", detail: <Badge tone="accent">Groundwork</Badge> },
            { term: "Since", detail: "3 March 2026" },
          ]}
        />
        <Meta>
          <Badge>seeded</Badge>
          <span>3 posts</span>
        </Meta>
      </Stack>
    </Section>
    <EmptyState
      title="Nobody is waiting"
      action={
        <LinkButton href="/launch/invitations" look="primary">
          Invite somebody
        </LinkButton>
      }
    >
      Whoever asks to join appears here, with the words they wrote. Until then, invite those who wrote to the list most.
    </EmptyState>
  </Frame>
);

const Waiting = () => (
  <PlainPage brand={{ name: "Levain", href: "/" }}>
    <PageTitle lead="Levain is at its Groundwork stage: hosts are talking with people by mail, and the rooms are still empty on purpose.">
      You are early, Aminata
    </PageTitle>
    <ActionForm procedure="launch.askToJoin" back="/waiting" words={formWords(t)}>
      <Field name="words" label="Why would you like to come in?" note="optional" hint="Your host reads it.">
        <TextArea />
      </Field>
      <ButtonRow>
        <SubmitButton>Ask to join</SubmitButton>
      </ButtonRow>
    </ActionForm>
  </PlainPage>
);

/** Every primitive, in pages such as the house is made of. */
export const scenes = { feed: Feed, post: Post, form: Form, desk: Desk, waiting: Waiting } as const;
