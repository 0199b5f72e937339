const fr = {
  name: "Acquis",
  motto: "Ce que je sais faire, et bientôt.",
  home: "Acquis, accueil",
  nav: {
    label: "Menu principal",
    traineeHome: "Accueil",
    trainerHome: "Accueil",
    providerHome: "Accueil",
    employerHome: "Chercher",
    advisorHome: "Accueil",
    stewardHome: "Accueil",
  },
  roles: {
    trainee: "Stagiaire",
    trainer: "Formateur, formatrice",
    providerAdmin: "Responsable d'organisme",
    employer: "Employeur",
    advisor: "Conseiller, conseillère",
    steward: "Région",
  },
  account: "Mon compte",
  signIn: "Se connecter",
  demo: {
    label: "Démonstration",
    text: "Démonstration : les personnes et les offres sont inventées.",
    change: "Changer de rôle",
    mails: "Courriels envoyés",
  },
  footer: {
    rule: "Comment l'ordre est fait",
    accessibility: "Accessibilité : non conforme",
    legal: "Mentions et données",
  },
  pending: "{{name}} attend la validation de la Région. Vous pourrez chercher et publier ensuite.",
  suspended: "L'accès de {{name}} est suspendu par la Région.",
  notFound: {
    title: "Cette page n'existe pas",
    text: "L'adresse a peut-être changé, ou il manque une lettre.",
    action: "Revenir à l'accueil",
  },
};
export default fr;
