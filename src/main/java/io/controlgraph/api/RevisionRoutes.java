package io.controlgraph.api;

import io.controlgraph.api.changes.RevisionEntry;
import io.controlgraph.api.openapi.Input;
import io.controlgraph.api.openapi.Operation;
import io.controlgraph.graph.Capability;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Revision;
import io.controlgraph.security.Refusal;
import io.controlgraph.sparql.EntityTag;
import io.controlgraph.sparql.Freshness;
import io.controlgraph.sparql.Parameters;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The history: what was committed, when, by whom and why, and what each commit changed. */
final class RevisionRoutes implements Routes {
  private static final String PATH = RevisionEntry.PATH;
  private static final String GROUP = "History";
  static final Input NUMBER = Input.path("number", "The number of the revision, from 1.");
  private static final int USUAL = 50;
  private static final int MOST = 1000;
  private static final String JSON = "application/json";

  /** Not registered with IANA; the name by which Apache Jena knows RDF Patch. */
  private static final String PATCH = "application/rdf-patch";

  private final GraphStore store;

  RevisionRoutes(GraphStore store) {
    this.store = store;
  }

  @Override
  public void addTo(Api api) {
    api.on(
        Operation.get(PATH, "listRevisions", GROUP, "The revisions, the newest first")
            .takes(
                Input.number("limit", 1, MOST, "How many; 50 if nothing is said."),
                Input.number(
                    "from", 0, Long.MAX_VALUE, "The newest to list; the latest if absent."))
            .tagged()
            .givesJson(200, "A page of revisions, with links to the others.", Page.class),
        this::list);
    api.on(
        Operation.get(PATH + "/{number}", "getRevision", GROUP, "One revision")
            .takes(NUMBER)
            .tagged()
            .givesJson(200, "The revision.", RevisionEntry.class),
        this::one);
    api.on(
        Operation.get(PATH + "/{number}/patch", "getPatch", GROUP, "What a revision changed")
            .takes(NUMBER)
            .tagged()
            .gives(200, "The record of the revision, an RDF Patch.", List.of(PATCH)),
        this::patch);
  }

  private record Page(List<RevisionEntry> revisions) {}

  private void list(Context ctx) {
    store.require(Capability.HISTORY);
    Parameters parameters = Parameters.parse(ctx.queryString());
    Revision latest = store.revision();
    long newest = latest.number();
    long from = Math.min(newest, parameters.number("from", 0, newest));
    int limit = (int) Math.min(MOST, parameters.number("limit", 1, USUAL));
    String tag = EntityTag.of(ctx, store, JSON);
    if (EntityTag.isAnswered(ctx, tag)) {
      return;
    }
    Freshness.mark(ctx);
    ctx.header("ETag", tag)
        .header("ControlGraph-Revision", Long.toString(newest))
        .header("Link", links(parameters, newest, from, limit));
    Json.send(
        ctx, new Page(store.log().list(from, limit).stream().map(RevisionEntry::of).toList()));
  }

  /** Newer revisions come before older ones. */
  private static String links(Parameters parameters, long newest, long from, int limit) {
    List<String> links = new ArrayList<>();
    links.add(link(parameters, newest, "first"));
    if (from < newest) {
      links.add(link(parameters, Math.min(newest, from + limit), "prev"));
    }
    if (from > limit) {
      links.add(link(parameters, from - limit, "next"));
    }
    return String.join(", ", links);
  }

  private static String link(Parameters parameters, long from, String relation) {
    return "<%s?%s>; rel=\"%s\""
        .formatted(PATH, parameters.with("from", Long.toString(from)), relation);
  }

  private void one(Context ctx) {
    Revision revision = require(ctx, store);
    if (!isKnown(ctx, revision)) {
      Json.send(ctx, RevisionEntry.of(revision));
    }
  }

  /** The record exactly as it stands in the log: its SHA-256 is the revision's hash. */
  private void patch(Context ctx) throws IOException {
    Revision revision = require(ctx, store);
    if (!isKnown(ctx, revision)) {
      ctx.contentType(PATCH).result(store.log().record(revision.number()));
    }
  }

  /** A number means another revision in another store, so caches ask each time. */
  private static boolean isKnown(Context ctx, Revision revision) {
    String tag = "\"" + revision.hash() + "\"";
    Freshness.mark(ctx);
    ctx.header("ETag", tag);
    return EntityTag.isAnswered(ctx, tag);
  }

  /**
   * The revision that the path names.
   *
   * @throws Refusal 404 if there is none
   */
  static Revision require(Context ctx, GraphStore store) {
    String number = ctx.pathParam("number");
    List<Revision> found =
        number.matches("[1-9]\\d{0,17}") ? store.log().list(Long.parseLong(number), 1) : List.of();
    if (found.isEmpty() || !Long.toString(found.get(0).number()).equals(number)) {
      throw new Refusal(404, "no-such-revision", "There is no revision " + number + ".");
    }
    return found.get(0);
  }
}
