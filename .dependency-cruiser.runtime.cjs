/**
 * The second half of the import laws: what is loaded at run time. Types are erased before looking, because an interface
 * may know the router's type without leading a browser to the database.
 */
const laws = require("./.dependency-cruiser.cjs");

module.exports = {
  forbidden: [
    {
      name: "interface-reaches-no-database",
      comment: "What a browser may load never leads to the driver, through any chain.",
      severity: "error",
      from: { path: "^src/(ui|[^/]+/(ui|.+/ui))/", pathNot: "\\.test\\.tsx?$" },
      to: { path: "^(src/platform/database/client|node_modules/(postgres|drizzle-orm)/)", reachable: true },
    },
  ],
  options: { ...laws.options, tsPreCompilationDeps: false },
};
