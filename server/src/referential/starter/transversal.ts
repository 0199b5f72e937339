import type { StarterSector } from "./starter.types.ts";

/** The four meta-badges of the Région: communiquer, organiser, s'adapter, s'intégrer. */
export const transversal: StarterSector = {
  families: [
    {
      id: "f-communiquer",
      label: "Communiquer",
      labelEn: "Communicate",
      transversal: true,
      competencies: [
        ["c-ecouter", "Écouter une personne jusqu'au bout", "Listen to someone to the end"],
        ["c-expliquer", "Expliquer simplement ce que l'on fait", "Explain simply what you are doing"],
        [
          "c-poser-questions",
          "Poser une question quand on n'a pas compris",
          "Ask when you have not understood",
        ],
        ["c-ecrire-message", "Écrire un message court et clair", "Write a short, clear message"],
        ["c-prendre-parole", "Prendre la parole devant un groupe", "Speak in front of a group"],
        [
          "c-rendre-compte",
          "Dire ce qui est fait et ce qui reste à faire",
          "Report what is done and what is left",
        ],
      ],
    },
    {
      id: "f-organiser",
      label: "Organiser",
      labelEn: "Organise",
      transversal: true,
      competencies: [
        [
          "c-arriver-heure",
          "Arriver à l'heure et prévenir en cas de retard",
          "Be on time, and warn when late",
        ],
        [
          "c-preparer-travail",
          "Préparer son travail avant de commencer",
          "Prepare your work before starting",
        ],
        ["c-choisir-priorites", "Choisir ce qu'il faut faire en premier", "Choose what to do first"],
        ["c-tenir-delais", "Finir une tâche dans le temps prévu", "Finish a task in the time given"],
        [
          "c-verifier-travail",
          "Vérifier son travail avant de le rendre",
          "Check your work before handing it over",
        ],
      ],
    },
    {
      id: "f-s-adapter",
      label: "S'adapter",
      labelEn: "Adapt",
      transversal: true,
      competencies: [
        [
          "c-changer-tache",
          "Passer d'une tâche à une autre sans se bloquer",
          "Switch tasks without getting stuck",
        ],
        [
          "c-faire-face-imprevu",
          "Trouver quoi faire devant un imprévu",
          "Find what to do when something unexpected happens",
        ],
        ["c-apprendre-outil", "Apprendre à se servir d'un nouvel outil", "Learn to use a new tool"],
        [
          "c-tirer-lecons",
          "Corriger sa façon de faire après une erreur",
          "Change how you work after a mistake",
        ],
        ["c-garder-calme", "Garder son calme dans une situation tendue", "Stay calm in a tense situation"],
      ],
    },
    {
      id: "f-s-integrer",
      label: "S'intégrer",
      labelEn: "Fit in",
      transversal: true,
      competencies: [
        ["c-suivre-regles", "Suivre les règles du lieu de travail", "Follow the rules of the workplace"],
        ["c-aider-collegue", "Aider un collègue qui en a besoin", "Help a colleague who needs it"],
        [
          "c-accepter-remarque",
          "Écouter une remarque et en tenir compte",
          "Listen to feedback and act on it",
        ],
        [
          "c-respecter-differences",
          "Travailler avec des personnes différentes de soi",
          "Work with people unlike yourself",
        ],
        ["c-faire-sa-part", "Faire sa part du travail dans une équipe", "Do your share of a team's work"],
      ],
    },
  ],
  occupations: [],
};
