import urllib.parse
import urllib.request

import pytest
from tests.servers.processes import fill

pytestmark = pytest.mark.server


def test_neo4j_answers_and_reads_no_local_file(neo4j_address: str) -> None:
    import neo4j

    with neo4j.GraphDatabase.driver(neo4j_address) as driver:
        assert driver.execute_query("RETURN 1 + 1 AS two").records[0]["two"] == 2
        with pytest.raises(neo4j.exceptions.ClientError, match="allow_csv_import_from_file_urls"):
            driver.execute_query("LOAD CSV FROM 'file:///etc/hostname' AS row RETURN row")


def test_fuseki_answers(fuseki_address: str) -> None:
    fill(fuseki_address, b'<urn:a> <urn:b> "\xe8\xb4\xa3\xe4\xbb\xbb" .\n')
    query = urllib.parse.quote("SELECT ?o { <urn:a> <urn:b> ?o }")
    request = urllib.request.Request(f"{fuseki_address}/sparql?query={query}", headers={"Accept": "text/csv"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        assert "责任" in answer.read().decode("utf-8")
