package io.controlgraph.api.rows;

import io.controlgraph.security.Refusal;
import io.controlgraph.sparql.Parameters;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;

/**
 * Which of the rows an answer gives.
 *
 * @param offset how many rows are left out first
 * @param limit how many are given then; -1 stands for all
 */
public record RowPage(long offset, long limit) {
  /** The longest page; longer ones would be held in memory. All rows at once are streamed. */
  public static final long LONGEST = 10_000;

  /**
   * Reads {@code offset} and {@code limit}.
   *
   * @throws Refusal 400 if either is no number that will do
   */
  public static RowPage of(Parameters parameters) {
    RowPage page =
        new RowPage(parameters.number("offset", 0, 0), parameters.number("limit", 0, -1));
    if (page.limit > LONGEST) {
      throw new Refusal(
          400,
          "bad-parameter",
          "The parameter 'limit' goes to %d; leave it out to have all rows.".formatted(LONGEST));
    }
    return page;
  }

  /**
   * The rows of a page.
   *
   * @param total how many rows there are on all pages; -1 if they were not counted
   */
  public record Cut(RowSet rows, long total) {}

  /** Cuts the page out; rows are counted to the end where there is a limit. */
  public Cut cut(RowSet rows) {
    long before = 0;
    while (before < offset && rows.hasNext()) {
      rows.next();
      before++;
    }
    if (limit < 0) {
      return new Cut(rows, -1);
    }
    List<Binding> page = new ArrayList<>();
    while (page.size() < limit && rows.hasNext()) {
      page.add(rows.next());
    }
    long total = before + page.size() + Iter.count(rows);
    return new Cut(RowSetStream.create(rows.getResultVars(), page.iterator()), total);
  }

  /**
   * Links to the first, previous, next and last page (RFC 8288).
   *
   * @param path of the answer
   * @param parameters of the request, which the links keep
   */
  public String links(String path, Parameters parameters, long total) {
    List<String> links = new ArrayList<>();
    links.add(link(path, parameters, 0, "first"));
    if (offset > 0) {
      links.add(link(path, parameters, Math.max(0, Math.min(offset, total) - limit), "prev"));
    }
    if (offset + limit < total) {
      links.add(link(path, parameters, offset + limit, "next"));
    }
    links.add(link(path, parameters, Math.max(0, total - 1) / limit * limit, "last"));
    return String.join(", ", links);
  }

  private static String link(String path, Parameters parameters, long at, String relation) {
    return "<%s?%s>; rel=\"%s\""
        .formatted(path, parameters.with("offset", Long.toString(at)), relation);
  }
}
