import type { Browser, BrowserContext, Page } from "@playwright/test";
import { expect, type Levain } from "@tests/support/levain";
import { PEOPLE, test } from "@tests/support/pages";
import { paths } from "@/paths";

const JULIEN = "julien.moreau@demo.levain.example";
const CAMILLE = "camille.roux@demo.levain.example";
const TITLE = "Voir d’un coup d’œil où en sont nos idées";

test.use({ house: "workbench" });

type SignIn = (context: BrowserContext, email: string) => Promise<void>;

async function as(browser: Browser, signInAs: SignIn, email: string, script = true): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: script, locale: "en-GB" });
  await signInAs(context, email);
  return context.newPage();
}

/** Three more who asked and would try it, beside Julien and Camille, who are inside: five are ready. */
async function fiveAreReady({ sql }: Levain): Promise<string> {
  const [row] = await sql<
    { id: string }[]
  >`select i.id from idea i join conversation c using (id) where c.title = ${TITLE}`;
  if (row === undefined) throw new Error("the demo lacks the idea");
  const others = await sql<{ id: string }[]>`select p.id from person p where p.state = 'active' and p.kind = 'human'
    and not exists (select 1 from idea_vote v where v.idea_id = ${row.id} and v.person_id = p.id)
    and not exists (select 1 from person_role r where r.person_id = p.id)
    and p.id not in (select person_id from person_address where address = ${PEOPLE.member})
    order by p.display_name limit 3`;
  for (const { id } of others) {
    await sql`insert into idea_vote (idea_id, person_id, need, voted_at) values (${row.id}, ${id}, 'need', now())`;
    await sql`insert into preview_volunteer (idea_id, person_id, at) values (${row.id}, ${id}, now())`;
  }
  await sql`insert into admission (id, person_id, kind, granted_at, accepted_at)
    select gen_random_uuid(), person_id, 'host-invitation', now(), now() from person_address
    where address in (${JULIEN}, ${CAMILLE})`;
  await sql`update idea set vote_count = vote_count + 3, need_count = need_count + 3 where id = ${row.id}`;
  return row.id;
}

test("what members ask for they try first, and it is theirs to say whether it is what they meant", async ({
  browser,
  levain,
  named,
  signInAs,
  accessible,
}) => {
  expect(named.entry).not.toBe("");
  await levain.sql`update person set locale = 'en'`;
  const idea = `${levain.url}${paths.idea(await fiveAreReady(levain))}`;
  const roadmap = `${levain.url}${paths.roadmap()}`;
  const hannah = await as(browser, signInAs, PEOPLE.host);

  await test.step("five are ready, and one is missing: the host is told so", async () => {
    await hannah.goto(idea);
    await expect(hannah.getByText("5 of 6 people who asked would try it.")).toBeVisible();
    await hannah.locator("summary", { hasText: "Begin the preview" }).click();
    const begin = hannah.getByRole("form", { name: "Begin the preview" });
    await begin.getByRole("button", { name: "Begin the preview" }).click();
    await expect(begin.getByText("It begins when 6 are ready.")).toBeVisible();
  });

  const tom = await as(browser, signInAs, PEOPLE.member, false);
  await test.step("without JavaScript a member votes and would try it", async () => {
    await tom.goto(roadmap);
    await expect(tom.getByText("This is not open at this stage yet.").first()).toBeVisible();
    await tom.goto(idea);
    await tom.getByRole("button", { name: "I would try it" }).click();
    await expect(tom.getByText("Your vote is missing still")).toBeVisible();
    await tom.locator("summary", { hasText: "Do you need this too?" }).click();
    await tom.getByRole("form", { name: "Do you need this too?" }).getByRole("button", { name: "Vote" }).click();
    await expect(tom.getByText("6 of 6 people who asked would try it.")).toBeVisible();
  });

  await test.step("the host begins it at the sixth, and those who would try it have it", async () => {
    await hannah.goto(idea);
    await hannah.locator("summary", { hasText: "Begin the preview" }).click();
    await hannah.getByRole("form", { name: "Begin the preview" }).getByRole("button").click();
    await expect(hannah.getByText("6 people try it.")).toBeVisible();
    await accessible(hannah);
  });

  await test.step("after three visits one small question comes, once", async () => {
    const asks = tom.getByRole("region", { name: "Does this solve what you needed?" });
    for (let visit = 0; visit < 3; visit++) {
      await tom.goto(roadmap);
      await expect(tom.getByText("You try this before it is there for all.")).toBeVisible();
      await expect(asks).toHaveCount(0);
    }
    await tom.goto(roadmap);
    await asks.getByRole("radio", { name: "Partly" }).check();
    await asks.getByLabel("What is missing, or what is good about it?").fill("The days are too small to read.");
    await asks.getByRole("button", { name: "Answer" }).click();
    await expect(asks).toHaveCount(0);
    await hannah.goto(idea);
    await hannah.locator("summary", { hasText: "What one of them wrote" }).click();
    await expect(hannah.getByText("The days are too small to read.")).toBeVisible();
    await expect(hannah.getByText("without a name")).toBeVisible();
  });

  await test.step("somebody else leaves all previews with one switch", async () => {
    const camille = await as(browser, signInAs, CAMILLE);
    await camille.goto(roadmap);
    await expect(camille.getByRole("heading", { level: 1, name: "Roadmap" })).toBeVisible();
    await camille.goto(`${levain.url}${paths.settingsPreviews()}`);
    await camille.getByRole("button", { name: "Leave all previews" }).click();
    await expect(camille.getByRole("button", { name: "Leave all previews" })).toHaveCount(0);
    await camille.goto(roadmap);
    await expect(camille.getByRole("heading", { level: 1, name: "Roadmap" })).toHaveCount(0);
  });

  await test.step("the host ships it and names who asked; whoever is named says how", async () => {
    await hannah.goto(idea);
    await hannah.locator("summary", { hasText: "Answer again" }).click();
    const answer = hannah.getByRole("form", { name: "Answer this idea" });
    await answer.getByLabel("Where does it stand?").selectOption("Shipped");
    await answer.getByLabel("Your words").fill("One page with every idea and its day.");
    await answer.getByRole("button", { name: "Answer" }).click();
    await expect(hannah.getByText("On for all")).toBeVisible();
    await hannah.getByRole("link", { name: "Name who shaped it" }).click();
    const asked = hannah.getByRole("form", { name: "Asked by" });
    await expect(asked.getByRole("checkbox", { name: /Julien Moreau/ })).toBeChecked();
    await asked.getByRole("button", { name: "Ask them" }).click();
    await expect(hannah.getByText("not answered yet")).toBeVisible();
    await accessible(hannah);

    const julien = await as(browser, signInAs, JULIEN);
    await julien.goto(`${levain.url}${paths.settingsCredits()}`);
    await julien.getByRole("radio", { name: "Julien Moreau" }).check();
    await julien.getByRole("button", { name: "Save" }).click();
    await expect(julien.getByText("waits for your answer")).toHaveCount(0);
    await accessible(julien);
  });

  await test.step("an entry in the words of the answer is there to publish, and credits who asked", async () => {
    const changelog = `${levain.url}${paths.changelog()}`;
    await expect(async () => {
      await hannah.goto(changelog);
      await hannah.getByRole("main").getByRole("link", { name: TITLE }).click({ timeout: 1000 });
    }).toPass();
    await expect(hannah.getByLabel("Your words")).toHaveValue("One page with every idea and its day.");
    await hannah.getByRole("button", { name: "Publish" }).click();
    const entry = hannah.getByRole("article").filter({ hasText: TITLE });
    await expect(entry.getByRole("link", { name: "Julien Moreau" })).toBeVisible();
    await accessible(hannah);
    // For a while the feature itself says so as well, to everybody.
    await tom.goto(roadmap);
    await expect(tom.getByRole("link", { name: "Imagined with Julien Moreau" })).toBeVisible();
  });

  await test.step("its author says that it is not what they meant, and it goes back to work", async () => {
    const julien = await as(browser, signInAs, JULIEN, false);
    await julien.goto(idea);
    const meant = julien.getByRole("form", { name: "Is it what you meant?" });
    await meant.getByRole("radio", { name: "No, it is not what I meant" }).check();
    await meant.getByLabel("Your words").fill("I meant one line an idea, not columns.");
    await meant.getByRole("button", { name: "Say so" }).click();
    await expect(julien.getByText("In progress").first()).toBeVisible();
    await expect(julien.getByText("it is not what was meant, says")).toBeVisible();
    await tom.goto(`${levain.url}${paths.changelog()}`);
    await expect(tom.getByRole("article").filter({ hasText: TITLE }).getByText("reopened since")).toBeVisible();
    await tom.goto(`${levain.url}${paths.workbench()}`);
    await expect(tom.getByRole("heading", { level: 1, name: "Workbench" })).toBeVisible();
    await hannah.goto(`${levain.url}${paths.workbench()}`);
    await accessible(hannah);
  });
});
