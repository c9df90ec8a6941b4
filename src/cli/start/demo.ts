import { demoPeople } from "@/assembly/demo/people";
import { seedDemo } from "@/assembly/demo/seed";
import { ADMIN_GROUP, HOST_GROUP } from "@/cli/demo-identity/people";
import { type DemoIdentity, demoIssuer, startDemoIdentity } from "@/cli/demo-identity/provider";
import { aside } from "@/cli/output";
import { closeDatabase, connect } from "@/platform/database/client";
import type { Env } from "@/platform/env";
import { closeSender } from "@/platform/jobs/boss";

const CLIENT_ID = "levain";

/** What the application is told of the demo's sign-in, under the names that a company would use for its own. */
export function demoVariables(env: Env, clientSecret: string): Record<string, string> {
  return {
    LEVAIN_DEMO: "1",
    OIDC_ISSUER: demoIssuer(env.LEVAIN_IDP_PORT),
    OIDC_CLIENT_ID: CLIENT_ID,
    OIDC_CLIENT_SECRET: clientSecret,
    OIDC_ADMIN_GROUPS: ADMIN_GROUP,
    OIDC_HOST_GROUPS: HOST_GROUP,
    MAIL_DOMAIN: env.MAIL_DOMAIN ?? "levain.localhost",
    MAIL_IN_PORT: String(env.MAIL_IN_PORT ?? Math.min(Math.max(env.PORT, env.LEVAIN_IDP_PORT) + 1, 65_535)),
  };
}

export function startDemoSignIn(env: Env, clientSecret: string): Promise<DemoIdentity> {
  return startDemoIdentity({
    port: env.LEVAIN_IDP_PORT,
    appUrl: env.APP_URL,
    clientId: CLIENT_ID,
    clientSecret,
    dataDir: env.LEVAIN_DATA_DIR,
  });
}

/** Fills a database in which there is nobody with the demo community. */
export async function fillWhenEmpty(url: string): Promise<void> {
  const client = connect(url, 1);
  try {
    const [row] = await client<{ inhabited: boolean }[]>`select exists (select 1 from person) as inhabited`;
    if (row?.inhabited) return;
  } finally {
    await client.end({ timeout: 2 });
  }
  aside("Filling the empty database with a small demo community …");
  await seedDemo(url);
  // The supervisor sends nothing else, and an open sender or pool would keep it from ending.
  await closeSender();
  await closeDatabase();
}

/** Who can sign in, in a few lines: those who run things first, then one of each other kind. */
export function whoCanSignIn(): string[] {
  const examples = [
    ...demoPeople.filter(({ role }) => role !== null),
    ...(["invited", "waiting", "seeded", "stranger"] as const).flatMap(
      (arrives) => demoPeople.find((person) => person.arrives === arrives && person.role === null) ?? [],
    ),
  ];
  const widest = Math.max(...examples.map(({ name }) => name.length));
  return examples.map((person) => `  ${person.name.padEnd(widest)}  ${person.role ?? KINDS[person.arrives]}`);
}

const KINDS = {
  invited: "invited by a host",
  waiting: "has asked to join",
  seeded: "wrote on the mailing list, has never signed in",
  stranger: "a colleague whom Levain does not know yet",
} as const;
