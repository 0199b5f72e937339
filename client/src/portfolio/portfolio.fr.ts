const fr = {
  home: {
    title: "Ce que je sais faire, et bientôt",
    lead: "Vos compétences, celles qui arrivent, et ce que cherchent les employeurs.",
    can: "Ce que je sais faire",
    canNothing: "Vous n'avez encore rien noté.",
    canNext: "Commencez par un métier que vous avez fait : ses compétences vous seront proposées.",
    coming: "Ce qui arrive",
    comingNothing: "Aucune formation en cours pour le moment.",
    sought: "Ce que cherchent les employeurs",
    soughtNothing: "Pas encore d'offre pour vous.",
    soughtNext: "Ajoutez des compétences : les offres qui les demandent s'afficheront ici.",
  },
};
export default fr;
