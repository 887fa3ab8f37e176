package io.tidemark.server;

import io.tidemark.server.http.MutualPort;
import io.tidemark.server.http.WriteOnce;
import io.tidemark.server.tls.Certificate;
import io.tidemark.server.tls.Suites;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** What Spring Boot is told. */
final class ServerProperties {
  private ServerProperties() {}

  static Map<String, Object> of(ServerSettings settings, Certificate certificate) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.address", settings.host());
    properties.put("server.port", settings.port());
    properties.put("server.shutdown", "graceful");
    properties.put("spring.lifecycle.timeout-per-shutdown-phase", "30s");
    properties.put("spring.main.banner-mode", "off");
    properties.put("spring.jmx.enabled", false);
    tls(properties, certificate);
    properties.put("server.max-http-request-header-size", "16KB");
    properties.put("server.tomcat.connection-timeout", "10s");
    properties.put("server.tomcat.max-keep-alive-requests", MutualPort.MOST_REQUESTS);
    properties.put("server.tomcat.max-swallow-size", WriteOnce.LARGEST);
    properties.put("server.tomcat.max-http-form-post-size", 0);
    properties.put("server.tomcat.threads.max", 64);
    properties.put("spring.jackson.deserialization.fail-on-unknown-properties", true);
    properties.put("spring.jackson.read.strict-duplicate-detection", true);
    properties.put("spring.web.resources.add-mappings", false);
    properties.put("spring.mvc.formcontent.filter.enabled", false);
    pages(properties);
    watching(properties);
    settings.more().traces().ifPresent(url -> traces(properties, url));
    properties.put("springdoc.api-docs.path", "/openapi.json");
    properties.put("springdoc.api-docs.version", "openapi_3_1");
    properties.put("springdoc.default-produces-media-type", "application/json");
    properties.put("springdoc.default-consumes-media-type", "application/json");
    properties.put("springdoc.override-with-generic-response", false);
    return properties;
  }

  private static void tls(Map<String, Object> properties, Certificate certificate) {
    properties.put("server.ssl.certificate", certificate.chain().toUri().toString());
    properties.put("server.ssl.certificate-private-key", certificate.key().toUri().toString());
    properties.put("server.ssl.enabled-protocols", String.join(",", Suites.PROTOCOLS));
    properties.put("server.ssl.ciphers", String.join(",", Suites.CIPHERS));
  }

  /** Pages hold what nobody else may see, so they are not compressed: only files of theirs are. */
  private static void pages(Map<String, Object> properties) {
    properties.put("spring.thymeleaf.check-template-location", false);
    properties.put("server.compression.enabled", true);
    properties.put("server.compression.mime-types", "text/css,text/javascript");
  }

  private static void traces(Map<String, Object> properties, URI url) {
    properties.put("spring.application.name", "tidemark");
    properties.put("management.opentelemetry.tracing.export.otlp.endpoint", url.toString());
    properties.put("management.tracing.sampling.probability", 1.0);
  }

  private static void watching(Map<String, Object> properties) {
    properties.put("management.endpoints.web.base-path", "/");
    properties.put("management.endpoints.web.exposure.include", "health,prometheus");
    properties.put("management.endpoints.web.path-mapping.prometheus", "metrics");
    properties.put("management.endpoints.web.discovery.enabled", false);
    properties.put("management.endpoint.health.probes.enabled", true);
    properties.put("management.endpoint.health.show-details", "never");
    properties.put("management.endpoint.health.group.live.include", "livenessState");
    properties.put(
        "management.endpoint.health.group.ready.include", "readinessState,home,telephone");
  }
}
