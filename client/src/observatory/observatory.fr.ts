const fr = {
  steward: {
    title: "Ce que le territoire sait et saura faire",
    lead: "Qui a les compétences, qui les apprend, et ce que demandent les offres.",
  },
  advisor: {
    title: "Qui a besoin d'un coup de pouce",
    lead: "Les compétences du territoire et les offres ouvertes, pour orienter les personnes.",
  },
  figures: {
    people: "personnes qui peuvent être trouvées",
    inTraining: "en formation aujourd'hui",
    openOffers: "offres ouvertes",
    companies: "entreprises",
  },
};
export default fr;
