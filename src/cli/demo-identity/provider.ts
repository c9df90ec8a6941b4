import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type Configuration, interactionPolicy, type KoaContextWithOIDC, Provider } from "oidc-provider";
import { keepKeys } from "@/cli/demo-identity/keys";
import { memoryAdapter } from "@/cli/demo-identity/memory-adapter";
import { chooserPage, leavingPage, leavingQuestionPage, noticePage, pageHeaders } from "@/cli/demo-identity/page";
import { CLAIMS_BY_SCOPE, claimsOf, findPerson } from "@/cli/demo-identity/people";
import { type Locale, pickLocale } from "@/i18n/locale";
import { words } from "@/i18n/words";

const HOUR_SECONDS = 3600;
const BODY_BYTES_MAX = 4096;
const LOOPBACK = "127.0.0.1";

export type DemoIdentityOptions = {
  readonly port: number;
  readonly appUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly dataDir: string;
};

/** A provider that runs: its issuer address, and the way to stop it. */
export type DemoIdentity = { readonly issuer: string; close(): Promise<void> };

/** The issuer of the demo provider on a port; the application and the browser both reach it under this address. */
export function demoIssuer(port: number): string {
  return `http://${LOOPBACK}:${port}`;
}

/**
 * Starts an OpenID Connect provider for the demo: loopback only, authorization code with PKCE, and instead of a
 * password a page on which one chooses whom to be. Rejects with EADDRINUSE when the port is taken.
 */
export async function startDemoIdentity(options: DemoIdentityOptions): Promise<DemoIdentity> {
  const issuer = demoIssuer(options.port);
  const provider = new Provider(issuer, configuration(options));
  const handle = provider.callback();
  const server = createServer((request, response) => {
    if (!request.url?.startsWith("/choose/")) return void handle(request, response);
    choose(provider, options.appUrl, request, response).catch(() => sendExpired(request, response, options.appUrl));
  });
  await listening(server, options.port);
  return {
    issuer,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function configuration({ appUrl, clientId, clientSecret, dataDir }: DemoIdentityOptions): Configuration {
  const keys = keepKeys(dataDir);
  return {
    adapter: memoryAdapter(),
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        client_name: "Levain",
        grant_types: ["authorization_code"],
        response_types: ["code"],
        redirect_uris: [`${appUrl}/api/auth/callback/sso`],
        post_logout_redirect_uris: [appUrl, `${appUrl}/`, `${appUrl}/signed-out`],
      },
    ],
    jwks: { keys: [keys.signing] },
    cookies: {
      keys: keys.cookies,
      names: { session: "demo_session", interaction: "demo_choice", resume: "demo_resume" },
    },
    claims: CLAIMS_BY_SCOPE,
    scopes: Object.keys(CLAIMS_BY_SCOPE),
    pkce: { required: () => true },
    clientBasedCORS: () => false,
    interactions: { policy: alwaysChoose(), url: (_ctx, interaction) => `/choose/${interaction.uid}` },
    loadExistingGrant: grantAll,
    findAccount: (_ctx, sub) => {
      const person = findPerson(sub);
      return person && { accountId: sub, claims: () => claimsOf(person) };
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource: leaving(appUrl), postLogoutSuccessSource: left(appUrl) },
    },
    renderError: (ctx, out) => refused(ctx, out.error_description ?? out.error, appUrl),
    ttl: {
      AccessToken: HOUR_SECONDS,
      AuthorizationCode: 60,
      Grant: HOUR_SECONDS,
      IdToken: HOUR_SECONDS,
      Interaction: HOUR_SECONDS,
      Session: 12 * HOUR_SECONDS,
    },
  };
}

/** Asks at each sign-in, also in a browser that has signed in before: the point of the demo is to be several people. */
function alwaysChoose(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  const chosen = new interactionPolicy.Check("whom_to_be", "nobody was chosen yet", (ctx) => !ctx.oidc.result?.login);
  policy.get("login")?.checks.add(chosen);
  return policy;
}

/** The client is our own application: it gets what it asks for, without a page of consent. */
async function grantAll(ctx: KoaContextWithOIDC) {
  const { client, session, provider, requestParamScopes } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope([...requestParamScopes].join(" "));
  await grant.save();
  return grant;
}

async function choose(provider: Provider, appUrl: string, request: IncomingMessage, response: ServerResponse) {
  const interaction = await provider.interactionDetails(request, response);
  const { uid, params } = interaction;
  const locale = localeOf(request, typeof params.ui_locales === "string" ? params.ui_locales : undefined);
  if (request.method !== "POST") return send(response, 200, chooserPage(locale, uid), appUrl);
  const person = findPerson(new URLSearchParams(await readBody(request)).get("person") ?? "");
  if (!person) return send(response, 422, chooserPage(locale, uid, words(locale)("demo.notListed")), appUrl);
  await forgetSession(provider, interaction);
  await provider.interactionFinished(request, response, { login: { accountId: person.key, remember: false } });
}

type Interaction = Awaited<ReturnType<Provider["interactionDetails"]>>;

/** Ends the session of whom one was before; the library would do it by a page that sends itself off by script. */
async function forgetSession(provider: Provider, interaction: Interaction): Promise<void> {
  if (!interaction.session) return;
  await (await provider.Session.findByUid(interaction.session.uid))?.destroy();
  interaction.session = undefined;
  await interaction.save(HOUR_SECONDS);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    bytes += part.length;
    if (bytes > BODY_BYTES_MAX) throw new Error("the form is too large");
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

function leaving(appUrl: string) {
  return (ctx: KoaContextWithOIDC, form: string) => {
    const draw = ctx.oidc.entities.IdTokenHint ? leavingPage : leavingQuestionPage;
    show(ctx, draw(localeOf(ctx.req), form), appUrl);
  };
}

function left(appUrl: string) {
  return (ctx: KoaContextWithOIDC) => {
    const locale = localeOf(ctx.req);
    const t = words(locale);
    show(ctx, noticePage(locale, t("demo.left.title"), t("demo.left.lead"), appUrl), appUrl);
  };
}

function refused(ctx: KoaContextWithOIDC, reason: string, appUrl: string): void {
  const locale = localeOf(ctx.req);
  const t = words(locale);
  show(ctx, noticePage(locale, t("demo.refused.title"), t("demo.refused.lead", { reason }), appUrl), appUrl);
}

function sendExpired(request: IncomingMessage, response: ServerResponse, appUrl: string): void {
  const locale = localeOf(request);
  const t = words(locale);
  send(response, 400, noticePage(locale, t("demo.expired.title"), t("demo.expired.lead"), appUrl), appUrl);
}

function show(ctx: KoaContextWithOIDC, html: string, appUrl: string): void {
  ctx.set(pageHeaders(appUrl));
  ctx.body = html;
}

function send(response: ServerResponse, status: number, html: string, appUrl: string): void {
  if (response.headersSent) return;
  response.writeHead(status, pageHeaders(appUrl)).end(html);
}

/** The language that the application asked for (`ui_locales`), else the browser's. */
function localeOf(request: IncomingMessage, wished?: string): Locale {
  return pickLocale({ person: wished?.split(" ")[0], acceptLanguage: request.headers["accept-language"] });
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, LOOPBACK, () => {
      server.off("error", reject);
      resolve();
    });
  });
}
