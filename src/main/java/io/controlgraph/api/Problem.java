package io.controlgraph.api;

import io.controlgraph.graph.GraphFailure;
import io.controlgraph.security.Refusal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is wrong with a request, as RFC 9457 has it.
 *
 * @param status the HTTP status
 * @param kind what sort of problem, in words joined by hyphens; gives type and title
 * @param detail what is wrong this time
 * @param members further members of the document
 * @param headers headers of the answer
 */
record Problem(
    int status,
    String kind,
    String detail,
    Map<String, Object> members,
    Map<String, String> headers) {

  static final String MEDIA_TYPE = "application/problem+json";
  private static final String TYPES = "https://w3id.org/controlgraph/problems/";

  Problem {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    headers = Map.copyOf(headers);
  }

  static Problem of(int status, String kind, String detail) {
    return new Problem(status, kind, detail, Map.of(), Map.of());
  }

  static Problem of(Refusal refusal) {
    return new Problem(
        refusal.status(), refusal.kind(), refusal.detail(), refusal.members(), refusal.headers());
  }

  static Problem of(GraphFailure failure) {
    String detail = String.valueOf(failure.getMessage());
    if (failure instanceof GraphFailure.DeadlineExceeded late) {
      return of(503, "deadline-exceeded", detail).with("timeoutMs", late.allowed().toMillis());
    }
    if (failure instanceof GraphFailure.QueryRejected rejected) {
      Problem problem = of(400, "bad-query", detail);
      return rejected.line() > 0
          ? problem.with("line", rejected.line()).with("column", rejected.column())
          : problem;
    }
    if (failure instanceof GraphFailure.ServiceRefused) {
      return of(403, "no-service", detail);
    }
    if (failure instanceof GraphFailure.ServiceFailed) {
      return of(502, "service-failed", detail);
    }
    if (failure instanceof GraphFailure.StatementRejected) {
      return of(400, "bad-statement", detail);
    }
    if (failure instanceof GraphFailure.ReadOnly) {
      return of(503, "store-read-only", detail);
    }
    if (failure instanceof GraphFailure.ServerFailed failed) {
      return of(502, "server-failed", detail).with("server", failed.server());
    }
    if (failure instanceof GraphFailure.Overtaken) {
      return of(409, "overtaken", detail);
    }
    if (failure instanceof GraphFailure.TooLarge) {
      return of(413, "change-too-large", detail);
    }
    if (failure instanceof GraphFailure.NotCapable lacking) {
      return of(501, "not-capable", detail).with("capability", lacking.capability().id());
    }
    return of(500, "store-fault", detail);
  }

  Problem with(String member, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(members);
    more.put(member, value);
    return new Problem(status, kind, detail, more, headers);
  }

  Problem withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Problem(status, kind, detail, members, more);
  }

  /** The members of the document in their order. */
  Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("type", TYPES + kind);
    document.put("title", title());
    document.put("status", status);
    document.put("detail", detail);
    document.putAll(members);
    return document;
  }

  private String title() {
    return Character.toUpperCase(kind.charAt(0)) + kind.substring(1).replace('-', ' ');
  }
}
