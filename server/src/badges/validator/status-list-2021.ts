/**
 * The context of StatusList2021 (W3C CCG, replaced by Bitstring Status List), which badges under VCDM 1.1 still
 * name. As in @digitalbazaar/vc-status-list-context 3.1.1.
 */
const VOCABULARY = "https://w3id.org/vc/status-list#";

const node = { "@protected": true, id: "@id", type: "@type" };
const term = (name: string, context: object) => ({
  [name]: { "@id": VOCABULARY + name, "@context": { ...node, ...context } },
});
const text = (name: string) => ({ [name]: VOCABULARY + name });

export const STATUS_LIST_2021 = "https://w3id.org/vc/status-list/2021/v1";

export const statusList2021 = {
  "@context": {
    "@protected": true,
    ...term("StatusList2021Credential", {
      description: "http://schema.org/description",
      name: "http://schema.org/name",
    }),
    ...term("StatusList2021", { ...text("statusPurpose"), ...text("encodedList") }),
    ...term("StatusList2021Entry", {
      ...text("statusPurpose"),
      ...text("statusListIndex"),
      statusListCredential: { "@id": `${VOCABULARY}statusListCredential`, "@type": "@id" },
    }),
  },
};
