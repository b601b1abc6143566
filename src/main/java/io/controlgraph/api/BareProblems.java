package io.controlgraph.api;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Problem documents for requests so broken that they reach no route, in place of HTML. */
final class BareProblems extends ErrorHandler {

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    @Nullable String reason = HttpStatus.getMessage(status);
    String document =
        "{\"type\":\"https://w3id.org/controlgraph/problems/bad-request\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
            .formatted(reason, status, "The request could not be read.");
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    Content.Sink.write(response, true, document, callback);
    return true;
  }
}
