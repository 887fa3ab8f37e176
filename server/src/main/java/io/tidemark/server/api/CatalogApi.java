package io.tidemark.server.api;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where programs find what there is: the API catalog of RFC 9727, a linkset (RFC 9264). */
@Hidden
@RestController
class CatalogApi {
  @GetMapping(path = "/.well-known/api-catalog", produces = "application/linkset+json")
  Map<String, List<Map<String, Object>>> catalog() {
    return Map.of(
        "linkset",
        List.of(
            Map.of(
                "anchor",
                "/api/v1",
                "service-desc",
                List.of(Map.of("href", "/openapi.json", "type", "application/openapi+json")),
                "status",
                List.of(Map.of("href", "/health/ready", "type", "application/json")))));
  }
}
