"""Drives a SPARQL endpoint with SPARQLWrapper and prints what came of it, a line a step.

Usage: python3 sparqlwrapper_client.py ENDPOINT SECRET
"""
import sys
import warnings

from SPARQLWrapper import CSV, JSON, POST, POSTDIRECTLY, RDFXML, TSV, TURTLE, XML, SPARQLWrapper

ENDPOINT, SECRET = sys.argv[1:3]
EX = "PREFIX ex: <http://example.org/> "


def say(step, result):
    print(step + ": " + str(result))


def client(text, form=None, secret=None, method=None, request_method=None, conneg=False):
    made = SPARQLWrapper(ENDPOINT)
    made.setQuery(EX + text)
    made.setOnlyConneg(conneg)
    if form:
        made.setReturnFormat(form)
    if method:
        made.setMethod(method)
    if request_method:
        made.setRequestMethod(request_method)
    if secret:
        made.addCustomHttpHeader("Authorization", "Bearer " + secret)
    return made


def failure(made):
    try:
        made.query()
        return "none"
    except Exception as error:  # which one it is, is what the test wants to know
        return type(error).__name__ + " " + str(getattr(error, "code", ""))


def values(answer):
    return ",".join(row["name"]["value"][:1] for row in answer["results"]["bindings"])


warnings.simplefilter("ignore")
SELECT = "SELECT ?name { ?s ex:name ?name } ORDER BY ?s"
for conneg in (False, True):
    way = "by header" if conneg else "by parameter"
    say("select json " + way, values(client(SELECT, JSON, conneg=conneg).queryAndConvert()))
    xml = client(SELECT, XML, conneg=conneg).queryAndConvert()
    say("select xml " + way, len(xml.getElementsByTagName("result")))
    for name, form in (("csv", CSV), ("tsv", TSV)):
        text = client(SELECT, form, conneg=conneg).queryAndConvert().decode("utf-8")
        say("select " + name + " " + way, text.split()[0])
    ask = client("ASK { ex:a ex:knows ex:b }", JSON, conneg=conneg).queryAndConvert()
    say("ask " + way, ask["boolean"])
    for name, form in (("default", None), ("xml", XML), ("rdf+xml", RDFXML)):
        graph = client("CONSTRUCT WHERE { ?s ex:name ?o }", form, conneg=conneg).queryAndConvert()
        say("construct " + name + " " + way, len(graph))
    turtle = client("DESCRIBE ex:b", TURTLE, conneg=conneg).queryAndConvert().decode("utf-8")
    say("describe turtle " + way, "ex:b" in turtle or "/b>" in turtle)

say("post form", values(client(SELECT, JSON, method=POST).queryAndConvert()))
direct = client(SELECT, JSON, method=POST, request_method=POSTDIRECTLY)
say("post directly", values(direct.queryAndConvert()))

INSERT = "INSERT DATA { GRAPH ex:new { ex:n ex:name 'N' } }"
say("update without secret", failure(client(INSERT, method=POST)))
say("update with wrong secret", failure(client(INSERT, secret="x" * 20, method=POST)))
say("update", client(INSERT, secret=SECRET, method=POST).query().response.getcode())
DELETE = "DELETE WHERE { GRAPH ex:g1 { ?s ex:name ?o } }"
gone = client(DELETE, secret=SECRET, method=POST, request_method=POSTDIRECTLY)
say("update directly", gone.query().response.getcode())
say("afterwards", values(client(SELECT, JSON).queryAndConvert()))

say("bad query", failure(client("SELECT * { ?s ?p }", JSON)))
say("bad update", failure(client("INSERT DATA { ex:a ex:b ex:c }", secret=SECRET, method=POST)))
