/** One thing said: by whom (a person’s key), how many hours after the opening, and the words. */
export type Said = { by: string; after: number; body: string };

/** A conversation of the demo: opened so many days ago, in a space. */
export type Talk = {
  space: string;
  by: string;
  daysAgo: number;
  kind: "discussion" | "question" | "announcement";
  title: string;
  body: string;
  answers: readonly Said[];
};

export const demoTalk: readonly Talk[] = [
  {
    space: "shop-floor",
    by: "tom.ashworth",
    daysAgo: 58,
    kind: "discussion",
    title: "Changeover on the deck-oven line: from 48 to 31 minutes",
    body: "We timed every step for two weeks. What helped most was dull: **a trolley with the next job’s gaskets, laid out in order**.\n\n1. gaskets and glass on the trolley the evening before\n2. torque driver stays at the station\n3. one person reads the sheet aloud, one does\n\nHappy to send the sheet to Lyon.",
    answers: [
      {
        by: "nadia.lefevre",
        after: 5,
        body: "Oui, volontiers ! Nous perdons surtout du temps à chercher les joints. Qui prépare le chariot chez vous, le soir ou le matin ?",
      },
      {
        by: "tom.ashworth",
        after: 22,
        body: "The late shift, ten minutes before they go. It only works because they get the list by four.",
      },
      {
        by: "malik.benali",
        after: 27,
        body: "Nous essayons sur la ligne 2 dès lundi. Je donne les temps ici dans quinze jours.",
      },
      {
        by: "malik.benali",
        after: 380,
        body: "Promesse tenue : 52 → 37 minutes en deux semaines. Merci @Tom Ashworth !",
      },
    ],
  },
  {
    space: "oven-care",
    by: "daniel.price",
    daysAgo: 49,
    kind: "question",
    title: "Customer hears a whistle at 220 °C, only with steam",
    body: "A bakery in Harrogate, deck oven from 2021. The whistle starts with the second steam shot and stops when the door opens. Door seal replaced in March. Has anyone met this? @Sophie Garnier, you know this family best.",
    answers: [
      {
        by: "sophie.garnier",
        after: 3,
        body: "C’est presque toujours le clapet d’évacuation : il vibre quand le conduit est trop long. Combien de coudes y a-t-il derrière le four ?",
      },
      { by: "daniel.price", after: 26, body: "Three bends in two metres. They moved the oven in spring!" },
      {
        by: "sophie.garnier",
        after: 28,
        body: "Voilà. Deux coudes au plus ; sinon la masselotte n° 4 à la place de la n° 2. Je t’envoie le schéma.",
      },
      { by: "daniel.price", after: 170, body: "Weight no. 4 fitted, silence, very happy baker. Thank you Sophie." },
      { by: "antoine.girard", after: 175, body: "Je l’ajoute à la notice d’installation, avec un dessin." },
    ],
  },
  {
    space: "shop-floor",
    by: "adam.kowalski",
    daysAgo: 41,
    kind: "question",
    title: "Who else welds the 0.8 mm fronts?",
    body: "I get distortion at the corners when the parts come straight from the store in winter. Do you warm them in Lyon?",
    answers: [
      {
        by: "nadia.lefevre",
        after: 8,
        body: "Nous laissons les tôles une nuit près de la cabine : 18 °C au lieu de 9. Cela suffit.",
      },
      {
        by: "oliver.bennett",
        after: 30,
        body: "I measured twelve of each: 0.9 mm out when cold, 0.3 mm after a night inside. Numbers are in the shared folder.",
      },
      { by: "adam.kowalski", after: 49, body: "That is the answer then. I asked stores for a rack inside." },
      { by: "ruth.sanderson", after: 52, body: "Rack comes Thursday." },
    ],
  },
  {
    space: "oven-care",
    by: "julien.moreau",
    daysAgo: 33,
    kind: "discussion",
    title: "Ce que disent les artisans au salon",
    body: "Quarante visites en deux jours. Trois phrases reviennent :\n\n> « Je veux voir la courbe de la fournée d’hier. »\n\n> « Nettoyer la vitre prend plus de temps que cuire. »\n\n> « Qui dois-je appeler le dimanche ? »\n\nLaquelle traitons-nous en premier ?",
    answers: [
      {
        by: "priya.nair",
        after: 6,
        body: "The controller keeps 30 days of curves already. Nobody can see them! A small page would be a week of work.",
      },
      {
        by: "megan.hughes",
        after: 20,
        body: "The glass: I have three sketches of a hinge that lets it swing out. I would love two bakers to try them on cardboard.",
      },
      {
        by: "grace.okafor",
        after: 25,
        body: "Leeds can bring two bakers. The Sunday question comes up in every tender as well.",
      },
      {
        by: "camille.roux",
        after: 29,
        body: "Pour le dimanche, le numéro existe mais il n’est écrit nulle part sur le four.",
      },
    ],
  },
  {
    space: "tools-and-data",
    by: "camille.roux",
    daysAgo: 27,
    kind: "question",
    title: "Le tableur des devis met deux minutes à s’ouvrir",
    body: "Il a 14 onglets et des liens vers des fichiers que personne ne retrouve. Quelqu’un sait-il repartir de zéro sans tout perdre ?",
    answers: [
      {
        by: "lucas.petit",
        after: 4,
        body: "Oui. On enlève d’abord les liens morts : vingt minutes ensemble, demain à 14 h ?",
      },
      { by: "camille.roux", after: 30, body: "Fait ! Il s’ouvre en six secondes. Merci Lucas." },
      { by: "ewan.mcrae", after: 34, body: "Could you write down the steps? We have the same monster in Leeds." },
      {
        by: "lucas.petit",
        after: 52,
        body: "Les voici :\n\n```text\nDonnées > Modifier les liaisons > Rompre\nFormules > Gestionnaire de noms > filtrer #REF! > Supprimer\n```",
      },
    ],
  },
  {
    space: "shop-floor",
    by: "oliver.bennett",
    daysAgo: 19,
    kind: "discussion",
    title: "Photos of defects: shall we agree on how?",
    body: "Every report has photos, none can be compared. Proposal: ruler in the picture, grey background, part number visible. Two examples from this week attached to the reports.",
    answers: [
      {
        by: "nadia.lefevre",
        after: 18,
        body: "D’accord pour la règle et le numéro. Le fond gris, on n’a pas la place partout.",
      },
      { by: "tom.ashworth", after: 26, body: "A grey sheet costs three pounds and hangs on a nail." },
      {
        by: "antoine.girard",
        after: 44,
        body: "Je fournis les feuilles pour les deux sites. Et une page d’exemples, en deux langues.",
      },
    ],
  },
  {
    space: "oven-care",
    by: "grace.okafor",
    daysAgo: 12,
    kind: "question",
    title: "How much electricity does a batch of 120 baguettes take?",
    body: "A supermarket chain asks for a figure per batch, not per hour. Do we have a measured one?",
    answers: [
      {
        by: "antoine.girard",
        after: 7,
        body: "Mesuré en mai : 6,4 kWh à froid, 4,1 kWh en enchaînant. Je joins le protocole.",
      },
      { by: "grace.okafor", after: 24, body: "Perfect, and the protocol makes it believable. Thank you." },
      {
        by: "sophie.garnier",
        after: 31,
        body: "À dire aussi : la deuxième fournée coûte un tiers de moins. C’est un bon argument.",
      },
    ],
  },
  {
    space: "tools-and-data",
    by: "ewan.mcrae",
    daysAgo: 6,
    kind: "discussion",
    title: "Wi-Fi on the shop floor: the map of dead corners",
    body: "I walked both halls with a laptop. Worst: behind the press brake, and the paint booth. Tell me where it fails for you and I will add it.",
    answers: [
      { by: "ruth.sanderson", after: 3, body: "Aisle 7 in the store, every time I scan." },
      { by: "adam.kowalski", after: 9, body: "Welding bay 2, but only after lunch. No idea why." },
      {
        by: "ewan.mcrae",
        after: 28,
        body: "After lunch is when bay 3 charges the forklifts. That is a real clue, thanks.",
      },
    ],
  },
  {
    space: "shop-floor",
    by: "nadia.lefevre",
    daysAgo: 2,
    kind: "question",
    title: "Accueillir un intérimaire en une matinée : vos astuces ?",
    body: "Nous en accueillons quatre lundi. Chez nous : une visite, un parrain, une fiche avec des photos. Qu’est-ce qui marche à Leeds ?",
    answers: [
      {
        by: "tom.ashworth",
        after: 10,
        body: "A buddy for three days, not one. And we let them stop the line on day one, on purpose, so that they know they may.",
      },
      {
        by: "malik.benali",
        after: 20,
        body: "Arrêter la ligne exprès, je trouve cela excellent. Je le propose lundi.",
      },
    ],
  },
];
