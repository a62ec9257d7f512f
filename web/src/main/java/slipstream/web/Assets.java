package slipstream.web;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The files the page needs beside its HTML. */
final class Assets {
  private Assets() {}

  static void routes(RoutesConfig routes) {
    serve(routes, "style.css", "text/css; charset=utf-8");
    serve(routes, "page.js", "text/javascript; charset=utf-8");
    serve(routes, "icon.svg", "image/svg+xml");
  }

  private static void serve(RoutesConfig routes, String name, String contentType) {
    byte[] content = read(name);
    routes.get("/" + name, request -> request.result(content).contentType(contentType));
  }

  private static byte[] read(String name) {
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      if (in == null) throw new IllegalStateException("the jar lacks " + name);
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
