package io.controlgraph.security;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request that the server does not serve, in the terms of RFC 9457: the edge turns it into an
 * {@code application/problem+json} answer.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String kind;
  private final transient Map<String, Object> members;
  private final transient Map<String, String> headers;

  /**
   * @param status the HTTP status
   * @param kind what sort of problem it is, in lower-case words joined by hyphens
   * @param detail what is wrong with this request and what would be right
   */
  public Refusal(int status, String kind, String detail) {
    this(status, kind, detail, Map.of(), Map.of());
  }

  private Refusal(
      int status,
      String kind,
      String detail,
      Map<String, Object> members,
      Map<String, String> headers) {
    super(detail, null, false, false);
    this.status = status;
    this.kind = kind;
    this.members = members;
    this.headers = headers;
  }

  /** The same with one more member in the problem document. */
  public Refusal with(String member, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(members);
    more.put(member, value);
    return new Refusal(status, kind, detail(), more, headers);
  }

  /** The same with one more header on the answer. */
  public Refusal withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Refusal(status, kind, detail(), members, more);
  }

  public int status() {
    return status;
  }

  public String kind() {
    return kind;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }

  /** Members of the problem document beside those every problem has. */
  public Map<String, Object> members() {
    return members;
  }

  public Map<String, String> headers() {
    return headers;
  }
}
