import type { StarterMetaBadge } from "./starter.types.ts";

/** With a screen, whatever the trade. */
export const digital: StarterMetaBadge[] = [
  {
    id: "se-proteger-en-ligne",
    kind: "digital",
    motif: "lock",
    name: ["Se protéger en ligne", "Stay safe online"],
    summary: [
      "Reconnaître un piège et garder ses appareils à jour.",
      "Recognise a trap and keep one's devices up to date.",
    ],
    competencyIds: ["c-reperer-hameconnage", "c-mises-a-jour"],
    levels: {
      1: [
        ["Ne donne jamais son mot de passe.", "Never gives away a password."],
        ["Dit à quoi ressemble un message piégé.", "Says what a phishing message looks like."],
      ],
      2: [
        ["Repère un message piégé parmi dix.", "Spots a phishing message among ten."],
        ["Fait les mises à jour quand on les propose.", "Installs updates when offered."],
      ],
      3: [
        [
          "Vérifie l'adresse d'un site avant de donner une information.",
          "Checks an address before giving data.",
        ],
        ["Prévient la bonne personne après un clic de trop.", "Tells the right person after a wrong click."],
      ],
    },
  },
  {
    id: "creer-pour-le-web",
    kind: "digital",
    motif: "digital",
    name: ["Créer pour le web", "Make for the web"],
    summary: [
      "Faire une page simple, que tout le monde peut lire.",
      "Make a simple page that everybody can read.",
    ],
    competencyIds: ["c-page-web", "c-accessibilite-web"],
    levels: {
      2: [
        ["Change le texte et les images d'une page.", "Changes the text and pictures of a page."],
        ["Décrit chaque image pour qui ne la voit pas.", "Describes each picture for who cannot see it."],
      ],
      3: [
        ["Fait une page lisible sur un téléphone.", "Makes a page readable on a phone."],
        ["Vérifie la page au clavier et corrige ce qui bloque.", "Checks the page by keyboard and fixes it."],
      ],
    },
  },
];
