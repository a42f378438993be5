// Sets up Yasgui for this server alone: nothing is completed from the web, no other endpoint offered.
"use strict";
const endpoint = location.origin + "/sparql";
Yasgui.Yasqe.defaults.autocompleters = ["variables"];
Yasgui.Yasqe.defaults.value = `PREFIX kg: <https://w3id.org/newskg/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

SELECT ?subject ?predicate ?object WHERE {
  ?statement a kg:Statement ; rdf:predicate ?predicate ;
    rdf:subject/rdfs:label ?subject ; rdf:object/rdfs:label ?object .
}
LIMIT 100`;
new Yasgui(document.getElementById("editor"), {
  requestConfig: { endpoint },
  copyEndpointOnNewTab: true,
  endpointCatalogueOptions: { getData: () => [{ endpoint }] },
  persistenceId: "kg",
});
