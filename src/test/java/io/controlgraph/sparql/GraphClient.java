package io.controlgraph.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Served;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;

/** Sends requests of the Graph Store HTTP Protocol, with the secret that writes need. */
record GraphClient(Served served) {

  Answer put(String path, String contentType, String body, String... headers) throws Exception {
    return send("PUT", path, body, with(headers, "Content-Type", contentType));
  }

  Answer post(String path, String contentType, String body, String... headers) throws Exception {
    return send("POST", path, body, with(headers, "Content-Type", contentType));
  }

  Answer patch(String path, String update, String... headers) throws Exception {
    return send("PATCH", path, update, with(headers, "Content-Type", Documents.UPDATE));
  }

  Answer delete(String path, String... headers) throws Exception {
    return send("DELETE", path, "", headers);
  }

  /** How many triples a graph has; it must be there. */
  int triples(String path) throws Exception {
    Answer answer = served.get(path, "Accept", "text/turtle");
    assertEquals(200, answer.status(), answer.body());
    return Documents.graph(answer).size();
  }

  private Answer send(String method, String path, String body, String... headers) throws Exception {
    HttpRequest.Builder request =
        served
            .request(path)
            .method(method, BodyPublishers.ofString(body))
            .header("Authorization", "Bearer " + served.secret());
    return served.send(headers.length == 0 ? request : request.headers(headers));
  }

  private static String[] with(String[] headers, String name, String value) {
    String[] all = Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = name;
    all[headers.length + 1] = value;
    return all;
  }
}
