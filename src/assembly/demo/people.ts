/**
 * The people of the demo: a maker of ovens with two sites, Lyon and Leeds. Nobody here exists; the addresses end in a
 * name that cannot be reached by mail.
 */
export type DemoPerson = {
  /** The subject that the demo's identity provider knows the person by. */
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly department: DemoDepartment;
  readonly site: DemoSite;
  readonly title: string;
  readonly locale: "en" | "fr";
  readonly languages: readonly ("en" | "fr" | "nl" | "es" | "it" | "pl")[];
  readonly canHelpWith: readonly string[];
  readonly wantsToLearn: readonly string[];
  readonly role: "admin" | "host" | null;
  /**
   * How Levain knows the person at first: `invited` by a host, `waiting` to be let in, `seeded` (has written on the
   * mailing list, has never signed in), or `stranger` (unknown until the first sign-in).
   */
  readonly arrives: "invited" | "waiting" | "stranger" | "seeded";
};

export type DemoDepartment = "Production" | "R&D" | "Sales" | "IT";
export type DemoSite = "Lyon" | "Leeds";

type Row = Omit<DemoPerson, "key" | "email">;

const PEOPLE: Readonly<Record<string, Row>> = {
  "claire.fontaine": person("Claire Fontaine", "IT", "Lyon", "Directrice des systèmes d’information", "fr", "invited", {
    languages: ["fr", "en"],
    canHelpWith: ["Authentification unique", "Budget informatique"],
    wantsToLearn: ["Animer une communauté"],
    role: "admin",
  }),
  "hannah.whitfield": person("Hannah Whitfield", "IT", "Leeds", "Community manager", "en", "invited", {
    languages: ["en", "fr"],
    canHelpWith: ["Finding the right person", "Writing short"],
    wantsToLearn: ["How an oven is tested"],
    role: "host",
  }),
  "malik.benali": person("Malik Benali", "Production", "Lyon", "Responsable amélioration continue", "fr", "invited", {
    languages: ["fr", "en"],
    canHelpWith: ["Cinq S", "Standards de poste"],
    wantsToLearn: ["SQL"],
    role: "host",
  }),
  "tom.ashworth": person("Tom Ashworth", "Production", "Leeds", "Line lead, assembly", "en", "invited", {
    canHelpWith: ["Changeovers", "Torque tools"],
    wantsToLearn: ["French, for the calls with Lyon"],
  }),
  "sophie.garnier": person("Sophie Garnier", "R&D", "Lyon", "Ingénieure thermique", "fr", "invited", {
    languages: ["fr", "en", "it"],
    canHelpWith: ["Simulation thermique", "Courbes de cuisson"],
    wantsToLearn: ["Prendre la parole en anglais"],
  }),
  "priya.nair": person("Priya Nair", "R&D", "Leeds", "Embedded software engineer", "en", "invited", {
    canHelpWith: ["Controllers", "Reading a CAN trace"],
    wantsToLearn: ["Heat transfer"],
  }),
  "julien.moreau": person("Julien Moreau", "Sales", "Lyon", "Chargé d’affaires, artisans", "fr", "invited", {
    languages: ["fr", "es"],
    canHelpWith: ["Visites chez les clients", "Salon Europain"],
    wantsToLearn: ["Lire un plan"],
  }),
  "grace.okafor": person("Grace Okafor", "Sales", "Leeds", "Key account manager", "en", "seeded", {
    canHelpWith: ["Tenders", "Supermarket chains"],
    wantsToLearn: ["What the service team hears"],
  }),
  "lucas.petit": person("Lucas Petit", "IT", "Lyon", "Technicien support", "fr", "seeded", {
    languages: ["fr", "en"],
    canHelpWith: ["Postes de travail", "Imprimantes d’atelier"],
    wantsToLearn: ["PostgreSQL"],
  }),
  "ewan.mcrae": person("Ewan McRae", "IT", "Leeds", "Systems administrator", "en", "seeded", {
    canHelpWith: ["Backups", "Wi-Fi on the shop floor"],
    wantsToLearn: ["Scripting reports"],
  }),
  "nadia.lefevre": person("Nadia Lefèvre", "Production", "Lyon", "Cheffe d’équipe, tôlerie", "fr", "seeded", {
    canHelpWith: ["Pliage", "Intégration des intérimaires"],
    wantsToLearn: ["Lean"],
  }),
  "adam.kowalski": person("Adam Kowalski", "Production", "Leeds", "Welder", "en", "seeded", {
    languages: ["en", "pl"],
    canHelpWith: ["Stainless welding", "Polish"],
    wantsToLearn: ["Robot programming"],
  }),
  "antoine.girard": person("Antoine Girard", "R&D", "Lyon", "Responsable essais", "fr", "seeded", {
    languages: ["fr", "en"],
    canHelpWith: ["Bancs d’essai", "Normes CE"],
    wantsToLearn: ["Python"],
  }),
  "megan.hughes": person("Megan Hughes", "R&D", "Leeds", "Product designer", "en", "seeded", {
    canHelpWith: ["Sketching", "Usability tests with bakers"],
    wantsToLearn: ["Sheet-metal limits"],
  }),
  "camille.roux": person("Camille Roux", "Sales", "Lyon", "Assistante commerciale", "fr", "seeded", {
    languages: ["fr", "en"],
    canHelpWith: ["Devis", "Outil de commande"],
    wantsToLearn: ["Tableurs avancés"],
  }),
  "daniel.price": person("Daniel Price", "Sales", "Leeds", "After-sales coordinator", "en", "seeded", {
    canHelpWith: ["Spare parts", "Customers on the phone"],
    wantsToLearn: ["French"],
  }),
  "ines.marchand": person("Inès Marchand", "Production", "Lyon", "Planificatrice", "fr", "waiting", {
    languages: ["fr", "en"],
    canHelpWith: ["Ordonnancement", "ERP"],
    wantsToLearn: ["Statistiques"],
  }),
  "oliver.bennett": person("Oliver Bennett", "Production", "Leeds", "Quality inspector", "en", "waiting", {
    canHelpWith: ["Measuring", "Non-conformity reports"],
    wantsToLearn: ["Photography of defects"],
  }),
  "yann.le-goff": person("Yann Le Goff", "R&D", "Lyon", "Technicien électronique", "fr", "waiting", {
    canHelpWith: ["Câblage", "Compatibilité électromagnétique"],
    wantsToLearn: ["Conception de cartes"],
  }),
  "fatima.rahman": person("Fatima Rahman", "Sales", "Leeds", "Export sales", "en", "waiting", {
    languages: ["en", "nl"],
    canHelpWith: ["Customs papers", "Trade fairs"],
    wantsToLearn: ["Negotiation in French"],
  }),
  "paul.chevalier": person("Paul Chevalier", "Sales", "Lyon", "Technico-commercial", "fr", "stranger", {
    canHelpWith: ["Mise en route chez le client"],
    wantsToLearn: ["Anglais technique"],
  }),
  "emma.lawson": person("Emma Lawson", "IT", "Leeds", "Service desk analyst", "en", "stranger", {
    canHelpWith: ["Laptops", "Meeting rooms"],
    wantsToLearn: ["Identity management"],
  }),
  "hugo.lambert": person("Hugo Lambert", "IT", "Lyon", "Alternant développeur", "fr", "stranger", {
    languages: ["fr", "en"],
    canHelpWith: ["Pages web"],
    wantsToLearn: ["Tout le reste"],
  }),
  "ruth.sanderson": person("Ruth Sanderson", "Production", "Leeds", "Stores and logistics", "en", "seeded", {
    canHelpWith: ["Finding a part", "Forklift training"],
    wantsToLearn: ["Planning"],
  }),
};

/** Everybody of the demo, the admin and the hosts first. */
export const demoPeople: readonly DemoPerson[] = Object.entries(PEOPLE).map(([key, row]) => ({
  key,
  email: `${key}@demo.levain.example`,
  ...row,
}));

type More = Partial<Pick<Row, "languages" | "role">> & Pick<Row, "canHelpWith" | "wantsToLearn">;

function person(
  name: string,
  department: DemoDepartment,
  site: DemoSite,
  title: string,
  locale: "en" | "fr",
  arrives: DemoPerson["arrives"],
  more: More,
): Row {
  return { name, department, site, title, locale, languages: [locale], role: null, arrives, ...more };
}
