import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { parseEnv } from "@/platform/env";

const service = z.looseObject({
  image: z.string(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  healthcheck: z.looseObject({ test: z.array(z.string()).min(2) }),
  volumes: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
});
const compose = z.object({ services: z.record(z.string(), service), volumes: z.record(z.string(), z.unknown()) });

const file = compose.parse(z.looseObject({}).parse(parse(readFileSync("docker-compose.yml", "utf8"), { merge: true })));
const realm = z
  .object({
    clients: z.array(z.object({ clientId: z.string(), redirectUris: z.array(z.string()) })),
    groups: z.array(z.object({ name: z.string() })),
    users: z.array(z.object({ groups: z.array(z.string()) })),
  })
  .parse(JSON.parse(readFileSync("deploy/keycloak/levain-realm.json", "utf8")));

/** Compose's interpolation with nothing set: `${NAME:-default}` is the default. */
function defaults(values: Record<string, string | number>): Record<string, string> {
  const fill = (value: string | number) => String(value).replace(/\$\{\w+:-([^}]*)\}/g, "$1");
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, fill(value)]));
}

describe("docker-compose.yml", () => {
  it("has the five services, each with a pinned image and a way to tell its health", () => {
    expect(Object.keys(file.services).sort()).toEqual(["app", "database", "mail", "sso", "worker"]);
    for (const { image } of Object.values(file.services)) expect(image).toMatch(/^levain$|:[\w.-]*\d/);
  });

  it("mounts only files that exist and volumes that are declared, and waits only for services it has", () => {
    for (const { volumes, depends_on } of Object.values(file.services)) {
      for (const [source = ""] of volumes.map((volume) => volume.split(":"))) {
        expect(source.startsWith("./") ? existsSync(source) : source in file.volumes, source).toBe(true);
      }
      for (const name of Object.keys(depends_on)) expect(file.services).toHaveProperty(name);
    }
  });

  it.each(["app", "worker"])("gives %s an environment that it can use, and a command that exists", (name) => {
    const { environment, command } = file.services[name] ?? service.parse({});
    expect(parseEnv(defaults(environment))).toMatchObject({ ok: true, env: { HOST: "0.0.0.0" } });
    expect(command?.slice(0, 4)).toEqual(["node", "dist/levain.js", "start", "--only"]);
  });
});

describe("the imported realm", () => {
  const { environment } = file.services.app ?? service.parse({});
  const env = defaults(environment);

  it("knows the client that Levain says it is, and its one redirect address", () => {
    const client = realm.clients.find(({ clientId }) => clientId === env.OIDC_CLIENT_ID);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Keycloak fills it in
    expect(client?.redirectUris).toEqual(["${LEVAIN_URL}/api/auth/callback/sso"]);
  });

  it("has the groups that make admins and hosts, and puts nobody into one that it lacks", () => {
    const groups = realm.groups.map(({ name }) => name);
    expect(groups).toEqual(expect.arrayContaining([env.OIDC_ADMIN_GROUPS, env.OIDC_HOST_GROUPS]));
    for (const user of realm.users) expect(groups).toEqual(expect.arrayContaining(user.groups));
  });
});

describe(".env.example", () => {
  const lines = readFileSync(".env.example", "utf8").split("\n");
  const listed = lines.flatMap((line) => /^([A-Z_]+)=(.*)$/.exec(line)?.slice(1, 3).join("=") ?? []);

  it("can be used as it stands", () => {
    expect(parseEnv(Object.fromEntries(listed.map((line) => line.split("="))))).toMatchObject({ ok: true });
  });

  it("lists every variable that an operator may set", () => {
    const source = readFileSync("src/platform/env.ts", "utf8");
    const known = [...source.matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name]) => name);
    const notForOperators = ["NODE_ENV", "LEVAIN_DEMO", "LEVAIN_DEV"];
    const names = listed.map((line) => line.split("=")[0]);
    expect(known.length).toBeGreaterThan(20);
    expect(known.filter((name) => name && !names.includes(name))).toEqual(notForOperators);
  });
});

describe("the Dockerfile", () => {
  const text = readFileSync("Dockerfile", "utf8");

  it("copies only what exists in the repository or comes from the build, and does not run as root", () => {
    const built = ["dist", ".next", "node_modules"];
    const copied = [...text.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, from = ""]) => from.split(" "));
    const carried = [...text.matchAll(/\/app\/(\S+)/g)].map(([, from = ""]) => from);
    for (const name of [...copied, ...carried].filter((name) => !built.includes(name))) {
      expect(existsSync(name), name).toBe(true);
    }
    expect(text).toMatch(/^USER node$/m);
  });

  it("is not sent what must not be in an image", () => {
    const ignored = readFileSync(".dockerignore", "utf8").split("\n");
    expect(ignored).toEqual(expect.arrayContaining([".git", ".env", ".data", "node_modules"]));
  });
});
