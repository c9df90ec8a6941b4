import type { GroupName, NewSpace } from "@/spaces/shape";

type DemoSpace = NewSpace & {
  readonly owner: string;
  readonly members: readonly string[];
  readonly groups?: readonly GroupName[];
};

/** The spaces of the demo: who keeps them, who sits in them (keys of people), and which groups bring people in. */
export const demoSpaces: readonly DemoSpace[] = [
  {
    slug: "shop-floor",
    name: "Shop floor · Atelier",
    purpose: "What works at one site and could work at the other. Ce qui marche ici et pourrait marcher là-bas.",
    visibility: "open",
    opensAt: "founding",
    owner: "malik.benali",
    members: ["tom.ashworth", "nadia.lefevre", "adam.kowalski", "oliver.bennett", "ruth.sanderson"],
  },
  {
    slug: "oven-care",
    name: "Oven care · Soin des fours",
    purpose: "Questions from customers, and what we answered. Les questions des clients, et nos réponses.",
    guidelines:
      "- Say which oven, and since when. *Quel four, depuis quand.*\n- A photograph of the plate saves three questions. *Une photo de la plaque évite trois questions.*\n- Write what helped in the end, even if it was silly. *Écrivez ce qui a aidé, même si c’était bête.*",
    visibility: "open",
    opensAt: "founding",
    owner: "hannah.whitfield",
    members: ["daniel.price", "julien.moreau", "sophie.garnier", "priya.nair", "grace.okafor"],
  },
  {
    slug: "tools-and-data",
    name: "Tools and data · Outils et données",
    purpose:
      "Spreadsheets, scripts, the order tool, and how to suffer less. Tableurs, scripts, et comment moins souffrir.",
    visibility: "open",
    opensAt: "early",
    owner: "hannah.whitfield",
    members: ["lucas.petit", "ewan.mcrae", "camille.roux", "ines.marchand"],
  },
  {
    slug: "thermal-lab",
    name: "Thermal lab · Labo thermique",
    purpose: "What the test benches say, before it is proved. Ce que disent les bancs d’essai, avant d’être prouvé.",
    guidelines:
      "Figures here are **not proved yet**: ask before you quote them to a customer.\n\nCes chiffres ne sont **pas encore prouvés** : demandez avant de les citer à un client.",
    visibility: "request",
    opensAt: "founding",
    owner: "sophie.garnier",
    members: [],
    groups: [{ kind: "department", name: "R&D" }],
  },
  {
    slug: "hosts",
    name: "Hosts · Animateurs",
    purpose: "Where the hosts prepare their week.",
    visibility: "private",
    opensAt: "groundwork",
    owner: "hannah.whitfield",
    members: ["malik.benali", "claire.fontaine"],
  },
];
