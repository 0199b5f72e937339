const fr = {
  landing: {
    title: "Ce que je sais faire, et bientôt",
    lead: "Acquis réunit les compétences que les gens ont, celles qu'une formation leur apporte, et les employeurs qui les cherchent.",
    tryIt: "Essayer en un clic",
    start: "Créer mon compte",
    home: "Aller à mon accueil",
    signIn: "Se connecter",
    sampleTitle: "Un employeur cherche trois compétences pour mars",
    sampleA: "Première personne",
    sampleB: "Deuxième personne",
    sampleC: "Troisième personne",
    sampleNote: "Sans nom : on regarde d'abord ce que la personne sait faire.",
    forWho: "Pour qui ?",
    trainee: "Vous apprenez un métier",
    traineeText:
      "Notez ce que vous savez faire, même appris ailleurs. Vos formateurs l'attestent. Vous choisissez qui peut vous trouver.",
    trainer: "Vous formez",
    trainerText:
      "Voyez ce qui est déjà prouvé à l'entrée. Attestez ce que vous voyez faire, une personne ou tout un groupe.",
    employer: "Vous recrutez",
    employerText:
      "Choisissez les compétences, dites pour quand. Voyez qui les a, et qui les aura bientôt, avec le mois.",
    rule: "L'ordre est public",
    ruleText:
      "Pas de note secrète. Les personnes sont classées en comptant : compétences prêtes, puis prouvées, puis proches, puis utiles, puis la distance. Chacun peut refaire le compte.",
    ruleLink: "Voir comment l'ordre est fait",
  },
  rule: {
    title: "Comment l'ordre est fait",
    lead: "Quand un employeur cherche, les personnes sont rangées par une seule règle. La voici en entier.",
    marks: "D'abord, un signe pour chaque compétence demandée",
    asked:
      "L'employeur choisit de 1 à 6 compétences essentielles et jusqu'à 8 compétences utiles, chacune avec un niveau. Il dit pour quand.",
    ready:
      "Une compétence est prête si elle est prouvée ou acquise, ou si elle sera acquise au plus tard le mois demandé, au niveau demandé.",
    keys: "Ensuite, on compte",
    keysText: "On regarde la première ligne. À égalité, on regarde la suivante, et ainsi de suite.",
    key1: "Combien de compétences essentielles sont prêtes : plus il y en a, plus on est haut.",
    key2: "Combien sont prouvées aujourd'hui.",
    key3: "Parmi celles qui ne sont pas prêtes, combien ont une compétence proche, de la même famille.",
    key4: "Combien de compétences utiles sont prêtes.",
    key5: "La distance du lieu de travail, par pas de 10 km.",
    key6: "Et si tout est égal : chacun son tour. L'ordre des ex æquo change chaque jour.",
    never: "Ce qui ne compte jamais",
    neverText:
      "Le nom, l'âge, le sexe, l'adresse exacte, la photo, le diplôme par lui-même. Une personne sans rien de prêt ni de proche n'est pas montrée.",
    example: "Un exemple à vérifier à la main",
    exampleText:
      "Un atelier cherche trois compétences essentielles pour {{month}}, et une utile. Quatre personnes correspondent. Ce classement est calculé ici, par la règle elle-même.",
    essential: "Essentielles",
    useful: "Utile",
    person: "Personne {{letter}}",
    later: "en formation, mais après la date : {{month}}",
    closeWith: "sait faire : {{label}}",
    count: { ready: "Prêtes", proven: "Prouvées", close: "Proches", useful: "Utiles" },
    because: {
      ready: "Avant la personne {{letter}} : plus de compétences prêtes ({{a}} contre {{b}}).",
      proven: "Avant la personne {{letter}} : autant de prêtes, plus de prouvées ({{a}} contre {{b}}).",
      close:
        "Avant la personne {{letter}} : autant de prêtes et de prouvées, plus de proches ({{a}} contre {{b}}).",
      useful: "Avant la personne {{letter}} : tout est égal, sauf les utiles ({{a}} contre {{b}}).",
      turn: "À égalité avec la personne {{letter}} : chacun son tour.",
    },
    skills: {
      weld: "Souder à l'arc",
      plan: "Lire un plan",
      check: "Contrôler une soudure",
      measure: "Contrôler les dimensions d'une pièce",
      lift: "Conduire un chariot élévateur",
    },
    own: "Vous êtes stagiaire ? Chaque offre vous montre vos propres signes, par la même règle.",
  },
  accessibility: {
    title: "Accessibilité",
    lead: "Acquis veut marcher pour tout le monde : au clavier, à la voix, en grand, en sombre, sur un petit téléphone.",
    state: "Où nous en sommes",
    stateText:
      "Acquis n'a pas encore été vérifié par un organisme extérieur. La loi demande donc d'écrire : « non conforme » au RGAA 4.1.",
    done: "Ce qui est vérifié à chaque version",
    done1: "Chaque page passe l'outil axe (règles WCAG 2.1 A et AA), en clair et en sombre.",
    done2: "Tout se fait au clavier. L'endroit où l'on est se voit toujours.",
    done3: "Les signes se reconnaissent par leur forme, et ont un texte pour les lecteurs d'écran.",
    done4: "Les textes font 16 pixels ou plus, et la page tient à 200 % sans rien perdre.",
    done5: "Les animations s'arrêtent si votre appareil le demande.",
    limits: "Ce qui manque encore",
    limit1: "Un test avec des personnes qui utilisent un lecteur d'écran tous les jours.",
    limit2: "Une version en Facile à lire et à comprendre (FALC).",
    limit3: "Le CV en PDF n'a pas encore été vérifié avec un lecteur d'écran.",
    help: "Quelque chose vous bloque ?",
    helpText:
      "Dites-le à la personne qui vous suit ou à votre organisme de formation. Si on ne vous répond pas, vous pouvez écrire au Défenseur des droits.",
    helpLink: "Écrire au Défenseur des droits",
  },
  legal: {
    title: "Mentions et données",
    who: "Qui publie ce site",
    whoDemo:
      "Ceci est une démonstration. Les personnes, les entreprises et les offres sont inventées. Ne tapez pas de vraies données.",
    whoText: "Ce site est publié par la Région qui l'a installé. Son adresse figure dans ses courriers.",
    data: "Ce que nous gardons",
    data1: "Votre nom et votre adresse e-mail, pour votre compte.",
    data2: "Vos compétences, vos expériences et les attestations reçues, pour votre portefeuille.",
    data3: "Votre commune et vos souhaits de travail, si vous les donnez.",
    see: "Qui les voit",
    see1: "Vos formateurs voient votre portefeuille pendant la formation, et six mois après.",
    see2: "Les employeurs vous trouvent sans votre nom, sauf si vous le décidez. Vous pouvez aussi rester caché(e).",
    see3: "Personne d'autre. Rien n'est vendu, rien n'est donné à des publicitaires.",
    cookies: "Cookies",
    cookiesText:
      "Deux, et seulement quand vous vous connectez : ils disent au site que c'est vous. Pas de mesure, pas de publicité. C'est pourquoi rien ne vous est demandé.",
    rights: "Vos droits",
    rightsText:
      "Vous pouvez lire, corriger et retirer ce que vous avez écrit. Pour le reste, écrivez à la Région. Vous pouvez aussi vous adresser à la CNIL.",
    source: "Logiciel",
    sourceText: "Acquis est un logiciel libre, sous licence EUPL 1.2. La police est Atkinson Hyperlegible.",
  },
};
export default fr;
