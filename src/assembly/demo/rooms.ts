/** The spaces of the demo, with who keeps them and who sits in them (keys of people). */
export const demoSpaces = [
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
    slug: "hosts",
    name: "Hosts · Animateurs",
    purpose: "Where the hosts prepare their week.",
    visibility: "private",
    opensAt: "groundwork",
    owner: "hannah.whitfield",
    members: ["malik.benali", "claire.fontaine"],
  },
] as const;
