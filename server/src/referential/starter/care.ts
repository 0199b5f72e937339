import type { StarterSector } from "./starter.types.ts";

/** Health and home care. */
export const care: StarterSector = {
  families: [
    {
      id: "f-soins-confort",
      label: "Prendre soin d'une personne",
      labelEn: "Care for a person",
      competencies: [
        ["c-aider-toilette", "Aider une personne à se laver", "Help a person wash"],
        ["c-aider-habillage", "Aider une personne à s'habiller", "Help a person dress"],
        ["c-aider-repas", "Aider une personne à manger et à boire", "Help a person eat and drink"],
        [
          "c-aider-lever-coucher",
          "Aider une personne à se lever, s'asseoir, se coucher",
          "Help a person get up, sit and lie down",
        ],
        ["c-utiliser-leve-personne", "Utiliser un lève-personne", "Use a patient hoist"],
        [
          "c-changer-protection",
          "Changer une protection en respectant la pudeur",
          "Change pads with dignity",
        ],
        [
          "c-prevenir-escarres",
          "Changer la position d'une personne pour éviter les plaies",
          "Reposition a person to prevent sores",
        ],
      ],
    },
    {
      id: "f-surveiller-sante",
      label: "Surveiller l'état de santé",
      labelEn: "Watch over health",
      competencies: [
        [
          "c-mesurer-constantes",
          "Mesurer la température, le pouls, la tension",
          "Take temperature, pulse and blood pressure",
        ],
        [
          "c-reperer-changement",
          "Repérer un changement et prévenir l'infirmier",
          "Notice a change and tell the nurse",
        ],
        [
          "c-faire-transmissions",
          "Noter et transmettre les informations à l'équipe",
          "Record information and hand it over to the team",
        ],
        ["c-laver-mains-soin", "Se laver les mains comme à l'hôpital", "Wash hands to hospital standard"],
        [
          "c-desinfecter-materiel",
          "Nettoyer et désinfecter le matériel de soin",
          "Clean and disinfect care equipment",
        ],
        [
          "c-accompagner-fin-vie",
          "Accompagner une personne en fin de vie",
          "Support a person at the end of life",
        ],
      ],
    },
    {
      id: "f-vie-quotidienne",
      label: "Accompagner la vie de tous les jours",
      labelEn: "Support daily life",
      competencies: [
        [
          "c-accompagner-quotidien",
          "Accompagner une personne dans les gestes du quotidien",
          "Support a person in everyday tasks",
          "107662",
        ],
        [
          "c-preparer-repas-simple",
          "Préparer un repas simple à domicile",
          "Prepare a simple meal at home",
          "115131",
        ],
        [
          "c-faire-courses",
          "Faire les courses avec une liste et un budget",
          "Do the shopping with a list and a budget",
        ],
        [
          "c-entretenir-linge",
          "Laver, repasser et ranger le linge",
          "Wash, iron and put away laundry",
          "120699",
        ],
        ["c-refaire-lit", "Changer les draps et refaire un lit", "Change the sheets and make a bed"],
        ["c-entretenir-logement", "Faire le ménage dans un logement", "Clean a home"],
        [
          "c-accompagner-sortie",
          "Accompagner une personne à un rendez-vous",
          "Go with a person to an appointment",
        ],
        [
          "c-proposer-activite",
          "Proposer une activité qui plaît à la personne",
          "Suggest an activity the person enjoys",
        ],
        ["c-aider-papiers", "Aider une personne à remplir ses papiers", "Help a person with paperwork"],
      ],
    },
  ],
  occupations: [
    {
      code: "J1501",
      label: "Aide-soignant / Aide-soignante",
      labelEn: "Nursing assistant",
      definition:
        "Prend soin des personnes malades, âgées ou handicapées, avec l'infirmier : toilette, repas, confort, surveillance.",
      titles: ["Aide soignant en EHPAD / Aide soignante en EHPAD"],
      core: {
        "c-aider-toilette": 3,
        "c-aider-lever-coucher": 3,
        "c-mesurer-constantes": 3,
        "c-reperer-changement": 3,
        "c-faire-transmissions": 3,
        "c-laver-mains-soin": 3,
        "c-prevenir-escarres": 2,
      },
      also: {
        "c-aider-habillage": 3,
        "c-aider-repas": 3,
        "c-utiliser-leve-personne": 2,
        "c-changer-protection": 3,
        "c-desinfecter-materiel": 2,
        "c-accompagner-fin-vie": 2,
        "c-gestes-postures": 2,
        "c-premiers-secours": 2,
      },
    },
    {
      code: "K1304",
      label: "Aide à domicile",
      labelEn: "Home help",
      definition:
        "Aide une personne âgée, handicapée ou une famille à bien vivre chez elle : ménage, repas, courses, présence.",
      titles: ["Auxiliaire de vie à domicile", "Assistant / Assistante de vie aux familles"],
      core: {
        "c-accompagner-quotidien": 3,
        "c-preparer-repas-simple": 3,
        "c-entretenir-logement": 3,
        "c-entretenir-linge": 2,
        "c-aider-lever-coucher": 2,
        "c-aider-habillage": 2,
      },
      also: {
        "c-faire-courses": 3,
        "c-refaire-lit": 2,
        "c-aider-repas": 2,
        "c-accompagner-sortie": 2,
        "c-proposer-activite": 2,
        "c-aider-papiers": 1,
        "c-reperer-changement": 2,
        "c-gestes-postures": 2,
        "c-premiers-secours": 1,
      },
    },
  ],
};
