import type { StarterSector } from "./starter.types.ts";

/** Cleaning of offices, shops and public places. */
export const cleaning: StarterSector = {
  families: [
    {
      id: "f-nettoyer-locaux",
      label: "Nettoyer des locaux",
      labelEn: "Clean premises",
      romeOgr: "300282",
      competencies: [
        ["c-laver-sol", "Balayer et laver un sol à la main", "Sweep and mop a floor by hand"],
        ["c-autolaveuse", "Conduire une autolaveuse", "Run a scrubber-drier"],
        ["c-monobrosse", "Décaper un sol avec une monobrosse", "Strip a floor with a rotary machine"],
        ["c-laver-vitres", "Laver des vitres", "Clean windows", "107957"],
        ["c-nettoyer-sanitaires", "Nettoyer et désinfecter des toilettes", "Clean and disinfect toilets"],
        ["c-depoussierer", "Dépoussiérer des bureaux et des meubles", "Dust desks and furniture"],
        ["c-vider-corbeilles", "Vider les corbeilles et changer les sacs", "Empty bins and change the bags"],
      ],
    },
    {
      id: "f-methode-nettoyage",
      label: "Travailler avec méthode",
      labelEn: "Clean with method",
      competencies: [
        [
          "c-doser-produit",
          "Choisir et doser un produit de nettoyage",
          "Choose and measure a cleaning product",
        ],
        ["c-preparer-chariot-menage", "Préparer son chariot de ménage", "Prepare the cleaning trolley"],
        ["c-baliser-sol-mouille", "Baliser un sol mouillé", "Put up wet-floor signs", "126141"],
        [
          "c-suivre-planning-menage",
          "Suivre un plan de nettoyage pièce par pièce",
          "Follow a room-by-room cleaning plan",
        ],
        ["c-controler-proprete", "Contrôler la propreté et corriger", "Check cleanliness and put it right"],
      ],
    },
  ],
  occupations: [
    {
      code: "K2205",
      label: "Agent / Agente de propreté de locaux",
      labelEn: "Cleaner",
      definition:
        "Nettoie des bureaux, des écoles, des magasins ou des immeubles, avec les bons produits et machines.",
      titles: ["Agent / Agente d'entretien", "Femme de ménage / Homme de ménage en entreprise"],
      core: {
        "c-laver-sol": 3,
        "c-nettoyer-sanitaires": 3,
        "c-depoussierer": 3,
        "c-doser-produit": 2,
        "c-suivre-planning-menage": 2,
      },
      also: {
        "c-autolaveuse": 2,
        "c-monobrosse": 1,
        "c-laver-vitres": 2,
        "c-vider-corbeilles": 3,
        "c-preparer-chariot-menage": 3,
        "c-baliser-sol-mouille": 2,
        "c-controler-proprete": 2,
        "c-produits-dangereux": 2,
        "c-trier-dechets": 2,
        "c-gestes-postures": 2,
      },
    },
  ],
};
