import type { StarterSector } from "./starter.types.ts";

/** From flax straw to yarn. */
export const flax: StarterSector = {
  families: [
    {
      id: "f-teillage",
      label: "Teiller le lin",
      labelEn: "Scutch flax",
      competencies: [
        ["c-alimenter-teilleuse", "Alimenter une ligne de teillage", "Feed a scutching line"],
        ["c-regler-teilleuse", "Régler une teilleuse selon le lin", "Set a scutcher for the flax"],
        ["c-juger-fibre", "Juger une fibre à l'œil et au toucher", "Judge a fibre by eye and touch"],
        ["c-trier-filasse", "Trier le lin teillé et les étoupes", "Sort scutched flax and tow"],
        ["c-peigner-lin", "Peigner le lin", "Comb flax"],
        ["c-presser-balles", "Presser et étiqueter des balles de fibre", "Press and label bales of fibre"],
        ["c-limiter-poussiere", "Limiter la poussière et le risque de feu", "Keep down dust and fire risk"],
      ],
    },
    {
      id: "f-filature",
      label: "Filer et préparer les fils",
      labelEn: "Spin and prepare yarn",
      competencies: [
        ["c-conduire-metier-filer", "Conduire un métier à filer", "Run a spinning frame"],
        ["c-rattacher-fil", "Rattacher un fil cassé", "Piece a broken yarn", "105539"],
        ["c-changer-bobines", "Changer les bobines", "Change the bobbins"],
        ["c-regler-tension-fil", "Régler la vitesse et la tension d'un fil", "Set yarn speed and tension"],
        ["c-controler-fil", "Contrôler la régularité d'un fil", "Check the evenness of a yarn"],
        ["c-etirer-ruban", "Étirer et doubler les rubans de fibre", "Draw and double fibre slivers"],
        ["c-filer-mouille", "Filer le lin au mouillé", "Wet-spin flax"],
        [
          "c-reperer-defaut-textile",
          "Repérer un défaut sur un fil ou un tissu",
          "Spot a defect in yarn or cloth",
          "105238",
        ],
      ],
    },
  ],
  occupations: [
    {
      code: "H2413",
      label: "Opérateur / Opératrice de teillage et de préparation textile",
      labelEn: "Flax scutching operator",
      definition: "Sépare la fibre de lin de la paille, la trie, la peigne et prépare les fils.",
      titles: [
        "Teilleur / Teilleuse de lin",
        "Opérateur / Opératrice de teillage de lin",
        "Peigneur / Peigneuse de lin",
      ],
      core: {
        "c-alimenter-teilleuse": 3,
        "c-regler-teilleuse": 2,
        "c-juger-fibre": 3,
        "c-trier-filasse": 3,
        "c-presser-balles": 3,
      },
      also: {
        "c-peigner-lin": 2,
        "c-limiter-poussiere": 2,
        "c-suivre-rouissage": 1,
        "c-reperer-defaut-textile": 2,
        "c-chariot-elevateur": 2,
        "c-petit-entretien-machine": 2,
        "c-noter-production": 2,
        "c-porter-epi": 3,
      },
    },
    {
      code: "H2425",
      label: "Fileur / Fileuse en industrie textile",
      labelEn: "Spinner",
      definition: "Fait marcher les machines qui transforment la fibre de lin en fil.",
      titles: ["Opérateur / Opératrice de filature", "Fileur / Fileuse de lin"],
      core: {
        "c-conduire-metier-filer": 3,
        "c-rattacher-fil": 3,
        "c-changer-bobines": 3,
        "c-controler-fil": 3,
        "c-regler-tension-fil": 2,
      },
      also: {
        "c-etirer-ruban": 2,
        "c-filer-mouille": 2,
        "c-reperer-defaut-textile": 3,
        "c-surveiller-ligne": 2,
        "c-petit-entretien-machine": 2,
        "c-noter-production": 2,
        "c-nettoyer-poste": 3,
        "c-porter-epi": 2,
      },
    },
  ],
};
