package io.tidemark.server.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.tidemark.server.http.Paths;
import io.tidemark.server.partner.PartnerCaller;
import io.tidemark.server.signin.SignedInPerson;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The OpenAPI document: what endpoints say of themselves, and the ways that all of them share. */
@Configuration(proxyBeanMethods = false)
class Description {
  private static final String PROBLEM = "Problem";

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(SignedInPerson.class, PartnerCaller.class);
  }

  @Bean
  OpenAPI document() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Tidemark")
                .version("0.1.0")
                .description(
                    "Every copy of a customer's personal information can be traced to the hand it was given to.")
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
        .components(
            new Components()
                .addSecuritySchemes(
                    "bearer", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"))
                .addSecuritySchemes("system", system())
                .addSecuritySchemes(
                    "cookie",
                    new SecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.COOKIE)
                        .name("__Host-tidemark")))
        .security(
            List.of(
                new SecurityRequirement().addList("bearer"),
                new SecurityRequirement().addList("system"),
                new SecurityRequirement().addList("cookie")));
  }

  /** How other systems sign in. */
  private static SecurityScheme system() {
    return new SecurityScheme()
        .type(SecurityScheme.Type.OAUTH2)
        .flows(
            new OAuthFlows()
                .clientCredentials(new OAuthFlow().tokenUrl(Paths.TOKEN).scopes(new Scopes())));
  }

  /** Problems of every operation, and the key of every write. */
  @Bean
  OpenApiCustomizer sharedWays() {
    return document -> {
      document.getComponents().addSchemas(PROBLEM, problem());
      document
          .getPaths()
          .values()
          .forEach(
              path ->
                  path.readOperationsMap()
                      .forEach(
                          (method, operation) -> {
                            operation.getResponses().setDefault(problemResponse());
                            if (method != PathItem.HttpMethod.GET) {
                              writes(operation);
                            }
                          }));
    };
  }

  private static void writes(Operation operation) {
    operation.addParametersItem(
        new HeaderParameter()
            .name("Idempotency-Key")
            .required(true)
            .description(
                "New for each new write; the same write under the same key is done once within 24 hours.")
            .schema(new StringSchema().minLength(1).maxLength(128)));
  }

  private static ApiResponse problemResponse() {
    return new ApiResponse()
        .description("Why it was not done (RFC 9457).")
        .content(
            new Content()
                .addMediaType(
                    "application/problem+json",
                    new MediaType()
                        .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
  }

  private static Schema<?> problem() {
    Schema<?> schema = new ObjectSchema();
    schema.setProperties(
        Map.of(
            "type", new StringSchema().format("uri"),
            "title", new StringSchema(),
            "status", new IntegerSchema(),
            "detail", new StringSchema().description("In the language of Accept-Language."),
            "instance", new StringSchema().format("uri"),
            "rule", new StringSchema().description("The short stable name of the reason.")));
    schema.setRequired(List.of("type", "title", "status", "detail", "instance", "rule"));
    return schema;
  }
}
