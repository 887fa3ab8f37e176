package io.tidemark.provider;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.tidemark.server.ProviderSettings;
import io.tidemark.server.Server;
import io.tidemark.server.tls.Certificate;
import io.tidemark.server.tls.OwnCertificate;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.oidc.OidcProviderConfiguration;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.context.support.StandardServletEnvironment;

/** An OpenID Connect provider of the tests: Spring's authorization server, over HTTPS. */
public final class OwnProvider implements AutoCloseable {
  /** What it knows the server by. */
  public static final String SECRET = "secret-of-the-client-at-the-provider";

  /** What it knows everybody by. */
  public static final String PASSWORD = "password-at-the-provider";

  /** Done to each signed token before it is signed. */
  public static volatile Consumer<JwtClaimsSet.Builder> bent = claims -> {};

  /** Done to each signed token after it is signed: another text in its place. */
  public static volatile UnaryOperator<String> forged = token -> token;

  /** Done to what it says of itself. */
  public static volatile Consumer<OidcProviderConfiguration.Builder> named = itself -> {};

  private static final String CLIENT = "tidemark";

  /** Its name and address. */
  public final URI url;

  /** What vouches for it. */
  public final Path certificate;

  private final ConfigurableApplicationContext context;

  private OwnProvider(ConfigurableApplicationContext context, Path certificate) {
    this.context = context;
    this.certificate = certificate;
    int port =
        Objects.requireNonNull(((ServletWebServerApplicationContext) context).getWebServer())
            .getPort();
    this.url = URI.create("https://127.0.0.1:" + port);
  }

  /** Starts one whose certificate lies in this folder. */
  public static OwnProvider start(Path folder) throws Exception {
    java.util.logging.Logger.getLogger("org.apache").setLevel(java.util.logging.Level.OFF);
    Certificate certificate = OwnCertificate.in(folder, Clock.systemUTC());
    SpringApplication application = new SpringApplication(Parts.class);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    application.setListeners(List.of());
    application.setLogStartupInfo(false);
    application.setBannerMode(org.springframework.boot.Banner.Mode.OFF);
    application.setEnvironment(
        new Only(
            Map.of(
                "server.address",
                "127.0.0.1",
                "server.port",
                0,
                "server.ssl.certificate",
                certificate.chain().toUri().toString(),
                "server.ssl.certificate-private-key",
                certificate.key().toUri().toString())));
    return new OwnProvider(application.run(), certificate.chain());
  }

  private static final class Only extends StandardServletEnvironment {
    Only(Map<String, Object> properties) {
      getPropertySources().addFirst(new MapPropertySource("provider", properties));
    }

    @Override
    protected void customizePropertySources(MutablePropertySources sources) {
      // none
    }
  }

  /** What a server is told of it. */
  public ProviderSettings settings() {
    return settings(ProviderSettings.Strength.USUAL);
  }

  /** The same, and how people must have proved there who they are. */
  public ProviderSettings settings(ProviderSettings.Strength strength) {
    return new ProviderSettings(url, CLIENT, SECRET, Optional.of(certificate), strength);
  }

  /** The public half of the key that it signs with. */
  public RSAKey publicKey() {
    return context.getBean(RSAKey.class).toPublicJWK();
  }

  /** From then on browsers come back to that server. */
  public void sendsBackTo(Server server) {
    InMemoryRegisteredClientRepository clients =
        context.getBean(InMemoryRegisteredClientRepository.class);
    clients.save(
        RegisteredClient.from(Objects.requireNonNull(clients.findByClientId(CLIENT)))
            .redirectUris(
                all -> {
                  all.clear();
                  all.add(server.url() + "/api/v1/sign-in/provider/answer");
                })
            .build());
  }

  @Override
  public void close() {
    context.close();
  }

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration({
    ConfigurationPropertiesAutoConfiguration.class,
    SslAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class
  })
  static class Parts {
    @Bean
    SecurityFilterChain filters(HttpSecurity http) {
      return http.oauth2AuthorizationServer(
              server ->
                  server.oidc(
                      oidc ->
                          oidc.providerConfigurationEndpoint(
                              itself ->
                                  itself.providerConfigurationCustomizer(
                                      all -> named.accept(all)))))
          .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
          .formLogin(Customizer.withDefaults())
          .csrf(csrf -> csrf.ignoringRequestMatchers("/login"))
          .build();
    }

    @Bean
    UserDetailsService people() {
      return new InMemoryUserDetailsManager(
          List.of("zhao-at-work", "chen-at-work", "stranger").stream()
              .map(name -> User.withUsername(name).password("{noop}" + PASSWORD).build())
              .toList());
    }

    @Bean
    InMemoryRegisteredClientRepository clients() {
      return new InMemoryRegisteredClientRepository(
          RegisteredClient.withId("1")
              .clientId(CLIENT)
              .clientSecret("{noop}" + SECRET)
              .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
              .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
              .redirectUri("https://nowhere.invalid/")
              .scope("openid")
              .build());
    }

    @Bean
    AuthorizationServerSettings itself() {
      return AuthorizationServerSettings.builder().build();
    }

    @Bean
    JwtDecoder decoder(JWKSource<SecurityContext> keys) {
      return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    /** Its only key, whose public half everybody knows. */
    @Bean
    RSAKey key() throws Exception {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      KeyPair pair = generator.generateKeyPair();
      return new RSAKey.Builder((RSAPublicKey) pair.getPublic())
          .privateKey(pair.getPrivate())
          .keyID("1")
          .build();
    }

    @Bean
    JWKSource<SecurityContext> keys(RSAKey key) {
      return new ImmutableJWKSet<>(new JWKSet(key));
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> bending() {
      return token -> {
        if (token.getTokenType().getValue().equals("id_token")) {
          token.getClaims().claim("amr", List.of("pwd", "otp"));
          bent.accept(token.getClaims());
        }
      };
    }

    @Bean
    JwtEncoder encoder(JWKSource<SecurityContext> keys) {
      NimbusJwtEncoder signing = new NimbusJwtEncoder(keys);
      return wanted -> {
        Jwt token = signing.encode(wanted);
        return token.hasClaim("nonce") || token.hasClaim("azp")
            ? new Jwt(
                forged.apply(token.getTokenValue()),
                token.getIssuedAt(),
                token.getExpiresAt(),
                token.getHeaders(),
                token.getClaims())
            : token;
      };
    }
  }
}
