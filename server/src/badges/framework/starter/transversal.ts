import type { StarterMetaBadge } from "./starter.types.ts";

/** Communiquer, organiser, s'adapter, s'intégrer: what every trade asks. */
export const transversal: StarterMetaBadge[] = [
  {
    id: "communiquer",
    kind: "transversal",
    motif: "communicate",
    name: ["Communiquer", "Communicate"],
    summary: [
      "Écouter, se faire comprendre et dire où en est le travail.",
      "Listen, be understood, and say where the work stands.",
    ],
    competencyIds: ["c-ecouter", "c-expliquer", "c-poser-questions", "c-rendre-compte"],
    levels: {
      1: [
        ["Écoute une consigne jusqu'au bout sans couper la parole.", "Listens to an instruction to the end."],
        ["Dit quand une consigne n'est pas comprise.", "Says when an instruction is not understood."],
        ["Salue et répond quand on lui parle.", "Greets people and answers when spoken to."],
      ],
      2: [
        [
          "Redit une consigne avec ses mots avant de commencer.",
          "Repeats an instruction in their own words.",
        ],
        ["Dit ce qui est fini et ce qui reste à faire quand on le demande.", "Says what is done when asked."],
        ["Écrit un message court que les autres comprennent.", "Writes a short message others understand."],
      ],
      3: [
        ["Prévient de soi-même quand quelque chose ne va pas.", "Warns unasked when something is wrong."],
        ["Explique son travail à une personne qui ne le connaît pas.", "Explains their work to an outsider."],
        [
          "Choisit de parler, d'écrire ou d'appeler selon le cas.",
          "Chooses to speak, write or call as fits.",
        ],
      ],
      4: [
        [
          "Prend la parole devant un groupe et répond aux questions.",
          "Speaks to a group and answers questions.",
        ],
        ["Aide deux personnes à se comprendre.", "Helps two people understand each other."],
        ["Montre à un collègue comment rendre compte.", "Shows a colleague how to report."],
      ],
    },
  },
  {
    id: "organiser",
    kind: "transversal",
    motif: "organise",
    name: ["Organiser", "Organise"],
    summary: [
      "Être à l'heure, préparer son travail et finir ce qui est commencé.",
      "Be on time, prepare the work, and finish what was started.",
    ],
    competencyIds: ["c-arriver-heure", "c-preparer-travail", "c-choisir-priorites", "c-tenir-delais"],
    levels: {
      1: [
        ["Arrive à l'heure, ou prévient avant l'heure.", "Is on time, or warns before the hour."],
        ["Vient avec le matériel demandé.", "Brings the equipment asked for."],
      ],
      2: [
        ["Prépare son poste avant de commencer.", "Prepares the workstation before starting."],
        ["Suit une liste de tâches dans l'ordre donné.", "Follows a list of tasks in the order given."],
        ["Range son poste à la fin.", "Tidies the workstation at the end."],
      ],
      3: [
        ["Choisit quoi faire en premier et dit pourquoi.", "Chooses what to do first, and says why."],
        ["Finit dans le temps prévu, ou prévient assez tôt.", "Finishes in time, or warns early enough."],
        ["Vérifie son travail avant de le rendre.", "Checks the work before handing it over."],
      ],
      4: [
        ["Partage le travail d'une journée entre plusieurs personnes.", "Shares a day's work among people."],
        [
          "Prévoit une solution pour quand il manque quelqu'un ou du matériel.",
          "Plans for who or what is missing.",
        ],
      ],
    },
  },
  {
    id: "s-adapter",
    kind: "transversal",
    motif: "adapt",
    name: ["S'adapter", "Adapt"],
    summary: [
      "Changer de tâche, apprendre et garder son calme quand c'est nouveau.",
      "Switch tasks, learn, and stay calm when things are new.",
    ],
    competencyIds: ["c-changer-tache", "c-faire-face-imprevu", "c-apprendre-outil", "c-tirer-lecons"],
    levels: {
      1: [
        ["Accepte de changer de tâche quand on le demande.", "Agrees to switch tasks when asked."],
        ["Essaie un nouvel outil avec de l'aide.", "Tries a new tool with help."],
      ],
      2: [
        [
          "Passe d'une tâche à une autre sans oublier la première.",
          "Switches tasks without losing the first.",
        ],
        ["Demande de l'aide devant un imprévu au lieu d'attendre.", "Asks for help instead of waiting."],
        ["Corrige une erreur quand on la lui montre.", "Corrects a mistake when it is pointed out."],
      ],
      3: [
        ["Trouve quoi faire devant un imprévu courant.", "Finds what to do in a common unexpected case."],
        ["Se sert seul d'un nouvel outil après l'avoir vu une fois.", "Uses a new tool alone once shown."],
        ["Change sa façon de faire après une erreur.", "Changes how they work after a mistake."],
      ],
    },
  },
  {
    id: "s-integrer",
    kind: "transversal",
    motif: "fitIn",
    name: ["S'intégrer", "Fit in"],
    summary: [
      "Prendre sa place dans une équipe et suivre les règles du lieu.",
      "Take one's place in a team and follow the rules of the place.",
    ],
    competencyIds: ["c-suivre-regles", "c-aider-collegue", "c-accepter-remarque", "c-faire-sa-part"],
    levels: {
      1: [
        ["Suit les règles de sécurité et d'hygiène du lieu.", "Follows the safety and hygiene rules."],
        ["Connaît le prénom et le rôle des personnes de l'équipe.", "Knows the names and roles in the team."],
      ],
      2: [
        ["Fait sa part du travail sans qu'on le rappelle.", "Does their share without being reminded."],
        ["Écoute une remarque et en tient compte.", "Listens to feedback and acts on it."],
        ["Travaille avec toutes les personnes de l'équipe.", "Works with everybody in the team."],
      ],
      3: [
        ["Aide un collègue avant qu'il le demande.", "Helps a colleague before being asked."],
        ["Propose une façon de mieux travailler ensemble.", "Suggests a better way to work together."],
      ],
      4: [
        [
          "Accueille une personne nouvelle et lui montre les règles.",
          "Welcomes a newcomer, shows them the rules.",
        ],
        ["Aide à régler un désaccord dans l'équipe.", "Helps settle a disagreement in the team."],
      ],
    },
  },
];
