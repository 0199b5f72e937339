const fr = {
  contracts: {
    permanent: "CDI",
    fixedTerm: "CDD",
    temporary: "Intérim",
    apprenticeship: "Alternance",
    seasonal: "Saison",
    partTime: "Temps partiel",
  },
};
export default fr;
