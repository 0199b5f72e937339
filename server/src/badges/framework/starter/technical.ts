import type { StarterMetaBadge } from "./starter.types.ts";

/** Trades of the territory. */
export const technical: StarterMetaBadge[] = [
  {
    id: "travailler-le-lin",
    kind: "technical",
    motif: "flax",
    name: ["Travailler le lin", "Work flax"],
    summary: [
      "Du lin en paille au lin teillé : conduire la ligne et juger la fibre.",
      "From straw to scutched flax: run the line and judge the fibre.",
    ],
    competencyIds: ["c-alimenter-teilleuse", "c-juger-fibre", "c-trier-filasse"],
    levels: {
      2: [
        ["Alimente la ligne avec l'aide d'un collègue.", "Feeds the line with a colleague's help."],
        ["Reconnaît les étoupes et la filasse.", "Tells tow from line fibre."],
      ],
      3: [
        ["Alimente seul la ligne pendant un poste.", "Feeds the line alone for a shift."],
        [
          "Juge la fibre à l'œil et au toucher et le note.",
          "Judges the fibre by eye and touch, and notes it.",
        ],
        [
          "Trie le lin teillé selon les qualités de l'atelier.",
          "Sorts scutched flax by the workshop's grades.",
        ],
      ],
    },
  },
  {
    id: "securite-en-mer",
    kind: "technical",
    motif: "sea",
    name: ["Sécurité en mer", "Safety at sea"],
    summary: ["Se protéger et protéger l'équipage à bord.", "Protect oneself and the crew on board."],
    competencyIds: ["c-survie-mer", "c-homme-mer", "c-exercice-abandon"],
    levels: {
      2: [
        [
          "Met son gilet seul et rejoint son poste d'abandon.",
          "Puts on a lifejacket and reaches their station.",
        ],
        ["Donne l'alerte quand une personne tombe à la mer.", "Raises the alarm for a person overboard."],
      ],
      3: [
        ["Met à l'eau un radeau et y monte.", "Launches a liferaft and boards it."],
        [
          "Tient son rôle dans l'exercice d'abandon sans aide.",
          "Plays their part in the drill without help.",
        ],
      ],
    },
  },
  {
    id: "exploiter-l-hydrogene",
    kind: "technical",
    motif: "hydrogen",
    name: ["Exploiter l'hydrogène", "Operate hydrogen"],
    summary: ["Travailler sans danger sur une installation d'hydrogène.", "Work safely on a hydrogen plant."],
    competencyIds: ["c-detecter-fuite-gaz", "c-zone-atex", "c-arret-urgence"],
    levels: {
      2: [
        [
          "Dit les dangers de l'hydrogène et les gestes interdits.",
          "Names the dangers and the forbidden acts.",
        ],
        [
          "Suit une procédure avec une personne qui la connaît.",
          "Follows a procedure with somebody who knows it.",
        ],
      ],
      3: [
        ["Suit seul la procédure, étape par étape.", "Follows the procedure alone, step by step."],
        ["Arrête l'installation et prévient devant une alarme.", "Stops the plant and warns on an alarm."],
      ],
    },
  },
  {
    id: "monter-un-mur",
    kind: "technical",
    motif: "building",
    name: ["Maçonner", "Build in masonry"],
    summary: [
      "Préparer le mortier, monter un mur droit et laisser un chantier propre.",
      "Mix mortar, build a straight wall and leave a clean site.",
    ],
    competencyIds: ["c-preparer-mortier", "c-mur-pierre", "c-verifier-niveau"],
    levels: {
      2: [
        [
          "Prépare un mortier qui tient, avec les doses données.",
          "Mixes mortar that holds, with the doses given.",
        ],
        ["Vérifie le niveau et l'aplomb d'un mur.", "Checks a wall for level and plumb."],
      ],
      3: [
        ["Monte seul un mur droit de deux mètres.", "Builds a straight two-metre wall alone."],
        ["Choisit le mortier selon le mur.", "Chooses the mortar for the wall."],
      ],
    },
  },
];
