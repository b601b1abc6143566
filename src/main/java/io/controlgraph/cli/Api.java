package io.controlgraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The HTTP API of one server, as the commands use it. */
final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Launcher.Endpoint endpoint;
  private final HttpClient http;
  private final @Nullable IndexWait wait;

  Api(Launcher.Endpoint endpoint, HttpClient http) {
    this(endpoint, http, null);
  }

  private Api(Launcher.Endpoint endpoint, HttpClient http, @Nullable IndexWait wait) {
    this.endpoint = endpoint;
    this.http = http;
    this.wait = wait;
  }

  /** The same, which asks again while the server says that its trace index is being built. */
  Api waiting(IndexWait patience) {
    return new Api(endpoint, http, patience);
  }

  /** A client as this class needs it. To make the first of a process takes a third of a second. */
  static HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(10))
        .build();
  }

  /** Reads a JSON document. */
  JsonNode json(String path, Arguments parameters) {
    return parse(get(path, parameters, "application/json"));
  }

  /** Reads an answer as a text. */
  String text(String path, Arguments parameters, String accept) {
    try (InputStream body = get(path, parameters, accept).body()) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new CommandFailure(ExitCode.FAULT, "The server's answer broke off: " + e.getMessage());
    }
  }

  /** Reads an answer as a stream; the caller closes its body. */
  HttpResponse<InputStream> get(String path, Arguments parameters, String accept) {
    while (true) {
      HttpResponse<InputStream> response =
          send(request(path, parameters).header("Accept", accept).GET());
      if (wait == null || response.statusCode() != 503) {
        return expectSuccess(response);
      }
      JsonNode problem = problem(response);
      if (!wait.goesOn(problem)) {
        throw failure(503, problem);
      }
    }
  }

  /** Posts a body; an answer of 422 is given back, since it is an answer. */
  HttpResponse<InputStream> post(
      String path,
      Arguments parameters,
      String contentType,
      String accept,
      HttpRequest.BodyPublisher body) {
    HttpRequest.Builder request =
        request(path, parameters)
            .header("Content-Type", contentType)
            .header("Accept", accept)
            .POST(body);
    if (endpoint.secret() != null) {
      request.header("Authorization", "Bearer " + endpoint.secret());
    }
    HttpResponse<InputStream> response = send(request);
    return response.statusCode() == 422 ? response : expectSuccess(response);
  }

  static JsonNode parse(HttpResponse<InputStream> response) {
    try (InputStream body = response.body()) {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.FAULT, "The server's answer broke off or is no JSON: " + e.getMessage());
    }
  }

  private HttpRequest.Builder request(String path, Arguments parameters) {
    return HttpRequest.newBuilder(endpoint.address().resolve(path + parameters.asQuery()));
  }

  private HttpResponse<InputStream> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofInputStream());
    } catch (ConnectException e) {
      throw new CommandFailure(
          ExitCode.FAULT, "No server answers at " + endpoint + ". Is it running?");
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.FAULT, "The connection to " + endpoint + " failed: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.FAULT, "Interrupted.");
    }
  }

  private static HttpResponse<InputStream> expectSuccess(HttpResponse<InputStream> response) {
    if (response.statusCode() < 300) {
      return response;
    }
    throw failure(response.statusCode(), problem(response));
  }

  private static JsonNode problem(HttpResponse<InputStream> response) {
    try (InputStream body = response.body()) {
      return JSON.readTree(body);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  private static CommandFailure failure(int status, JsonNode problem) {
    StringBuilder message =
        new StringBuilder(problem.path("detail").asText("The server answered " + status + "."));
    if (problem.has("line")) {
      message.append(" (line ").append(problem.get("line").asInt());
      message.append(", column ").append(problem.path("column").asInt()).append(')');
    }
    for (JsonNode error : problem.path("errors")) {
      message.append(System.lineSeparator()).append("  ");
      if (error.has("parameter")) {
        message.append(error.get("parameter").asText()).append(": ");
      } else if (error.has("line")) {
        message.append("line ").append(error.get("line").asInt()).append(": ");
      }
      message.append(error.path("message").asText());
    }
    boolean mistaken = status == 400 || status == 404 || status == 406;
    return new CommandFailure(mistaken ? ExitCode.WRONG_USE : ExitCode.FAULT, message.toString());
  }
}
