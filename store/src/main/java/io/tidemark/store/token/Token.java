package io.tidemark.store.token;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.Optional;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.security.auth.login.FailedLoginException;
import org.jspecify.annotations.Nullable;

/**
 * A token that accepted the PIN, as the JDK's SunPKCS11 provider shows it.
 *
 * @param provider asks this token
 * @param objects what is in it
 */
record Token(Provider provider, KeyStore objects) {
  private static final int BITS = 256;

  /** A path that means nothing more in the provider's settings. */
  private static final String PLAIN = "/[\\p{L}\\p{N}/._+-]+";

  /** Keys that it draws stay in it; SoftHSM and others would give them away otherwise. */
  private static final String KEPT =
      "attributes(generate, CKO_SECRET_KEY, CKK_AES) = {\n"
          + "  CKA_SENSITIVE = true\n  CKA_EXTRACTABLE = false\n"
          + "  CKA_ENCRYPT = true\n  CKA_DECRYPT = true\n}\n";

  static Token open(TokenAddress address, char[] pin) throws TokenFault {
    Provider provider = provider(address);
    try {
      KeyStore objects = KeyStore.getInstance("PKCS11", provider);
      objects.load(null, pin);
      return new Token(provider, objects);
    } catch (IOException e) {
      throw isWrongPin(e) ? wrongPin(e) : absent(address, e);
    } catch (GeneralSecurityException | ProviderException e) {
      throw absent(address, e);
    }
  }

  private static Provider provider(TokenAddress address) throws TokenFault {
    Path module =
        address
            .module()
            .orElseThrow(
                () ->
                    new TokenFault(
                        "请指明令牌的模块：TIDEMARK_PKCS11_MODULE，或地址中的 module-path",
                        "name the token's module: TIDEMARK_PKCS11_MODULE, or module-path in the"
                            + " address"));
    Provider unset = Security.getProvider("SunPKCS11");
    if (unset == null || !module.toString().matches(PLAIN)) {
      throw unloadable(module, null);
    }
    try {
      return unset.configure(
          "--name = tidemark\nlibrary = " + module + "\nslot = " + address.slot() + "\n" + KEPT);
    } catch (ProviderException e) {
      throw String.valueOf(e.getCause()).contains("CKR_SLOT")
          ? absent(address, e)
          : unloadable(module, e);
    } catch (RuntimeException e) {
      throw unloadable(module, e);
    }
  }

  /** The key of this label, if it has one. */
  Optional<SecretKey> key(String label) throws TokenFault {
    try {
      Key key = objects.getKey(label, null);
      return key == null ? Optional.empty() : Optional.of(TokenKey.kept(key));
    } catch (GeneralSecurityException | ProviderException e) {
      throw silent(e);
    }
  }

  /** Draws a key under this label. */
  void draw(String label) throws TokenFault {
    try {
      KeyGenerator generator = KeyGenerator.getInstance("AES", provider);
      generator.init(BITS);
      objects.setKeyEntry(label, generator.generateKey(), null, null);
    } catch (GeneralSecurityException | ProviderException e) {
      throw silent(e);
    }
  }

  private static boolean isWrongPin(Throwable fault) {
    for (Throwable at = fault; at != null; at = at.getCause()) {
      if (at instanceof FailedLoginException
          || String.valueOf(at.getMessage()).contains("CKR_PIN")) {
        return true;
      }
    }
    return false;
  }

  private static TokenFault wrongPin(Throwable cause) {
    return new TokenFault(
        "令牌不接受这个 PIN：请改正后再试；令牌会计数，错得太多会锁住",
        "the token does not accept the PIN: correct it before the next try; a token counts, and"
            + " locks after too many",
        cause);
  }

  private static TokenFault absent(TokenAddress address, Throwable cause) {
    return new TokenFault(
        "槽位 "
            + address.slot()
            + " 没有可用的令牌：请接上令牌，或核对 slot-id（softhsm2-util --show-slots、pkcs11-tool -L）",
        "there is no usable token in slot "
            + address.slot()
            + ": connect it, or check slot-id (softhsm2-util --show-slots, pkcs11-tool -L)",
        cause);
  }

  private static TokenFault unloadable(Path module, @Nullable Throwable cause) {
    String zh = "无法加载 PKCS#11 模块 " + module + "：请核对路径";
    String en = "the PKCS#11 module " + module + " cannot be loaded: check its path";
    return cause == null ? new TokenFault(zh, en) : new TokenFault(zh, en, cause);
  }

  /** A token that cannot do what a master key has to. */
  static TokenFault silent(Throwable cause) {
    return new TokenFault(
        "令牌没有完成所要的操作：需要 AES-256 密钥与 AES-GCM（CKM_AES_KEY_GEN、CKM_AES_GCM）",
        "the token did not do what was asked: it needs AES-256 keys and AES-GCM"
            + " (CKM_AES_KEY_GEN, CKM_AES_GCM)",
        cause);
  }
}
