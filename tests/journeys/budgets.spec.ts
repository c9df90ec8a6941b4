import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { type CountedLevain, startCountedLevain } from "../support/counted-levain";

/** Statements that a page may take, whoever asks and whatever it shows; who asks is one of them. */
const STATEMENTS_MAX = 5;
/** What a reading page may load beyond what every page of the same build must, in bytes after gzip. */
const SCRIPT_BYTES_MAX = 30_000;

type Page = { readonly name: string; readonly path: string; readonly cookie: string };

let levain: CountedLevain;
let pages: Page[];
let waiting: Page;

test.beforeAll(async () => {
  levain = await startCountedLevain();
  const { sql } = levain;
  const [admin] = await sql`select person_id as id from person_role where role = 'admin' and until is null limit 1`;
  // The member with the most spaces, whose pages gather the most.
  const [member] = await sql`
    select m.person_id as id from space_member m
    where not exists (select 1 from person_role r where r.person_id = m.person_id and r.until is null)
    group by 1 order by count(*) desc, 1 limit 1`;
  const [space] = await sql`select slug from space order by post_count desc, slug limit 1`;
  const [post] =
    await sql`select c.id from conversation c join post p on p.id = c.id order by c.comment_count desc limit 1`;
  const [idea] = await sql`select c.id, b.slug as board from conversation c join idea i on i.id = c.id
    join board b on b.id = i.board_id order by c.comment_count desc limit 1`;
  const [asAdmin, asMember] = [await levain.signIn(admin?.id), await levain.signIn(member?.id)];
  const read = (name: string, address: string, cookie = asMember) => ({ name, path: address, cookie });
  pages = [
    read("home", "/"),
    read("spaces", "/spaces"),
    read("space", `/spaces/${space?.slug}`),
    read("post", `/posts/${post?.id}`),
    read("people", "/people"),
    read("profile", `/people/${admin?.id}`),
    read("boards", "/boards"),
    read("board", `/boards/${idea?.board}`),
    read("idea", `/ideas/${idea?.id}`),
    read("launch", "/launch", asAdmin),
  ];
  waiting = read("waiting", "/waiting");
});

test.afterAll(async () => {
  await levain?.stop();
});

test("no page takes more than five statements", async () => {
  // At the first stage everybody but the team still waits. That they were here is noted once, beside the page.
  await levain.show(waiting.path, waiting.cookie);
  const door = await levain.show(waiting.path, waiting.cookie);
  await levain.sql`update launch_state set stage = 'general'`;
  const shown = [{ page: waiting, answer: door }];
  for (const page of pages) {
    // What a process keeps from its first request is not what a page costs.
    await levain.show(page.path, page.cookie);
    shown.push({ page, answer: await levain.show(page.path, page.cookie) });
  }
  for (const { page, answer } of shown) {
    console.log(`${page.name}: ${answer.statements.length} statements`);
    expect.soft(answer.status, `${page.name} answers`).toBe(200);
    expect.soft(answer.statements.length, `${page.name} asked:\n${answer.statements.join("\n\n")}`).toBeGreaterThan(0);
    expect
      .soft(answer.statements.length, `${page.name} asked:\n${answer.statements.join("\n\n")}`)
      .toBeLessThanOrEqual(STATEMENTS_MAX);
  }
});

test("a reading page loads at most 30 kB of script beyond an empty page", async () => {
  await levain.sql`update launch_state set stage = 'general'`;
  const floor = emptyPage();
  const empty = [...floor].reduce((sum, file) => sum + bytesOf(file), 0);
  console.log(`an empty page: ${empty} bytes of script after gzip`);
  for (const page of pages.filter(({ name }) => ["home", "space", "post", "profile", "idea"].includes(name))) {
    const { html } = await levain.show(page.path, page.cookie);
    const scripts = scriptsOf(html);
    const beyond = scripts.filter((file) => !floor.has(file));
    const bytes = beyond.reduce((sum, file) => sum + bytesOf(file), 0);
    console.log(`${page.name}: ${bytes} bytes more in ${beyond.length} files`);
    // Were the floor not part of the page, the difference would say nothing.
    expect(scripts, `${page.name} loads the framework`).toEqual(expect.arrayContaining([...floor]));
    expect.soft(bytes, `${page.name} loads ${beyond.join(", ")}`).toBeLessThanOrEqual(SCRIPT_BYTES_MAX);
  }
});

/** Next's output; what a server was built into can be chosen, as in next.config.ts. */
const DIST = process.env.NEXT_DIST_DIR ?? ".next";

/**
 * What an empty page of this build loads: the files that Next itself lists as the roots of every page. Nothing of ours
 * is in them, and nothing of a page's own is left out of the difference, so the budget is never easier than it says.
 */
function emptyPage(): Set<string> {
  const manifest = JSON.parse(readFileSync(path.join(DIST, "build-manifest.json"), "utf8")) as {
    rootMainFiles: string[];
  };
  return new Set(manifest.rootMainFiles.map((file) => `/_next/${file}`));
}

/** The scripts that a document makes a browser load at once; a fallback for old browsers is not loaded. */
function scriptsOf(html: string): string[] {
  const tags = html.match(/<(script|link)\b[^>]*>/g) ?? [];
  const found = tags.flatMap((tag) => {
    if (/\bnomodule\b/i.test(tag)) return [];
    const source = /^<script\b.*?\bsrc="([^"]+)"/.exec(tag)?.[1];
    const isPreload = /\brel="modulepreload"/.test(tag) || /\bas="script"/.test(tag);
    const ahead = isPreload ? /\bhref="([^"]+)"/.exec(tag)?.[1] : undefined;
    return [source ?? ahead ?? ""].filter((file) => file.startsWith("/_next/static/"));
  });
  return [...new Set(found.map((file) => file.split("?", 1)[0] ?? file))];
}

function bytesOf(file: string): number {
  return gzipSync(readFileSync(path.join(DIST, file.replace(/^\/_next\//, "")))).length;
}
