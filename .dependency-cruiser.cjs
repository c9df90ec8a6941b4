/**
 * Who may import whom. The rooms stand in one ordered list: a later room may use an earlier one, never the other way
 * round. tests/architecture/laws-are-alive.test.ts proves that these rules really see every source file.
 */
const ROOMS = [
  "members",
  "stages",
  "spaces",
  "posts",
  "feedback",
  "meetups",
  "readiness",
  "launch",
  "care",
  "search",
  "mail",
  "imports",
  "notices",
  "privacy",
];

const any = ROOMS.join("|");

const leftwards = ROOMS.slice(0, -1).map((room, index) => ({
  name: `${room}-looks-left`,
  comment: "A room knows those before it; what goes the other way goes as an event.",
  severity: "error",
  from: { path: `^src/${room}/`, pathNot: "\\.test\\.tsx?$" },
  to: { path: `^src/(${ROOMS.slice(index + 1).join("|")})/` },
}));

module.exports = {
  forbidden: [
    ...leftwards,
    {
      name: "no-cycle",
      comment: "Two files that need each other are one file, or three.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "rooms-know-no-house",
      comment: "assembly, app and cli put the rooms together; no room knows them.",
      severity: "error",
      from: { path: `^src/(${any}|platform|ui|i18n)/`, pathNot: "\\.test\\.tsx?$|^src/launch/ui/" },
      to: { path: "^src/(assembly|app|cli)/" },
    },
    {
      name: "client-knows-router-type-only",
      comment: "The browser's client takes the root router's type, which is gone when built.",
      severity: "error",
      from: { path: "^src/launch/ui/" },
      to: { path: "^src/(assembly|app|cli)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "platform-knows-no-domain",
      severity: "error",
      from: { path: "^src/platform/", pathNot: "\\.test\\.ts$" },
      to: { path: `^src/(${any}|ui|i18n)/` },
    },
    {
      name: "ui-knows-no-domain",
      severity: "error",
      from: { path: "^src/ui/", pathNot: "\\.test\\.tsx?$" },
      to: { path: "^src/", pathNot: "^src/ui/" },
    },
    {
      name: "i18n-knows-no-domain",
      severity: "error",
      from: { path: "^src/i18n/", pathNot: "\\.test\\.ts$" },
      to: { path: "^src/", pathNot: "^src/(i18n|platform)/" },
    },
    {
      name: "paths-import-nothing",
      severity: "error",
      from: { path: "^src/paths\\.ts$" },
      to: { path: "." },
    },
    {
      name: "pages-compose-only",
      comment: "A page cannot query: it asks the router, and lays out.",
      severity: "error",
      from: { path: "^src/app/" },
      to: { path: "^src/", pathNot: `^src/(app|assembly|ui|i18n)/|^src/paths\\.ts$|^src/(${any})/(ui|.+/ui)/` },
    },
    {
      name: "actions-do-not-speak-out",
      comment: "Mail and live run after commit, from the events.",
      severity: "error",
      from: { path: "/actions/", pathNot: "\\.test\\.ts$" },
      to: { path: "^node_modules/(nodemailer|smtp-server)/" },
    },
    {
      name: "procedures-from-one-place",
      comment: "initTRPC is private to platform/access: a procedure without a policy cannot be written.",
      severity: "error",
      from: {
        path: "^src/",
        pathNot: "^src/(platform/access|assembly/doors|assembly/client|launch/ui|cli/bench)/|\\.test\\.tsx?$",
      },
      to: { path: "^node_modules/@trpc/" },
    },
    {
      name: "driver-in-one-place",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/platform/(database|postgres)/|\\.test\\.ts$" },
      to: { path: "^node_modules/postgres/" },
    },
    {
      name: "no-test-in-product",
      severity: "error",
      from: { path: "^src/", pathNot: "\\.test\\.tsx?$" },
      to: { path: "^tests/|\\.test\\.tsx?$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: "specify",
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
    exclude: { path: "^(dist|\\.next)" },
  },
};
