namespace Nethereum.KeyStore;

/// <summary>The keystore names a key derivation function other than scrypt and pbkdf2.</summary>
public class InvalidKdfException : Exception
{
    public InvalidKdfException(string kdf)
        : base($"The key derivation function '{kdf}' is unknown: scrypt and pbkdf2 are supported.")
    {
    }
}
