import { isHttps, sessionCookie } from "@/members/sessions/token";
import { signIn } from "@/members/sign-in/actions/sign-in";
import type { SignInRequest } from "@/members/sign-in/adapter";
import { PROVIDER } from "@/members/sign-in/auth-options";
import { beginSignIn, finishSignIn } from "@/members/sign-in/protocol";
import { endSignIn } from "@/members/sign-in/sign-out";
import { paths } from "@/paths";
import { transaction } from "@/platform/database/client";
import { env } from "@/platform/env";
import { addCookie, sendOn } from "@/platform/http/answers";
import { readBody } from "@/platform/http/body";
import { cookieLine } from "@/platform/http/cookies";
import { readForm } from "@/platform/http/form-fields";
import { localPath } from "@/platform/http/local-path";
import { headerOf, type Visit } from "@/platform/http/visit";
import { acceptAdmissions } from "@/stages/actions/accept-admissions";
import { at, type Door } from "./door";
import { dropFormHolder, formHolderToken } from "./form-holder";
import { spendSignIn } from "./limits";
import { adoptRefused } from "./refused-forms";
import { localeOf, sessionTokenOf } from "./visitor";

/** Where the sign-in page's one button leads: on to the identity provider. */
export const signInDoor: Door = {
  name: "sign-in",
  opensTo: at(paths.startSignIn()),
  methods: ["POST"],
  handle: async (visit) => {
    await spendSignIn(visit);
    const fields = new Map(await readForm(headerOf(visit.req, "content-type"), await readBody(visit.req)));
    await beginSignIn(visit, requestOf(visit), {
      callbackUrl: localPath(fields.get("callbackUrl")) ?? paths.home(),
      locale: localeOf(visit, null),
    });
  },
};

/** Where the provider sends people back to, with a code that can be used once. */
export const callbackDoor: Door = {
  name: "sign-in-callback",
  opensTo: at(`/api/auth/callback/${PROVIDER}`),
  methods: ["GET"],
  onceOnly: true,
  handle: async (visit) => {
    await spendSignIn(visit);
    await finishSignIn(visit, requestOf(visit));
  },
};

/** Signs this device out, here and at the provider. */
export const signOutDoor: Door = {
  name: "sign-out",
  opensTo: at("/api/auth/sign-out"),
  methods: ["POST"],
  handle: async (visit) => {
    visit.req.resume();
    const token = sessionTokenOf(visit);
    addCookie(visit.res, cookieLine(sessionCookie(), "", { secure: isHttps(), maxAge: 0 }));
    sendOn(visit.res, await endSignIn(token, visit.requestId));
  },
};

function requestOf(visit: Visit): SignInRequest {
  const { OIDC_HOST_GROUPS: hostGroups, OIDC_ADMIN_GROUPS: adminGroups, LEVAIN_ADMIN: admins } = env();
  const settings = { hostGroups, adminGroups, admins, alsoAtSignIn: acceptAdmissions };
  const { requestId } = visit;
  return {
    requestId,
    userAgent: headerOf(visit.req, "user-agent") ?? "",
    before: sessionTokenOf(visit),
    decide: (claims, idToken) => transaction((tx) => signIn(tx, { claims, idToken, requestId }, settings)),
    alsoAtSession: async (tx, person) => {
      const held = formHolderToken(visit);
      if (held === null) return;
      await adoptRefused(tx, held, person);
      dropFormHolder(visit);
    },
  };
}
